#include "structure/structure_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/literal_scan.h"
#include "text/lower.h"
#include "text/word_set.h"

namespace rasoat {

StructureWords::StructureWords(const Lexicon& lexicon) {
  const std::array<std::pair<std::string_view, WordClass*>, 13> classes{{
      {"preamble", &preamble},
      {"issuer", &issuers},
      {"parent-body", &parent_bodies},
      {"issuer-goes-on", &issuer_goes_on},
      {"attachment", &attachments},
      {"signer", &signers},
      {"enacting", &enacting},
      {"cited", &cited},
      {"counts", &counts},
      {"amending", &amending},
      {"unit", &units},
      {"amended", &amended},
      {"gazette", &gazette},
  }};
  const Table& table = lexicon.table("structure_cues");
  for (size_t row = 0; row < table.size(); ++row) {
    for (const auto& [name, words] : classes) {
      if (table.cell(row, "class") == name) {
        words->add(lower_same_length(table.cell(row, "words")));
      }
    }
  }
}

void WordClass::add(std::string word) {
  if (word.empty()) return;
  if (word.size() > 2) {
    fronts_.set(front_of(word));
  } else {  // whatever stands behind it
    for (size_t third = 0; third < 32; ++third) fronts_.set(front_of(word.substr(0, 1)) + third);
  }
  words_.push_back(std::move(word));
}

bool WordClass::begins(std::string_view text) const {
  if (text.empty() || !fronts_.test(front_of(text))) return false;
  return std::any_of(words_.begin(), words_.end(), [&](std::string_view word) {
    return begins_with(text, word) && is_word_boundary(text, word.size());
  });
}

}  // namespace rasoat
