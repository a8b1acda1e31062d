// The pipeline: one file or text through repair, structure, references and assignments.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "ingest/read_file.h"
#include "lexicon/lexicon.h"
#include "store/analyzed_document.h"

namespace rasoat {

// Names of laws get their versions from the registry; a workspace resolves references to documents.
AnalyzedDocument analyze_text(RawText text, const Lexicon& lexicon);

struct AnalyzedFile {
  SourceFile source;  // its text has been moved out
  AnalyzedDocument analysis;
};

// Takes the lines of a source; what its reader noticed joins the document's diagnostics.
AnalyzedFile analyze_source(SourceFile source, const Lexicon& lexicon);

Result<AnalyzedFile> analyze_file(const std::filesystem::path& path, const Lexicon& lexicon,
                                  const IngestLimits& limits = {});

// The object that `rasoat analyze` prints for one document, as one line of JSON without line end.
// Its shape is in docs/json.md.
std::string analysis_json(const std::string& file, const AnalyzedDocument& analysis);
// The object in place of one that could not be analysed.
std::string analysis_error_json(const std::string& file, const Error& error);

}  // namespace rasoat
