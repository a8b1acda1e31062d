#include "progress_bar.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "terminal.h"
#include "text/display.h"

namespace rasoat::cli {
namespace {

constexpr size_t kBarColumns = 24;
constexpr auto kFirstShown = std::chrono::milliseconds(700);
constexpr auto kBetween = std::chrono::milliseconds(100);

std::string duration_in_words(int64_t seconds) {
  if (seconds < 60) return fmt::format("{} giây", seconds);
  if (seconds < 3600) return fmt::format("{} phút {:02} giây", seconds / 60, seconds % 60);
  return fmt::format("{} giờ {:02} phút", seconds / 3600, seconds / 60 % 60);
}

// The end of a path is what tells files apart.
std::string last_columns(const std::string& text, size_t columns) {
  if (display_width(text) <= columns) return text;
  if (columns < 2) return {};
  size_t at = 0;
  while (at < text.size() && display_width(std::string_view(text).substr(at)) + 1 > columns) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
  }
  return "…" + text.substr(at);
}

}  // namespace

ProgressBar::ProgressBar(std::string label)
    : label_(std::move(label)), enabled_(isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::clear() {
  if (!drawn_) return;
  std::cerr << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

void ProgressBar::show(uint64_t done, uint64_t total, const std::string& current) {
  if (!enabled_ || total == 0) return;
  const Clock::time_point now = Clock::now();
  if (now - start_ < kFirstShown || now - last_ < kBetween) return;
  last_ = now;
  done = std::min(done, total);
  const double share = static_cast<double>(done) / static_cast<double>(total);
  const auto full = static_cast<size_t>(share * kBarColumns);
  std::string bar;
  for (size_t i = 0; i < kBarColumns; ++i) bar += i < full ? "█" : "░";
  std::string line = fmt::format("{} {} {}/{}", label_, bar, done, total);
  const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - start_).count();
  if (done > 0 && done < total && elapsed > 3000) {
    const double left = static_cast<double>(elapsed) * (1 - share) / share / 1000;
    line += fmt::format(" còn {}", duration_in_words(static_cast<int64_t>(left) + 1));
  }
  const size_t columns = terminal_columns(STDERR_FILENO);
  const size_t used = display_width(line) + 3;
  if (used + 8 < columns) line += "  " + last_columns(printable(current), columns - used);
  std::cerr << '\r' << line << "\x1b[K" << std::flush;
  drawn_ = true;
}

}  // namespace rasoat::cli
