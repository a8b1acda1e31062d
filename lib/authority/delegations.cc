#include "authority/delegations.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "authority/authority_lexicon.h"
#include "authority/issuer.h"
#include "authority/mentions.h"
#include "authority/sentence_span.h"
#include "authority/words.h"
#include "text/lower.h"
#include "text/word_scan.h"

namespace rasoat {
namespace {

struct KindName {
  DelegationKind kind;
  std::string_view name, vietnamese;
};
constexpr KindName kKinds[] = {
    {DelegationKind::kDecentralize, "phan-cap", "phân cấp"},
    {DelegationKind::kDevolve, "phan-quyen", "phân quyền"},
    {DelegationKind::kAuthorize, "uy-quyen", "ủy quyền"},
};

struct FoundVerb {
  DelegationKind kind = DelegationKind::kDecentralize;
  Span span;
};

// The table `delegation_cues`.
class DelegationCues {
 public:
  explicit DelegationCues(const Lexicon& lexicon) {
    const Table& table = lexicon.table("delegation_cues");
    std::vector<std::string> verbs;
    for (size_t row = 0; row < table.size(); ++row) {
      std::string words = lower_same_length(table.cell(row, "words"));
      const std::string_view name = table.cell(row, "class");
      if (const auto kind = delegation_kind_from_name(name)) {
        kinds_.push_back(*kind);
        verbs.push_back(std::move(words));
      } else if (name == "join") {
        joins_.push_back(std::move(words));
      } else if (name == "opens") {
        opens_.push_back(std::move(words));
      } else if (name == "noun") {
        nouns_.push_back(std::move(words));
      } else if (name == "power") {
        powers_.push_back(std::move(words));
      } else if (name == "may") {
        may_.push_back(std::move(words));
      }
    }
    scan_ = WordScan(verbs);
  }

  // The verbs of a lower-case text as whole words, in order.
  std::vector<FoundVerb> find(std::string_view lower) const {
    std::vector<FoundVerb> out;
    scan_.for_each(lower, [&](const LiteralMatch& match) {
      if (is_word_boundary(lower, match.span.end)) {
        out.push_back({kinds_[match.literal], match.span});
      }
    });
    return out;
  }
  // Whether nothing but a comma or a word of "join" stands between two verbs.
  bool joins(std::string_view between) const {
    return trimmed(between, ", ").empty() || is(joins_, trimmed(between, ", "));
  }
  // Whether a list goes on behind one of its names.
  bool lists_on(std::string_view behind) const {
    if (behind.starts_with(",")) return true;
    return std::any_of(joins_.begin(), joins_.end(), [&](const std::string& word) {
      return behind.starts_with(" " + word + " ");
    });
  }
  // Whether a sentence may open with these words before the verb.
  bool opens(std::string_view before) const {
    return trimmed(before, " ").empty() || is(opens_, trimmed(before, " "));
  }
  bool is_noun_after(std::string_view before) const { return ends(nouns_, before); }
  bool is_power_before(std::string_view words) const { return ends(powers_, words); }
  bool is_may_after(std::string_view before) const { return ends(may_, before); }
  // "UBND tỉnh được": only such a word stands there.
  bool is_may(std::string_view between) const { return is(may_, trimmed(between, " ")); }

 private:
  static std::string_view trimmed(std::string_view words, std::string_view marks) {
    const size_t begin = std::min(words.find_first_not_of(marks), words.size());
    words.remove_prefix(begin);
    const size_t last = words.find_last_not_of(marks);
    return last == std::string_view::npos ? std::string_view() : words.substr(0, last + 1);
  }
  static bool is(const std::vector<std::string>& list, std::string_view words) {
    return std::find(list.begin(), list.end(), words) != list.end();
  }
  // As whole words at the end.
  static bool ends(const std::vector<std::string>& list, std::string_view before) {
    before = trimmed(before, " ");
    return std::any_of(list.begin(), list.end(), [&](const std::string& words) {
      if (!before.ends_with(words)) return false;
      return before.size() == words.size() || before[before.size() - words.size() - 1] == ' ';
    });
  }

