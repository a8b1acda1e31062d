#include "citation/resolve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
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
    bool unclear = false;
    std::vector<Change> changes = {};
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
      if (!row.name.empty() && law_name_key(row.name) == law_name_key(name))
        out.push_back(row.candidate);
    }
    return out;
  }
  bool has_provision(std::string_view id, std::string_view provision) const override {
    const Row* row = find(id);
    return row != nullptr && row->provisions.contains(provision);
  }
  std::vector<std::string> below(std::string_view id, std::string_view provision) const override {
    std::vector<std::string> out;
    const Row* row = find(id);
    if (row == nullptr) return out;
    const std::string prefix = provision.empty() ? "" : std::string(provision) + "__";
    for (const std::string& one : row->provisions) {
      if (one.starts_with(prefix) && one.find("__", prefix.size()) == std::string::npos) {
        out.push_back(one);
      }
    }
    return out;
  }
  bool is_unclear(std::string_view id) const override {
    const Row* row = find(id);
    return row != nullptr && row->unclear;
  }
  std::vector<Change> changes_to(std::string_view id) const override {
    const Row* row = find(id);
    return row == nullptr ? std::vector<Change>() : row->changes;
  }

 private:
  const Row* find(std::string_view id) const {
    for (const Row& row : rows) {
      if (row.candidate.id == id) return &row;
    }
    return nullptr;
  }
};

// The registry of these tests: three laws of one name, of which the third was adopted before the
// second had been in force for long, and one that a law of another name has replaced.
const LawRegistry& registry() {
  static const LawRegistry made = [] {
    const std::filesystem::path folder =
        std::filesystem::path(::testing::TempDir()) / "rasoat-resolve-test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "laws.tsv")
        << "number\tname\tadopted\tin_force\tend\taliases\tamended_by\n"
           "901/2001/QH10\tLuật Cầu phao\t2001-06-01\t2002-01-01\t2012-01-01\tLuật CP\t\n"
           "902/2011/QH12\tLuật Cầu phao\t2011-06-01\t2012-01-01\t2021-07-01\t\t907/2015/QH13\n"
           "903/2021/QH15\tLuật Cầu phao\t2021-05-01\t2021-07-01\t\t\t\n"
           "904/2010/QH12\tLuật Đò ngang\t2010-06-01\t2011-01-01\t2021-07-01\t\t\n"
           "905/2023/QH15\tLuật Kĩ thuật bến, bãi\t2023-06-01\t\t\t\t\n"
           "906/2010/QH12\tLuật Kỹ thuật bến, bãi\t2010-06-01\t2011-01-01\t\t\t\n";
    const Result<Lexicon> lexicon = Lexicon::with_overrides(folder);
    EXPECT_TRUE(lexicon) << to_string(lexicon.error());
    return LawRegistry(*lexicon);
  }();
  return made;
}

Shelf shelf() {
  Shelf out;
  out.rows = {
      {"01/2024/QĐ-UBND",
       "",
       {"a", "01/2024/QĐ-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Sông Vân", "",
        Date::make(2024, 1, 5)},
       {"art_1", "art_2", "art_2__clause_1", "art_2__clause_2"}},
      {"01/2024/QĐ-UBND",
       "",
       {"b", "01/2024/QĐ-UBND", "Quyết định", "Ủy ban nhân dân huyện Đồng Lâm", "",
        Date::make(2024, 2, 6)},
       {"att_1__art_9"}},
      {"65/2025/QH15",
       "",
       {"l65", "65/2025/QH15", "Luật", "Quốc hội", "", Date::make(2025, 2, 19)},
       {"art_1"}},
      {"902/2011/QH12",
       "luật cầu phao",
       {"l902", "902/2011/QH12", "Luật", "Quốc hội", "", Date::make(2011, 6, 1)},
       {"art_1", "art_2"}},
      {"903/2021/QH15",
       "luật cầu phao",
       {"l903", "903/2021/QH15", "Luật", "Quốc hội", "", Date::make(2021, 5, 1)},
       {"art_1"}},
      {"9/VBHN-VPQH",
       "luật cầu phao",
       {"vbhn", "9/VBHN-VPQH", "Luật", "Văn phòng Quốc hội", "", Date::make(2019, 5, 1)},
       {"art_1"}},
      {"910/2016/QH13",
       "luật chợ nổi",
       {"l910", "910/2016/QH13", "Luật", "Quốc hội", "", Date::make(2016, 5, 1)},
       {"art_1"}},
  };
  return out;
}

