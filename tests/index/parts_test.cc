// A divided index answers as one of all documents does, on other machines as on this one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <random>
#include <set>

#include "index/part_list.h"
#include "index/search_index.h"
#include "store/analysis_builder.h"
#include "support/index_server.h"
#include "support/temporary_folder.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using testing::AnalysisBuilder;
using ::testing::HasSubstr;
using testing::IndexServer;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// ---- the list ----

TEST(PartListTest, TakesWhatMakesSenseAndNamesTheLineOfWhatDoesNot) {
  const testing::TemporaryFolder folder;
  folder.write("1/iamglass", "");
  folder.write("2/XAPIANDB", "auto db-7\n");
  folder.write("2/db-7/iamglass", "");
  folder.write("loop/XAPIANDB", "auto ../loop\n");
  folder.write("away/XAPIANDB", "auto ../../1\n");
  const auto read = [&](std::string_view text) -> std::string {
    const auto places = parse_part_list(text, folder.path(), "list");
    if (!places) {
      EXPECT_EQ(places.error().code, ErrorCode::kInvalidArgument);
      return places.error().subject;
    }
    std::string out;
    for (const PartPlace& place : *places) {
      out += place.host.empty() ? place.database.lexically_relative(folder.path()).string()
                                : place.name();
      out += ' ';
    }
    return out;
  };
  EXPECT_EQ(read("# a comment\n\nremote 10.0.0.2:7001\r\nremote [::1]:7002\nremote may-chu.vn:1\n"),
            "10.0.0.2:7001 [::1]:7002 may-chu.vn:1 ");
  EXPECT_EQ(read("auto 1\nauto 2\nglass " + (folder.path() / "2/db-7").string() + "x"), "list:3");
  EXPECT_EQ(read("auto 1\nauto 2"), "1 2/db-7 ");
  const struct {
    std::string text;
    const char* why;
  } refused[] = {
      {"remote :/bin/sh -c reboot", "it would start a program"},
      {"remote 10.0.0.2", "no port"},
      {"remote 10.0.0.2:0", "no such port"},
      {"remote 10.0.0.2:70010", "no such port"},
      {"remote 10.0.0.2:7001x", "no number"},
      {"remote 10.0.0.2:-1", "no number"},
      {"remote -oProxy:7001", "no name of a host"},
      {"remote a b:7001", "no name of a host"},
      {"remote ::1:7001", "IPv6 without brackets"},
      {"remote " + std::string(300, 'a') + ":7001", "a name that is too long"},
      {"remote", "nothing"},
      {"inmemory", "a database in memory"},
      {"auto", "no folder"},
      {"auto 3", "not there"},
      {"auto loop", "a list that names itself"},
      {"auto away", "a list that leads elsewhere"},
      {"glass 2", "no database, but the folder of one"},
      {"auto list", "a list within a list"},
      {"chert 1", "another format"},
      {"auto 1\xC3", "no such folder"},
      {std::string("auto 1\0/2", 9), "a byte that no path has"},
      {"xyz", "no such line"},
      {"", "nothing at all"},
      {"# only a comment", "nothing at all"},
  };
  for (const auto& row : refused) EXPECT_EQ(read(row.text), "list:1") << row.why;
  EXPECT_EQ(read("remote a:1\nremote a:1"), "list:2") << "the same twice";
  std::string many;
  for (int port = 1; port <= 100; ++port) many += "remote a:" + std::to_string(port) + "\n";
  EXPECT_EQ(read(many), "list:65");
  EXPECT_FALSE(read_part_list(folder.path())) << "a folder is no list";
  EXPECT_FALSE(read_part_list(folder.write("large", std::string(1u << 17, '#'))));
}

// ---- the answers ----

class PartsTest : public ::testing::Test {
 protected:
  static constexpr int kDocuments = 60;

  void SetUp() override {
    auto opened = Store::open(folder_.path() / "store.db", Store::Mode::kWrite);
    ASSERT_TRUE(opened) << to_string(opened.error());
    store_ = std::move(*opened);
    std::mt19937 random(7);
    for (int i = 0; i < kDocuments; ++i) put(i, random);
    ASSERT_TRUE(catch_up(folder_.path() / "index", *store_, Lexicon::builtin()));
    auto whole = SearchIndex::open(folder_.path() / "index");
    ASSERT_TRUE(whole) << to_string(whole.error());
    whole_ = std::move(*whole);
    divide_in(3);
  }