  WordScan scan_;
  std::vector<DelegationKind> kinds_;
  std::vector<std::string> joins_, opens_, nouns_, may_, powers_;
};

bool is_key_of(const std::vector<std::string>& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class DelegationFinder {
 public:
  DelegationFinder(const TextBuffer& text, const Document& document,
                   const std::vector<Assignment>& assignments, const Lexicon& lexicon)
      : text_(text),
        document_(document),
        assignments_(assignments),
        bodies_(lexicon.derived<AuthorityLexicon>()),
        cues_(lexicon.derived<DelegationCues>()) {}

  std::vector<Delegation> find() {
    const std::vector<FoundVerb> verbs = cues_.find(text_.lower());
    if (verbs.empty()) return {};
    for (size_t i = 0; i < assignments_.size(); ++i) {
      by_quote_.push_back(i);
      if (!assignments_[i].partner) {
        records_.emplace(assignments_[i].provision, assignments_[i].agency);
      }
    }
    std::stable_sort(by_quote_.begin(), by_quote_.end(), [&](size_t a, size_t b) {
      return assignments_[a].quote.begin < assignments_[b].quote.begin;
    });
    for (size_t first = 0; first < verbs.size();) {
      // "phân cấp, phân quyền", "phân cấp hoặc ủy quyền": one act.
      size_t end = first + 1;
      while (end < verbs.size() && verbs[end].span.begin - verbs[end - 1].span.end <= kJoin &&
             cues_.joins(text_.lower().substr(verbs[end - 1].span.end,
                                              verbs[end].span.begin - verbs[end - 1].span.end))) {
        ++end;
      }
      Act act;
      act.verbs = {verbs[first].span.begin, verbs[end - 1].span.end};
      for (; first < end; ++first) {
        if (std::find(act.kinds.begin(), act.kinds.end(), verbs[first].kind) == act.kinds.end()) {
          act.kinds.push_back(verbs[first].kind);
        }
      }
      read(std::move(act));
    }
    return std::move(out_);
  }

 private:
  struct Act {
    std::vector<DelegationKind> kinds;
    Span verbs;
    int32_t provision = -1;
    Span clause;
    bool title = false, heading = false, lead_in = false;
    std::vector<std::string> from, to;
    bool more_to = false;
    Span receivers;  // the words that name `to`
    Span matter;
  };

  bool takes(const Provision& provision) const {
    if (provision.level != Level::kArticle && provision.level != Level::kClause &&
        provision.level != Level::kPoint && provision.level != Level::kHeading) {
      return false;
    }
    return provision.component >= document_.components.size() ||
           document_.components[provision.component].kind != Component::Kind::kAnnex;
  }

  void read(Act act) {
    const uint32_t at = act.verbs.begin;
    if (document_.is_quoted(at) || document_.is_aside(at)) return;
    const Span& title = document_.head.title_span;
    if (title.contains(act.verbs)) {
      act.title = true;
      act.clause = title;
      if (title_.to.empty() && title.size() <= kReach && read_bodies(act)) title_ = std::move(act);
      return;
    }
    act.provision = document_.deepest_at(at);
    if (act.provision < 0) return;
    const Provision& provision = document_.provisions[act.provision];
    if (!takes(provision) || !provision.own.contains(act.verbs)) return;
    // "Điều 1. Ủy quyền cho Sở X ...": an article that is but its heading is a sentence.
    const Span whole = trimmed(provision.full);
    const bool heading_only = whole.end <= provision.heading.end;
    act.heading = provision.heading.contains(act.verbs) && !heading_only;
    const Span above = lead_in(act.provision);
    act.lead_in = !act.heading && above.contains(act.verbs);
    const std::optional<Span> clause = clause_at(provision, act.verbs, act.heading);
    if (!clause) return;
    act.clause = *clause;
    if (!read_bodies(act)) return;
    if ((act.heading || act.lead_in) && (hand_down(act) || act.heading)) return;
    add(act, act.provision, act.matter, trimmed(act.clause));
  }

  const Span& lead_in(int32_t provision) {
    if (provision != lead_in_provision_) {
      lead_in_provision_ = provision;
      lead_in_ = lead_in_of(text_, document_.provisions[provision]);
      handings_ = 0;
    }
    return lead_in_;
  }

  // Sentence ends and semicolons part clauses. Nothing where one is too long to be read.
  std::optional<Span> clause_at(const Provision& provision, Span verbs, bool heading) const {
    const std::string_view text = text_.text();
    const uint32_t end = heading ? provision.heading.end : provision.own.end;
    uint32_t begin = std::max(provision.own.begin, provision.label_span.end);
    if (provision.heading.end <= verbs.begin) begin = std::max(begin, provision.heading.end);
    const auto parts = [&](uint32_t at) { return text[at] == ';' || closes_sentence(text_, at); };
    Span out = verbs;
    while (out.begin > begin && !parts(out.begin - 1)) {
      if (verbs.begin - --out.begin > kReach) return {};
    }
    while (out.begin < verbs.begin && text[out.begin] == ' ') ++out.begin;
    while (out.end < end && out.end - verbs.end <= kReach && !parts(out.end)) ++out.end;
    return out;
  }

  Span trimmed(Span span) const {
    const std::string_view text = text_.text();
    const auto is_end = [&](char c) { return c == ' ' || c == '\n' || c == ';' || c == '.'; };
    while (span.end > span.begin && is_end(text[span.end - 1])) --span.end;
    while (span.begin < span.end && (text[span.begin] == ' ' || text[span.begin] == ',')) {
      ++span.begin;
    }
    return span;
  }

  std::string_view lower(uint32_t begin, uint32_t end) const {
    return text_.lower().substr(begin, end - begin);
  }

  // The giver, the receivers and the matter. False where the words hand nothing over.
  bool read_bodies(Act& act) {
    const std::string_view before = lower(act.clause.begin, act.verbs.begin);
    if (!act.title && cues_.is_noun_after(before)) return false;
    const bool opening = cues_.opens(before) || act.heading || act.title;
    const uint32_t base = act.clause.begin;
    const std::vector<Word> words = split_words(text_.of(act.clause), text_.lower_of(act.clause),
                                                bodies_.book(false).vocabulary());
    const Mentions mentions = find_mentions(words, text_.lower_of(act.clause), bodies_, context());
    const auto span_of = [&](const MentionList& list) {
      return Span{base + words[list.first].span.begin, base + words[list.end - 1].span.end};
    };
    const MentionList* giver = nullptr;     // before the verb
    const MentionList* owner = nullptr;     // "thẩm quyền của X" behind it
    const MentionList* receiver = nullptr;  // behind "cho"
    for (const MentionList& list : mentions.lists) {
      const Span span = span_of(list);
      if (span.end <= act.verbs.begin) giver = &list;
      if (span.begin < act.verbs.end) continue;
      const uint32_t first = before_quantifier(span.begin);
      if (receiver != nullptr) {
        // "Ủy quyền cho Y thực hiện nhiệm vụ, quyền hạn của X"
        if (owner == nullptr && opening && follows(first, "của") &&
            cues_.is_power_before(lower(act.clause.begin, before_word(first)))) {
          owner = &list;
        }
        continue;
      }
      if (follows(first, "cho") || first <= act.verbs.end + 1) {
        receiver = &list;
      } else if (follows(first, "của") && opening) {
        owner = &list;
      }
    }
    const uint32_t to_cho = cho_after(act.verbs.end, act.clause.end);
    const bool near_cho = to_cho < act.clause.end && to_cho - act.verbs.end <= kNear;
    if (receiver != nullptr) {
      const Span span = span_of(*receiver);
      // "ủy quyền cho tổ chức cấp giấy phép cho Sở X": somebody else receives.
      const bool someone_else =
          to_cho <= act.verbs.end + 1 && before_quantifier(span.begin) > to_cho + kCho + 1;
      if (someone_else || span.begin - act.verbs.end > kFar) {
        receiver = nullptr;
      } else {
        act.to = keys_of(mentions, *receiver);
        act.receivers = span;
        const Span behind = trimmed({span.end, act.clause.end});
        act.more_to = cues_.lists_on(lower(span.end, act.clause.end));
        const Span between = trimmed({act.verbs.end, std::min(to_cho, span.begin)});
        // Behind a list that goes on stand receivers, and nobody can tell where the matter begins.
        if (!act.more_to) act.matter = words_in(behind) >= kWordsOfMatter ? behind : between;
      }
    }
    if (receiver == nullptr && !near_cho) return false;

    if (giver != nullptr && is_subject(mentions, *giver, span_of(*giver), words, act)) {
      act.from = keys_of(mentions, *giver);
    } else if (cues_.is_may_after(before) || !opening) {
      return false;
    } else if (owner != nullptr) {
      act.from = keys_of(mentions, *owner);
    } else if (!act.heading && !act.title) {
      act.from = bodies_above(act);
    }
    if (act.from.empty() && act.to == title_.to) act.from = title_.from;
    if (act.from == act.to) return false;
    if (act.to.empty()) return !act.from.empty() && !act.heading;
    return true;
  }

  static std::vector<std::string> keys_of(const Mentions& mentions, const MentionList& list) {
    std::vector<std::string> out;
    for (size_t i = list.first_mention; i < list.first_mention + list.count; ++i) {
      for (const std::string& key : mentions.all[i].keys) {
        if (!is_key_of(out, key)) out.push_back(key);
      }
    }
    return out;
  }

  // Whether the bodies are the subject of the verb: they open the clause or follow a mark, no other
  // subject comes between, and the provision gives one of them a record.
  bool is_subject(const Mentions& mentions, const MentionList& list, Span span,
                  const std::vector<Word>& words, const Act& act) const {
    const std::string_view gap = lower(span.end, act.verbs.begin);
    if (gap.size() > kGap || gap.find('\n') != std::string_view::npos) return false;
    if (cues_.is_may_after(gap) && !cues_.is_may(gap)) return false;
    size_t first = list.first;
    const auto is_word = [&](size_t at, std::string_view word) {
      return words[at].span.of(text_.lower_of(act.clause)) == word;
    };
    if (first > 0 && (is_word(first - 1, "các") || is_word(first - 1, "thì"))) --first;
    const bool opens = first == 0 || words[first - 1].kind != Word::Kind::kWord;
    if (!opens) return false;
    // "X phân cấp cho Y" at the begin leaves no doubt.
    if (act.lead_in || (first == 0 && gap == " ")) return true;
    const std::vector<std::string> keys = keys_of(mentions, list);
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
      return records_.contains({act.provision, key});
    });
  }

