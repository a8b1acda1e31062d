#include "store/duty_sentences.h"

#include <map>
#include <string_view>
#include <tuple>

namespace rasoat {

LeadClaim claim_of(const DutyRow& duty) {
  return {duty.agency, duty.role, duty.agent_span, duty.quote_span};
}

std::vector<DutyParts> duty_parts(const std::vector<DutyRow>& duties, const Lexicon& lexicon) {
  using Sentence = std::tuple<std::string_view, uint32_t, uint32_t, uint32_t>;
  std::map<Sentence, std::vector<size_t>> sentences;
  for (size_t i = 0; i < duties.size(); ++i) {
    const DutyRow& duty = duties[i];
    sentences[{duty.document.id, duty.provision.position, duty.quote_span.begin,
               duty.quote_span.end}]
        .push_back(i);
  }
  const auto& reader = lexicon.derived<DutyPartsReader>();
  std::vector<DutyParts> out(duties.size());
  std::vector<LeadClaim> claims;
  for (const auto& [sentence, rows] : sentences) {
    claims.clear();
    for (const size_t row : rows) claims.push_back(claim_of(duties[row]));
    for (size_t i = 0; i < rows.size(); ++i) {
      out[rows[i]] = reader.read(claims[i], claims, duties[rows[i]].quote);
    }
  }
  return out;
}

}  // namespace rasoat
