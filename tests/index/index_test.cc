#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <random>

#include "index/search_index.h"
#include "index/terms.h"
#include "store/analysis_builder.h"
#include "support/temporary_folder.h"

namespace rasoat {
namespace {

using testing::AnalysisBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class IndexTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Result<std::unique_ptr<Store>> opened =
        Store::open(folder_.path() / "store.db", Store::Mode::kWrite);
    ASSERT_TRUE(opened) << to_string(opened.error());
    store_ = std::move(*opened);
    put("/a.txt", AnalysisBuilder("a", "24/2025/QĐ-UBND")
                      .provision("art_1", "Điều 1. Uỷ ban nhân dân huyện thu hồi đất", -1)
                      .duty("ubnd:huyen", Role::kLead)
                      .duty("so-tu-phap", Role::kCoordinate)
                      .provision("art_1__clause_1", "1. Việc thu gom rác thải ở chợ", 0)
                      .build());
    AnalysisBuilder other("b", "3/NQ-HĐND");
    other.head().type = "Nghị quyết";
    other.head().title = "Về hộ tịch";
    put("/b.txt", other.provision("art_1", "Điều 1. Đạt yêu cầu; đất hồi thu")
                      .provision("art_2", "Điều 2. Bản làng")
                      .duty("ubnd:huyen", Role::kOther)
                      .provision("art_10", "Điều 10. Uỷ BAN thu, hồi đất 24/2025/QĐ-UBND")
                      .duty("ubnd:xa", Role::kLead)
                      .build());
    update();
  }

  void put(const std::string& path, const AnalyzedDocument& analysis) {
    SourceRecord source;
    source.path = path;
    source.sha256 = std::to_string(++hash_);
    const Result<PutResult> result = store_->put(source, analysis, Lexicon::builtin());
    ASSERT_TRUE(result) << to_string(result.error());
  }

  void update() {
    const Result<void> done = catch_up(index_folder(), *store_, Lexicon::builtin());
    ASSERT_TRUE(done) << to_string(done.error());
    if (!index_) {
      Result<std::unique_ptr<SearchIndex>> opened = SearchIndex::open(index_folder());
      ASSERT_TRUE(opened) << to_string(opened.error());
      index_ = std::move(*opened);
    }
  }

  std::filesystem::path index_folder() const { return folder_.path() / "index"; }

  // "document/provision" of each hit, in order.
  std::vector<std::string> found(const std::string& text, uint32_t offset = 0, uint32_t limit = 0) {
    const Result<Query> query = parse_query(text, Lexicon::builtin());
    EXPECT_TRUE(query) << to_string(query.error());
    if (!query) return {};
    FindOptions options;
    options.offset = offset;
    options.limit = limit;
    return found(*query, options);
  }

  std::vector<std::string> found(const Query& query, const FindOptions& options) {
    const Result<IndexAnswer> answer = index_->find(query, options);
    EXPECT_TRUE(answer) << to_string(answer.error());
    if (!answer) return {};
    answer_ = *answer;
    std::vector<std::string> out;
    for (const IndexHit& hit : answer->hits) {
      const auto held = store_->read_for_hit(hit.document);
      if (!held || !*held || hit.position >= (*held)->analysis.document.provisions.size()) {
        out.emplace_back("gone");
        continue;
      }
      const AnalyzedDocument& document = (*held)->analysis;
      out.push_back(document.id + "/" + document.document.provisions[hit.position].id);
    }
    return out;
  }