  // Words with and without marks, some common and some rare; provisions that are in several
  // documents, so that scores are equal across the parts.
  void put(int number, std::mt19937& random) {
    static const char* const kWords[] = {"đất", "đạt",  "đát",  "thu", "hồi", "hội", "hối",
                                         "rác", "chợ",  "bến",  "đò",  "dò",  "xã",  "xá",
                                         "cấp", "phép", "phép", "thu", "đất", "đất"};
    AnalysisBuilder made("vb-" + std::to_string(number), std::to_string(number) + "/2025/QĐ-UBND");
    made.head().type = number % 3 == 0 ? "Nghị quyết" : number % 7 == 0 ? "Luật" : "Quyết định";
    made.head().date = Date::make(2020 + number % 5, 1 + number % 12, 1 + number % 28);
    made.head().title = number % 2 == 0 ? "Về thu hồi đất" : "Về bến đò";
    for (int i = 1; i <= 6; ++i) {
      std::string line = "Điều " + std::to_string(i) + ".";
      if (i == 6) {
        line += " Việc thu hồi đất ở xã được cấp phép";
      } else {
        for (size_t n = 3 + random() % 12; n > 0; --n) {
          line += std::string(" ") + kWords[random() % std::size(kWords)];
        }
      }
      made.provision("art_" + std::to_string(i), line);
      if (random() % 3 == 0) {
        made.duty(random() % 2 == 0 ? "ubnd:xa" : "ubnd:huyen", static_cast<Role>(random() % 4));
      }
    }
    SourceRecord source;
    source.path = "/" + std::to_string(number) + ".txt";
    source.sha256 = std::to_string(random());
    const auto result = store_->put(source, made.build(), Lexicon::builtin());
    ASSERT_TRUE(result) << to_string(result.error());
  }

  void divide_in(uint32_t parts) {
    const Result<void> done = divide(parts_, parts, *store_, Lexicon::builtin(), false);
    ASSERT_TRUE(done) << to_string(done.error());
  }

  fs::path list(const std::string& lines) { return folder_.write("list", lines); }

  std::unique_ptr<SearchIndex> opened(const fs::path& list, bool partial = false) {
    auto out = SearchIndex::open_parts(list, partial);
    EXPECT_TRUE(out) << to_string(out.error());
    return out ? std::move(*out) : nullptr;
  }

  static std::string found(SearchIndex& index, const Query& query, const FindOptions& options) {
    const Result<IndexAnswer> answer = index.find(query, options);
    EXPECT_TRUE(answer) << to_string(answer.error());
    if (!answer) return {};
    std::string out = std::to_string(answer->total) + (answer->exact ? "" : "+") + ":";
    for (const IndexHit& hit : answer->hits) {
      char score[32];
      std::snprintf(score, sizeof score, "%.9f", hit.score);
      out += " " + std::to_string(hit.document) + "#" + std::to_string(hit.position) + "=" + score +
             "&" + std::to_string(hit.others);
    }
    for (const auto* counts :
         {&answer->facets.types, &answer->facets.issuers, &answer->facets.agencies}) {
      for (const auto& [key, count] : *counts) {
        out += " " + std::to_string(key) + "*" + std::to_string(count);
      }
    }
    for (const auto& [year, count] : answer->facets.years) {
      out += " " + std::to_string(year) + "*" + std::to_string(count);
    }
    for (const uint64_t count : answer->facets.roles) out += " " + std::to_string(count);
    return out;
  }

