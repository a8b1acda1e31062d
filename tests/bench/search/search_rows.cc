// Writes the provisions of a workspace as rows that other engines can index, and queries drawn from
// them, so that every side is asked for the same words in the same texts.
//
// usage: search_rows WORKSPACE FOLDER [QUERIES_OF_EACH_KIND]
//
//   FOLDER/rows.tsv       id, type, issuer, year, agencies (with blanks), words of the title, words
//                         of the provision; the three names and the agencies as keys of letters and
//                         digits. Words in lower case, tones placed as the index has them
//   FOLDER/rows.scriptindex   the same for Xapian's scriptindex
//   FOLDER/queries.tsv    kind, words, and for `filters`: the key of the type, the year and the key
//                         of the agency, and the same three as a query of rasoat
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "index/search_index.h"
#include "query/syllables.h"
#include "store/store.h"
#include "text/lower.h"

namespace rasoat::bench {
namespace {

std::string key(char kind, std::string_view name) {
  char out[16];
  std::snprintf(out, sizeof out, "%c%08x", kind, facet_key(name));
  return out;
}

std::string on_one_line(std::string_view words) {
  std::string out(words);
  for (char& c : out) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return out;
}

// A provision that queries may be drawn from.
struct Drawn {
  std::string words;
  std::string type;
  int year = 0;
  std::string agency;  // key of a body that it gives a task; may be empty
};

// An even sample of what comes by, of a fixed size.
class Sample {
 public:
  explicit Sample(size_t size) : size_(size) {}
  void offer(Drawn drawn) {
    ++seen_;
    if (kept_.size() < size_) {
      kept_.push_back(std::move(drawn));
    } else if (const size_t at = random_() % seen_; at < size_) {
      kept_[at] = std::move(drawn);
    }
  }
  const std::vector<Drawn>& kept() const { return kept_; }

 private:
  size_t size_;
  size_t seen_ = 0;
  std::mt19937_64 random_{20260101};
  std::vector<Drawn> kept_;
};

// The letters of a syllable are the same to all engines; numbers are not ("08").
bool is_plain(std::string_view syllable) {
  return syllable.find_first_of("0123456789") == std::string_view::npos &&
         syllable == term_form(syllable) && has_marks(syllable);
}

// `count` plain syllables side by side with nothing but a blank between them; empty where there are
// none.
std::vector<std::string> neighbours(const std::string& words, size_t count,
                                    std::mt19937_64& random) {
  const std::vector<Span> all = syllables(words);
  if (all.size() < count) return {};
  const size_t start = random() % (all.size() - count + 1);
  for (size_t tried = 0; tried + count <= all.size(); ++tried) {
    const size_t first = (start + tried) % (all.size() - count + 1);
    std::vector<std::string> out;
    for (size_t i = first; i < first + count && is_plain(all[i].of(words)); ++i) {
      if (i > first && all[i].begin != all[i - 1].end + 1) break;
      out.emplace_back(all[i].of(words));
    }
    if (out.size() == count) return out;
  }
  return {};
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

void write_queries(const Sample& any, const Sample& with_agency, std::ostream& out) {
  std::mt19937_64 random(7);
  for (const Drawn& drawn : any.kept()) {
    if (const auto words = neighbours(drawn.words, 5, random); !words.empty()) {
      out << "phrase\t" << joined(words) << "\n";
    }
    const auto first = neighbours(drawn.words, 1, random);
    const auto second = neighbours(drawn.words, 1, random);
    if (!first.empty() && first != second) {
      out << "and\t" << first[0] << ' ' << second[0] << "\n";
      out << "facets\t" << first[0] << ' ' << second[0] << "\n";
    }
  }
  for (const Drawn& drawn : with_agency.kept()) {
    const auto words = neighbours(drawn.words, 3, random);
    if (words.empty()) continue;
    const std::string year = std::to_string(drawn.year);
    out << "filters\t" << joined(words) << '\t' << key('t', drawn.type) << " y" << year << ' '
        << key('a', drawn.agency) << "\ttype:\"" << drawn.type << "\" issued:" << year
        << " agency:" << drawn.agency << "\n";
  }
}

int run(const char* workspace, const std::filesystem::path& folder, size_t queries) {
  const auto store = Store::open(std::filesystem::path(workspace) / "store.db", Store::Mode::kRead);
  if (!store) {
    std::fprintf(stderr, "no workspace in %s\n", workspace);
    return 1;
  }
  const Result<std::vector<Change>> changes = (*store)->changes_after(0, UINT32_MAX);
  if (!changes) return 1;
  std::filesystem::create_directories(folder);
  std::ofstream rows(folder / "rows.tsv"), script(folder / "rows.scriptindex");
  Sample any(queries), with_agency(queries);
  uint64_t id = 0;
  for (const Change& change : *changes) {
    const auto held = (*store)->read_for_index(change.document);
    if (!held || !*held) continue;
    const AnalyzedDocument& analysis = (*held)->analysis;
    const DocumentHead& head = analysis.document.head;
    const int year = head.date ? head.date->year : 0;
    const std::string type = key('t', head.type), issuer = key('i', head.issuer);
    const std::string title = on_one_line(lower_same_length(head.title));
    const auto& provisions = analysis.document.provisions;
    std::vector<std::vector<std::string>> agencies(provisions.size());
    for (const Assignment& duty : analysis.assignments) {
      if (duty.provision >= 0) {
        agencies[static_cast<size_t>(duty.provision)].push_back(duty.agency);
      }
    }
    for (size_t i = 0; i < provisions.size(); ++i) {
      const std::string words = on_one_line(analysis.text.lower_of(provisions[i].own));
      std::string keys;
      for (const std::string& agency : agencies[i]) {
        keys += (keys.empty() ? "" : " ") + key('a', agency);
      }
      rows << ++id << '\t' << type << '\t' << issuer << "\ty" << year << '\t' << keys << '\t'
           << title << '\t' << words << '\n';
      script << "id=" << id << "\ntype=" << type << "\nissuer=" << issuer << "\nyear=y" << year
             << '\n';
      for (const std::string& agency : agencies[i]) script << "agency=" << key('a', agency) << '\n';
      script << "title=" << title << "\ntext=" << words << "\n\n";
      const std::string agency = agencies[i].empty() ? "" : agencies[i].front();
      any.offer({words, head.type, year, agency});
      if (!agency.empty() && year > 0 && !head.type.empty()) {
        with_agency.offer({words, head.type, year, agency});
      }
    }
  }
  std::ofstream out(folder / "queries.tsv");
  write_queries(any, with_agency, out);
  std::printf("%llu\n", static_cast<unsigned long long>(id));
  return rows && script && out ? 0 : 1;
}

}  // namespace
}  // namespace rasoat::bench

int main(int count, char** words) {
  if (count < 3) {
    std::fprintf(stderr, "usage: search_rows WORKSPACE FOLDER [QUERIES_OF_EACH_KIND]\n");
    return 2;
  }
  return rasoat::bench::run(words[1], words[2],
                            count > 3 ? static_cast<size_t>(std::atoll(words[3])) : 300);
}
