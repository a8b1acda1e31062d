// The search index: one Xapian document for each provision of the store. It is made from the store
// alone and can be made anew at any time.
//
//   index/
//     XAPIANDB    which of the databases beside it is the one in use; replaced in one step
//     db-1/       a database; its metadata says which store it was made from and up to which change
//
// Thread safety: none; one reader in each thread. One process writes (the workspace sees to it),
// any number read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "lexicon/lexicon.h"
#include "query/query.h"
#include "store/store.h"

namespace rasoat {

// Up to where an index has followed a store.
struct IndexState {
  std::string store;    // Store::identity(); empty where there is no index yet
  uint64_t change = 0;  // the last change that it has
  uint64_t provisions = 0;
};

struct IndexHit {
  std::string document;   // id
  std::string provision;  // id
  uint32_t position = 0;  // index into Document::provisions
  double score = 0;       // 0 where only fields were asked for
};

struct IndexAnswer {
  uint64_t total = 0;  // exact
  std::vector<IndexHit> hits;
  std::string plan;  // what Xapian was asked, for --explain
};

class SearchIndex {
 public:
  // An absent index is an empty one.
  static Result<std::unique_ptr<SearchIndex>> open(const std::filesystem::path& folder);
  ~SearchIndex();

  // Hits by score, or, where the query has fields alone, by document id and position. `limit` 0
  // gives all. Sees what was committed before the call.
  Result<IndexAnswer> find(const Query& query, uint32_t offset, uint32_t limit);
  Result<IndexState> state();
  // What is wrong with the database, in Vietnamese; empty where it is sound.
  Result<std::vector<std::string>> check();

 private:
  struct State;
  explicit SearchIndex(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Called after each document: how many are done, of how many, and which it was.
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
  friend Result<void> rebuild(const std::filesystem::path&, Store&, const Lexicon&,
                              const IndexProgress&);
  struct State;
  explicit IndexFollower(std::unique_ptr<State> state);
  static Result<std::unique_ptr<IndexFollower>> open_database(const std::filesystem::path& path,
                                                              Store& store, const Lexicon& lexicon,
                                                              int flags);
  std::unique_ptr<State> state_;
};

// Brings the index up to the last change of the store; makes it anew where it belongs to another
// store or cannot be opened. Whenever the process stops, the next call goes on from the last
// commit.
Result<void> catch_up(const std::filesystem::path& folder, Store& store, const Lexicon& lexicon,
                      const IndexProgress& progress = {});

// Makes the index anew beside the old one, which answers until it is replaced.
Result<void> rebuild(const std::filesystem::path& folder, Store& store, const Lexicon& lexicon,
                     const IndexProgress& progress = {});

}  // namespace rasoat
