#include "authority/transfers.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
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

enum class Cue : uint8_t {
  kScope,
  kTask,
  kLaid,
  kLaidRule,
  kManner,
  kOther,
  kHand,
  kBy,
  kDone,
  kNone
};

std::optional<Cue> cue_from_name(std::string_view name) {
  constexpr std::pair<std::string_view, Cue> kNames[] = {
      {"scope", Cue::kScope},   {"task", Cue::kTask},
      {"laid", Cue::kLaid},     {"laid-rule", Cue::kLaidRule},
      {"other", Cue::kOther},   {"hand", Cue::kHand},
      {"by", Cue::kBy},         {"done", Cue::kDone},
      {"manner", Cue::kManner}, {"none", Cue::kNone},
  };
  for (const auto& [key, cue] : kNames) {
    if (key == name) return cue;
  }
  return {};
}

struct FoundCue {
  Cue cue = Cue::kTask;
  Span span;
};

// The table `transfer_cues`.
class TransferCues {
 public:
  explicit TransferCues(const Lexicon& lexicon) {
    const Table& table = lexicon.table("transfer_cues");
    std::vector<std::string> words;
    for (size_t row = 0; row < table.size(); ++row) {
      const std::optional<Cue> cue = cue_from_name(table.cell(row, "class"));
      if (!cue) continue;
      words.push_back(lower_same_length(table.cell(row, "words")));
      classes_.push_back(*cue);
    }
    scan_ = WordScan(words);
  }

  // Whole words in a span of a lower-case text, the longest at each place, disjoint.
  std::vector<FoundCue> find(std::string_view lower, Span within) const {
    std::vector<FoundCue> out;
    const std::string_view part = within.of(lower);
    uint32_t free = 0;
    scan_.for_each(part, [&](const LiteralMatch& match) {
      if (match.span.begin < free || !is_word_boundary(part, match.span.end)) return;
      free = match.span.end;
      out.push_back({classes_[match.literal],
                     {within.begin + match.span.begin, within.begin + match.span.end}});
    });
    return out;
  }

 private:
  WordScan scan_;
  std::vector<Cue> classes_;
};

struct Holder {
  Span span;
  std::vector<std::string> keys;
};

// What a heading, lead-in or sentence says of the move: whose task, and who has it now.
struct Move {
  std::vector<Holder> from, to;
};

class TransferFinder {
 public:
  TransferFinder(const TextBuffer& text, const Document& document,
                 const std::vector<Reference>& references,
                 const std::vector<Assignment>& assignments, const Lexicon& lexicon)
      : text_(text),
        document_(document),
        references_(references),
        assignments_(assignments),
        bodies_(lexicon.derived<AuthorityLexicon>()),
        cues_(lexicon.derived<TransferCues>()) {}

  std::vector<Transfer> find() {
    above_.resize(document_.provisions.size());
    size_t assignment = 0;
    for (size_t first = 0; first < references_.size();) {
      const int32_t provision = references_[first].from;
      size_t end = first + 1;
      while (end < references_.size() && references_[end].from == provision) ++end;
      while (assignment < assignments_.size() && assignments_[assignment].provision < provision) {
        ++assignment;
      }
      if (provision >= 0) read_provision(provision, first, end, assignment);
      first = end;
    }
    return std::move(out_);
  }

 private:
  // Of a provision, for what stands below it; made when first asked for.
  struct Above {
    bool known = false;
    bool scope = false;  // divides powers anew
    Move move;           // of the nearest heading or lead-in that says one
  };

  bool is_cited_unit(const Reference& reference) const {
    return !reference.provision.empty() && reference.document != "this" && !reference.quoted &&
           !reference.document.empty();
  }

  void read_provision(int32_t index, size_t first, size_t end, size_t assignment) {
    const Provision& provision = document_.provisions[index];
    if (provision.level != Level::kArticle && provision.level != Level::kClause &&
        provision.level != Level::kPoint && provision.level != Level::kHeading) {
      return;
    }
    if (provision.component < document_.components.size() &&
        document_.components[provision.component].kind == Component::Kind::kAnnex) {
      return;
    }
    while (first < end) {
      const Span sentence = sentence_at(text_, provision, references_[first].span.begin);
      size_t next = first + 1;
      bool unit = is_cited_unit(references_[first]);
      while (next < end && references_[next].span.begin < sentence.end) {
        unit = unit || is_cited_unit(references_[next]);
        ++next;
      }
      if (unit && !document_.is_quoted(sentence.begin) && !document_.is_aside(sentence.begin)) {
        read_sentence(index, sentence, first, next, assignment);
      }
      first = next;
    }
  }