  std::vector<std::string> sorted(const std::string& text) {
    std::vector<std::string> out = found(text);
    std::sort(out.begin(), out.end());
    return out;
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<SearchIndex> index_;
  IndexAnswer answer_;  // the last
  int hash_ = 0;
};

struct SearchCase {
  const char* query;
  std::vector<std::string> hits;  // sorted
  const char* why;
};

TEST_F(IndexTest, Finds) {
  const SearchCase cases[] = {
      {"đất", {"a/art_1", "b/art_1", "b/art_10"}, "a word with marks, exactly"},
      {"đạt", {"b/art_1"}, "another word that differs in marks alone"},
      {"dat", {"a/art_1", "b/art_1", "b/art_10"}, "without marks: every form"},
      {"ĐẤT", {"a/art_1", "b/art_1", "b/art_10"}, "case tells nothing"},
      {"ủy ban", {"a/art_1", "b/art_10"}, "new tone placement finds the old"},
      {"uỷ ban", {"a/art_1", "b/art_10"}, "and the old the old"},
      {"uy ban", {"a/art_1", "b/art_10"}, "and none both"},
      {"ban", {"a/art_1", "b/art_10", "b/art_2"}, "without marks stands for bản too"},
      {"\"thu hồi đất\"", {"a/art_1", "b/art_10"}, "a phrase; punctuation does not part words"},
      {"\"thu hoi đất\"", {"a/art_1", "b/art_10"}, "a phrase of words with and without marks"},
      {"\"đất hồi\"", {"b/art_1"}, "the order counts"},
      {"\"24/2025/QĐ-UBND\"", {"b/art_10"}, "a number in the text is a phrase of its parts"},
      {"đất 24/2025/qd-ubnd", {"b/art_10"}, "in any spelling"},
      {"số 24/2025/QĐ-UBND",
       {"a/art_1", "a/art_1__clause_1", "b/art_10"},
       "a number alone: the document, and what mentions it"},
      {"number:24/2025/QĐ-UBND", {"a/art_1", "a/art_1__clause_1"}, "the number of the document"},
      {"number:24/2025", {"a/art_1", "a/art_1__clause_1"}, "its first parts"},
      {"number:24/2025/qd-ubnd", {"a/art_1", "a/art_1__clause_1"}, "without marks"},
      {"document:b", {"b/art_1", "b/art_10", "b/art_2"}, "a document by id"},
      {"document:\"3/NQ-HĐND\"", {"b/art_1", "b/art_10", "b/art_2"}, "a document by number"},
      {"type:\"nghị quyết\" đất", {"b/art_1", "b/art_10"}, "a type and a word"},
      {"title:\"hộ tịch\"", {"b/art_1", "b/art_10", "b/art_2"}, "words of the title"},
      {"title:\"ho tich\" ban", {"b/art_10", "b/art_2"}, "the same without marks"},
      {"agency:\"UBND huyện\"", {"a/art_1", "b/art_2"}, "a body"},
      {"role:lead", {"a/art_1", "b/art_10"}, "a role"},
      {"agency:\"UBND huyện\" role:lead", {"a/art_1"}, "in one duty"},
      {"agency:\"Sở Tư pháp\" role:lead", {}, "the role is another body's"},
      {"level:huyện", {"a/art_1", "b/art_2"}, "a level"},
      {"level:xã role:lead", {"b/art_10"}, "a level and a role in one duty"},
      {"rác OR làng", {"a/art_1__clause_1", "b/art_2"}, "either"},
      {"đất NOT huyện", {"b/art_1", "b/art_10"}, "without a word"},
      {"NOT đất", {"a/art_1__clause_1", "b/art_2"}, "all others"},
      {"", {}, "nothing asked, nothing found"},
      {"quyết toán", {}, "no such word"},
      {"quy định nào giao nhiệm vụ cho UBND cấp huyện", {"a/art_1", "b/art_2"}, "a question"},
  };
  for (const SearchCase& row : cases) {
    EXPECT_EQ(sorted(row.query), row.hits) << row.query << ": " << row.why;
    EXPECT_EQ(answer_.total, row.hits.size()) << row.query;
  }
}

TEST_F(IndexTest, FieldsOfTheDocumentAndOfReferences) {
  AnalyzedDocument cited = AnalysisBuilder("c", "5/2025/NĐ-CP")
                               .provision("art_1", "Điều 1. Căn cứ")
                               .cites("name:luật đất đai|2013", "art_5__clause_2")
                               .provision("art_2", "Điều 2. Kĩ thuật ngày 05")
                               .cites("34/2016/NĐ-CP")
                               .cites("this", "art_1")
                               .duty("ubnd:xa", Role::kOther)
                               .provision("art_3",
                                          "Điều 3. Quyết định này có hiệu lực thi hành kể "
                                          "từ ngày 01 tháng 5 năm 2025.")
                               .build();
  cited.references[1].kind = ReferenceKind::kRepeal;
  cited.assignments[0].deadline = Deadline();
  put("/c.txt", cited);
  update();
  const SearchCase cases[] = {
      {"issued:2025-03 document:c", {"c/art_1", "c/art_2", "c/art_3"}, "a month"},
      {"issued:14/3/2025..2025 document:c", {"c/art_1", "c/art_2", "c/art_3"}, "a range"},
      {"issued:<14/3/2025", {}, "before"},
      {"effective:2025-05-01", {"c/art_1", "c/art_2", "c/art_3"}, "the day it says itself"},
      {"effective:>=1900 document:a", {}, "not known: never found"},
      {"issuer:\"UBND tỉnh Sông Vân\" document:c", {"c/art_1", "c/art_2", "c/art_3"}, "issuer"},
      {"issuer:\"ubnd tinh\" provision:\"Điều 3\"", {"c/art_3"}, "any province; a unit"},
      {"issuer:\"UBND tỉnh Bình Hải\"", {}, "another province"},
      {"cites:\"Luật Đất đai\"", {"c/art_1"}, "a law by name"},
      {"cites:45/2013/QH13", {"c/art_1"}, "the version that the name means"},
      {"cites:31/2024/QH15", {}, "and no other"},
      {"cites:\"Điều 5 Luật Đất đai\"", {"c/art_1"}, "the unit above"},
      {"cites:\"khoản 3 Điều 5 Luật Đất đai\"", {}, "another unit"},
      {"cites:5/2025/NĐ-CP", {}, "every law cites itself"},
      {"cites:\"Điều 1 Nghị định 5/2025/ND-CP\"", {"c/art_2"}, "a unit of its own"},
      {"kind:\"bãi bỏ\"", {"c/art_2"}, "the kind"},
      {"kind:repeal cites:34/2016/NĐ-CP", {"c/art_2"}, "in one reference"},
      {"kind:cite cites:34/2016/NĐ-CP", {}, "in no other"},
      {"has:deadline", {"c/art_2"}, "a deadline"},
      {"has:agency document:c", {"c/art_2"}, "a body"},
      {"has:reference", {"c/art_1", "c/art_2"}, "a reference"},
      {"kỹ thuật", {"c/art_2"}, "y for i"},
      {"\"ngày 5\"", {"c/art_2"}, "no leading zero"},
  };
  for (const SearchCase& row : cases)
    EXPECT_EQ(sorted(row.query), row.hits) << row.query << row.why;
}

TEST_F(IndexTest, NearbyWordsAndOtherForms) {
  EXPECT_THAT(sorted("đất NEAR/1 thu"), ElementsAre("a/art_1", "b/art_1", "b/art_10"))
      << "in any order";
  EXPECT_THAT(sorted("đất NEAR/0 thu"), IsEmpty()) << "side by side";
  EXPECT_THAT(sorted("ban NEAR/3 \"thu hồi\" type:\"quyết định\""), ElementsAre("a/art_1"));
  EXPECT_THAT(sorted("ban NEAR/1 \"thu hồi\" type:\"quyết định\""), IsEmpty());
  EXPECT_THAT(sorted("xyz|\"rác thải\""), ElementsAre("a/art_1__clause_1"));
}

TEST_F(IndexTest, CorrectsFromTheWordsOfTheCorpus) {
  const auto corrected = [&](const std::string& text) {
    const Result<Query> query = parse_query(text, Lexicon::builtin());
    EXPECT_TRUE(query) << text;
    const auto corrections = index_->corrections(*query);
    EXPECT_TRUE(corrections);
    std::string out;
    for (const Correction& one : *corrections) out += one.typed + ">" + one.better + " ";
    return out;
  };
  EXPECT_EQ(corrected("thu hồi đât"), "đât>đất ") << "beside its neighbours before đạt";
  EXPECT_EQ(corrected("thu hòi đất"), "hòi>hồi ");
  EXPECT_EQ(corrected("thu hồi đất"), "") << "all words are there";
  EXPECT_EQ(corrected("huyenn"), "huyenn>huyen ");
  EXPECT_EQ(corrected("đất NOT xyzxyz"), "");
  EXPECT_EQ(corrected("xyzxyz"), "") << "like no word";
  EXPECT_EQ(corrected("2031"), "") << "no number is a slip of another";
}

TEST_F(IndexTest, RankedWordsNeedNotAllBeThere) {
  const std::vector<std::string> hits = found("xin thu gom rác đất");
  EXPECT_THAT(hits, ::testing::UnorderedElementsAre("a/art_1", "b/art_1", "b/art_10"));
  EXPECT_EQ(hits.front(), "a/art_1") << "three neighbours, in its clause";
  EXPECT_THAT(sorted("role:lead ~(gom đất rác)"), ElementsAre("a/art_1", "b/art_10"))
      << "a field beside them is required";
  EXPECT_THAT(found("~(xin hoa)"), IsEmpty());
}

TEST_F(IndexTest, FieldsAloneAreOrderedByRankAndPosition) {
  EXPECT_THAT(found("level:huyện OR level:xã"), ElementsAre("b/art_2", "b/art_10", "a/art_1"))
      << "the resolution first; art_2 before art_10: by position, not by name";
  EXPECT_THAT(found("level:huyện OR level:xã", 1, 1), ElementsAre("b/art_10"));
  EXPECT_EQ(answer_.total, 3u) << "the total is that of all pages";
  EXPECT_THAT(found("level:huyện", 99, 5), IsEmpty());
}

TEST_F(IndexTest, FollowsTheStore) {
  put("/b.txt", AnalysisBuilder("c", "9/KH").provision("sec_1", "I. Đất rừng").build());
  EXPECT_THAT(found("đất"), SizeIs(3)) << "not before it is told";
  update();
  EXPECT_EQ(sorted("đất"), (std::vector<std::string>{"a/art_1", "c/sec_1"}))
      << "the document of the file is another now";
  const auto states = index_->states();
  ASSERT_TRUE(states) << to_string(states.error());
  const IndexState* const state = &states->front();
  EXPECT_EQ(state->store, *store_->identity());
  EXPECT_EQ(*store_->count_changes_after(state->change), 0u);
  EXPECT_EQ(state->provisions, store_->counts()->provisions);
}

TEST_F(IndexTest, ReadersGoOverToARebuiltIndex) {
  const auto before = sorted("đất");
  ASSERT_TRUE(rebuild(index_folder(), *store_, Lexicon::builtin()));
  EXPECT_EQ(sorted("đất"), before);
  put("/c.txt", AnalysisBuilder("c", "9/KH").provision("sec_1", "I. Đất rừng").build());
  ASSERT_TRUE(rebuild(index_folder(), *store_, Lexicon::builtin()));
  EXPECT_EQ(sorted("đất").size(), before.size() + 1);
  size_t databases = 0;
  for (const auto& entry : std::filesystem::directory_iterator(index_folder())) {
    databases += entry.is_directory();
  }
  EXPECT_EQ(databases, 1u) << "the old ones are deleted";
  EXPECT_THAT(*index_->check(), IsEmpty());
}

TEST_F(IndexTest, AnIndexOfAnotherStoreOrABrokenOneIsMadeAnew) {
  testing::TemporaryFolder other_folder;
  auto other = Store::open(other_folder.path() / "store.db", Store::Mode::kWrite);
  ASSERT_TRUE(other);
  ASSERT_TRUE(catch_up(index_folder(), **other, Lexicon::builtin()));
  EXPECT_THAT(found("đất"), IsEmpty());
  update();
  EXPECT_EQ(found("đất").size(), 3u);

  for (const auto& entry : std::filesystem::recursive_directory_iterator(index_folder())) {
    if (entry.path().extension() == ".glass") std::filesystem::resize_file(entry.path(), 10);
  }
  update();
  EXPECT_EQ(found("đất").size(), 3u);
  std::filesystem::remove_all(index_folder());
  EXPECT_THAT(found("đất"), IsEmpty()) << "an absent index is an empty one";
  update();
  EXPECT_EQ(found("đất").size(), 3u);
}

TEST_F(IndexTest, DamagedColumnsAreSaidAndMadeAnew) {
  ASSERT_TRUE(rebuild(index_folder(), *store_, Lexicon::builtin()));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(index_folder())) {
    if (entry.path().filename() == "columns") std::filesystem::resize_file(entry.path(), 30);
  }
  const auto damaged = SearchIndex::open(index_folder());
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, ErrorCode::kIndex);
  update();
  EXPECT_EQ(found("đất").size(), 3u);
}

