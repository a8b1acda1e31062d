#include "base/date.h"

#include <gtest/gtest.h>

namespace rasoat {
namespace {

TEST(DateTest, MakesOnlyDaysOfTheCalendar) {
  EXPECT_TRUE(Date::make(2024, 2, 29));
  EXPECT_FALSE(Date::make(2025, 2, 29)) << "2025 is no leap year";
  EXPECT_FALSE(Date::make(2025, 13, 1));
  EXPECT_FALSE(Date::make(2025, 4, 31));
  EXPECT_FALSE(Date::make(1899, 1, 1)) << "before any document that rasoat reads";
}

TEST(DateTest, ReadsAndPrintsIso) {
  const auto date = Date::from_iso("2025-07-01");
  ASSERT_TRUE(date);
  EXPECT_EQ(*date, kDistrictLevelEnd);
  EXPECT_EQ(date->iso(), "2025-07-01");
  EXPECT_EQ(date->vietnamese(), "01/07/2025");
  for (const char* wrong :
       {"", "2025-7-1", "2025/07/01", "2025-07-0x", "2025-00-10", "-025-07-01"}) {
    EXPECT_FALSE(Date::from_iso(wrong)) << wrong;
  }
}

TEST(DateTest, OrdersByDay) {
  EXPECT_LT(*Date::make(2025, 6, 30), kDistrictLevelEnd);
  EXPECT_GT(*Date::make(2026, 1, 1), kDistrictLevelEnd);
}

}  // namespace
}  // namespace rasoat
