#include "workspace/hit_reader.h"

#include <utility>

#include "structure/provision_words.h"

namespace rasoat {
namespace {

std::string heading_of(const AnalyzedDocument& analysis, size_t provision) {
  auto at = static_cast<int32_t>(provision);
  while (at >= 0) {
    const Provision& here = analysis.document.provisions[at];
    if (!here.heading.empty()) return std::string(analysis.text.of(here.heading));
    at = here.parent;
  }
  return {};
}

}  // namespace

Result<std::optional<SearchHit>> HitReader::read(const IndexHit& hit, bool passage) {
  if (number_ != hit.document) {
    Result<std::optional<NumberedDocument>> held = store_.read_for_hit(hit.document);
    if (!held) return held.error();
    if (!*held) return std::optional<SearchHit>();
    analysis_ = std::move((*held)->analysis);
    source_ = std::move((*held)->source);
    number_ = hit.document;
  }
  const auto& provisions = analysis_.document.provisions;
  if (hit.position >= provisions.size()) return std::optional<SearchHit>();
  const size_t shown =
      passage ? best_below(analysis_, hit.position, wanted_, lexicon_) : hit.position;
  const std::string& id = provisions[shown].id;
  const DocumentHead& head = analysis_.document.head;
  const Passage words = passage_of(analysis_, shown, wanted_, lexicon_);
  SearchHit out;
  out.document = {analysis_.id, head.type, head.number, head.issuer, head.date, head.title};
  out.provision = {id, provision_in_words(id), heading_of(analysis_, shown),
                   static_cast<uint32_t>(shown)};
  out.quote = analysis_.text.of(words.span);
  out.quote_span = words.span;
  for (const Span mark : words.marks) {
    out.marks.push_back({mark.begin - words.span.begin, mark.end - words.span.begin});
  }
  out.score = hit.score;
  out.others = hit.others;
  const SourcePosition at = analysis_.text.locate(words.span.begin);
  out.place = {source_, at.page, at.line};
  return std::optional<SearchHit>(std::move(out));
}

}  // namespace rasoat
