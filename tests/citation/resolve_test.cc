#include "citation/resolve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace rasoat {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Documents in a table.
class Shelf : public HeldDocuments {
 public:
  struct Row {
    std::string number, name;
    Candidate candidate;
    std::set<std::string, std::less<>> provisions;
  };
  std::vector<Row> rows;

  std::vector<Candidate> with_number(std::string_view number) const override {
    std::vector<Candidate> out;
    for (const Row& row : rows) {
      if (row.number == number) out.push_back(row.candidate);
    }
    return out;
  }
  std::vector<Candidate> with_name(std::string_view name) const override {
    std::vector<Candidate> out;
    for (const Row& row : rows) {
      if (row.name == name) out.push_back(row.candidate);
    }
    return out;
  }
  bool has_provision(std::string_view id, std::string_view provision) const override {
    for (const Row& row : rows) {
      if (row.candidate.id == id) return row.provisions.contains(provision);
    }
    return false;
  }
};

Shelf shelf() {
  Shelf out;
  out.rows = {
      {"01/2024/QĐ-UBND",
       "",
       {"a", "Quyết định", "Ủy ban nhân dân tỉnh Sông Vân", "", Date::make(2024, 1, 5)},
       {"art_1"}},
      {"01/2024/QĐ-UBND",
       "",
       {"b", "Quyết định", "Ủy ban nhân dân huyện Đồng Lâm", "", Date::make(2024, 2, 6)},
       {"att_1__art_9"}},
      {"65/2025/QH15",
       "luật tổ chức chính quyền địa phương",
       {"l65", "Luật", "Quốc hội", "", Date::make(2025, 2, 19)},
       {"art_1"}},
      {"72/2025/QH15",
       "luật tổ chức chính quyền địa phương",
       {"l72", "Luật", "Quốc hội", "", Date::make(2025, 6, 16)},
       {"art_1"}},
      {"77/2015/QH13",
       "luật tổ chức chính quyền địa phương",
       {"l77", "Luật", "Quốc hội", "", Date::make(2015, 6, 19)},
       {"art_1"}},
  };
  return out;
}

Reference resolved(std::string document, std::string provision, std::string type, std::string date,
                   CitingDocument citing) {
  Reference reference;
  reference.document = std::move(document);
  reference.provision = std::move(provision);
  reference.type = std::move(type);
  reference.date = std::move(date);
  std::vector<Reference> list{reference};
  resolve(list, citing, shelf());
  return list.front();
}

const CitingDocument kElsewhere{"x", "Ủy ban nhân dân tỉnh Khác", Date::make(2024, 5, 1)};

TEST(ResolveTest, ANumberHeldTwiceIsAmbiguousUnlessDateOrIssuerTells) {
  const Reference both = resolved("01/2024/QĐ-UBND", "", "Quyết định", "", kElsewhere);
  EXPECT_EQ(both.outcome, Outcome::kAmbiguous);
  EXPECT_THAT(both.candidates, ElementsAre("a", "b"));
  EXPECT_THAT(resolved("01/2024/QĐ-UBND", "", "Quyết định", "2024-02-06", kElsewhere).candidates,
              ElementsAre("b"));
  EXPECT_THAT(
      resolved("01/2024/QĐ-UBND", "", "Quyết định", "", {"y", "Ủy ban nhân dân huyện Đồng Lâm", {}})
          .candidates,
      ElementsAre("b"));
}

TEST(ResolveTest, AMissingUnitDanglesAndOneOfTheAttachedRegulationIsFound) {
  EXPECT_EQ(resolved("01/2024/QĐ-UBND", "art_7", "", "2024-01-05", kElsewhere).outcome,
            Outcome::kDangling);
  EXPECT_EQ(resolved("01/2024/QĐ-UBND", "art_9", "", "2024-02-06", kElsewhere).outcome,
            Outcome::kResolved);
}

TEST(ResolveTest, AnotherTypeWithTheNumberIsAnotherDocument) {
  const Reference reference = resolved("65/2025/QH15", "", "Nghị quyết", "", kElsewhere);
  EXPECT_EQ(reference.outcome, Outcome::kNotHeld);
  EXPECT_THAT(reference.candidates, IsEmpty());
}

TEST(ResolveTest, ABareNameIsTheVersionOfTheCitingDayOrAmbiguous) {
  const std::string name = "name:luật tổ chức chính quyền địa phương";
  EXPECT_THAT(resolved(name, "art_1", "Luật", "", {"x", "", Date::make(2020, 1, 1)}).candidates,
              ElementsAre("l77"));
  EXPECT_THAT(
      resolved(name + "|2015", "", "Luật", "", {"x", "", Date::make(2025, 8, 1)}).candidates,
      ElementsAre("l77"));
  // In March 2025 the law of February had been adopted; whether it was in force the date alone
  // can't say.
  const Reference spring = resolved(name, "", "Luật", "", {"x", "", Date::make(2025, 3, 10)});
  EXPECT_EQ(spring.outcome, Outcome::kAmbiguous);
  EXPECT_THAT(spring.candidates, ElementsAre("l65", "l77"));
}

}  // namespace
}  // namespace rasoat
