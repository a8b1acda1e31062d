// What the files of the store share. Included by .cc files only.
#pragma once

#include <soci/soci.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/guard.h"
#include "store/store.h"

namespace rasoat {

struct Store::State {
  std::string file;
  soci::session sql;

  template <typename Work>
  auto guarded(Work&& work) {
    return store_internal::guarded(file, std::forward<Work>(work));
  }
};

namespace store_internal {

// SOCI binds these widths; everything else is converted at the edge.
using Integer = long long;

// A statement whose condition is put together at run time. Values are bound, never spliced.
class Condition {
 public:
  void equals(std::string_view column, std::string value);
  void in(std::string_view column, const std::vector<std::string>& values);
  void in(std::string_view column, const std::vector<Integer>& values);
  void between(std::string_view column, Integer first, Integer last);

  // " WHERE a = :p0 AND b IN (:p1, :p2)", or nothing.
  std::string sql() const;
  // Binds the values in the order of sql(). They must live until the statement has been read.
  void bind(soci::statement& statement) const;

 private:
  struct Value {
    bool is_text = true;
    std::string text;
    Integer integer = 0;
  };
  std::string place(Value value);

  std::vector<std::string> terms_;
  std::vector<Value> values_;
};

std::string read_blob(soci::blob& blob);

// What documents.facts is where all facts that this rasoat keeps were looked for: 1 with transfers,
// 2 with delegations. Grows with each kind of fact that older documents lack.
inline constexpr Integer kFacts = 2;

// "a|b" as its parts.
std::vector<std::string> split(std::string_view joined);
std::vector<DelegationKind> delegation_kinds(std::string_view joined);

// Columns that make a DocumentLabel, of a table named d.
inline constexpr std::string_view kLabelColumns =
    "d.id, d.type, d.number, d.issuer, d.date, d.title";

struct LabelRow {
  std::string id, type, number, issuer, date, title;
  DocumentLabel label() const { return {id, type, number, issuer, Date::from_iso(date), title}; }
  void define(soci::statement& statement);
};

}  // namespace store_internal
}  // namespace rasoat
