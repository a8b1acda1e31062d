// rasoat-read-pdf: opens the PDF that is its standard input and writes its lines to standard output
// (raw_text_codec). A process of its own, with bounds on memory and time: a hostile PDF can take
// down this process but not rasoat. Not for use by hand.
//
// usage: rasoat-read-pdf MAX_PAGES MAX_MEMORY_BYTES MAX_SECONDS MAX_TEXT_BYTES < FILE.pdf
// exit:  0 lines written; else one of PdfExit.
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>

#include "ingest/pdf_child/page_words.h"
#include "ingest/pdf_exit.h"
#include "ingest/pdf_lines.h"
#include "ingest/raw_text_codec.h"

namespace rasoat {
namespace {

struct Bounds {
  uint64_t pages = 0, memory = 0, seconds = 0, text = 0;
};

void bound(int resource, uint64_t value) {
  const rlimit limit{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
  setrlimit(static_cast<__rlimit_resource_t>(resource), &limit);
}

void bound_process(const Bounds& bounds) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // nothing is left behind when rasoat is stopped
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_CPU, bounds.seconds);
  bound(RLIMIT_FSIZE, 0);
  // A write fails instead of ending the process: fontconfig would keep a cache, and does without.
  std::signal(SIGXFSZ, SIG_IGN);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  bound(RLIMIT_AS, bounds.memory);  // the sanitizers reserve far more than they use
#endif
}

bool write_all(const std::string& bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const ssize_t written = write(STDOUT_FILENO, bytes.data() + at, bytes.size() - at);
    if (written <= 0) return false;
    at += static_cast<size_t>(written);
  }
  return true;
}

PdfExit read(const char* data, size_t size, const Bounds& bounds, RawText& out) {
  if (size > INT32_MAX) return PdfExit::kTooLarge;
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(data, static_cast<int>(size)));
  if (!document) return PdfExit::kDamaged;
  if (document->is_locked()) return PdfExit::kEncrypted;
  const int pages = document->pages();
  if (pages <= 0) return PdfExit::kDamaged;
  if (static_cast<uint64_t>(pages) > bounds.pages) return PdfExit::kTooLarge;
  PdfLines lines;
  uint64_t text = 0;
  for (int i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    PdfPage words;
    words.number = static_cast<uint32_t>(i + 1);
    if (page) words = page_words(*page, words.number);
    for (const PdfWord& word : words.words) text += word.text.size();
    if (text > bounds.text) return PdfExit::kTooLarge;
    lines.add_page(std::move(words));
  }
  out = lines.finish();
  // A line without text tells the number of pages, the last of which may be pictures.
  RawLine end;
  end.page = static_cast<uint32_t>(pages);
  out.lines.push_back(std::move(end));
  return PdfExit::kLines;
}

PdfExit run(const Bounds& bounds) {
  struct stat status {};
  if (fstat(STDIN_FILENO, &status) != 0 || status.st_size <= 0) return PdfExit::kDamaged;
  const auto size = static_cast<size_t>(status.st_size);
  void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  if (data == MAP_FAILED) return PdfExit::kTooLarge;
  RawText text;
  const PdfExit exit = read(static_cast<const char*>(data), size, bounds, text);
  if (exit != PdfExit::kLines) return exit;
  return write_all(encode_raw_text(text)) ? exit : PdfExit::kDamaged;
}

}  // namespace
}  // namespace rasoat

int main(int count, char** words) {
  if (count != 5) return static_cast<int>(rasoat::PdfExit::kUsage);
  const auto number = [&](int i) { return std::strtoull(words[i], nullptr, 10); };
  const rasoat::Bounds bounds{number(1), number(2), number(3), number(4)};
  rasoat::bound_process(bounds);
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  try {
    // Without destructors: poppler's may stumble over what it has made of a damaged file.
    _exit(static_cast<int>(rasoat::run(bounds)));
  } catch (const std::bad_alloc&) {
    return static_cast<int>(rasoat::PdfExit::kTooLarge);
  } catch (...) {
    return static_cast<int>(rasoat::PdfExit::kDamaged);
  }
}
