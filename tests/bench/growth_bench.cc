// Whether time grows with the length of a text alone: a document repeated up to 64 times, and
// hostile texts beside it.
//
// usage: growth_bench [MEGABYTES] [WORDS]    of each hostile text, 10 without the first; only those
//                                            whose name holds WORDS
//
// CPU time of one thread in milliseconds for each megabyte of source; "×" is the ratio to the usual
// document at the same length. Exit code 1 where a figure is out of the bounds that stand below.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "authority/find.h"
#include "bench/growth_texts.h"
#include "bench/held_load.h"
#include "bench/load.h"
#include "citation/find.h"
#include "citation/resolve.h"
#include "ingest/read_text.h"
#include "structure/parse.h"
#include "text/repair.h"

namespace rasoat::bench {
namespace {

constexpr double kFlat = 1.5;      // growth of time for each megabyte from ×1 to ×64
constexpr double kHostile = 20.0;  // hostile text beside the usual one

enum Stage { kRepair, kStructure, kReferences, kResolution, kAuthority, kStages };

struct Measured {
  double milliseconds[kStages] = {};  // for each megabyte
  size_t provisions = 0, references = 0, assignments = 0;
  double total() const {
    double out = 0;
    for (const double part : milliseconds) out += part;
    return out;
  }
};

Measured measure(const std::string& source) {
  const Lexicon& lexicon = Lexicon::builtin();
  Measured out;
  double last = cpu_seconds();
  const auto stop = [&](Stage stage) {
    const double now = cpu_seconds();
    out.milliseconds[stage] = (now - last) * 1e9 / static_cast<double>(source.size());
    last = now;
  };
  RawText raw;
  append_lines(source, raw);
  const TextBuffer text = repair(std::move(raw));
  stop(kRepair);
  const Document document = parse_document(text, lexicon);
  stop(kStructure);
  HeldLoad held;  // units of the text itself are looked for
  held.add("self", document);
  last = cpu_seconds();
  std::vector<Reference> references = find_references(text, document, lexicon);
  stop(kReferences);
  resolve(references, {"self", document.head.issuer, document.head.date, document.head.number},
          held, lexicon.derived<LawRegistry>());
  stop(kResolution);
  const auto assignments = find_assignments(text, document, references, lexicon);
  const auto tasks = find_plan_tasks(text, document, assignments, lexicon);
  stop(kAuthority);
  out.provisions = document.provisions.size();
  out.references = references.size();
  out.assignments = assignments.size() + tasks.size();
  return out;
}

// The fastest of some runs, stage by stage: small texts are noisy.
Measured measure_often(const std::string& source) {
  Measured out = measure(source);
  const size_t rounds = std::min<size_t>(200, 4'000'000 / source.size());
  for (size_t round = 0; round < rounds; ++round) {
    const Measured again = measure(source);
    for (int stage = 0; stage < kStages; ++stage) {
      out.milliseconds[stage] = std::min(out.milliseconds[stage], again.milliseconds[stage]);
    }
  }
  return out;
}

void print_heading(const char* what) {
  std::printf("\n%9s %9s %9s %9s %9s %9s %7s  %8s %8s %8s  %s\n", "repair", "structure", "refs",
              "resolve", "authority", "ms/MB", "×", "provs", "refs", "tasks", what);
}

void print(const Measured& m, double ratio, const std::string& name, bool bad) {
  for (const double part : m.milliseconds) std::printf("%9.2f ", part);
  std::printf("%9.2f %7.2f  %8zu %8zu %8zu  %s%s\n", m.total(), ratio, m.provisions, m.references,
              m.assignments, name.c_str(), bad ? "   <== out of bounds" : "");
  std::fflush(stdout);
}

int run(size_t bytes, const std::string& words) {
  bool bad = false;
  print_heading("the usual document, so many times");
  const std::string document(usual_document());
  Measured first;
  for (size_t times = 1; times <= 64; times *= 2) {
    const Measured m = measure_often(repeated_to(document, times * document.size()));
    if (times == 1) first = m;
    const double ratio = m.total() / first.total();
    bad |= ratio > kFlat;
    print(m, ratio, std::to_string(times), ratio > kFlat);
  }
  print_heading("hostile texts");
  const Measured usual = measure_often(repeated_to(document, bytes));
  print(usual, 1, "the usual document", false);
  for (const HostileText& hostile : hostile_texts(bytes)) {
    if (hostile.name.find(words) == std::string::npos) continue;
    const Measured m = measure(hostile.text);
    const double ratio = m.total() / usual.total();
    bad |= ratio > kHostile;
    print(m, ratio, hostile.name, ratio > kHostile);
  }
  return bad ? 1 : 0;
}

}  // namespace
}  // namespace rasoat::bench

int main(int argc, char** argv) {
  const double megabytes = argc > 1 ? std::atof(argv[1]) : 10;
  return rasoat::bench::run(static_cast<size_t>(megabytes * 1e6), argc > 2 ? argv[2] : "");
}
