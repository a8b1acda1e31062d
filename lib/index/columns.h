// Places and facets of the records of a database that never changes, in a file beside it that is
// mapped into memory: what finding asks of each match costs an access to an array.
//
//   columns     all numbers of 4 bytes, as the machine writes them: a mark, four counts, then
//     rows        one for each record, in the order of Xapian's numbers: document (index into
//                 documents), position, facets (index into facets)
//     documents   number in the store, date, rank and year, type, issuer
//     facets      roles and levels of a record, first and number of its agencies; each set once
//     agencies    facet_key() of each
//
// Included by .cc files only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <tuple>
#include <vector>

#include "base/error.h"
#include "index/record.h"

namespace rasoat::index_internal {

struct ColumnRow {
  uint32_t document = 0;
  uint32_t position = 0;
  uint32_t facets = 0;
};

struct ColumnDocument {
  uint32_t number = 0;
  uint32_t date = 0;  // packed_date()
  uint32_t rank_and_year = 0;
  uint32_t type = 0;
  uint32_t issuer = 0;

  uint8_t rank() const { return static_cast<uint8_t>(rank_and_year >> 16); }
  uint16_t year() const { return static_cast<uint16_t>(rank_and_year & 0xFFFF); }
};

struct ColumnFacets {
  uint32_t roles_and_levels = 0;
  uint32_t first_agency = 0;
  uint32_t agencies = 0;
};

// The name of the file in the folder of the database.
inline constexpr const char* kColumnsFile = "columns";

// Gathers rows in the order of the records.
class ColumnWriter {
 public:
  void add(const RecordPlace& place, const RecordFacets& facets);
  // Puts the rows of another behind these.
  void append(const ColumnWriter& other);
  Result<void> write(const std::filesystem::path& file) const;

 private:
  using FacetKey = std::tuple<uint8_t, uint8_t, std::vector<uint32_t>>;

  uint32_t facets_of(const RecordFacets& facets);

  std::vector<ColumnRow> rows_;
  std::vector<ColumnDocument> documents_;
  std::vector<FacetKey> facets_;
  std::map<FacetKey, uint32_t> known_;
};

// Where the file says an index that is out of bounds, as only damage can bring about, what it leads
// to is empty.
class Columns {
 public:
  // kIndex where the file is missing, damaged, or not of so many records.
  static Result<std::unique_ptr<Columns>> open(const std::filesystem::path& file, uint32_t records);
  ~Columns();
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;

  uint32_t records() const { return records_; }
  uint32_t documents() const { return documents_; }
  uint32_t facets() const { return facets_; }

  // `record` is Xapian's number of it, from 1.
  const ColumnRow& row(uint32_t record) const { return row_data_[record - 1]; }
  RecordPlace place(uint32_t record) const;

  const ColumnDocument& document(uint32_t document) const { return document_data_[document]; }
  // Roles, levels and agencies.
  RecordFacets duties(uint32_t facets) const;

 private:
  Columns() = default;

  void* mapped_ = nullptr;
  size_t bytes_ = 0;
  uint32_t records_ = 0;
  uint32_t documents_ = 0;
  uint32_t facets_ = 0;
  uint32_t agencies_ = 0;
  const ColumnRow* row_data_ = nullptr;
  const ColumnDocument* document_data_ = nullptr;
  const ColumnFacets* facet_data_ = nullptr;
  const uint32_t* agency_data_ = nullptr;
};

}  // namespace rasoat::index_internal
