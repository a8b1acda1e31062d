// Work grows with the length of a text alone. Time is what growth_bench prints; here the memory
// that the pipeline asks for stands for it, and the facts found, both the same on every machine.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

#include "bench/growth_texts.h"
#include "ingest/read_text.h"
#include "support/soundness.h"
#include "workspace/analysis.h"

namespace {

std::atomic<size_t> allocated_bytes{0};

void* counted(size_t size) {
  allocated_bytes += size;
  if (void* out = std::malloc(std::max<size_t>(size, 1))) return out;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(size_t size) { return counted(size); }
void* operator new[](size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }

namespace rasoat {
namespace {

struct Work {
  double allocated = 0;  // bytes for each byte of the source
  size_t provisions = 0, references = 0, assignments = 0;
  std::string fault;
};

Work work_on(const std::string& source) {
  RawText raw;
  append_lines(source, raw);
  const size_t before = allocated_bytes;
  const AnalyzedDocument analysis = analyze_text(std::move(raw), Lexicon::builtin());
  Work out;
  out.allocated =
      static_cast<double>(allocated_bytes - before) / static_cast<double>(source.size());
  out.provisions = analysis.document.provisions.size();
  out.references = analysis.references.size();
  out.assignments = analysis.assignments.size();
  out.fault = testing::fault_of(analysis.text);
  if (out.fault.empty()) out.fault = testing::fault_of(analysis.document, analysis.text);
  if (out.fault.empty()) {
    out.fault = testing::fault_of(analysis.references, analysis.document, analysis.text);
  }
  if (out.fault.empty() && !testing::is_utf8(analysis_json("", analysis))) out.fault = "JSON";
  return out;
}

TEST(Growth, OneDocumentManyTimesIsThatMuchWork) {
  const std::string_view document = bench::usual_document();
  work_on(std::string(document));  // makes what the lexicon derives once
  const auto times = [&](size_t n) {
    return work_on(bench::repeated_to(document, n * document.size()));
  };
  const Work few = times(8);
  const Work many = times(64);
  EXPECT_LE(many.allocated, 1.5 * few.allocated);
  const auto grew = [](size_t from, size_t to) {
    return static_cast<double>(to) / static_cast<double>(from);
  };
  EXPECT_NEAR(grew(few.provisions, many.provisions), 8, 0.4);
  EXPECT_NEAR(grew(few.references, many.references), 8, 0.4);
  EXPECT_NEAR(grew(few.assignments, many.assignments), 8, 0.4);
}

TEST(Growth, HostileTextsAreNoMoreWorkWhenLonger) {
  constexpr size_t kBytes = 20'000;
  const auto few = bench::hostile_texts(kBytes);
  const auto many = bench::hostile_texts(4 * kBytes);
  ASSERT_EQ(few.size(), many.size());
  for (size_t i = 0; i < few.size(); ++i) {
    const Work a = work_on(few[i].text);
    const Work b = work_on(many[i].text);
    EXPECT_EQ(a.fault, "") << few[i].name;
    EXPECT_EQ(b.fault, "") << few[i].name;
    // Vectors double: a text just behind a doubling asks for twice as much as one just before.
    EXPECT_LE(b.allocated, 2 * a.allocated + 16) << few[i].name;
    EXPECT_LE(b.allocated, 6000) << few[i].name;
  }
}

}  // namespace
}  // namespace rasoat
