#include <nlohmann/json.hpp>
#include <vector>

#include "citation/find.h"
#include "citation/resolve.h"
#include "source_text.h"
#include "structure/parse.h"
#include "support/soundness.h"
#include "targets.h"
#include "workspace/analysis.h"

namespace rasoat::fuzz {
namespace {

// Holds from no document to three for each number or name, with and without what narrows them.
class HeldByLength : public HeldDocuments {
 public:
  std::vector<Candidate> with_number(std::string_view number) const override {
    return some(number.size() % 4);
  }
  std::vector<Candidate> with_name(std::string_view name) const override {
    return some(name.size() % 4);
  }
  bool has_provision(std::string_view, std::string_view provision) const override {
    return provision.size() % 2 == 0;
  }
  std::vector<std::string> below(std::string_view, std::string_view provision) const override {
    const std::string prefix = provision.empty() ? "" : std::string(provision) + "__";
    return {prefix + "art_1", prefix + "clause_1", prefix + "clause_2", prefix + "point_a"};
  }
  bool is_unclear(std::string_view document_id) const override { return document_id == "hai"; }
  std::vector<Change> changes_to(std::string_view document_id) const override {
    return {{"ba", "art_5", document_id == "mot", true}, {"hai", "art_3__clause_2"}};
  }

 private:
  static std::vector<Candidate> some(size_t count) {
    const std::vector<Candidate> all = {
        {"mot", "34/2016/NĐ-CP", "Nghị định", "Chính phủ", "", Date::make(2020, 1, 5)},
        {"hai", "", "", "Ủy ban nhân dân tỉnh Sông Vân", "", Date::make(2024, 12, 31)},
        {"ba", "60/2014/QH13", "Luật", "Quốc hội", "Luật Hộ tịch", {}}};
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)};
  }
};

std::string fault_of_outcome(const Reference& reference) {
  const size_t count = reference.candidates.size();
  switch (reference.outcome) {
    case Outcome::kResolved:
    case Outcome::kDangling:
      return count == 1 ? "" : "a known target without its one document";
    case Outcome::kAmbiguous:
      return count > 1 || reference.versions.size() > 1 ? "" : "ambiguous without candidates";
    case Outcome::kNotHeld:
      if (reference.doubt != Doubt::kNone) return count == 1 ? "" : "doubt without its document";
      return count == 0 ? "" : "candidates of a target that is not held";
    case Outcome::kGeneric:
      return count == 0 ? "" : "candidates of a target that is none";
  }
  return "unknown outcome";
}

std::string found(std::string_view bytes, AnalyzedDocument& out) {
  const Lexicon& lexicon = Lexicon::builtin();
  out.text = repaired_source(bytes);
  out.document = parse_document(out.text, lexicon);
  out.id = document_id(out.document.head, out.text, lexicon);
  out.references = find_references(out.text, out.document, lexicon);
  if (std::string fault = testing::fault_of(out.references, out.document, out.text);
      !fault.empty()) {
    return fault;
  }
  const DocumentHead& head = out.document.head;
  resolve(out.references, {out.id, head.issuer, head.date, head.number}, HeldByLength(),
          lexicon.derived<LawRegistry>());
  for (const Reference& reference : out.references) {
    if (std::string fault = fault_of_outcome(reference); !fault.empty()) return fault;
  }
  return {};
}

}  // namespace

std::string references(std::string_view bytes) {
  AnalyzedDocument analysis;
  if (std::string fault = found(bytes, analysis); !fault.empty()) return fault;
  const std::string json = analysis_json("tệp.txt", analysis);
  if (!testing::is_utf8(json)) return "the JSON is not UTF-8";
  if (json.find('\n') != std::string::npos) return "the JSON is not one line";
  if (!nlohmann::json::accept(json)) return "the JSON does not parse";
  if (look_again(bytes)) {
    AnalyzedDocument again;
    found(bytes, again);
    if (analysis_json("tệp.txt", again) != json) return "other references the second time";
  }
  return {};
}

}  // namespace rasoat::fuzz
