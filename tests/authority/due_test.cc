#include "authority/due.h"

#include <gtest/gtest.h>

#include <string>

namespace rasoat {
namespace {

std::string due(const std::optional<Deadline>& deadline, const char* day) {
  static constexpr const char* kStates[] = {"overdue", "due", "recurring", "undated"};
  const Due found = due_on(deadline, *Date::from_iso(day));
  std::string out = kStates[static_cast<size_t>(found.state)];
  if (found.date) out += " " + found.date->iso() + " " + std::to_string(found.days);
  return out;
}

Deadline until(const char* day) { return {{}, {}, Date::from_iso(day), ""}; }
Deadline again(const char* recurrence) { return {{}, {}, {}, recurrence}; }

TEST(DueOn, CountsFromADay) {
  EXPECT_EQ(due(until("2025-04-15"), "2025-04-15"), "due 2025-04-15 0");
  EXPECT_EQ(due(until("2025-04-15"), "2025-04-16"), "overdue 2025-04-15 -1");
  EXPECT_EQ(due(until("2024-03-01"), "2024-02-28"), "due 2024-03-01 2") << "a leap year";
  EXPECT_EQ(due({}, "2025-01-01"), "undated");
  EXPECT_EQ(due(Deadline{}, "2025-01-01"), "undated") << "a term from an event";
}

TEST(DueOn, FollowsRecurrences) {
  EXPECT_EQ(due(again("hang-nam-truoc-12-01"), "2025-12-01"), "recurring 2025-12-01 0");
  EXPECT_EQ(due(again("hang-nam-truoc-12-01"), "2025-12-02"), "recurring 2026-12-01 364");
  EXPECT_EQ(due(again("hang-nam-truoc-02-29"), "2025-02-01"), "recurring 2025-02-28 27");
  EXPECT_EQ(due(again("hang-thang-truoc-25"), "2025-12-26"), "recurring 2026-01-25 30");
  EXPECT_EQ(due(again("hang-thang-truoc-31"), "2024-02-10"), "recurring 2024-02-29 19");
  for (const char* name : {"thuong-xuyen", "theo-yeu-cau", "dinh-ky", "hang-nam", "hang-quy",
                           "hang-thang", "hang-nam-truoc-", "x"}) {
    EXPECT_EQ(due(again(name), "2025-04-15"), "undated") << name;
  }
}

}  // namespace
}  // namespace rasoat
