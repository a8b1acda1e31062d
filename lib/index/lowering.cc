// Words and phrases carry weight, fields filter. In a conjunction that asks for a role beside an
// agency or a level, both must hold in one duty of the provision, which has terms of its own; so it
// is with `kind:` beside `cites:`, in one reference.
#include "index/lowering.h"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <string>
#include <vector>

#include "index/field_terms.h"
#include "index/record.h"
#include "index/terms.h"
#include "query/syllables.h"
#include "store/keys.h"
#include "text/lower.h"

namespace rasoat::index_internal {
namespace {

// A sentence is looked for by the rarest of its words and pairs of neighbours: by so many of them,
// and by more until they may reach one passage in so many. What more than one passage in so many
// has is looked for only where there is nothing rarer. A thousand passages are few whatever the
// shares say. Chosen on questions of citizens: tests/bench/retrieval_bench.cc.
constexpr size_t kTellingParts = 6;
constexpr Xapian::doccount kReachShare = 50;
constexpr Xapian::doccount kCommonShare = 20;
constexpr Xapian::doccount kFewPassages = 1'000;

Xapian::Query any_of(const std::vector<std::string>& terms) {
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

// Without weight.
Xapian::Query filter(const Xapian::Query& query) {
  return {Xapian::Query::OP_SCALE_WEIGHT, query, 0.0};
}

// Forms of one word, counted together. Xapian estimates how frequent the word is from the tree of
// its forms, two by two, and rounds on each step; left to itself it builds a tree in each part by
// the frequencies there, and the parts come to different weights. So the tree is built here, by the
// frequencies of all: the rarest below, which is also the quickest to look through.
Xapian::Query one_word(const std::vector<WordForms::Form>& forms) {
  struct Node {
    uint64_t frequency;
    size_t order;  // makes the tree the same everywhere
    Xapian::Query query;
    bool operator<(const Node& other) const {  // of a heap whose top is the rarest
      return frequency != other.frequency ? frequency > other.frequency : order > other.order;
    }
  };
  std::priority_queue<Node> nodes;
  size_t order = 0;
  for (const WordForms::Form& form : forms) {
    nodes.push({form.frequency, order++, Xapian::Query(form.term)});
  }
  while (nodes.size() > 1) {
    const Node rarest = nodes.top();
    nodes.pop();
    const Node next = nodes.top();
    nodes.pop();
    nodes.push({rarest.frequency + next.frequency, order++,
                Xapian::Query(Xapian::Query::OP_SYNONYM, next.query, rarest.query)});
  }
  return nodes.top().query;
}

// A syllable with marks as it is written, one without in every form: counted as one word, or, in a
// phrase, as any of them, which is all that Xapian takes there.
Xapian::Query syllable_query(const std::string& prefix, std::string_view syllable,
                             Xapian::Query::op together, WordForms& forms) {
  if (has_marks(syllable)) return Xapian::Query(prefix + syllable_term(syllable));
  const std::vector<WordForms::Form>& all = forms.of(prefix, syllable);
  if (together == Xapian::Query::OP_SYNONYM) return one_word(all);
  std::vector<Xapian::Query> terms;
  for (const WordForms::Form& form : all) terms.emplace_back(form.term);
  return {together, terms.begin(), terms.end()};
}

std::vector<Xapian::Query> syllable_queries(const std::string& prefix, std::string_view text,
                                            Xapian::Query::op together, WordForms& forms) {
  const std::string lowered = lower_same_length(text);
  std::vector<Xapian::Query> out;
  for (const Span span : syllables(lowered)) {
    out.push_back(syllable_query(prefix, span.of(lowered), together, forms));
  }
  return out;
}

// A word or a pair of a sentence.
struct RankedPart {
  uint64_t frequency;  // in passages, at most
  Xapian::Query query;
};

// Each syllable of the words of Query::Kind::kRanked, and each two neighbours for half as much; the
// rarest first.
std::vector<RankedPart> ranked_parts(const Query& query, WordForms& forms) {
  constexpr double kPairWeight = 0.5;
  std::string lowered;
  for (const Query& child : query.children) lowered += lower_same_length(child.text) + ' ';
  const std::vector<Span> spans = syllables(lowered);
  const std::string prefix(kPassageWord);
  std::vector<RankedPart> out;
  std::set<std::string> seen;  // a word that is said twice counts once
  for (const Span span : spans) {
    const std::string_view syllable = span.of(lowered);
    if (!seen.emplace(syllable).second) continue;
    out.push_back({forms.frequency_of(prefix, syllable),
                   syllable_query(prefix, syllable, Xapian::Query::OP_SYNONYM, forms)});
  }
  for (size_t i = 0; i + 1 < spans.size(); ++i) {
    const std::string pair =
        pair_term(fold_marks(spans[i].of(lowered)), fold_marks(spans[i + 1].of(lowered)));
    if (!seen.insert(pair).second) continue;
    out.push_back({forms.frequency(pair),
                   {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(pair), kPairWeight}});
  }
  std::stable_sort(out.begin(), out.end(), [](const RankedPart& a, const RankedPart& b) {
    return a.frequency < b.frequency;
  });
  return out;
}

// Passages with some of the words that tell them apart; the other words only add to their score.
Xapian::Query ranked_in_passages(const Query& query, WordForms& forms) {
  const Xapian::doccount passages = forms.frequency(kPassageKind);
  const uint64_t common = std::max(kFewPassages, passages / kCommonShare);
  const uint64_t far = std::max(kFewPassages, passages / kReachShare);
  std::vector<Xapian::Query> telling;
  std::vector<Xapian::Query> others;
  size_t held = 0;
  uint64_t reach = 0;
  for (const RankedPart& part : ranked_parts(query, forms)) {
    const bool enough =
        held > 0 && (part.frequency > common || (held >= kTellingParts && reach > far));
    (enough ? others : telling).push_back(part.query);
    if (enough || part.frequency == 0) continue;
    ++held;
    reach += part.frequency;
  }
  const Xapian::Query out(Xapian::Query::OP_OR, telling.begin(), telling.end());
  if (others.empty()) return out;
  return {Xapian::Query::OP_AND_MAYBE, out,
          Xapian::Query(Xapian::Query::OP_OR, others.begin(), others.end())};
}

class Lowering {
 public:
  Lowering(bool passages, WordForms& forms) : passages_(passages), forms_(forms) {}

  Xapian::Query node(const Query& query) {
    switch (query.kind) {
      case Query::Kind::kNothing:
        return Xapian::Query::MatchNothing;
      case Query::Kind::kWord:
      case Query::Kind::kPhrase:
        has_words_ = true;
        return any_form(query);
      case Query::Kind::kNear:
        has_words_ = true;
        return near(query);
      case Query::Kind::kRanked:
        has_words_ = true;
        return passages_ ? ranked_in_passages(query, forms_) : ranked(query);
      case Query::Kind::kField:
        return field(query);
      case Query::Kind::kNot:
        return {Xapian::Query::OP_AND_NOT, everything(), without_weight(query.children[0])};
      case Query::Kind::kAnd:
        return conjunction(query);
      case Query::Kind::kOr: {
        std::vector<Xapian::Query> children;
        for (const Query& child : query.children) children.push_back(node(child));
        return {Xapian::Query::OP_OR, children.begin(), children.end()};
      }
    }
    return Xapian::Query::MatchNothing;
  }

  bool has_words() const { return has_words_; }

 private:
  Xapian::Query everything() const {
    return filter(Xapian::Query(passages_ ? kPassageKind : kProvisionKind));
  }

  // What stands under NOT gives no score.
  Xapian::Query without_weight(const Query& query) {
    const bool before = has_words_;
    Xapian::Query out = node(query);
    has_words_ = before;
    return out;
  }

  std::string field_term(std::string_view prefix, std::string_view value) const {
    return placed(value_term(prefix, value));
  }

  // The term of a field as the kind of records has it that is asked for.
  std::string placed(std::string_view term) const {
    return std::string(passages_ ? kPassageField : "") + std::string(term);
  }

  // A word or a phrase, or one of its other forms.
  Xapian::Query any_form(const Query& query) {
    std::vector<Xapian::Query> forms{asked_words(query.text, forms_)};
    for (const std::string& form : query.also) forms.push_back(asked_words(form, forms_));
    if (forms.size() == 1) return forms[0];
    return {Xapian::Query::OP_OR, forms.begin(), forms.end()};
  }

  // Within so many syllables, in any order. Xapian takes no phrases there: of each it is asked that
  // it is there, without weight, and that its syllables lie within the same stretch.
  Xapian::Query near(const Query& query) {
    std::vector<Xapian::Query> parts;
    std::vector<Xapian::Query> phrases;
    for (const Query& child : query.children) {
      const auto words = syllable_queries("", child.text, Xapian::Query::OP_OR, forms_);
      if (words.empty()) return Xapian::Query::MatchNothing;
      if (words.size() > 1) phrases.push_back(asked_words(child.text, forms_));
      parts.insert(parts.end(), words.begin(), words.end());
    }
    const auto window = static_cast<Xapian::termcount>(parts.size() + query.distance);
    const Xapian::Query close(Xapian::Query::OP_NEAR, parts.begin(), parts.end(), window);
    if (phrases.empty()) return close;
    return {Xapian::Query::OP_FILTER, close,
            Xapian::Query(Xapian::Query::OP_AND, phrases.begin(), phrases.end())};
  }

  // In provisions, which have no pairs.
  Xapian::Query ranked(const Query& query) {
    std::vector<Xapian::Query> parts;
    for (const Query& child : query.children) parts.push_back(any_form(child));
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
  }

  Xapian::Query field(const Query& query) const {
    const std::string_view prefix = info_of(query.field).prefix;
    std::vector<std::string> terms;
    std::vector<Xapian::Query> others;
    std::map<std::string, std::vector<std::string>> by_document;
    for (const std::string& value : query.values) {
      switch (query.field) {
        case Field::kNumber:
          terms.push_back(field_term(prefix, number_key(value)));
          break;
        case Field::kDocument:
          terms.push_back(field_term(prefix, value));
          terms.push_back(field_term(info_of(Field::kNumber).prefix, number_key(value)));
          break;
        case Field::kTitle:
          return filter(all_words(prefix, value));
        case Field::kIssuer:
          others.push_back(issuer(value));
          break;
        case Field::kIssued:
        case Field::kEffective:
          if (const auto range = read_date_range(value)) {
            for (const std::string& term : terms_of_range(prefix, *range)) {
              terms.push_back(placed(term));
            }
          }
          break;
        case Field::kCitedBy:
        case Field::kOutcome: {
          // Provisions that the store has named: "<document>#<provision>".
          const size_t hash = std::min(value.find('#'), value.size());
          if (hash == value.size()) break;
          by_document[value.substr(0, hash)].push_back(
              field_term(info_of(Field::kProvision).prefix, value.substr(hash + 1)));
          break;
        }
        default:
          terms.push_back(field_term(prefix, value));
      }
    }
    for (const auto& [document, provisions] : by_document) {
      others.emplace_back(Xapian::Query::OP_AND,
                          Xapian::Query(field_term(info_of(Field::kDocument).prefix, document)),
                          any_of(provisions));
    }
    if (!terms.empty()) others.push_back(any_of(terms));
    return filter({Xapian::Query::OP_OR, others.begin(), others.end()});
  }

  // A body, and the words of the place it is in: "ubnd:tinh|sông vân".
  Xapian::Query issuer(std::string_view value) const {
    const size_t bar = std::min(value.find('|'), value.size());
    const std::string_view prefix = info_of(Field::kIssuer).prefix;
    std::vector<Xapian::Query> all;
    if (bar > 0) all.emplace_back(field_term(prefix, value.substr(0, bar)));
    if (bar < value.size()) all.push_back(all_words(prefix, value.substr(bar + 1)));
    return {Xapian::Query::OP_AND, all.begin(), all.end()};
  }

  // Words of a title or of an issuer, in any order.
  Xapian::Query all_words(std::string_view field, std::string_view text) const {
    const auto parts = syllable_queries(placed(field), text, Xapian::Query::OP_OR, forms_);
    return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
  }

  // Both in one duty, or in one reference: "XAR:ubnd:huyen|lead", "XCK:31/2024/qh15|repeal".
  Xapian::Query pair(std::string_view prefix, const Query& bodies, const Query& roles) const {
    std::vector<std::string> terms;
    for (const std::string& body : bodies.values) {
      for (const std::string& role : roles.values) {
        terms.push_back(field_term(prefix, body + "|" + role));
      }
    }
    return filter(any_of(terms));
  }

  static const Query* field_among(const std::vector<Query>& children, Field field) {
    for (const Query& child : children) {
      if (child.kind == Query::Kind::kField && child.field == field) return &child;
    }
    return nullptr;
  }

  Xapian::Query conjunction(const Query& query) {
    std::vector<Xapian::Query> wanted;
    std::vector<Xapian::Query> unwanted;
    std::vector<Xapian::Query> helpful;
    const Query* role = field_among(query.children, Field::kRole);
    const Query* agency = field_among(query.children, Field::kAgency);
    const Query* level = field_among(query.children, Field::kLevel);
    if (role != nullptr && agency != nullptr) {
      wanted.push_back(pair(kAgencyRolePrefix, *agency, *role));
    }
    if (role != nullptr && level != nullptr) {
      wanted.push_back(pair(kLevelRolePrefix, *level, *role));
    }
    const Query* cites = field_among(query.children, Field::kCites);
    const Query* kind = field_among(query.children, Field::kKind);
    if (cites != nullptr && kind != nullptr) wanted.push_back(pair(kCitedAsPrefix, *cites, *kind));
    for (const Query& child : query.children) {
      if (child.kind == Query::Kind::kNot) {
        unwanted.push_back(without_weight(child.children[0]));
      } else if (child.kind == Query::Kind::kRanked && !passages_) {
        helpful.push_back(node(child));
      } else {
        wanted.push_back(node(child));
      }
    }
    Xapian::Query out = wanted.empty()
                            ? everything()
                            : Xapian::Query(Xapian::Query::OP_AND, wanted.begin(), wanted.end());
    for (const Xapian::Query& other : helpful) out = {Xapian::Query::OP_AND_MAYBE, out, other};
    if (!unwanted.empty()) {
      out = {Xapian::Query::OP_AND_NOT, out,
             Xapian::Query(Xapian::Query::OP_OR, unwanted.begin(), unwanted.end())};
    }
    return out;
  }

  bool passages_;
  WordForms& forms_;
  bool has_words_ = false;
};

struct WordKinds {
  bool ranked = false;
  bool exact = false;
};

void look_for_words(const Query& query, WordKinds& out) {
  out.ranked = out.ranked || query.kind == Query::Kind::kRanked;
  out.exact = out.exact || query.kind == Query::Kind::kWord || query.kind == Query::Kind::kPhrase ||
              query.kind == Query::Kind::kNear;
  if (query.kind == Query::Kind::kRanked) return;
  for (const Query& child : query.children) look_for_words(child, out);
}

}  // namespace

Xapian::doccount WordForms::frequency(const std::string& term) const {
  return database_.get_termfreq(term);
}

uint64_t WordForms::frequency_of(const std::string& prefix, std::string_view syllable) {
  if (has_marks(syllable)) return frequency(prefix + syllable_term(syllable));
  uint64_t out = 0;
  for (const Form& form : of(prefix, syllable)) out += form.frequency;
  return out;
}

const std::vector<WordForms::Form>& WordForms::of(const std::string& prefix,
                                                  std::string_view syllable) {
  const std::string written = prefix + syllable_term(syllable);
  const auto [entry, is_new] = known_.try_emplace(written);
  std::vector<Form>& out = entry->second;
  if (!is_new) return out;
  const std::string others = prefix + forms_prefix(syllable);
  for (auto at = database_.allterms_begin(others); at != database_.allterms_end(others); ++at) {
    out.push_back({*at, at.get_termfreq()});
  }
  if (out.size() > kMaxForms) {
    std::stable_sort(out.begin(), out.end(),
                     [](const Form& a, const Form& b) { return a.frequency > b.frequency; });
    out.resize(kMaxForms);
  }
  out.push_back({written, database_.get_termfreq(written)});
  return out;
}

Xapian::Query asked_words(std::string_view text, WordForms& forms) {
  const std::string lowered = lower_same_length(text);
  const size_t count = syllables(lowered).size();
  if (count == 0) return Xapian::Query::MatchNothing;
  if (count == 1) return syllable_queries("", text, Xapian::Query::OP_SYNONYM, forms)[0];
  const auto parts = syllable_queries("", text, Xapian::Query::OP_OR, forms);
  return {Xapian::Query::OP_PHRASE, parts.begin(), parts.end(),
          static_cast<Xapian::termcount>(parts.size())};
}

LoweredQuery lower(const Query& query, WordForms& forms) {
  WordKinds words;
  look_for_words(query, words);
  LoweredQuery out;
  out.passages = words.ranked && !words.exact;
  Lowering lowering(out.passages, forms);
  out.query = lowering.node(query);
  out.has_words = lowering.has_words();
  return out;
}

// k1 below Xapian's 1 and b above its 0.5 suit passages of very unlike length:
// tests/bench/retrieval_bench.cc.
Xapian::BM25Weight weighting() { return {0.8, 0, 1, 0.75, 0.5}; }

}  // namespace rasoat::index_internal
