#include "index/record_maker.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>

#include "authority/agency.h"
#include "index/field_terms.h"
#include "index/search_index.h"
#include "index/terms.h"
#include "query/syllables.h"
#include "text/lower.h"

namespace rasoat::index_internal {
namespace {

// Beyond these, a provision or a passage (a table of thousands of rows) is indexed in its first
// part only.
constexpr size_t kMaxPositions = 1'000'000;
constexpr size_t kMaxPassageSyllables = 20'000;
// How much more a word counts that stands in the heading of a passage. Chosen on questions of
// citizens: tests/bench/retrieval_bench.cc.
constexpr uint32_t kHeadingWeight = 3;

constexpr size_t kMaxVocabulary = 1u << 20;

struct Token {
  uint32_t begin = 0;  // in the text
  uint32_t word = 0;   // in the vocabulary
};

using Words = std::vector<uint32_t>;

bool is_article_like(Level level) {
  return level == Level::kArticle || level == Level::kAnnex || level == Level::kTitle ||
         level == Level::kPreamble;
}

bool is_container(Level level) {
  return level == Level::kPart || level == Level::kChapter || level == Level::kSection ||
         level == Level::kSubsection;
}

}  // namespace

// Every syllable met, with its terms, which are costly to make.
class RecordMaker::Vocabulary {
 public:
  struct Word {
    std::string term;
    std::string folded;
    uint32_t folded_word = 0;  // of the same syllable without marks
  };

  uint32_t word(std::string_view syllable) {
    const auto found = words_.find(std::string(syllable));
    if (found != words_.end()) return found->second;
    const auto made = static_cast<uint32_t>(list_.size());
    words_.emplace(syllable, made);
    list_.push_back({syllable_term(syllable), fold_marks(syllable), made});
    if (list_[made].folded != syllable) {
      const std::string folded = list_[made].folded;
      const uint32_t folded_word = word(folded);
      list_[made].folded_word = folded_word;
    }
    return made;
  }

  const Word& operator[](uint32_t word) const { return list_[word]; }

  void forget_if_large() {
    if (list_.size() < kMaxVocabulary) return;
    words_.clear();
    list_.clear();
  }

  std::vector<Token> tokens(std::string_view lower) {
    std::vector<Token> out;
    for (const Span span : syllables(lower)) out.push_back({span.begin, word(span.of(lower))});
    return out;
  }

  void append(std::string_view text, Words& out) {
    const std::string lower = lower_same_length(text);
    for (const Span span : syllables(lower)) out.push_back(word(span.of(lower)));
  }

 private:
  std::unordered_map<std::string, uint32_t> words_;
  std::vector<Word> list_;
};

namespace {

// Calls `visit(value, count)` for each distinct value.
template <typename Value, typename Visit>
void for_each_count(std::vector<Value>& values, Visit visit) {
  std::sort(values.begin(), values.end());
  for (size_t at = 0; at < values.size();) {
    size_t end = at;
    while (end < values.size() && values[end] == values[at]) ++end;
    visit(values[at], static_cast<Xapian::termcount>(end - at));
    at = end;
  }
}

// Single words and pairs of neighbours.
struct PassageWords {
  Words single;
  std::vector<uint64_t> pairs;  // of words without marks
};

template <typename Vocabulary>
void add_run(const Words& run, uint32_t times, const Vocabulary& vocabulary, PassageWords& out) {
  for (uint32_t time = 0; time < times; ++time) {
    out.single.insert(out.single.end(), run.begin(), run.end());
    for (size_t i = 0; i + 1 < run.size(); ++i) {
      out.pairs.push_back(static_cast<uint64_t>(vocabulary[run[i]].folded_word) << 32 |
                          vocabulary[run[i + 1]].folded_word);
    }
  }
}

std::pair<size_t, size_t> range_of(const std::vector<Token>& tokens, Span span) {
  const auto before = [](const Token& token, uint32_t at) { return token.begin < at; };
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin, before);
  const auto end = std::lower_bound(first, tokens.end(), span.end, before);
  return {static_cast<size_t>(first - tokens.begin()), static_cast<size_t>(end - tokens.begin())};
}

Words words_in(const std::vector<Token>& tokens, Span span, size_t most) {
  const auto [first, end] = range_of(tokens, span);
  Words out;
  for (size_t i = first; i < std::min(end, first + most); ++i) out.push_back(tokens[i].word);
  return out;
}

// The fields of one provision, or of all of a passage.
struct Duties {
  std::vector<std::string> terms;
  uint8_t roles = 0;
  uint8_t levels = 0;
  std::vector<uint32_t> agencies;

