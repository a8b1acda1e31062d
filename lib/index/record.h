// What the index keeps beside the terms of a record: which provision it is, and what its facets
// count. In the base of a workspace's index they stand in columns (index/columns.h), elsewhere they
// are values of Xapian, packed so that they also sort; a record has no data. Included by .cc files
// only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace rasoat::index_internal {

// Higher-ranking documents first, then newer ones, then the order of the store and of the text.
inline constexpr Xapian::valueno kOrderSlot = 0;
inline constexpr Xapian::valueno kFacetSlot = 1;
// Newer documents first, then higher-ranking ones, then as above. Servers on other machines sort by
// values alone, not by keys that are made of several.
inline constexpr Xapian::valueno kNewestSlot = 2;
inline constexpr Xapian::valueno kDocumentSlot = 3;  // Store's number of the document, 4 bytes
// In the changes: a hash of the record. One that comes again as it is need not be written.
inline constexpr Xapian::valueno kHashSlot = 4;

// Terms that tell the two kinds of records apart.
inline constexpr const char* kProvisionKind = "XKprovision";
inline constexpr const char* kPassageKind = "XKpassage";

struct RecordPlace {
  uint8_t rank = 0;  // of the type of the document, 0 the highest
  std::optional<Date> date;
  uint32_t document = 0;  // Store's number of it
  uint32_t position = 0;  // index into Document::provisions
};

// A date as a number that grows with it; 0 for none.
uint32_t packed_date(const std::optional<Date>& date);
std::optional<Date> unpack_date(uint32_t packed);

// The order of kOrderSlot: higher-ranking documents first, then newer ones, those without a date
// last, then the order of the store and of the text.
bool is_before(const RecordPlace& a, const RecordPlace& b);

// The values of kOrderSlot and kNewestSlot.
std::string pack(const RecordPlace& place);
std::string pack_newest(const RecordPlace& place);
// Nothing where the bytes are no place.
std::optional<RecordPlace> unpack_place(std::string_view bytes);
std::optional<RecordPlace> unpack_newest(std::string_view bytes);

// Names are kept as facet_key().
struct RecordFacets {
  uint16_t year = 0;  // 0 where not known
  uint32_t type = 0;
  uint32_t issuer = 0;
  uint8_t roles = 0;               // a bit for each Role
  uint8_t levels = 0;              // a bit for each AdminLevel
  std::vector<uint32_t> agencies;  // sorted, each once, at most kMaxFacetAgencies
};

inline constexpr size_t kMaxFacetAgencies = 40;

std::string pack(const RecordFacets& facets);
std::optional<RecordFacets> unpack_facets(std::string_view bytes);

// The value of kDocumentSlot.
std::string packed_document(uint32_t number);
std::optional<uint32_t> unpack_document(std::string_view bytes);

// A record before it is in a database.
struct Record {
  Xapian::Document terms;
  RecordPlace place;
  RecordFacets facets;
};

// The terms with place and facets as values.
Xapian::Document with_values(Record record);

}  // namespace rasoat::index_internal