  // The bodies that the provision gives this clause to, named above it.
  std::vector<std::string> bodies_above(const Act& act) const {
    std::vector<std::string> out;
    const auto first =
        std::lower_bound(by_quote_.begin(), by_quote_.end(), act.clause.begin,
                         [&](size_t it, uint32_t at) { return assignments_[it].quote.begin < at; });
    for (auto at = first; at != by_quote_.end(); ++at) {
      const Assignment& it = assignments_[*at];
      if (it.quote.begin > act.verbs.begin) break;
      if (it.partner || it.agent.end > act.clause.begin) continue;
      if (!is_key_of(out, it.agency)) out.push_back(it.agency);
    }
    return out;
  }

  size_t first_assignment(int32_t provision) const {
    return static_cast<size_t>(
        std::lower_bound(assignments_.begin(), assignments_.end(), provision,
                         [](const Assignment& it, int32_t at) { return it.provision < at; }) -
        assignments_.begin());
  }

  // The tasks below a heading or a lead-in that the receivers named there have.
  bool hand_down(const Act& act) {
    if (act.to.empty() || ++handings_ > kMostHandings) return false;
    bool any = false;
    const Provision& provision = document_.provisions[act.provision];
    for (size_t i = first_assignment(act.provision); i < assignments_.size(); ++i) {
      const Assignment& it = assignments_[i];
      if (!provision.full.contains(document_.provisions[it.provision].own)) break;
      if (it.partner || it.quote.begin < act.clause.end) continue;
      if (!act.receivers.contains(it.agent)) continue;
      add(act, it.provision, it.quote, it.quote);
      any = true;
    }
    return any;
  }