// What is found in a base with changes beside it is what is found in an index that is made anew.
TEST_F(IndexTest, ChangesAnswerAsIfTheIndexWereMadeAnew) {
  std::mt19937 random(5);
  const std::vector<std::string> words = {"đất", "rừng", "thu", "hồi", "phí", "chợ", "bến"};
  const std::vector<std::string> types = {"Luật", "Nghị quyết", "Quyết định"};
  const std::vector<std::string> bodies = {"ubnd:huyen", "ubnd:xa", "so-tu-phap"};
  const auto any = [&](const auto& list) { return list[random() % list.size()]; };
  const auto put_any = [&](size_t number, const std::string& kind = "d") {
    const std::string name = kind + std::to_string(number);
    AnalysisBuilder document(name, std::to_string(number) + "/2025");
    document.head().type = any(types);
    document.head().date = Date::make(2020 + static_cast<int>(random() % 5), 1, 1);
    for (size_t i = 0; i <= random() % 4; ++i) {
      std::string text = "Điều " + std::to_string(i + 1) + ".";
      for (int word = 0; word < 6; ++word) text += " " + any(words);
      document.provision("art_" + std::to_string(i + 1), text, -1);
      if (random() % 2 == 0) document.duty(any(bodies), Role::kLead);
    }
    put("/" + std::to_string(number) + ".txt", document.build());
  };
  const auto answers = [&] {
    std::string out;
    for (const char* text : {"đất", "\"thu hồi\"", "agency:\"UBND huyện\"", "type:luật rung",
                             "NOT phí", "~(chợ bến)", "role:lead"}) {
      const Query query = *parse_query(text, Lexicon::builtin());
      for (const SortBy sort : {SortBy::kRank, SortBy::kNewest, SortBy::kRelevance}) {
        for (const bool group : {false, true}) {
          FindOptions options;
          options.limit = 0;
          options.sort = sort;
          options.group = group;
          options.facets = true;
          std::vector<std::string> hits = found(query, options);
          // Scores count the words of what has changed until the index is made anew.
          if (sort == SortBy::kRelevance) std::sort(hits.begin(), hits.end());
          if (group && sort == SortBy::kRelevance) continue;
          out += std::string(text) + " " + std::to_string(answer_.total) + ":";
          for (const std::string& hit : hits) out += " " + hit;
          for (const auto& [type, count] : answer_.facets.types) out += ";" + std::to_string(count);
          for (const auto& [key, count] : answer_.facets.agencies) {
            out += "," + std::to_string(key) + "=" + std::to_string(count);
          }
          for (const uint64_t count : answer_.facets.roles) out += "/" + std::to_string(count);
          out += "\n";
        }
      }
    }
    return out;
  };
  for (size_t i = 0; i < 40; ++i) put_any(i);
  ASSERT_TRUE(rebuild(index_folder(), *store_, Lexicon::builtin()));
  for (int round = 0; round < 6; ++round) {
    for (int i = 0; i < 5; ++i) put_any(random() % 50);
    put_any(random() % 40, "e");  // another document in the place of one
    update();
    const std::string with_changes = answers();
    EXPECT_EQ(index_->states()->front().provisions, store_->counts()->provisions);
    ASSERT_TRUE(rebuild(folder_.path() / "anew", *store_, Lexicon::builtin()));
    auto anew = SearchIndex::open(folder_.path() / "anew");
    ASSERT_TRUE(anew);
    index_.swap(*anew);
    EXPECT_EQ(with_changes, answers());
    index_.swap(*anew);
  }
}

