// A line on stderr that says how far long work is.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rasoat::cli {

// Shows nothing where stderr is no terminal, nor in the first second of the work. Takes itself away
// when it goes out of scope.
class ProgressBar {
 public:
  explicit ProgressBar(std::string label);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(uint64_t done, uint64_t total, const std::string& current);
  // Takes the bar away, so that a line can be printed; the next show() draws it again.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::string label_;
  bool enabled_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_;
};

}  // namespace rasoat::cli
