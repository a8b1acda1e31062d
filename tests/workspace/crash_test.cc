// `rasoat add` is killed at random moments and run again; then nothing may be lost or doubled, and
// store and index must agree.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <sstream>
#include <thread>

#include "support/temporary_folder.h"
#include "workspace/sample_decision.h"
#include "workspace/workspace.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using testing::SampleDecision;

constexpr int kRounds = 24;
constexpr int kFiles = 24;

pid_t start_add(const fs::path& data, const fs::path& input) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const std::string workspace = data.string();
  const std::string folder = input.string();
  const char* arguments[] = {RASOAT_PROGRAM, "--workspace",  workspace.c_str(),
                             "add",          folder.c_str(), nullptr};
  pid_t child = -1;
  EXPECT_EQ(posix_spawn(&child, RASOAT_PROGRAM, &actions, nullptr,
                        const_cast<char* const*>(arguments), environ),
            0);
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

// The status as of waitpid().
int wait_for(pid_t child) {
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  return status;
}

void add_whole(const fs::path& data, const fs::path& input) {
  const int status = wait_for(start_add(data, input));
  ASSERT_TRUE(WIFEXITED(status));
  ASSERT_EQ(WEXITSTATUS(status), 0);
}

// All that is held and found, without what differs from run to run (times).
std::string content(const fs::path& data) {
  const auto workspace = Workspace::open(data, Workspace::Mode::kRead);
  EXPECT_TRUE(workspace) << to_string(workspace.error());
  if (!workspace) return {};
  const auto faults = (*workspace)->check();
  EXPECT_TRUE(faults) << to_string(faults.error());
  EXPECT_THAT(*faults, ::testing::IsEmpty());
  std::ostringstream out;
  EXPECT_TRUE((*workspace)->export_json(out));
  std::string text = std::move(out).str();
  for (size_t at = text.find("\"added\":\""); at != std::string::npos;
       at = text.find("\"added\":\"", at)) {
    text.erase(at, text.find(',', at) - at);
  }
  for (const char* query : {"rác", "agency:\"UBND huyện\"", "agency:\"Sở Công Thương\"",
                            "\"khu vực 2\"", "number:3/2025", "NOT rác"}) {
    const auto result = (*workspace)->search(query, {.limit = 0});
    EXPECT_TRUE(result) << to_string(result.error());
    if (!result) continue;
    EXPECT_EQ(result->not_indexed, 0u);
    text += query;
    for (const SearchHit& hit : result->hits) {
      text += '\n' + hit.document.id + ' ' + hit.provision.id + ' ' + hit.quote;
    }
  }
  return text;
}

TEST(CrashTest, AKilledAddRunAgainLosesAndDoublesNothing) {
  testing::TemporaryFolder folder;
  const fs::path before = folder.path() / "before";  // as first added
  const fs::path after = folder.path() / "in";       // as changed later, under the same paths
  // Some agree in their heads with another, so that documents have several sources.
  const auto write_all = [&](bool changed) {
    for (int i = 1; i <= kFiles; ++i) {
      SampleDecision decision{.number = i % 6 == 0 ? i - 1 : i, .articles = 2 + i % 9};
      if (changed && i % 3 == 0) decision.number = i + 100;
      if (changed && i % 4 == 1) decision.body = "Sở Công Thương";
      decision.cites = 1 + i / 2;
      folder.write(after.filename() / (std::to_string(i) + ".txt"), decision.text());
    }
  };
  // A workspace with the first state of the files, from which every second round starts.
  write_all(false);
  add_whole(before, after);
  write_all(true);

  const auto begin = Clock::now();
  add_whole(folder.path() / "fresh", after);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
  const std::string fresh = content(folder.path() / "fresh");
  fs::copy(before, folder.path() / "changed", fs::copy_options::recursive);
  add_whole(folder.path() / "changed", after);
  const std::string changed = content(folder.path() / "changed");
  ASSERT_GT(fresh.size(), 10'000u);

  std::mt19937 random(20250701);
  int killed = 0;
  for (int round = 0; round < kRounds; ++round) {
    const bool from_before = round % 2 == 1;
    const fs::path data = folder.path() / ("round" + std::to_string(round));
    if (from_before) fs::copy(before, data, fs::copy_options::recursive);
    for (int kill_number = 0; kill_number < 2; ++kill_number) {
      const pid_t child = start_add(data, after);
      std::this_thread::sleep_for(
          std::chrono::microseconds(random() % static_cast<unsigned>(whole.count() + 1)));
      kill(child, SIGKILL);
      killed += WIFSIGNALED(wait_for(child)) ? 1 : 0;
    }
    add_whole(data, after);
    ASSERT_EQ(content(data), from_before ? changed : fresh) << "round " << round;
    fs::remove_all(data);
  }
  EXPECT_GT(killed, kRounds / 2) << "most runs must really have been cut short";
}

}  // namespace
}  // namespace rasoat