  void join(const Duties& other) {
    terms.insert(terms.end(), other.terms.begin(), other.terms.end());
    roles |= other.roles;
    levels |= other.levels;
    agencies.insert(agencies.end(), other.agencies.begin(), other.agencies.end());
  }
};

std::vector<Duties> duties_of(const AnalyzedDocument& analysis, const Lexicon& lexicon) {
  std::vector<Duties> out(analysis.document.provisions.size());
  for (const Assignment& assignment : analysis.assignments) {
    if (assignment.provision < 0 || static_cast<size_t>(assignment.provision) >= out.size()) {
      continue;
    }
    Duties& here = out[static_cast<size_t>(assignment.provision)];
    const std::string role(name_of(assignment.role));
    const AdminLevel admin_level = level_of_agency(assignment.agency, lexicon);
    const std::string level(key_of(admin_level));
    here.terms.push_back(value_term(Field::kAgency, assignment.agency));
    here.terms.push_back(value_term(Field::kRole, role));
    here.terms.push_back(value_term(kAgencyRolePrefix, assignment.agency + "|" + role));
    if (!level.empty()) {
      here.terms.push_back(value_term(Field::kLevel, level));
      here.terms.push_back(value_term(kLevelRolePrefix, level + "|" + role));
      here.levels |= static_cast<uint8_t>(1u << static_cast<unsigned>(admin_level));
    }
    here.roles |= static_cast<uint8_t>(1u << static_cast<unsigned>(assignment.role));
    here.agencies.push_back(facet_key(assignment.agency));
  }
  return out;
}

std::vector<std::string> fields_of(const AnalyzedDocument& analysis) {
  const DocumentHead& head = analysis.document.head;
  std::vector<std::string> out = {value_term(Field::kDocument, analysis.id)};
  if (!head.type.empty()) out.push_back(value_term(Field::kType, slug(head.type)));
  for (const std::string& number : number_values(head.number)) {
    out.push_back(value_term(Field::kNumber, number));
  }
  return out;
}

}  // namespace

uint8_t document_rank(const DocumentHead& head, const Lexicon& lexicon) {
  constexpr uint8_t kUnknown = 9;
  constexpr uint8_t kLocal = 10;
  uint8_t out = kUnknown;
  const Table& types = lexicon.table("document_types");
  const std::string key = slug(head.type);
  for (size_t row = 0; row < types.size(); ++row) {
    if (types.cell(row, "key") != key) continue;
    const std::string_view rank = types.cell(row, "rank");
    std::from_chars(rank.data(), rank.data() + rank.size(), out);
  }
  AdminLevel level = AdminLevel::kNone;
  for (const std::string& agency : agency_keys_from_words(head.issuer, lexicon, head.date)) {
    level = std::max(level, level_of_agency(agency, lexicon));
  }
  if (level <= AdminLevel::kCentral) return out;
  return static_cast<uint8_t>(
      out + kLocal * (static_cast<int>(level) - static_cast<int>(AdminLevel::kCentral)));
}

std::vector<bool> passage_roots(const Document& document) {
  const auto& provisions = document.provisions;
  std::vector<bool> has_below(provisions.size(), false);
  for (const Provision& provision : provisions) {
    if (provision.parent >= 0) has_below[static_cast<size_t>(provision.parent)] = true;
  }
  std::vector<bool> inside(provisions.size(), false);  // at or below a root
  std::vector<bool> out(provisions.size(), false);
  for (size_t i = 0; i < provisions.size(); ++i) {
    const Provision& here = provisions[i];
    if (here.parent >= 0 && inside[static_cast<size_t>(here.parent)]) {
      inside[i] = true;
      // A Điều below an annex or another root of its own still is one.
      out[i] = here.level == Level::kArticle;
      continue;
    }
    const bool root =
        is_article_like(here.level) ||
        (!is_container(here.level) && !(here.level == Level::kHeading && has_below[i]));
    out[i] = inside[i] = root;
  }
  return out;
}

RecordMaker::RecordMaker(const Lexicon& lexicon)
    : lexicon_(lexicon), vocabulary_(std::make_unique<Vocabulary>()) {}
RecordMaker::~RecordMaker() = default;