TEST_F(IndexTest, LongAndOddValuesAreTaken) {
  const std::string id(600, 'x');
  const std::string word(300, 'a');
  put("/long.txt", AnalysisBuilder(id, std::string(500, '1'))
                       .provision("art_1", word + " \xEF\xBF\xBD xe")
                       .build());
  update();
  EXPECT_EQ(found(word).size(), 1u);
  EXPECT_EQ(found("document:" + id).size(), 1u);
  EXPECT_EQ(found("document:" + id + "y").size(), 0u) << "long ids that begin alike differ";
  put("/long.txt", AnalysisBuilder("short").provision("art_1", "xe").build());
  update();
  EXPECT_EQ(found(word).size(), 0u) << "and are found again to be taken out";
}

FindOptions some_page(std::mt19937& random) {
  FindOptions out;
  out.offset = static_cast<uint32_t>(random() % 4);
  out.limit = static_cast<uint32_t>(random() % 4);
  out.sort = static_cast<SortBy>(random() % 3);
  out.group = random() % 2 == 0;
  out.facets = random() % 2 == 0;
  return out;
}

TEST_F(IndexTest, NoQueryBreaksIt) {
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (size_t n = random() % 30; n > 0; --n) text += static_cast<char>(random() % 256);
    const Result<Query> query = parse_query(text, Lexicon::builtin());
    if (!query) continue;
    const Result<IndexAnswer> answer = index_->find(*query, some_page(random));
    ASSERT_TRUE(answer) << to_string(answer.error());
  }
  std::string parts = "a";
  for (int i = 0; i < 1900; ++i) parts += "/a";
  EXPECT_THAT(found(parts), IsEmpty());
}