Reference reference_to(std::string document, std::string provision = "") {
  Reference out;
  out.document = std::move(document);
  out.provision = std::move(provision);
  return out;
}

Reference resolved_in(const Shelf& held, Reference reference, const CitingDocument& citing) {
  std::vector<Reference> list{std::move(reference)};
  resolve(list, citing, held, registry());
  return list.front();
}

Reference resolved(std::string document, std::string provision, std::string type, std::string date,
                   const CitingDocument& citing) {
  Reference reference = reference_to(std::move(document), std::move(provision));
  reference.type = std::move(type);
  reference.date = std::move(date);
  return resolved_in(shelf(), std::move(reference), citing);
}

const CitingDocument kElsewhere{"x", "Ủy ban nhân dân tỉnh Khác", Date::make(2024, 5, 1), ""};

CitingDocument on(int year, int month, int day) {
  return {"x", "", Date::make(year, month, day), ""};
}

std::vector<std::string> versions(const std::string& document, const CitingDocument& citing) {
  return resolved(document, "", "Luật", "", citing).versions;
}

TEST(ResolveTest, ANumberHeldTwiceIsAmbiguousUnlessDateOrIssuerTells) {
  const Reference both = resolved("01/2024/QĐ-UBND", "", "Quyết định", "", kElsewhere);
  EXPECT_EQ(both.outcome, Outcome::kAmbiguous);
  EXPECT_THAT(both.candidates, ElementsAre("a", "b"));
  EXPECT_THAT(resolved("01/2024/QĐ-UBND", "", "Quyết định", "2024-02-06", kElsewhere).candidates,
              ElementsAre("b"));
  EXPECT_THAT(resolved("01/2024/QĐ-UBND", "", "Quyết định", "",
                       {"y", "Ủy ban nhân dân huyện Đồng Lâm", {}, ""})
                  .candidates,
              ElementsAre("b"));
}

TEST(ResolveTest, AMissingUnitDanglesAndOneOfTheAttachedRegulationIsFound) {
  EXPECT_EQ(resolved("01/2024/QĐ-UBND", "art_7", "", "2024-01-05", kElsewhere).outcome,
            Outcome::kDangling);
  EXPECT_EQ(resolved("01/2024/QĐ-UBND", "art_2__clause_3", "", "2024-01-05", kElsewhere).outcome,
            Outcome::kDangling);
  EXPECT_EQ(resolved("01/2024/QĐ-UBND", "art_9", "", "2024-02-06", kElsewhere).outcome,
            Outcome::kResolved);
}

TEST(ResolveTest, AnotherTypeWithTheNumberIsAnotherDocument) {
  const Reference reference = resolved("65/2025/QH15", "", "Nghị quyết", "", kElsewhere);
  EXPECT_EQ(reference.outcome, Outcome::kNotHeld);
  EXPECT_THAT(reference.candidates, IsEmpty());
}

TEST(ResolveTest, ABareNameIsTheVersionInForceOnTheCitingDay) {
  const std::string name = "name:luật cầu phao";
  EXPECT_THAT(versions(name, on(2005, 1, 1)), ElementsAre("901/2001/QH10"));
  EXPECT_THAT(versions(name, on(2015, 1, 1)), ElementsAre("902/2011/QH12"));
  EXPECT_THAT(versions(name, on(2021, 7, 1)), ElementsAre("903/2021/QH15")) << "its first day";
  EXPECT_THAT(versions(name, on(2001, 5, 31)), IsEmpty()) << "an older one is meant";
  EXPECT_THAT(versions("name:luật cp", on(2005, 1, 1)), ElementsAre("901/2001/QH10")) << "alias";
  const Reference held = resolved(name, "art_2", "Luật", "", on(2015, 1, 1));
  EXPECT_EQ(held.outcome, Outcome::kResolved);
  EXPECT_THAT(held.candidates, ElementsAre("l902")) << "not the consolidated text";
  EXPECT_EQ(resolved(name, "", "Luật", "", on(2005, 1, 1)).outcome, Outcome::kNotHeld)
      << "another version is held";
}

