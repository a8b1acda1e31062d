#include "index/record.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "index/packed_number.h"
#include "index/search_index.h"

namespace rasoat {

// FNV-1a.
uint32_t facet_key(std::string_view name) {
  uint32_t out = 0x811C9DC5;
  for (const char c : name) out = (out ^ static_cast<unsigned char>(c)) * 0x01000193;
  return out;
}

namespace index_internal {
namespace {

constexpr uint32_t kNoDate = 0;
constexpr uint32_t kLastDate = 0xFFFFFF;

constexpr size_t kPlaceBytes = 1 + 3 + 4 + 4;
constexpr size_t kFixedFacetBytes = 2 + 4 + 4 + 1 + 1;

}  // namespace

uint32_t packed_date(const std::optional<Date>& date) {
  if (!date) return kNoDate;
  return static_cast<uint32_t>(date->year) * 512 + static_cast<uint32_t>(date->month) * 32 +
         static_cast<uint32_t>(date->day);
}

std::optional<Date> unpack_date(uint32_t packed) {
  return Date::make(static_cast<int>(packed / 512), static_cast<int>(packed / 32 % 16),
                    static_cast<int>(packed % 32));
}

std::string pack(const RecordPlace& place) {
  std::string out;
  out.reserve(kPlaceBytes);
  put_number(out, place.rank, 1);
  put_number(out, kLastDate - packed_date(place.date), 3);
  put_number(out, place.document, 4);
  put_number(out, place.position, 4);
  return out;
}

std::string pack_newest(const RecordPlace& place) {
  std::string out;
  out.reserve(kPlaceBytes);
  put_number(out, kLastDate - packed_date(place.date), 3);
  put_number(out, place.rank, 1);
  put_number(out, place.document, 4);
  put_number(out, place.position, 4);
  return out;
}

std::optional<RecordPlace> unpack_newest(std::string_view bytes) {
  if (bytes.size() != kPlaceBytes) return {};
  RecordPlace out;
  out.date = unpack_date(kLastDate - take_number(bytes, 3));
  out.rank = static_cast<uint8_t>(take_number(bytes, 1));
  out.document = take_number(bytes, 4);
  out.position = take_number(bytes, 4);
  return out;
}

std::optional<RecordPlace> unpack_place(std::string_view bytes) {
  if (bytes.size() != kPlaceBytes) return {};
  RecordPlace out;
  out.rank = static_cast<uint8_t>(take_number(bytes, 1));
  out.date = unpack_date(kLastDate - take_number(bytes, 3));
  out.document = take_number(bytes, 4);
  out.position = take_number(bytes, 4);
  return out;
}

std::string pack(const RecordFacets& facets) {
  std::string out;
  const size_t agencies = std::min(facets.agencies.size(), kMaxFacetAgencies);
  out.reserve(kFixedFacetBytes + 4 * agencies);
  put_number(out, facets.year, 2);
  put_number(out, facets.type, 4);
  put_number(out, facets.issuer, 4);
  put_number(out, facets.roles, 1);
  put_number(out, facets.levels, 1);
  for (size_t i = 0; i < agencies; ++i) put_number(out, facets.agencies[i], 4);
  return out;
}

std::optional<RecordFacets> unpack_facets(std::string_view bytes) {
  if (bytes.size() < kFixedFacetBytes || (bytes.size() - kFixedFacetBytes) % 4 != 0) return {};
  RecordFacets out;
  out.year = static_cast<uint16_t>(take_number(bytes, 2));
  out.type = take_number(bytes, 4);
  out.issuer = take_number(bytes, 4);
  out.roles = static_cast<uint8_t>(take_number(bytes, 1));
  out.levels = static_cast<uint8_t>(take_number(bytes, 1));
  while (!bytes.empty()) out.agencies.push_back(take_number(bytes, 4));
  return out;
}

bool is_before(const RecordPlace& a, const RecordPlace& b) {
  return std::make_tuple(a.rank, kLastDate - packed_date(a.date), a.document, a.position) <
         std::make_tuple(b.rank, kLastDate - packed_date(b.date), b.document, b.position);
}

std::string packed_document(uint32_t number) {
  std::string out;
  put_number(out, number, 4);
  return out;
}

std::optional<uint32_t> unpack_document(std::string_view bytes) {
  if (bytes.size() != 4) return {};
  return take_number(bytes, 4);
}

Xapian::Document with_values(Record record) {
  Xapian::Document out = std::move(record.terms);
  out.add_value(kOrderSlot, pack(record.place));
  out.add_value(kFacetSlot, pack(record.facets));
  out.add_value(kNewestSlot, pack_newest(record.place));
  out.add_value(kDocumentSlot, packed_document(record.place.document));
  return out;
}

}  // namespace index_internal
}  // namespace rasoat
