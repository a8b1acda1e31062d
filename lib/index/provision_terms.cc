#include "index/provision_terms.h"

#include <cstdlib>

#include "authority/agency.h"
#include "index/field_terms.h"
#include "index/terms.h"
#include "query/syllables.h"
#include "text/lower.h"

namespace rasoat::index_internal {
namespace {

// Beyond this a provision (a table of thousands of rows) is indexed in its first part only.
constexpr size_t kMaxPositions = 1'000'000;

std::string order_key(const std::string& document, uint32_t position) {
  std::string out = document;
  out += '\0';
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(position >> shift & 0xFF);
  return out;
}

// A syllable without marks has one term: asked for, it stands for every form.
void add_text(Xapian::Document& out, std::string_view lower) {
  Xapian::termpos position = 0;
  for (const Span span : syllables(lower)) {
    if (++position > kMaxPositions) break;
    const std::string_view syllable = span.of(lower);
    if (has_marks(syllable)) out.add_posting(written_term("", syllable), position);
    out.add_posting(unmarked_term("", syllable), position);
  }
}

// Of the title, which stands with every provision, the words alone: positions cost the most.
std::vector<std::string> title_terms(std::string_view title) {
  const std::string lower = lower_same_length(title);
  const std::string_view prefix = info_of(Field::kTitle).prefix;
  std::vector<std::string> out;
  for (const Span span : syllables(lower)) {
    const std::string_view syllable = span.of(lower);
    if (has_marks(syllable)) out.push_back(written_term(prefix, syllable));
    out.push_back(unmarked_term(prefix, syllable));
  }
  return out;
}

}  // namespace

std::string encode(const ProvisionData& data) {
  return std::to_string(data.position) + '\n' + data.provision + '\n' + data.document;
}

ProvisionData decode(const std::string& bytes) {
  const size_t first = std::min(bytes.find('\n'), bytes.size());
  const size_t second = std::min(bytes.find('\n', first + 1), bytes.size());
  ProvisionData out;
  out.position = static_cast<uint32_t>(std::strtoul(bytes.c_str(), nullptr, 10));
  if (first < bytes.size()) out.provision = bytes.substr(first + 1, second - first - 1);
  if (second < bytes.size()) out.document = bytes.substr(second + 1);
  return out;
}

std::vector<Xapian::Document> provision_documents(const AnalyzedDocument& analysis,
                                                  const Lexicon& lexicon) {
  const DocumentHead& head = analysis.document.head;
  std::vector<std::string> of_document = {value_term(Field::kDocument, analysis.id)};
  if (!head.type.empty()) of_document.push_back(value_term(Field::kType, slug(head.type)));
  for (const std::string& number : number_values(head.number)) {
    of_document.push_back(value_term(Field::kNumber, number));
  }
  for (std::string& term : title_terms(head.title)) of_document.push_back(std::move(term));
  for (std::string& term : terms_of_document(analysis, lexicon)) {
    of_document.push_back(std::move(term));
  }
  const std::vector<std::vector<std::string>> of_provisions =
      terms_of_provisions(analysis, lexicon);

  std::vector<Xapian::Document> out;
  for (size_t i = 0; i < analysis.document.provisions.size(); ++i) {
    const Provision& provision = analysis.document.provisions[i];
    const auto position = static_cast<uint32_t>(i);
    Xapian::Document& made = out.emplace_back();
    made.set_data(encode({analysis.id, provision.id, position}));
    made.add_value(kOrderSlot, order_key(analysis.id, position));
    for (const std::string& term : of_document) made.add_boolean_term(term);
    for (const std::string& term : of_provisions[i]) made.add_boolean_term(term);
    add_text(made, analysis.text.lower_of(provision.own));
  }
  for (const Assignment& assignment : analysis.assignments) {
    if (assignment.provision < 0 || static_cast<size_t>(assignment.provision) >= out.size())
      continue;
    Xapian::Document& made = out[assignment.provision];
    const std::string role(name_of(assignment.role));
    const std::string level(key_of(level_of_agency(assignment.agency, lexicon)));
    made.add_boolean_term(value_term(Field::kAgency, assignment.agency));
    made.add_boolean_term(value_term(Field::kRole, role));
    made.add_boolean_term(value_term(kAgencyRolePrefix, assignment.agency + "|" + role));
    if (level.empty()) continue;
    made.add_boolean_term(value_term(Field::kLevel, level));
    made.add_boolean_term(value_term(kLevelRolePrefix, level + "|" + role));
  }
  return out;
}

}  // namespace rasoat::index_internal
