// The search index: a record for each provision of the store and one for each passage
// (index/terms.h). It is made from the store alone and can be made anew at any time.
//
//   index/
//     XAPIANDB    which of the databases beside it is the one in use; replaced in one step
//     db-1/       a database, the base; its metadata says which store it was made from and up to
//                 which change. It is never changed, stands in the order of SortBy::kRank and has
//                 no lists of the terms of each record
//       columns   place and facets of each of its records (index/columns.h)
//       changes/  a database of the documents that changed since; its metadata says up to which
//                 change, and which records of the base it takes the place of (index/gone.h)
//
// An index may be divided into parts that stand on several machines, whole documents in each; each
// part is such a folder, and a list says where they are (index/part_list.h). docs/scale-out.md
//
// Thread safety: none; one reader in each thread. One process writes (the workspace sees to it),
// any number read.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "authority/agency.h"
#include "base/error.h"
#include "lexicon/lexicon.h"
#include "query/query.h"
#include "store/store.h"

namespace rasoat {

// Which documents an index has: all, or one part of so many. A document is always in the same part,
// so that parts of different age neither lack nor double one.
struct IndexPart {
  uint32_t number = 1;  // from 1
  uint32_t of = 1;

  bool holds(std::string_view document) const;
  friend bool operator==(const IndexPart&, const IndexPart&) = default;
};

// Up to where an index, or a part of one, has followed a store.
struct IndexState {
  std::string store;    // Store::identity(); empty where there is no index yet
  uint64_t change = 0;  // the last change that it has
  IndexPart part;
  bool divided = false;  // made as one of the parts of a list, be it the only one
  uint64_t provisions = 0;
  std::string place;  // "10.0.0.2:7001", or a folder
};

// A part that did not answer, or that nobody named.
struct MissingPart {
  std::string place;   // as above; empty where it stands in no list
  std::string reason;  // in Vietnamese
};

enum class SortBy : uint8_t {
  kRelevance,  // by score; where scores are close the higher-ranking and newer document first.
               // Where only fields were asked for: as kRank
  kRank,       // the higher-ranking document first, then the newer
  kNewest,     // the newer document first
};

struct FindOptions {
  uint32_t offset = 0;
  uint32_t limit = 20;  // 0: all
  SortBy sort = SortBy::kRelevance;
  bool group = false;                       // the best hit of each document alone
  bool facets = false;                      // fill the facets of the answer
  bool explain = false;                     // and what was asked
  std::vector<std::string> documents = {};  // ids: hits in these alone; empty: in all
};

struct IndexHit {
  uint32_t document = 0;  // NumberedDocument::number
  uint32_t position = 0;  // index into Document::provisions
  double score = 0;       // 0 where only fields were asked for
  uint32_t others = 0;    // with `group`: at least so many further hits in this document
};

// How many of the hits have each value. Names are known by facet_key().
struct FacetCounts {
  std::map<uint32_t, uint64_t> types;
  std::map<uint32_t, uint64_t> issuers;
  std::map<uint32_t, uint64_t> agencies;
  std::map<uint16_t, uint64_t> years;  // 0: not known
  std::map<AdminLevel, uint64_t> levels;
  std::array<uint64_t, 4> roles = {};  // by Role
};

// The key of a name in FacetCounts: a hash, so that the same names are the same in every index. The
// store of the asking machine knows what it stands for.
uint32_t facet_key(std::string_view name);

// Up to so many matches are counted one by one; of more it is said that there are more.
inline constexpr uint32_t kCountedMatches = 100'000;
inline constexpr uint32_t kCountedRankedMatches = 10'000;

struct IndexAnswer {
  uint64_t total = 0;     // with `exact`; else there are at least so many
  bool exact = true;      // of total and facets
  bool passages = false;  // hits are whole Điều, found by ranked words
  std::vector<IndexHit> hits;
  FacetCounts facets;
  std::string plan;                  // what Xapian was asked, for --explain
  std::vector<MissingPart> missing;  // the answer lacks what these hold
};

// A syllable of a query that the corpus does not have, and one like it that it has.
struct Correction {
  std::string typed;   // lower case
  std::string better;  // lower case
};

inline constexpr unsigned kConnectSeconds = 3;
inline constexpr unsigned kAnswerSeconds = 30;

class SearchIndex {
 public:
  // An absent index is an empty one.
  static Result<std::unique_ptr<SearchIndex>> open(const std::filesystem::path& folder);
  // The parts of a list (index/part_list.h), which answer as one index of all documents would: the
  // same hits in the same order, with the same scores, counts and facets. They must be parts of one
  // division of one store's index, each once. One that cannot be reached, does not answer in time
  // or stands in no list is an error that names it; with `partial` it is named in the answers,
  // which lack it. A machine is waited for at most kConnectSeconds, and kAnswerSeconds for each
  // message.
  static Result<std::unique_ptr<SearchIndex>> open_parts(const std::filesystem::path& list,
                                                         bool partial);
  ~SearchIndex();

  // Sees what was committed before the call.
  Result<IndexAnswer> find(const Query& query, const FindOptions& options);
  // For the words and phrases that are asked for, not for what stands under NOT.
  Result<std::vector<Correction>> corrections(const Query& query);
  // Of each part; one for an index that is not divided.
  Result<std::vector<IndexState>> states();
  const std::vector<MissingPart>& missing() const;
  // What is wrong with the database, in Vietnamese; empty where it is sound.
  Result<std::vector<std::string>> check();

 private:
  struct State;
  explicit SearchIndex(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Called after each document, one call at a time, perhaps from another thread: how many are done,
// of how many, and which it was.
using IndexProgress =
    std::function<void(uint64_t done, uint64_t total, const std::string& document)>;

// Follows a store step by step, while the store is being written. What was followed is seen by
// readers, and safe, after commit().
class IndexFollower {
 public:
  // The index must have been brought up to date with catch_up() once, so that it is of this store.
  static Result<std::unique_ptr<IndexFollower>> open(const std::filesystem::path& folder,
                                                     Store& store, const Lexicon& lexicon);
  ~IndexFollower();
  Result<void> follow(const IndexProgress& progress = {});
  Result<void> commit();

 private:
  friend Result<void> catch_up(const std::filesystem::path&, Store&, const Lexicon&,
                               const IndexProgress&);
  struct State;
  explicit IndexFollower(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Brings the index up to the last change of the store; makes it anew where it belongs to another
// store, cannot be opened, or has too much beside its base. Whenever the process stops, the next
// call goes on from the last commit.
Result<void> catch_up(const std::filesystem::path& folder, Store& store, const Lexicon& lexicon,
                      const IndexProgress& progress = {});

// Makes the index anew beside the old one, which answers until it is replaced; on all cores. `part`
// for one that stands in a list of parts.
Result<void> rebuild(const std::filesystem::path& folder, Store& store, const Lexicon& lexicon,
                     const IndexProgress& progress = {}, std::optional<IndexPart> part = {});

// An index in parts, in folders "1", "2", … and a list of them, "parts", which names the folders;
// on other machines the same list names hosts. Each part that is not as the store is now, or with
// `anew` each, is made anew.
Result<void> divide(const std::filesystem::path& folder, uint32_t parts, Store& store,
                    const Lexicon& lexicon, bool anew, const IndexProgress& progress = {});

}  // namespace rasoat
