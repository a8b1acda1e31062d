// A provision with all below it, as a range of positions. Included by .cc files only.
#pragma once

#include <string>

#include "store/state.h"

namespace rasoat::store_internal {

struct ProvisionRange {
  Integer first = 0;
  Integer last = -1;  // below `first` where the document has no such provision
};

inline ProvisionRange provision_range(soci::session& sql, const std::string& document,
                                      const std::string& provision) {
  ProvisionRange out;
  Integer first = 0;
  Integer last = -1;
  sql << "SELECT p.position, p.last_below FROM provisions p JOIN documents d ON d.nr = p.document "
         "WHERE d.id = :d AND p.id = :p",
      soci::into(first), soci::into(last), soci::use(document), soci::use(provision);
  if (sql.got_data()) out = {first, last};
  return out;
}

}  // namespace rasoat::store_internal