  void add(const Act& act, int32_t provision, Span matter, Span quote) {
    if (!seen_.emplace(provision, quote.begin, act.verbs.begin).second) return;
    out_.push_back(
        {provision, act.kinds, act.from, act.to, act.more_to, matter, trimmed(act.clause), quote});
  }

  // Where quantifiers before a name begin.
  uint32_t before_quantifier(uint32_t at) const {
    for (bool more = true; more;) {
      more = false;
      for (const std::string_view word : {"các ", "những ", "cả "}) {
        if (text_.lower().substr(0, at).ends_with(word)) {
          at -= static_cast<uint32_t>(word.size());
          more = true;
        }
      }
    }
    return at;
  }

  // Where the word before a place begins.
  uint32_t before_word(uint32_t at) const {
    const std::string_view lower = text_.lower();
    while (at > 0 && lower[at - 1] == ' ') --at;
    while (at > 0 && lower[at - 1] != ' ' && lower[at - 1] != '\n') --at;
    return at;
  }

  bool follows(uint32_t at, std::string_view word) const {
    std::string_view before = text_.lower().substr(0, at);
    if (before.ends_with(' ')) before.remove_suffix(1);
    return before.ends_with(word) &&
           (before.size() == word.size() || before[before.size() - word.size() - 1] == ' ');
  }

