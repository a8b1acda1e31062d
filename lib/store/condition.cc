#include <algorithm>

#include "store/state.h"

namespace rasoat::store_internal {

std::string Condition::place(Value value) {
  values_.push_back(std::move(value));
  return ":p" + std::to_string(values_.size() - 1);
}

void Condition::equals(std::string_view column, std::string value) {
  terms_.push_back(std::string(column) + " = " + place({true, std::move(value), 0}));
}

void Condition::in(std::string_view column, const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) {
    list += (list.empty() ? "" : ", ") + place({true, value, 0});
  }
  terms_.push_back(std::string(column) + " IN (" + list + ")");
}

void Condition::in(std::string_view column, const std::vector<Integer>& values) {
  std::string list;
  for (const Integer value : values) list += (list.empty() ? "" : ", ") + place({false, {}, value});
  terms_.push_back(std::string(column) + " IN (" + list + ")");
}

void Condition::between(std::string_view column, Integer first, Integer last) {
  const std::string from = place({false, {}, first});
  const std::string to = place({false, {}, last});
  terms_.push_back(std::string(column) + " BETWEEN " + from + " AND " + to);
}

std::string Condition::sql() const {
  std::string out;
  for (const std::string& term : terms_) out += (out.empty() ? " WHERE " : " AND ") + term;
  return out;
}

void Condition::bind(soci::statement& statement) const {
  for (const Value& value : values_) {
    if (value.is_text) {
      statement.exchange(soci::use(value.text));
    } else {
      statement.exchange(soci::use(value.integer));
    }
  }
}

std::vector<std::string> split(std::string_view joined) {
  std::vector<std::string> out;
  while (!joined.empty()) {
    const size_t end = std::min(joined.find('|'), joined.size());
    out.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return out;
}

std::string read_blob(soci::blob& blob) {
  std::string out(blob.get_len(), '\0');
  if (!out.empty()) blob.read(0, out.data(), out.size());
  return out;
}

void LabelRow::define(soci::statement& statement) {
  for (std::string* column : {&id, &type, &number, &issuer, &date, &title}) {
    statement.exchange(soci::into(*column));
  }
}

}  // namespace rasoat::store_internal
