// Running a program on a hostile file, with bounds on time and output.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rasoat {

struct ChildResult {
  enum class End {
    kExited,    // by itself; `status` is its exit status
    kSignal,    // it crashed, or the system stopped it
    kTimeout,   // it was stopped
    kOverflow,  // it wrote more than allowed and was stopped
    kNotStarted,
  };
  End end = End::kNotStarted;
  int status = 0;
  std::string output;
};

// Starts the program with the open file as its standard input, no standard error, and its standard
// output read into the result. Returns when it has ended; it never outlives the call. Thread-safe.
ChildResult run_child(const std::filesystem::path& program,
                      const std::vector<std::string>& arguments, int standard_input,
                      std::chrono::milliseconds time, uint64_t max_output);

// A program that belongs to rasoat: beside the running program, in ../libexec/rasoat from there, or
// `built_at`, where the build put it. Empty when it is nowhere.
std::filesystem::path find_own_program(const std::string& name, const std::string& built_at);

}  // namespace rasoat
