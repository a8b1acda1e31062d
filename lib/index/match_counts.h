// Counts the matches of a query while Xapian goes through them, by facet and by document. Included
// by .cc files only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/record.h"
#include "index/search_index.h"
#include "index/searched.h"

namespace rasoat::index_internal {

// Counts the values that matches have in a slot. Many records of a document share a value. Other
// machines know Xapian's own spies alone: there one of those counts.
class ValueSpy : public Xapian::MatchSpy {
 public:
  using Counts = std::unordered_map<std::string, uint64_t>;

  ValueSpy(Xapian::valueno slot, const Searched& searched);

  void operator()(const Xapian::Document& document, double) override;
  std::string name() const override { return there().name(); }
  std::string serialise() const override { return there().serialise(); }
  void merge_results(const std::string& serialised) override;

  const Counts& counts() const { return counts_; }

 private:
  Xapian::ValueCountMatchSpy there() const { return Xapian::ValueCountMatchSpy(slot_); }

  Xapian::valueno slot_;
  const Searched& searched_;
  // Whether there are documents on this machine. Where there are none, those that have been counted
  // elsewhere may come by here again.
  bool here_;
  Counts counts_;
};

// Counts the records of the base.
class ColumnSpy : public Xapian::MatchSpy {
 public:
  explicit ColumnSpy(const Searched& searched) : searched_(searched) {}
  // Makes room for the counts, which only some questions ask for.
  void start();
  void operator()(const Xapian::Document& document, double) override;

  const std::vector<uint32_t>& documents() const { return documents_; }
  const std::vector<uint32_t>& facets() const { return facets_; }

 private:
  const Searched& searched_;
  std::vector<uint32_t> documents_;
  std::vector<uint32_t> facets_;
};

class MatchCounts {
 public:
  explicit MatchCounts(const Searched& searched);

  // Counts from here on what `enquire` looks at.
  void attach(Xapian::Enquire& enquire, bool facets, bool documents);

  FacetCounts facets() const;
  // How many match of each document, by the store's number.
  std::unordered_map<uint32_t, uint64_t> documents() const;

 private:
  const Searched& searched_;
  ColumnSpy base_;
  ValueSpy facets_;
  ValueSpy documents_;
};

}  // namespace rasoat::index_internal