TEST_F(IndexTest, FacetsCountEveryHit) {
  FindOptions options;
  options.limit = 1;
  options.facets = true;
  EXPECT_THAT(found(*parse_query("đất", Lexicon::builtin()), options), SizeIs(1));
  const FacetCounts& facets = answer_.facets;
  EXPECT_TRUE(answer_.exact);
  EXPECT_EQ(facets.types.at(facet_key("Nghị quyết")), 2u);
  EXPECT_EQ(facets.types.at(facet_key("Quyết định")), 1u);
  EXPECT_EQ(facets.issuers.at(facet_key("Ủy ban nhân dân tỉnh Sông Vân")), 3u);
  EXPECT_EQ(facets.agencies.at(facet_key("ubnd:huyen")), 1u);
  EXPECT_EQ(facets.agencies.at(facet_key("ubnd:xa")), 1u);
  EXPECT_EQ(facets.levels.at(AdminLevel::kDistrict), 1u);
  EXPECT_EQ(facets.years.at(2025), 3u);
  EXPECT_EQ(facets.roles[static_cast<size_t>(Role::kLead)], 2u) << "two provisions with one";
  EXPECT_EQ(facets.roles[static_cast<size_t>(Role::kOther)], 0u);
}

TEST_F(IndexTest, GroupsAndSorts) {
  const Query land = *parse_query("đất", Lexicon::builtin());
  FindOptions options;
  options.limit = 0;
  options.group = true;
  EXPECT_THAT(found(land, options), SizeIs(2)) << "one hit of each document";
  options.group = false;

  AnalysisBuilder law("luat", "1/2020/QH14");
  law.head().type = "Luật";
  law.head().issuer = "Quốc hội";
  law.head().date = Date::make(2020, 1, 1);
  put("/luat.txt", law.provision("art_1", "Điều 1. Đất đai").build());
  update();
  options.sort = SortBy::kRank;
  EXPECT_EQ(found(land, options).front(), "luat/art_1") << "the law before the office's decision";
  options.sort = SortBy::kNewest;
  EXPECT_EQ(found(land, options).back(), "luat/art_1") << "the oldest last";
}

