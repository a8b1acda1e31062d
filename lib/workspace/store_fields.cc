#include "workspace/store_fields.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace rasoat {
namespace {

constexpr uint64_t kMaxReferences = 300'000;
constexpr size_t kMaxProvisions = 20'000;

Error too_many(std::string subject) {
  return {ErrorCode::kInvalidArgument, "quá nhiều viện dẫn để đối chiếu trong một câu hỏi",
          std::move(subject), "Hãy dùng lệnh rasoat refs, với một văn bản hoặc với --outcome."};
}

Result<std::set<std::string>> cited_by(const std::string& typed, const Store& store,
                                       const Lexicon& lexicon) {
  Result<std::vector<DocumentRecord>> held = store.find_number(typed);
  if (!held) return held.error();
  if (held->empty()) {
    const Result<std::optional<DocumentRecord>> by_id = store.find_id(typed);
    if (!by_id) return by_id.error();
    if (*by_id) held->push_back(**by_id);
  }
  if (held->empty()) {
    return Error{ErrorCode::kNotFound, "kho chưa có văn bản này nên không biết nó viện dẫn gì",
                 typed, "Hãy thêm văn bản bằng rasoat add."};
  }
  std::set<std::string> out;
  for (const DocumentRecord& document : *held) {
    ReferenceFilter filter;
    filter.document = document.id;
    const Result<ReferenceList> found = store.references(filter, lexicon);
    if (!found) return found.error();
    for (const ReferenceRow& row : found->rows) {
      if (row.reference.outcome != Outcome::kResolved || !row.target ||
          row.target->id == document.id) {
        continue;
      }
      const std::string& unit = row.reference.provision;
      out.insert(row.target->id + "#" + (unit.empty() ? "title" : unit));
    }
  }
  return out;
}

Result<std::set<std::string>> with_outcome(const std::string& name, const Store& store,
                                           const Lexicon& lexicon) {
  const Result<StoreCounts> counts = store.counts();
  if (!counts) return counts.error();
  if (counts->references > kMaxReferences) return too_many("outcome:" + name);
  ReferenceFilter filter;
  for (const Outcome outcome :
       {Outcome::kResolved, Outcome::kAmbiguous, Outcome::kDangling, Outcome::kNotHeld}) {
    if (name_of(outcome) == name) filter.outcome = outcome;
  }
  const Result<ReferenceList> found = store.references(filter, lexicon);
  if (!found) return found.error();
  std::set<std::string> out;
  for (const ReferenceRow& row : found->rows) {
    out.insert(row.document.id + "#" + row.provision.id);
  }
  return out;
}

}  // namespace

Result<void> answer_from_store(Query& query, const Store& store, const Lexicon& lexicon) {
  for (Query& child : query.children) {
    Result<void> done = answer_from_store(child, store, lexicon);
    if (!done) return done;
  }
  const bool by = query.kind == Query::Kind::kField && query.field == Field::kCitedBy;
  const bool outcome = query.kind == Query::Kind::kField && query.field == Field::kOutcome;
  if (!by && !outcome) return {};
  std::set<std::string> all;
  for (const std::string& value : query.values) {
    Result<std::set<std::string>> found =
        by ? cited_by(value, store, lexicon) : with_outcome(value, store, lexicon);
    if (!found) return found.error();
    all.merge(*found);
  }
  if (all.size() > kMaxProvisions) return too_many(print(query));
  query.values.assign(all.begin(), all.end());
  return {};
}

}  // namespace rasoat
