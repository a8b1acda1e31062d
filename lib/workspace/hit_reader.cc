#include "workspace/hit_reader.h"

#include <algorithm>
#include <numeric>
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

Result<std::vector<SearchHit>> HitReader::read_all(const std::vector<IndexHit>& hits,
                                                   bool passages) {
  std::vector<size_t> by_document(hits.size());
  std::iota(by_document.begin(), by_document.end(), size_t{0});
  std::stable_sort(by_document.begin(), by_document.end(),
                   [&](size_t a, size_t b) { return hits[a].document < hits[b].document; });
  std::vector<std::optional<SearchHit>> rows(hits.size());
  for (const size_t at : by_document) {
    Result<std::optional<SearchHit>> row = read(hits[at], passages);
    if (!row) return row.error();
    rows[at] = std::move(*row);
  }
  std::vector<SearchHit> out;
  for (std::optional<SearchHit>& row : rows) {
    if (row) out.push_back(std::move(*row));
  }
  return out;
}

Result<void> HitReader::open(uint32_t document) {
  if (held_ && held_->number == document) return {};
  held_.reset();
  const HitParts parts = wanted_.asks_for_duty() ? HitParts::kTextAndDuties : HitParts::kText;
  Result<std::optional<NumberedDocument>> held = store_.read_for_hit(document, parts);
  if (!held) return held.error();
  held_ = std::move(*held);
  return {};
}

Result<std::optional<SearchHit>> HitReader::read(const IndexHit& hit, bool passage) {
  if (Result<void> opened = open(hit.document); !opened) return opened.error();
  if (!held_) return std::optional<SearchHit>();
  const AnalyzedDocument& analysis = held_->analysis;
  const auto& provisions = analysis.document.provisions;
  if (hit.position >= provisions.size()) return std::optional<SearchHit>();
  const size_t shown =
      passage ? best_below(analysis, hit.position, wanted_, lexicon_) : hit.position;
  const std::string& id = provisions[shown].id;
  const DocumentHead& head = analysis.document.head;
  const Passage words = passage_of(analysis, shown, wanted_, lexicon_);
  SearchHit out;
  out.document = {analysis.id, head.type, head.number, head.issuer, head.date, head.title};
  out.provision = {id, provision_in_words(id), heading_of(analysis, shown),
                   static_cast<uint32_t>(shown)};
  out.quote = analysis.text.of(words.span);
  out.quote_span = words.span;
  for (const Span mark : words.marks) {
    out.marks.push_back({mark.begin - words.span.begin, mark.end - words.span.begin});
  }
  out.score = hit.score;
  out.others = hit.others;
  const SourcePosition at = analysis.text.locate(words.span.begin);
  out.place = {held_->source, at.page, at.line};
  return std::optional<SearchHit>(std::move(out));
}

}  // namespace rasoat
