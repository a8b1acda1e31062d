#include "workspace/analysis.h"

#include <iterator>
#include <utility>

#include "authority/delegations.h"
#include "authority/find.h"
#include "authority/transfers.h"
#include "citation/find.h"
#include "citation/generic_mentions.h"
#include "citation/issued_text.h"
#include "citation/resolve.h"
#include "structure/parse.h"
#include "text/repair.h"

namespace rasoat {

AnalyzedDocument analyze_text(RawText raw, const Lexicon& lexicon) {
  AnalyzedDocument out;
  out.text = repair(std::move(raw));
  out.document = parse_document(out.text, lexicon);
  out.id = document_id(out.document.head, out.text, lexicon);
  out.references = find_references(out.text, out.document, lexicon);
  for (Diagnostic& doubt : doubts_of_issued_text(out.text, out.document, out.references, lexicon)) {
    out.document.diagnostics.push_back(std::move(doubt));
  }
  find_versions(out.references, citing_days(out.document.head.date, out.document.head.number),
                lexicon.derived<LawRegistry>());
  out.assignments = find_assignments(out.text, out.document, out.references, lexicon);
  out.transfers = find_transfers(out.text, out.document, out.references, out.assignments, lexicon);
  out.delegations = find_delegations(out.text, out.document, out.assignments, lexicon);
  add_assignments(out.transfers, out.assignments);
  out.tasks = find_plan_tasks(out.text, out.document, out.assignments, lexicon);
  std::vector<Reference> generic =
      find_generic_mentions(out.text, out.document, out.references, lexicon);
  out.references.insert(out.references.end(), std::make_move_iterator(generic.begin()),
                        std::make_move_iterator(generic.end()));
  return out;
}

AnalyzedFile analyze_source(SourceFile source, const Lexicon& lexicon) {
  AnalyzedFile out{std::move(source), {}};
  out.analysis = analyze_text(std::move(out.source.text), lexicon);
  std::vector<Diagnostic>& diagnostics = out.analysis.document.diagnostics;
  diagnostics.insert(diagnostics.begin(), out.source.diagnostics.begin(),
                     out.source.diagnostics.end());
  return out;
}

Result<AnalyzedFile> analyze_file(const std::filesystem::path& path, const Lexicon& lexicon,
                                  const IngestLimits& limits) {
  Result<SourceFile> source = read_file(path, limits);
  if (!source) return source.error();
  return analyze_source(std::move(*source), lexicon);
}

}  // namespace rasoat