  // Every way of asking gives what one index gives.
  void expect_same(SearchIndex& parts) {
    const char* const queries[] = {"đất",
                                   "dat",
                                   "thu hồi",
                                   "thu hoi dat",
                                   "\"thu hồi đất\"",
                                   "\"thu hoi dat\"",
                                   "~(thu hồi đất ở xã được cấp phép)",
                                   "~(thu hoi dat o xa duoc cap phep ben do)",
                                   "ben do cho rac",
                                   "rac NEAR/3 cho",
                                   "(dat OR do) NOT hoi",
                                   "title:\"ben do\" xa",
                                   "agency:\"UBND xã\" role:lead",
                                   "type:\"quyết định\" dat",
                                   "issued:2022",
                                   "NOT dat",
                                   "number:7/2025 ~(cap phep)",
                                   "khong co tu nay"};
    for (const char* text : queries) {
      const Result<Query> query = parse_query(text, Lexicon::builtin());
      ASSERT_TRUE(query) << text;
      for (const SortBy sort : {SortBy::kRelevance, SortBy::kRank, SortBy::kNewest}) {
        for (const bool group : {false, true}) {
          FindOptions options;
          options.sort = sort;
          options.group = group;
          options.facets = true;
          for (const auto& [offset, limit] :
               {std::pair{0u, 10u}, {15u, 10u}, {150u, 20u}, {0u, 0u}}) {
            options.offset = offset;
            options.limit = limit;
            ASSERT_EQ(found(parts, *query, options), found(*whole_, *query, options))
                << text << " sorted " << static_cast<int>(sort) << " grouped " << group << " from "
                << offset;
          }
        }
      }
    }
  }

  testing::TemporaryFolder folder_;
  const fs::path parts_ = folder_.path() / "parts";
  std::unique_ptr<Store> store_;
  std::unique_ptr<SearchIndex> whole_;
};

TEST_F(PartsTest, FoldersOfThisMachineAnswerAsOneIndex) {
  const auto parts = opened(parts_ / "parts");
  ASSERT_NE(parts, nullptr);
  const auto states = parts->states();
  ASSERT_TRUE(states) << to_string(states.error());
  ASSERT_THAT(*states, SizeIs(3));
  uint64_t provisions = 0;
  for (const IndexState& state : *states) {
    EXPECT_GT(state.provisions, 0u);
    EXPECT_EQ(state.change, *store_->last_change());
    provisions += state.provisions;
  }
  EXPECT_EQ(provisions, store_->counts()->provisions);
  expect_same(*parts);
}

TEST_F(PartsTest, PartsFollowTheStoreEachForItself) {
  std::mt19937 random(11);
  put(3, random);
  put(4, random);
  put(kDocuments + 1, random);
  // Its scores are those of its words, also of what has changed, until it is made anew.
  ASSERT_TRUE(rebuild(folder_.path() / "index", *store_, Lexicon::builtin()));
  ASSERT_TRUE(rebuild(parts_ / "2", *store_, Lexicon::builtin(), {}, IndexPart{2, 3}));
  const auto uneven = opened(parts_ / "parts");
  ASSERT_NE(uneven, nullptr);
  const auto states = uneven->states();
  ASSERT_TRUE(states);
  EXPECT_EQ((*states)[1].change, *store_->last_change());
  EXPECT_LT((*states)[0].change, *store_->last_change());
  divide_in(3);
  const auto even = opened(parts_ / "parts");
  ASSERT_NE(even, nullptr);
  expect_same(*even);
}

TEST_F(PartsTest, WhatDoesNotBelongTogetherIsRefused) {
  const auto refused = [&](const std::string& lines) {
    const auto opened = SearchIndex::open_parts(list(lines), false);
    return opened ? std::string("taken") : to_string(opened.error());
  };
  EXPECT_THAT(refused("auto parts/1\nauto parts/2\n"), HasSubstr("1 trong 3 phần"));
  fs::copy(parts_ / "1", folder_.path() / "copy", fs::copy_options::recursive);
  EXPECT_THAT(refused("auto parts/1\nauto copy\nauto parts/3\n"), HasSubstr("trùng phần"));
  EXPECT_THAT(refused("auto parts/1\nauto index\n"), HasSubstr("của cả kho"));
  const testing::TemporaryFolder elsewhere;
  const auto other = Store::open(elsewhere.path() / "store.db", Store::Mode::kWrite);
  ASSERT_TRUE(other);
  ASSERT_TRUE(rebuild(folder_.path() / "other", **other, Lexicon::builtin(), {}, IndexPart{2, 3}));
  EXPECT_THAT(refused("auto parts/1\nauto other\nauto parts/3\n"), HasSubstr("kho khác"));

  const auto partial = opened(list("auto parts/1\nauto parts/2\n"), true);
  ASSERT_NE(partial, nullptr);
  const auto answer = partial->find(*parse_query("đất", Lexicon::builtin()), {});
  ASSERT_TRUE(answer) << to_string(answer.error());
  ASSERT_THAT(answer->missing, SizeIs(1));
  EXPECT_THAT(answer->missing[0].reason, HasSubstr("1 trong 3 phần"));
}

