#include "index/index_metadata.h"

#include <cstdlib>

#include "index/record.h"

namespace rasoat::index_internal {
namespace {

// Goes up whenever terms or values change (index/terms.h, index/record.h).
constexpr const char* kForm = "2";

}  // namespace

IndexState read_state(const Xapian::Database& database) {
  IndexState out;
  if (database.get_metadata("form") != kForm) return out;
  out.store = database.get_metadata("store");
  out.change = std::strtoull(database.get_metadata("change").c_str(), nullptr, 10);
  out.provisions = database.get_termfreq(kProvisionKind);
  return out;
}

void write_state(Xapian::WritableDatabase& database, const std::string& store, uint64_t change) {
  database.set_metadata("form", kForm);
  database.set_metadata("store", store);
  database.set_metadata("change", std::to_string(change));
}

}  // namespace rasoat::index_internal