TEST(ResolveTest, BetweenAdoptionAndForceANameMayMeanEither) {
  const Reference spring = resolved("name:luật cầu phao", "", "Luật", "", on(2021, 5, 1));
  EXPECT_EQ(spring.outcome, Outcome::kAmbiguous);
  EXPECT_THAT(spring.versions, ElementsAre("902/2011/QH12", "903/2021/QH15"));
  EXPECT_THAT(spring.candidates, ElementsAre("l902", "l903"));
  Reference basis = reference_to("name:luật cầu phao");
  basis.kind = ReferenceKind::kBasis;
  EXPECT_EQ(resolved_in(shelf(), basis, on(2021, 5, 1)).outcome, Outcome::kAmbiguous)
      << "a document that implements a law is adopted before the law is in force";
}

TEST(ResolveTest, TheTextItselfDecidesBetweenVersions) {
  std::vector<Reference> list{reference_to("name:luật cầu phao"), reference_to("903/2021/QH15")};
  resolve(list, on(2021, 6, 1), shelf(), registry());
  EXPECT_THAT(list[0].versions, ElementsAre("903/2021/QH15"));
  list = {reference_to("name:luật cầu phao"), reference_to("name:luật cầu phao|2011")};
  resolve(list, on(2021, 6, 1), shelf(), registry());
  EXPECT_THAT(list[0].versions, ElementsAre("902/2011/QH12"));
  list = {reference_to("name:luật cầu phao"), reference_to("903/2021/QH15"),
          reference_to("902/2011/QH12")};
  resolve(list, on(2021, 6, 1), shelf(), registry());
  EXPECT_EQ(list[0].outcome, Outcome::kAmbiguous) << "the text cites both";
  list[1].kind = ReferenceKind::kBasis;
  resolve(list, on(2021, 6, 1), shelf(), registry());
  EXPECT_THAT(list[0].versions, ElementsAre("903/2021/QH15")) << "the text rests on it";
  list = {reference_to("name:luật cầu phao"), reference_to("901/2001/QH10")};
  resolve(list, on(2015, 6, 1), shelf(), registry());
  EXPECT_THAT(list[0].versions, ElementsAre("902/2011/QH12")) << "the day leaves no doubt";
}

TEST(ResolveTest, WithoutADateAllVersionsAreShown) {
  const Reference undated = resolved("name:luật cầu phao", "", "Luật", "", {"x", "", {}, ""});
  EXPECT_THAT(undated.versions, ElementsAre("901/2001/QH10", "902/2011/QH12", "903/2021/QH15"));
  EXPECT_EQ(undated.outcome, Outcome::kAmbiguous);
  EXPECT_THAT(versions("name:luật đò ngang", {"x", "", {}, ""}), ElementsAre("904/2010/QH12"));
}

TEST(ResolveTest, TheYearInTheNumberOfAnUndatedDocumentLeavesTheVersionsOfThatYear) {
  EXPECT_THAT(versions("name:luật cầu phao", {"x", "", {}, "17/2015/QĐ-UBND"}),
              ElementsAre("902/2011/QH12"));
  EXPECT_THAT(versions("name:luật cầu phao", {"x", "", {}, "17/2021/QĐ-UBND"}),
              ElementsAre("902/2011/QH12", "903/2021/QH15"));
}

TEST(ResolveTest, AYearOrADayPicksTheVersionAdoptedThen) {
  EXPECT_THAT(versions("name:luật cầu phao|2011", on(2025, 1, 1)), ElementsAre("902/2011/QH12"));
  EXPECT_THAT(versions("name:luật cầu phao|2013", on(2025, 1, 1)), IsEmpty());
  EXPECT_THAT(resolved("name:luật cầu phao|2021", "", "", "2021-05-01", on(2021, 5, 20)).versions,
              ElementsAre("903/2021/QH15"));
}

TEST(ResolveTest, ANameThatHasEndedMeansItsLastVersionOnlyWhereThereIsOne) {
  EXPECT_THAT(versions("name:luật đò ngang", on(2024, 1, 1)), ElementsAre("904/2010/QH12"));
}

TEST(ResolveTest, WhereTheDayOfForceIsNotKnownBothAreShown) {
  const std::string name = "name:luật kỹ thuật bến bãi";  // y and i, with and without comma
  EXPECT_THAT(versions(name, on(2024, 1, 1)), ElementsAre("906/2010/QH12", "905/2023/QH15"));
  EXPECT_THAT(versions(name, on(2026, 1, 1)), ElementsAre("905/2023/QH15"));
}