class ServersTest : public PartsTest {
 protected:
  void SetUp() override {
    if (!testing::can_serve_indexes()) GTEST_SKIP() << "no xapian-tcpsrv (Debian: xapian-tools)";
    PartsTest::SetUp();
    for (const char* part : {"1", "2", "3"}) {
      servers_.push_back(std::make_unique<IndexServer>(parts_ / part));
    }
  }

  std::string remote(size_t server) { return "remote " + servers_[server]->place() + "\n"; }

  std::vector<std::unique_ptr<IndexServer>> servers_;
};

TEST_F(ServersTest, OtherMachinesAnswerAsOneIndex) {
  const auto parts = opened(list(remote(0) + remote(1) + remote(2)));
  ASSERT_NE(parts, nullptr);
  expect_same(*parts);
}

TEST_F(ServersTest, PartsHereAndElsewhereAnswerTogether) {
  const auto parts = opened(list(remote(2) + "auto parts/1\n" + remote(1)));
  ASSERT_NE(parts, nullptr);
  expect_same(*parts);
}

TEST_F(ServersTest, CorrectionsAreThoseOfOneIndex) {
  const auto parts = opened(list(remote(0) + remote(1) + remote(2)));
  ASSERT_NE(parts, nullptr);
  for (const char* text : {"thu hòi đất", "benn do", "thu hồi đât"}) {
    const Query query = *parse_query(text, Lexicon::builtin());
    const auto there = parts->corrections(query);
    const auto here = whole_->corrections(query);
    ASSERT_TRUE(there && here);
    ASSERT_THAT(*there, SizeIs(here->size())) << text;
    for (size_t i = 0; i < here->size(); ++i) EXPECT_EQ((*there)[i].better, (*here)[i].better);
  }
}

TEST_F(ServersTest, AMachineThatIsDownIsNamed) {
  const fs::path all = list(remote(0) + remote(1) + remote(2));
  const std::string place = servers_[1]->place();
  servers_[1]->kill();
  const auto refused = SearchIndex::open_parts(all, false);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().subject, place);
  EXPECT_THAT(refused.error().message, HasSubstr("không liên lạc được"));

  const auto partial = opened(all, true);
  ASSERT_NE(partial, nullptr);
  const Query land = *parse_query("dat", Lexicon::builtin());
  FindOptions every;
  every.limit = 0;
  const auto some = partial->find(land, every);
  ASSERT_TRUE(some) << to_string(some.error());
  ASSERT_THAT(some->missing, SizeIs(1));
  EXPECT_EQ(some->missing[0].place, place);
  const auto whole = whole_->find(land, every);
  ASSERT_TRUE(whole);
  std::set<std::pair<uint32_t, uint32_t>> wanted;
  for (const IndexHit& hit : whole->hits) {
    const auto held = store_->read_for_hit(hit.document);
    ASSERT_TRUE(held && *held);
    if (!IndexPart{2, 3}.holds((*held)->analysis.id)) wanted.emplace(hit.document, hit.position);
  }
  std::set<std::pair<uint32_t, uint32_t>> got;
  for (const IndexHit& hit : some->hits) got.emplace(hit.document, hit.position);
  EXPECT_EQ(got, wanted) << "all that the other two have";
  EXPECT_EQ(some->total, wanted.size());

  servers_[0]->kill();
  servers_[2]->kill();
  EXPECT_FALSE(SearchIndex::open_parts(all, true)) << "nobody is left";
}

TEST_F(ServersTest, AMachineThatGoesDownLaterIsNamedToo) {
  const fs::path all = list(remote(0) + remote(1) + remote(2));
  const auto strict = opened(all);
  const auto partial = opened(all, true);
  ASSERT_TRUE(strict != nullptr && partial != nullptr);
  const Query land = *parse_query("dat NOT hoi", Lexicon::builtin());
  ASSERT_TRUE(strict->find(land, {}));
  const std::string place = servers_[2]->place();
  servers_[2]->kill();
  const auto refused = strict->find(land, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().subject, place);
  const auto some = partial->find(land, {});
  ASSERT_TRUE(some) << to_string(some.error());
  ASSERT_THAT(some->missing, SizeIs(1));
  EXPECT_EQ(some->missing[0].place, place);
  EXPECT_THAT(some->hits, ::testing::Not(IsEmpty()));
}

}  // namespace
}  // namespace rasoat
