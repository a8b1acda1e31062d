#include "citation/generic_mentions.h"

#include <algorithm>
#include <string>

#include "text/lower.h"
#include "text/word_scan.h"

namespace rasoat {
namespace {

// Made once for a lexicon: Lexicon::derived.
struct GenericWords {
  explicit GenericWords(const Lexicon& lexicon) {
    const Table& table = lexicon.table("generic_mentions");
    std::vector<std::string> words;
    for (size_t row = 0; row < table.size(); ++row) {
      words.push_back(lower_same_length(table.cell(row, "words")));
    }
    scan = WordScan(words);
  }
  WordScan scan;
};

std::vector<Span> sorted_spans(const std::vector<Reference>& references) {
  std::vector<Span> out;
  out.reserve(references.size());
  for (const Reference& reference : references) out.push_back(reference.span);
  std::sort(out.begin(), out.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return out;
}

}  // namespace

std::vector<Reference> find_generic_mentions(const TextBuffer& text, const Document& document,
                                             const std::vector<Reference>& references,
                                             const Lexicon& lexicon) {
  const std::string_view lower = text.lower();
  const std::vector<Span> named = sorted_spans(references);
  auto next = named.begin();
  uint32_t taken = 0;  // up to here the words belong to a reference or an earlier mention
  std::vector<Reference> out;
  lexicon.derived<GenericWords>().scan.for_each(lower, [&](const LiteralMatch& match) {
    const uint32_t begin = match.span.begin;
    for (; next != named.end() && next->begin <= begin; ++next) {
      taken = std::max(taken, next->end);
    }
    if (begin < taken || !is_word_boundary(lower, match.span.end)) return;
    if (document.is_aside(begin)) return;
    Reference mention;
    mention.from = document.deepest_at(begin);
    if (mention.from < 0) return;
    mention.span = match.span;
    mention.quoted = document.is_quoted(begin);
    mention.outcome = Outcome::kGeneric;
    out.push_back(std::move(mention));
    taken = match.span.end;
  });
  return out;
}

}  // namespace rasoat