TEST(ResolveTest, AHeldLawThatTheRegistryLacksIsFoundByItsName) {
  const Reference held = resolved("name:luật chợ nổi", "", "Luật", "", on(2024, 1, 1));
  EXPECT_EQ(held.outcome, Outcome::kResolved);
  EXPECT_THAT(held.versions, ElementsAre("910/2016/QH13"));
}

class DanglingTest : public ::testing::Test {
 protected:
  Reference cite(const std::string& unit) {
    return resolved_in(held_, reference_to("05/2020/TT-BXD", unit), on(2024, 1, 1));
  }
  Shelf::Row& target() { return held_.rows.front(); }

  Shelf held_ = [] {
    Shelf out;
    out.rows = {{"05/2020/TT-BXD",
                 "",
                 {"t", "05/2020/TT-BXD", "Thông tư", "Bộ Xây dựng", "", Date::make(2020, 3, 1)},
                 {"art_1", "art_2", "art_2__clause_1", "art_2__clause_2",
                  "art_2__clause_2__point_a", "art_2__clause_2__point_b", "art_3"}}};
    return out;
  }();
};

TEST_F(DanglingTest, AUnitBehindTheLastOfAnUnbrokenSequenceDangles) {
  for (const char* unit : {"art_4", "art_2__clause_3", "art_2__clause_2__point_c",
                           "art_2__clause_2__point_đ", "art_5__clause_1"}) {
    EXPECT_EQ(cite(unit).outcome, Outcome::kDangling) << unit;
    EXPECT_EQ(cite(unit).doubt, Doubt::kNone) << unit;
  }
}

TEST_F(DanglingTest, AUnitOfARegulationIsLookedForThere) {
  target().provisions = {"art_1", "art_2", "att_1__art_1", "att_1__art_2", "att_1__art_3"};
  EXPECT_EQ(cite("att_1__art_4").outcome, Outcome::kDangling);
  EXPECT_EQ(cite("art_3").outcome, Outcome::kResolved) << "the regulation may be meant";
  EXPECT_EQ(cite("art_4").outcome, Outcome::kDangling) << "neither has it";
}

TEST_F(DanglingTest, AnInsertedUnitMayHaveComeByAmendment) {
  for (const char* unit : {"art_2a", "art_2__clause_1a", "art_2__clause_2__point_a1"}) {
    EXPECT_EQ(cite(unit).outcome, Outcome::kNotHeld) << unit;
    EXPECT_EQ(cite(unit).doubt, Doubt::kInserted) << unit;
    EXPECT_THAT(cite(unit).candidates, ElementsAre("t")) << "the document is held";
  }
}

TEST_F(DanglingTest, ATextWithHolesIsHeldInPart) {
  target().provisions = {"art_1", "art_3"};
  EXPECT_EQ(cite("art_2").doubt, Doubt::kPartial);
  EXPECT_EQ(cite("art_9").doubt, Doubt::kPartial);
}

TEST_F(DanglingTest, WhereNoUnitOfTheKindStandsNothingIsSaid) {
  EXPECT_EQ(cite("art_1__clause_2").doubt, Doubt::kUnclear);
  EXPECT_EQ(cite("clause_2").doubt, Doubt::kUnclear);
  target().unclear = true;
  EXPECT_EQ(cite("art_4").doubt, Doubt::kUnclear);
}

TEST_F(DanglingTest, AHeldAmendmentOfThePlaceLeavesDoubtOrBringsTheUnit) {
  target().changes = {{"y", "art_2", false, true}};
  EXPECT_EQ(cite("art_2__clause_3").doubt, Doubt::kAmended);
  EXPECT_EQ(cite("art_4").outcome, Outcome::kDangling) << "another place was amended";
  target().changes = {{"y", "art_4", true, true}};
  EXPECT_EQ(cite("art_4__clause_1").outcome, Outcome::kResolved) << "brought by the amendment";
  target().changes = {{"y", "art_4", true, false}};
  EXPECT_EQ(cite("art_4").doubt, Doubt::kAmended) << "perhaps of another version of the name";
  target().changes = {{"x", "art_2__clause_3", false, true}};
  EXPECT_EQ(cite("art_2__clause_3").outcome, Outcome::kDangling)
      << "whoever cites it wants to change what is not there";
}