  // Where the first "cho" stands, but not in "cho phép"; `end` where none does.
  uint32_t cho_after(uint32_t begin, uint32_t end) const {
    const std::string_view lower = text_.lower();
    for (size_t at = lower.find(" cho ", begin); at != std::string_view::npos && at < end;
         at = lower.find(" cho ", at + 1)) {
      if (!lower.substr(at).starts_with(" cho phép")) return static_cast<uint32_t>(at + 1);
    }
    return end;
  }

  size_t words_in(Span span) const {
    const std::string_view words = text_.of(span);
    return span.empty() ? 0 : 1 + static_cast<size_t>(std::count(words.begin(), words.end(), ' '));
  }

  const MentionContext& context() {
    if (!context_) context_ = mention_context(text_, document_, bodies_);
    return *context_;
  }

  // Bytes: between two verbs of one act; between the subject and the verb; from the verb to "cho";
  // from the verb to the receiver.
  static constexpr uint32_t kJoin = 12;
  static constexpr uint32_t kGap = 120;
  static constexpr uint32_t kNear = 60;
  static constexpr uint32_t kFar = 240;
  static constexpr uint32_t kReach = 2000;  // from the verb to the ends of its clause
  static constexpr uint32_t kCho = 3;
  static constexpr size_t kMostHandings = 8;  // of one heading or lead-in
  static constexpr size_t kWordsOfMatter = 2;

  const TextBuffer& text_;
  const Document& document_;
  const std::vector<Assignment>& assignments_;
  const AuthorityLexicon& bodies_;
  const DelegationCues& cues_;
  std::optional<MentionContext> context_;
  Act title_;                                          // what the title hands over, if it does
  std::vector<size_t> by_quote_;                       // assignments by where their quote begins
  std::set<std::pair<int32_t, std::string>> records_;  // provisions with their bodies
  int32_t lead_in_provision_ = -1;
  Span lead_in_;
  size_t handings_ = 0;
  std::set<std::tuple<int32_t, uint32_t, uint32_t>> seen_;
  std::vector<Delegation> out_;
};

}  // namespace

std::string_view name_of(DelegationKind kind) {
  for (const KindName& row : kKinds) {
    if (row.kind == kind) return row.name;
  }
  return "";
}

std::string_view vietnamese_name(DelegationKind kind) {
  for (const KindName& row : kKinds) {
    if (row.kind == kind) return row.vietnamese;
  }
  return "";
}

std::optional<DelegationKind> delegation_kind_from_name(std::string_view name) {
  for (const KindName& row : kKinds) {
    if (row.name == name) return row.kind;
  }
  return {};
}

std::vector<Delegation> find_delegations(const TextBuffer& text, const Document& document,
                                         const std::vector<Assignment>& assignments,
                                         const Lexicon& lexicon) {
  return DelegationFinder(text, document, assignments, lexicon).find();
}

}  // namespace rasoat
