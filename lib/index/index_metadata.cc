#include "index/index_metadata.h"

#include <charconv>
#include <cstdlib>

#include "index/record.h"

namespace rasoat::index_internal {
namespace {

// Goes up whenever terms or values change (index/terms.h, index/record.h), or the files.
constexpr const char* kForm = "4";
constexpr const char* kWhole = "whole";  // instead of a part

// "2/3"
IndexPart part_from(const std::string& text) {
  IndexPart out;
  const char* const end = text.data() + text.size();
  const auto [slash, first] = std::from_chars(text.data(), end, out.number);
  if (first != std::errc() || slash == end || *slash != '/') return {0, 0};
  const auto [stop, second] = std::from_chars(slash + 1, end, out.of);
  const bool fits = second == std::errc() && stop == end && out.number >= 1 && out.number <= out.of;
  return fits ? out : IndexPart{0, 0};
}

}  // namespace

IndexState read_state(const Xapian::Database& database) {
  IndexState out;
  if (database.get_metadata("form") != kForm) return out;
  out.store = database.get_metadata("store");
  out.change = std::strtoull(database.get_metadata("change").c_str(), nullptr, 10);
  const std::string part = database.get_metadata("part");
  out.divided = part != kWhole;
  if (out.divided) out.part = part_from(part);
  out.provisions = database.get_termfreq(kProvisionKind);
  return out;
}

void write_state(Xapian::WritableDatabase& database, const std::string& store, uint64_t change,
                 std::optional<IndexPart> part) {
  database.set_metadata("form", kForm);
  database.set_metadata("store", store);
  database.set_metadata("change", std::to_string(change));
  database.set_metadata(
      "part", part ? std::to_string(part->number) + "/" + std::to_string(part->of) : kWhole);
}

Gone read_gone(const Xapian::Database& database) {
  return Gone::unpack(database.get_metadata("gone"));
}

void write_gone(Xapian::WritableDatabase& database, const Gone& gone) {
  database.set_metadata("gone", gone.pack());
}

}  // namespace rasoat::index_internal
