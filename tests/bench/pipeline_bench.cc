// How fast the way from text to resolved references is, beside one ICU normalisation pass over the
// same bytes.
//
// usage: pipeline_bench FOLDER [ROUNDS]     FOLDER of *.txt
//
// CPU time of one thread, texts in memory; all sides alternate within a round, medians of the
// rounds.
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <vector>

#include "authority/find.h"
#include "bench/held_load.h"
#include "bench/load.h"
#include "citation/find.h"
#include "citation/resolve.h"
#include "ingest/read_text.h"
#include "structure/parse.h"
#include "text/repair.h"

namespace rasoat::bench {
namespace {

size_t count_newlines(const std::vector<std::string>& texts) {
  size_t out = 0;
  for (const std::string& text : texts) {
    const char* at = text.data();
    const char* end = at + text.size();
    while ((at = static_cast<const char*>(memchr(at, '\n', static_cast<size_t>(end - at))))) {
      ++at, ++out;
    }
  }
  return out;
}

size_t normalize(const std::vector<std::string>& texts) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  size_t out = 0;
  for (const std::string& text : texts) {
    std::string normal;
    icu::StringByteSink<std::string> sink(&normal, static_cast<int32_t>(text.size()));
    nfc->normalizeUTF8(0, text, sink, nullptr, status);
    out += normal.size();
  }
  return out;
}

int run(const char* folder, int rounds) {
  const std::vector<std::string> texts = load_texts(folder);
  double bytes = 0;
  for (const std::string& text : texts) bytes += static_cast<double>(text.size());
  if (texts.empty()) {
    std::fprintf(stderr, "no *.txt in %s\n", folder);
    return 1;
  }
  const Lexicon& lexicon = Lexicon::builtin();

  HeldLoad held;
  for (const std::string& text : texts) {
    RawText raw;
    append_lines(text, raw);
    const TextBuffer buffer = repair(std::move(raw));
    const Document document = parse_document(buffer, lexicon);
    held.add(document_id(document.head, buffer, lexicon), document);
  }

  std::map<std::string, std::vector<double>> seconds;
  size_t sink = 0, references = 0, resolved = 0, assignments = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto timed = [&](const char* name, const std::function<void()>& work) {
      const double begin = cpu_seconds();
      work();
      seconds[name].push_back(cpu_seconds() - begin);
    };
    timed("memchr", [&] { sink += count_newlines(texts); });
    timed("ICU normalizeUTF8", [&] { sink += normalize(texts); });
    std::map<std::string, double> stage;
    references = resolved = assignments = 0;
    for (const std::string& text : texts) {
      double last = cpu_seconds();
      const auto lap = [&](const char* name) {
        const double now = cpu_seconds();
        stage[name] += now - last;
        last = cpu_seconds();
      };
      RawText raw;
      append_lines(text, raw);
      lap("lines");
      const TextBuffer buffer = repair(std::move(raw));
      lap("repair");
      const Document document = parse_document(buffer, lexicon);
      lap("structure");
      std::vector<Reference> found = find_references(buffer, document, lexicon);
      lap("references");
      resolve(found,
              {document_id(document.head, buffer, lexicon), document.head.issuer,
               document.head.date, document.head.number, document.head.type},
              held, lexicon.derived<LawRegistry>());
      lap("resolution");
      const auto duties = find_assignments(buffer, document, found, lexicon);
      lap("assignments");
      references += found.size();
      assignments += duties.size();
      for (const Reference& reference : found) {
        resolved += reference.outcome == Outcome::kResolved;
      }
    }
    for (const auto& [name, value] : stage) seconds[name].push_back(value);
  }

  std::printf("%zu texts, %.1f MB; %zu references, %zu of them resolved; %zu assignments (%zu)\n",
              texts.size(), bytes / 1e6, references, resolved, assignments, sink % 2);
  double citation = 0;
  const double icu = median(seconds["ICU normalizeUTF8"]);
  const auto row = [&](const char* name, double value) {
    std::printf("%-48s %8.1f MB/s  %7.3f of ICU\n", name, bytes / 1e6 / value, icu / value);
  };
  for (const char* name : {"memchr", "ICU normalizeUTF8", "lines", "repair", "structure",
                           "references", "resolution", "assignments"}) {
    row(name, median(seconds[name]));
  }
  for (const char* name : {"repair", "structure", "references", "resolution"}) {
    citation += median(seconds[name]);
  }
  row("repair + structure + references + resolution", citation);
  row("structure + references + assignments", median(seconds["structure"]) +
                                                  median(seconds["references"]) +
                                                  median(seconds["assignments"]));
  return 0;
}

}  // namespace
}  // namespace rasoat::bench

int main(int count, char** words) {
  if (count < 2) {
    std::fprintf(stderr, "usage: pipeline_bench FOLDER [ROUNDS]\n");
    return 2;
  }
  return rasoat::bench::run(words[1], count > 2 ? std::atoi(words[2]) : 5);
}