  void read_sentence(int32_t index, Span sentence, size_t first, size_t end, size_t assignment) {
    const std::vector<FoundCue> cues = cues_.find(text_.lower(), sentence);
    const int32_t parent = document_.provisions[index].parent;
    const Above& above = above_provision(index);
    const bool moved_above = !above.move.to.empty();
    std::vector<size_t> cited = cited_units(sentence, cues, first, end, moved_above);
    if (cited.empty()) return;
    Move move = read_move(sentence, cues, references_[cited.front()].span.begin,
                          references_[cited.back()].span.end);
    if (move.to.empty() && moved_above) {
      const std::vector<Holder> from = std::move(move.from);
      move = above.move;
      if (!from.empty()) move.from = from;
    }
    if (move.to.empty() && (above.scope || (parent < 0 && scope_of_title()))) {
      move.to = holders_of_assignments(index, sentence, assignment);
    }
    for (const Holder& to : move.to) {
      for (const std::string& key : to.keys) add(index, sentence, move.from, to, key, cited);
    }
  }

  // The cited units that lay the task down: those after "quy định tại", with the list that follows,
  // without the units that amended or explain one.
  std::vector<size_t> cited_units(Span sentence, const std::vector<FoundCue>& cues, size_t first,
                                  size_t end, bool list) const {
    const bool rule = std::any_of(cues.begin(), cues.end(),
                                  [](const FoundCue& cue) { return cue.cue == Cue::kLaidRule; });
    std::vector<size_t> out;
    // Below a lead-in, a line may be but a unit: "a) Khoản 2 Điều 5 Luật ...;".
    bool active = list && references_[first].span.begin <= sentence.begin + 1;
    bool other = false;
    std::string_view other_document;
    size_t cue = 0;
    uint32_t read_to = sentence.begin;
    int depth = 0;                               // of editors' brackets
    const auto in_brackets = [&](uint32_t at) {  // asked in the order of the text
      for (; read_to < at; ++read_to) {
        const char c = text_.text()[read_to];
        if (c == '[') ++depth;
        if (c == ']' && depth > 0) --depth;
      }
      return depth > 0;
    };
    for (size_t i = first; i < end; ++i) {
      const Reference& reference = references_[i];
      bool said_other = false;
      for (; cue < cues.size() && cues[cue].span.begin < reference.span.begin; ++cue) {
        if (in_brackets(cues[cue].span.begin)) continue;
        switch (cues[cue].cue) {
          case Cue::kLaidRule:
            active = true;
            other = said_other = false;
            break;
          case Cue::kLaid:
            if (rule) {
              active = false;
            } else {
              active = true;
            }
            other = said_other = false;
            break;
          case Cue::kManner:
            active = false;
            break;
          case Cue::kOther:
            other = said_other = true;
            break;
          case Cue::kHand:
          case Cue::kBy:
            if (!out.empty()) active = false;
            break;
          default:
            break;
        }
      }
      if (said_other) other_document = reference.document;
      if (in_brackets(reference.span.begin) || !is_cited_unit(reference)) continue;
      if (other && reference.document == other_document) continue;
      other = false;
      if (active) out.push_back(i);
    }
    return out;
  }