TEST_F(IndexTest, PagesOfHitsDoNotOverlap) {
  AnalysisBuilder many("many", "9/KH");
  for (int i = 0; i < 230; ++i) {
    std::string line = std::to_string(i) + ". Đất rừng";
    for (int n = 0; n < i % 7; ++n) line += " phòng hộ";
    many.provision("art_" + std::to_string(i), line);
  }
  put("/many.txt", many.build());
  update();
  const std::vector<std::string> all = found("đất rừng");
  ASSERT_THAT(all, SizeIs(230));
  std::vector<std::string> pages;
  for (uint32_t offset = 0; offset < 230; offset += 20) {
    for (std::string& hit : found("đất rừng", offset, 20)) pages.push_back(std::move(hit));
  }
  EXPECT_EQ(pages, all);
}

TEST_F(IndexTest, RankedWordsFindTheWholeArticle) {
  put("/c.txt", AnalysisBuilder("c", "9/QĐ-UBND")
                    .provision("art_1", "Điều 1. Cấp giấy phép", -1, 21)
                    .provision("art_1__clause_1", "1. Hồ sơ xin phép xây dựng gồm đơn", 0)
                    .provision("art_1__clause_2", "2. Thời hạn giải quyết là 20 ngày", 0)
                    .provision("art_2", "Điều 2. Thời hạn khác")
                    .build());
  update();
  // No single provision has all of the words.
  for (const char* question :
       {"~(thời hạn giải quyết cấp giấy phép xây dựng)", "~(thoi han giai quyet giay phep)"}) {
    const std::vector<std::string> hits = found(question);
    ASSERT_FALSE(hits.empty()) << question;
    EXPECT_EQ(hits.front(), "c/art_1") << question;
    EXPECT_TRUE(answer_.passages);
  }
  EXPECT_THAT(found("~(thời hạn giải quyết) type:\"thông tư\""), IsEmpty())
      << "fields filter passages too";
  EXPECT_THAT(found("\"20 ngày\" ~(thời hạn giải quyết)"), ElementsAre("c/art_1__clause_2"))
      << "beside a phrase they only order";
}