TEST_F(DanglingTest, AConsolidatedTextSaysNothingSureOfOthers) {
  for (const CitingDocument& consolidated :
       {CitingDocument{"v", "", Date::make(2024, 1, 1), "9/VBHN-BXD", ""},
        CitingDocument{"v", "", Date::make(2024, 1, 1), "", "Văn bản hợp nhất"}}) {
    EXPECT_EQ(resolved_in(held_, reference_to("05/2020/TT-BXD", "art_4"), consolidated).doubt,
              Doubt::kUnclear);
  }
}

TEST_F(DanglingTest, WordsThatAreNotTiedToTheDocumentProveNothing) {
  Reference own = reference_to("this", "art_9");
  const CitingDocument target_itself{"t", "", Date::make(2020, 3, 1), "05/2020/TT-BXD", "Thông tư"};
  EXPECT_EQ(resolved_in(held_, own, target_itself).outcome, Outcome::kDangling);
  Reference loose = own;
  loose.loose = true;
  EXPECT_EQ(resolved_in(held_, loose, target_itself).doubt, Doubt::kUnclear);
  Reference amends = reference_to("07/2018/TT-BXD", "art_2");
  amends.kind = ReferenceKind::kAmend;
  std::vector<Reference> list{amends, own};
  resolve(list, target_itself, held_, registry());
  EXPECT_EQ(list[1].doubt, Doubt::kUnclear) << "new wording whose marks are missing";
  EXPECT_EQ(resolved_in(held_, reference_to("05/2020/TT-BXD", "art_9"), on(2019, 1, 1)).doubt,
            Doubt::kUnclear)
      << "the citing text is older than what it cites: it was changed since";
}

TEST_F(DanglingTest, AnAmendedUnitMayBeANewOne) {
  Reference amended = reference_to("05/2020/TT-BXD", "art_2__clause_3");
  amended.kind = ReferenceKind::kAmend;
  EXPECT_EQ(resolved_in(held_, amended, on(2024, 1, 1)).doubt, Doubt::kInserted);
}

TEST_F(DanglingTest, ANameInATextThatWasChangedSinceProvesNothing) {
  Shelf laws = shelf();
  laws.rows.push_back({"907/2015/QH13", "", {"l907", "907/2015/QH13", "Luật", "", "", {}}, {}});
  laws.rows.push_back({"08/2016/TT-BXD",
                       "",
                       {"c", "08/2016/TT-BXD", "Thông tư", "", "", Date::make(2016, 2, 2)},
                       {}});
  const CitingDocument citing{"c", "", Date::make(2016, 2, 2), "08/2016/TT-BXD", "Thông tư"};
  const Reference named = reference_to("name:luật cầu phao", "art_3");
  EXPECT_EQ(resolved_in(laws, named, citing).outcome, Outcome::kDangling);
  laws.rows.back().unclear = true;
  EXPECT_EQ(resolved_in(laws, named, citing).doubt, Doubt::kUnclear);
  EXPECT_EQ(resolved_in(laws, reference_to("902/2011/QH12", "art_3"), citing).outcome,
            Outcome::kDangling)
      << "a number means one version whatever the day";
}

TEST_F(DanglingTest, AnAmendingLawThatIsNotHeldLeavesDoubt) {
  Shelf laws = shelf();
  EXPECT_EQ(resolved_in(laws, reference_to("902/2011/QH12", "art_3"), on(2024, 1, 1)).doubt,
            Doubt::kAmended);
  laws.rows.push_back({"907/2015/QH13", "", {"l907", "907/2015/QH13", "Luật", "", "", {}}, {}});
  EXPECT_EQ(resolved_in(laws, reference_to("902/2011/QH12", "art_3"), on(2024, 1, 1)).outcome,
            Outcome::kDangling);
}

TEST_F(DanglingTest, NewWordingSpeaksOfTheDocumentThatItGoesInto) {
  Reference amended = reference_to("05/2020/TT-BXD", "art_2");
  amended.kind = ReferenceKind::kAmend;
  Reference quoted = reference_to("this", "art_3");
  quoted.quoted = true;
  Reference missing = reference_to("this", "art_4");
  missing.quoted = true;
  std::vector<Reference> list{amended, quoted, missing};
  resolve(list, on(2024, 1, 1), held_, registry());
  EXPECT_EQ(list[1].outcome, Outcome::kResolved);
  EXPECT_THAT(list[1].candidates, ElementsAre("t"));
  EXPECT_EQ(list[2].outcome, Outcome::kNotHeld);
  EXPECT_EQ(list[2].doubt, Doubt::kQuoted);
}

}  // namespace
}  // namespace rasoat