std::vector<Record> RecordMaker::make(uint32_t number, const AnalyzedDocument& analysis) {
  Vocabulary& vocabulary = *vocabulary_;
  vocabulary.forget_if_large();
  const Document& document = analysis.document;
  const DocumentHead& head = document.head;
  const auto& provisions = document.provisions;
  const std::vector<Token> tokens = vocabulary.tokens(analysis.text.lower());
  std::vector<Duties> duties = duties_of(analysis, lexicon_);
  std::vector<std::string> fields = fields_of(analysis);
  for (std::string& term : terms_of_document(analysis, lexicon_)) fields.push_back(std::move(term));
  const std::vector<std::vector<std::string>> of_provisions =
      terms_of_provisions(analysis, lexicon_);
  for (size_t i = 0; i < provisions.size(); ++i) {
    duties[i].terms.insert(duties[i].terms.end(), of_provisions[i].begin(), of_provisions[i].end());
  }
  Words title;
  vocabulary.append(head.title, title);
  for (const uint32_t word : title) {
    fields.push_back(std::string(info_of(Field::kTitle).prefix) + vocabulary[word].term);
  }
  Words named_by;  // by the type too: "luật đất đai"
  vocabulary.append(head.type, named_by);
  named_by.insert(named_by.end(), title.begin(), title.end());

  Record like;  // what all records of the document share
  like.facets.year = head.date ? static_cast<uint16_t>(head.date->year) : uint16_t{0};
  like.facets.type = facet_key(head.type);
  like.facets.issuer = facet_key(head.issuer);
  like.place.rank = document_rank(head, lexicon_);
  like.place.date = head.date;
  like.place.document = number;
  std::vector<Record> out;
  const auto add = [&](size_t position, Duties own) -> Xapian::Document& {
    std::sort(own.agencies.begin(), own.agencies.end());
    own.agencies.erase(std::unique(own.agencies.begin(), own.agencies.end()), own.agencies.end());
    if (own.agencies.size() > kMaxFacetAgencies) own.agencies.resize(kMaxFacetAgencies);
    Record& made = out.emplace_back(like);
    made.terms = Xapian::Document();
    made.place.position = static_cast<uint32_t>(position);
    made.facets.roles = own.roles;
    made.facets.levels = own.levels;
    made.facets.agencies = std::move(own.agencies);
    return made.terms;
  };

  for (size_t i = 0; i < provisions.size(); ++i) {
    Xapian::Document& made = add(i, duties[i]);
    made.add_boolean_term(kProvisionKind);
    made.add_boolean_term(document_term(analysis.id));
    for (const std::string& term : fields) made.add_boolean_term(term);
    for (const std::string& term : duties[i].terms) made.add_boolean_term(term);
    const auto [first, end] = range_of(tokens, provisions[i].own);
    Xapian::termpos position = 0;
    for (size_t at = first; at < std::min(end, first + kMaxPositions); ++at) {
      made.add_posting(vocabulary[tokens[at].word].term, ++position);
    }
  }

  const std::vector<bool> roots = passage_roots(document);
  for (size_t i = 0; i < provisions.size(); ++i) {
    if (!roots[i]) continue;
    Words context = named_by;
    for (int32_t at = provisions[i].parent; at >= 0; at = provisions[at].parent) {
      const Words above = words_in(tokens, provisions[at].heading, kMaxPassageSyllables);
      context.insert(context.end(), above.begin(), above.end());
    }
    PassageWords words;
    add_run(words_in(tokens, provisions[i].full, kMaxPassageSyllables), 1, vocabulary, words);
    add_run(words_in(tokens, provisions[i].heading, kMaxPassageSyllables), kHeadingWeight,
            vocabulary, words);
    add_run(context, 1, vocabulary, words);
    Duties all;
    for (size_t below = i;
         below < provisions.size() && provisions[below].full.begin < provisions[i].full.end;
         ++below) {
      all.join(duties[below]);
    }
    Xapian::Document& made = add(i, all);
    made.add_boolean_term(kPassageKind);
    for_each_count(words.single, [&](uint32_t word, Xapian::termcount count) {
      made.add_term(std::string(kPassageWord) + vocabulary[word].term, count);
    });
    for_each_count(words.pairs, [&](uint64_t pair, Xapian::termcount count) {
      made.add_term(pair_term(vocabulary[static_cast<uint32_t>(pair >> 32)].folded,
                              vocabulary[static_cast<uint32_t>(pair)].folded),
                    count);
    });
    for (const std::string& term : all.terms) {
      made.add_boolean_term(std::string(kPassageField) + term);
    }
    for (const std::string& term : fields) {
      made.add_boolean_term(std::string(kPassageField) + term);
    }
    made.add_boolean_term(document_term(analysis.id));
  }
  return out;
}

}  // namespace rasoat::index_internal