  // "Thẩm quyền ... của X" before `before` and "do Y thực hiện", "chuyển giao cho Y" behind
  // `after`.
  Move read_move(Span sentence, const std::vector<FoundCue>& cues, uint32_t before,
                 uint32_t after) {
    Move out;
    uint32_t task = sentence.end;
    bool hands = false;
    for (const FoundCue& cue : cues) {
      if (cue.cue == Cue::kTask && cue.span.end <= before) task = std::min(task, cue.span.begin);
      hands = hands || ((cue.cue == Cue::kHand || cue.cue == Cue::kBy) && cue.span.begin >= after);
    }
    if (task == sentence.end) return out;
    // "Y thực hiện thẩm quyền ... của X": who has it now is the subject.
    const bool takes = std::any_of(cues.begin(), cues.end(), [&](const FoundCue& cue) {
      return cue.cue == Cue::kDone && cue.span.end + 1 == task;
    });
    const bool opens = takes || task <= sentence.begin + kOpening;
    if (!hands && !opens) return out;
    const uint32_t begin = sentence.begin;
    std::vector<Word> words =
        split_words(text_.of(sentence), text_.lower_of(sentence), bodies_.book(false).vocabulary());
    drop_editor_notes(words);
    const Mentions mentions = find_mentions(words, text_.lower_of(sentence), bodies_, context());
    bool nearer = false;
    for (const MentionList& list : mentions.lists) {
      const Span span{begin + words[list.first].span.begin, begin + words[list.end - 1].span.end};
      if (span.begin > task && span.end <= before && follows(span.begin, "của")) {
        out.from = holders(mentions, list, begin);
      }
      if (span.begin < after || nearer) continue;
      for (const FoundCue& cue : cues) {
        if (cue.span.begin < after || cue.span.end > span.begin) continue;
        if (span.begin - cue.span.end > kNear || (cue.cue != Cue::kHand && cue.cue != Cue::kBy)) {
          continue;
        }
        if (cue.cue == Cue::kBy && !done_after(span.end, cues)) continue;
        out.to = holders(mentions, list, begin);
        nearer = true;
      }
    }
    if (!opens && out.to.empty()) out.from.clear();
    return out;
  }

  // "của các X": quantifiers may stand between.
  bool follows(uint32_t at, std::string_view word) const {
    std::string_view before = text_.lower().substr(0, at);
    for (const std::string_view gap : {" ", "các ", "những "}) {
      if (before.ends_with(gap)) before.remove_suffix(gap.size());
      if (before.ends_with(" ")) before.remove_suffix(1);
      if (before.ends_with(word)) return true;
    }
    return false;
  }

  bool done_after(uint32_t at, const std::vector<FoundCue>& cues) const {
    return std::any_of(cues.begin(), cues.end(), [&](const FoundCue& cue) {
      return cue.cue == Cue::kDone && cue.span.begin >= at && cue.span.begin - at <= kFar;
    });
  }

  static std::vector<Holder> holders(const Mentions& mentions, const MentionList& list,
                                     uint32_t offset) {
    std::vector<Holder> out;
    for (size_t i = list.first_mention; i < list.first_mention + list.count; ++i) {
      const Mention& mention = mentions.all[i];
      out.push_back({{offset + mention.span.begin, offset + mention.span.end}, mention.keys});
    }
    return out;
  }

  const MentionContext& context() {
    if (!context_) context_ = mention_context(text_, document_, bodies_);
    return *context_;
  }

  bool scope_of_title() {
    if (!title_scope_) title_scope_ = has_scope(document_.head.title_span);
    return *title_scope_;
  }

  bool has_scope(Span span) const {
    const std::vector<FoundCue> cues = cues_.find(text_.lower(), span);
    return std::any_of(cues.begin(), cues.end(), [&](const FoundCue& cue) {
      if (cue.cue != Cue::kScope) return false;
      // An editor's note may stand in a title: "Nghị định [... phân định thẩm quyền ...] về chợ".
      const std::string_view before = Span{span.begin, cue.span.begin}.of(text_.text());
      const size_t open = before.rfind('[');
      return open == std::string_view::npos || before.find(']', open) != std::string_view::npos;
    });
  }

  // What stands above a provision, its own heading included. Depth is bounded by the levels.
  const Above& above_provision(int32_t index) {
    std::vector<int32_t> chain;
    for (int32_t i = index; i >= 0 && !above_[i].known; i = document_.provisions[i].parent) {
      chain.push_back(i);
    }
    for (size_t i = chain.size(); i-- > 0;) {
      const Provision& provision = document_.provisions[chain[i]];
      Above& here = above_[chain[i]];
      here.known = true;
      if (provision.parent >= 0) {
        const Above& parent = above_[provision.parent];
        here.scope = parent.scope;
        here.move = parent.move;
        const Span lead_in = lead_in_of(text_, document_.provisions[provision.parent]);
        if (!lead_in.empty()) read_above(lead_in, here.move);
      } else {
        here.scope = scope_of_title();
      }
      if (provision.heading.empty()) continue;
      here.scope = here.scope || has_scope(provision.heading);
      read_above(provision.heading, here.move);
    }
    return above_[index];
  }

