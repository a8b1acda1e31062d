// What a user waits for: a whole answer, and the change of one document.
//
// usage: workspace_bench answer WORKSPACE QUESTIONS.jsonl READERS [QUESTIONS]
//        workspace_bench change WORKSPACE FILE.txt [TIMES]
//
// `answer` asks each question for ten hits with their quotations and facets, once to warm and once
// for the clock, READERS at the same time. `change` adds a copy of FILE.txt TIMES times, each time
// with other words in its last line: analysis, store and index, all made safe. Prints a line of
// JSON with milliseconds of wall time and, for `answer`, the most memory in use in KiB.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "workspace/workspace.h"

namespace rasoat::bench {
namespace {

double now_ms() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

int fail(const std::string& why) {
  std::fprintf(stderr, "workspace_bench: %s\n", why.c_str());
  return 1;
}

// Every question once; milliseconds of each.
std::vector<double> ask_all(const Workspace& workspace, const std::vector<std::string>& questions) {
  std::vector<double> out;
  SearchOptions options;
  options.limit = 10;
  options.facets = true;
  for (const std::string& question : questions) {
    const double begin = now_ms();
    if (!workspace.search(question, options)) continue;
    out.push_back(now_ms() - begin);
  }
  return out;
}

int answer(const char* folder, const char* path, size_t readers, size_t most) {
  std::vector<std::string> questions;
  std::ifstream in(path);
  for (std::string line; questions.size() < most && std::getline(in, line);) {
    const auto row = nlohmann::json::parse(line);
    questions.push_back(row.contains("question") ? row["question"] : row["text"]);
  }
  std::vector<std::vector<double>> times(readers);
  std::vector<std::thread> threads;
  for (size_t i = 0; i < readers; ++i) {
    threads.emplace_back([&, i] {
      const auto workspace = Workspace::open(folder, Workspace::Mode::kRead);
      if (!workspace) return;
      ask_all(**workspace, questions);
      times[i] = ask_all(**workspace, questions);
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::vector<double> all;
  for (const auto& one : times) all.insert(all.end(), one.begin(), one.end());
  if (all.empty()) return fail(std::string("no answers from ") + folder);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%s\n",
              nlohmann::json({{"ms", all}, {"memory_kib", usage.ru_maxrss}}).dump().c_str());
  return 0;
}

int change(const char* folder, const std::filesystem::path& file, int times) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const auto workspace = Workspace::open(folder, Workspace::Mode::kWrite);
  if (!workspace) return fail(workspace.error().message);
  const auto copy = std::filesystem::absolute(std::filesystem::path(folder) / "changed.txt");
  std::vector<double> all;
  for (int time = 0; time <= times; ++time) {
    std::ofstream(copy, std::ios::binary) << text << "\nSửa lần " << time << ".\n";
    const double begin = now_ms();
    const Result<AddSummary> done = (*workspace)->add({copy}, {});
    const double end = now_ms();
    if (!done) return fail(done.error().message);
    if (!done->failed.empty()) return fail(done->failed.front().message);
    if (time > 0) all.push_back(end - begin);  // the first brings it in
  }
  std::printf("%s\n", nlohmann::json({{"ms", all}}).dump().c_str());
  return 0;
}

}  // namespace
}  // namespace rasoat::bench

int main(int count, char** words) {
  using namespace rasoat::bench;
  const std::string what = count > 3 ? words[1] : "";
  const auto number = [&](int at, long long otherwise) {
    return count > at ? std::atoll(words[at]) : otherwise;
  };
  if (what == "answer" && count > 4) {
    return answer(words[2], words[3], static_cast<size_t>(std::max(1LL, number(4, 1))),
                  static_cast<size_t>(number(5, INT32_MAX)));
  }
  if (what == "change") return change(words[2], words[3], static_cast<int>(number(4, 15)));
  std::fprintf(stderr,
               "usage: workspace_bench answer WORKSPACE QUESTIONS.jsonl READERS [QUESTIONS]\n"
               "       workspace_bench change WORKSPACE FILE.txt [TIMES]\n");
  return 2;
}