TEST_F(IndexTest, AnIndexOfAnotherFormCountsAsNone) {
  for (const auto& entry : std::filesystem::directory_iterator(index_folder())) {
    if (!entry.is_directory()) continue;
    Xapian::WritableDatabase database(entry.path().string(),
                                      Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
    database.set_metadata("form", "1");
    database.commit();
  }
  index_.reset();
  const auto old = SearchIndex::open(index_folder());
  ASSERT_TRUE(old) << to_string(old.error());
  EXPECT_EQ((*old)->states()->front().store, "");
  EXPECT_THAT((*old)->find(*parse_query("đất", Lexicon::builtin()), {})->hits, IsEmpty());
  update();
  EXPECT_EQ(found("đất").size(), 3u);
}

TEST(SyllableTermTest, KeepsAllFormsOfASyllableTogether) {
  EXPECT_EQ(syllable_term("hoi"), "hoi");
  EXPECT_EQ(syllable_term("hồi"), "hoi ồ");
  EXPECT_EQ(syllable_term("đường"), "duong đườ");
  EXPECT_EQ(syllable_term("àa"), "aa àa") << "which of two like letters has the mark";
  EXPECT_NE(syllable_term("àa"), syllable_term("aà"));
  for (const char* form : {"hồi", "hội", "hỏi"}) {
    EXPECT_TRUE(syllable_term(form).starts_with(forms_prefix("hoi")));
  }
  EXPECT_FALSE(syllable_term("hối").starts_with(forms_prefix("ho")));
}

TEST(NumberValuesTest, GiveTheNumberAndItsFirstParts) {
  EXPECT_THAT(number_values("024/2025/TT-BTP"), ElementsAre("24/2025/tt-btp", "24/2025", "24"));
  EXPECT_THAT(number_values(""), IsEmpty());
}

}  // namespace
}  // namespace rasoat