  // The task may be named as a whole ("theo pháp luật về đất đai"): no unit parts the two bodies.
  void read_above(Span span, Move& move) {
    const std::vector<FoundCue> cues = cues_.find(text_.lower(), span);
    for (const FoundCue& cue : cues) {
      if (cue.cue != Cue::kHand && cue.cue != Cue::kBy) continue;
      Move found = read_move(span, cues, cue.span.begin, cue.span.begin);
      if (found.to.empty()) continue;
      move = std::move(found);
      return;
    }
  }

  // The bodies that the provision gives the sentence's task to: those of the heading or lead-in
  // above, else those of the sentence itself.
  std::vector<Holder> holders_of_assignments(int32_t index, Span sentence, size_t first) const {
    std::vector<Holder> above, own;
    for (size_t i = first; i < assignments_.size() && assignments_[i].provision == index; ++i) {
      const Assignment& assignment = assignments_[i];
      if (assignment.partner) continue;
      if (!sentence.contains(assignment.quote.begin)) continue;
      const bool inside = sentence.contains(assignment.agent);
      if (inside && assignment.agent.begin > assignment.quote.begin + kOpening) continue;
      (inside ? own : above).push_back({assignment.agent, {assignment.agency}});
    }
    return above.empty() ? own : above;
  }

  void add(int32_t index, Span sentence, const std::vector<Holder>& from, const Holder& to,
           const std::string& key, const std::vector<size_t>& cited) {
    std::vector<std::string> former;
    for (const Holder& holder : from) {
      former.insert(former.end(), holder.keys.begin(), holder.keys.end());
    }
    if (former.empty()) former.emplace_back();
    for (const size_t reference : cited) {
      for (const std::string& old : former) {
        if (old == key) continue;
        const Reference& unit = references_[reference];
        if (!seen_.emplace(index, old, key, unit.document, unit.provision).second) continue;
        out_.push_back({index, old, key, reference, to.span, sentence});
      }
    }
  }

  // Bytes: how far into a sentence its subject may begin; between a cue and the body; between the
  // body and its verb.
  static constexpr uint32_t kOpening = 16;
  static constexpr uint32_t kNear = 24;
  static constexpr uint32_t kFar = 160;

  const TextBuffer& text_;
  const Document& document_;
  const std::vector<Reference>& references_;
  const std::vector<Assignment>& assignments_;
  const AuthorityLexicon& bodies_;
  const TransferCues& cues_;
  std::optional<MentionContext> context_;
  std::optional<bool> title_scope_;
  std::vector<Above> above_;
  std::set<std::tuple<int32_t, std::string, std::string, std::string, std::string>> seen_;
  std::vector<Transfer> out_;
};

}  // namespace

std::vector<Transfer> find_transfers(const TextBuffer& text, const Document& document,
                                     const std::vector<Reference>& references,
                                     const std::vector<Assignment>& assignments,
                                     const Lexicon& lexicon) {
  return TransferFinder(text, document, references, assignments, lexicon).find();
}

void add_assignments(const std::vector<Transfer>& transfers, std::vector<Assignment>& assignments) {
  std::set<std::pair<int32_t, std::string>> held;
  if (transfers.empty()) return;
  for (const Assignment& row : assignments) held.emplace(row.provision, row.agency);
  for (const Transfer& transfer : transfers) {
    if (!held.emplace(transfer.provision, transfer.to).second) continue;
    Assignment row;
    row.provision = transfer.provision;
    row.agency = transfer.to;
    row.agent = transfer.holder;
    row.quote = transfer.quote;
    assignments.push_back(std::move(row));
  }
  std::stable_sort(
      assignments.begin(), assignments.end(),
      [](const Assignment& a, const Assignment& b) { return a.provision < b.provision; });
}

}  // namespace rasoat
