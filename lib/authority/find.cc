// From a document to its assignments.
//
// The tree is walked from the top in the order of the text. Each provision has bodies that it
// inherits: from a lead-in above ("Ủy ban nhân dân cấp xã có trách nhiệm:"), from a heading ("Trách
// nhiệm của Sở Tư pháp", or "Nhiệm vụ và quyền hạn" in a text whose title names the body), or from
// a line that is but a name ("1. Sở Tư pháp"). Its own words are cut into sentences (agents.h). A
// sentence with an agent of its own gives that agent a record; a sentence without one gives the
// record to the inherited bodies. A sentence that ends with a colon above numbered provisions is a
// lead-in: its agents, with their roles, go down to them, and it keeps a record itself only where
// it sets a duty of its own or where the provisions below are no tasks but things (papers, posts,
// criteria).
//
// Linear: every provision's own words are read once.
#include "authority/find.h"

#include <algorithm>
#include <map>

#include "authority/agents.h"
#include "authority/authority_lexicon.h"
#include "authority/deadline.h"
#include "authority/issuer.h"
#include "authority/mentions.h"
#include "authority/words.h"

namespace rasoat {
namespace {

constexpr size_t kMaxNames = 40;  // words of a provision that may be but names

int strength(Role role) {
  switch (role) {
    case Role::kLead:
      return 3;
    case Role::kCoordinate:
      return 2;
    case Role::kDelegate:
      return 1;
    case Role::kOther:
      return 0;
  }
  return 0;
}

// Bodies that stand above a provision.
struct Inherited {
  std::vector<Agent> agents;
  std::vector<Agent> partners;
  std::vector<Agent> topic;  // whom a heading above is about, for a "Nhiệm vụ và quyền hạn" below
  bool strong = false;   // from a lead-in: whatever stands below is theirs
  bool blocked = false;  // scope, definitions: nothing below is a duty
  bool lead_in = false;  // from the lead-in of the sentence, not from a heading
  bool things = false;   // below "Hồ sơ gồm:": "bản sao do X lập" is a paper
  bool holders = false;  // below "Những người sau đây có quyền ...:": bodies that are but named
};

// Whether a provision belongs to an annex: forms and tables, which set no duties.
bool in_annex(const Provision& provision, const Document& document) {
  if (provision.level == Level::kAnnex || provision.component >= document.components.size()) {
    return provision.level == Level::kAnnex;
  }
  return document.components[provision.component].kind == Component::Kind::kAnnex;
}

// The words of the text up to the annexes behind its last provision, a quarter of many a text.
std::vector<Word> duty_words(const TextBuffer& text, const Document& document,
                             const AuthorityLexicon& lexicon) {
  uint32_t end = title_about_tasks(text, document).end;
  for (const Provision& provision : document.provisions) {
    if (!in_annex(provision, document)) end = std::max(end, provision.own.end);
  }
  const size_t line_end = text.text().find('\n', end);
  const bool whole = line_end == std::string_view::npos;
  const std::string_view read = whole ? text.text() : text.text().substr(0, line_end + 1);
  std::vector<Word> words =
      split_words(read, text.lower().substr(0, read.size()), lexicon.book(false).vocabulary());
  if (read.find('[') != std::string_view::npos) drop_editor_notes(words);
  return words;
}

class AssignmentFinder {
 public:
  AssignmentFinder(const TextBuffer& text, const Document& document,
                   const AuthorityLexicon& lexicon)
      : text_(text),
        document_(document),
        words_(duty_words(text, document, lexicon)),
        mentions_(
            find_mentions(words_, text.lower(), lexicon, mention_context(text, document, lexicon))),
        reader_(words_, text.lower(), lexicon, mentions_),
        deadlines_(find_deadlines(words_, text.lower(), lexicon)) {}

  std::vector<Assignment> find() {
    const size_t count = document_.provisions.size();
    passed_.resize(count);
    find_own_words();
    count_children();
    find_subject();
    for (size_t i = 0; i < count; ++i) read_provision(i);
    return std::move(out_);
  }

 private:
  using Cue = AuthorityLexicon::Cue;

  size_t word_at(uint32_t offset) const {
    return std::lower_bound(words_.begin(), words_.end(), offset,
                            [](const Word& word, uint32_t at) { return word.span.begin < at; }) -
           words_.begin();
  }

  static bool is_unit(Level level) {
    return level == Level::kArticle || level == Level::kHeading || level == Level::kClause ||
           level == Level::kPoint;
  }

  uint32_t text_begin(const Provision& provision) const {
    return std::max(provision.own.begin, provision.label_span.end);
  }

  void find_own_words() {
    own_.reserve(document_.provisions.size());
    for (const Provision& provision : document_.provisions) {
      own_.push_back({word_at(text_begin(provision)), word_at(provision.own.end)});
    }
  }

  // How many provisions stand below each one, and how many of those begin like a task.
  void count_children() {
    children_.resize(document_.provisions.size());
    tasks_below_.resize(document_.provisions.size());
    for (size_t i = 0; i < own_.size(); ++i) {
      const Provision& provision = document_.provisions[i];
      if (provision.parent < 0) continue;
      ++children_[provision.parent];
      const auto [begin, end] = own_[i];
      const bool deeper = provision.full.end > provision.own.end;
      if (begin < end && begins_like_task(begin, end, deeper)) ++tasks_below_[provision.parent];
    }
  }

  // Whether the words from `at` to `end`, of a whole provision, begin like a task.
  bool begins_like_task(size_t at, size_t end, bool deeper) const {
    if (reader_.verb_at(at) || reader_.opener_at(at)) return true;
    const auto list =
        std::lower_bound(mentions_.lists.begin(), mentions_.lists.end(), at,
                         [](const MentionList& item, size_t word) { return item.first < word; });
    if (list == mentions_.lists.end() || list->first > at + 1) return false;
    // "a) Chủ tịch Ủy ban nhân dân cấp huyện;": names alone are no task.
    if (deeper || end > list->end + kMaxNames) return true;
    for (size_t i = list->end; i < end; ++i) {
      if (reader_.verb_at(i)) return true;
    }
    return false;
  }

  // The body in the title of a text on "chức năng, nhiệm vụ, quyền hạn".
  void find_subject() {
    const Span title = title_about_tasks(text_, document_);
    if (title.empty()) return;
    for (size_t i = 0; i < mentions_.all.size(); ++i) {
      if (title.contains(mentions_.all[i].span)) {
        subject_ = {{i, Role::kOther}};
        return;
      }
    }
  }

  void read_provision(size_t index) {
    const Provision& provision = document_.provisions[index];
    Inherited inherited = provision.parent >= 0 ? passed_[provision.parent] : Inherited();
    Inherited& passed = passed_[index];
    if (in_annex(provision, document_) || inherited.blocked) {
      passed.blocked = true;
      return;
    }
    const bool headed = !provision.heading.empty() &&
                        (provision.level != Level::kClause && provision.level != Level::kPoint);
    if (headed) {
      const SentenceReading heading =
          reader_.read_heading(word_at(provision.heading.begin), word_at(provision.heading.end));
      if (heading.scope) {
        passed.blocked = true;
        return;
      }
      if (heading.title || heading.owned) {
        inherited = {heading.agents, {}, {}, false, false};
      } else if (heading.topic) {
        inherited = {};
        inherited.topic = heading.agents;
      } else if (heading.bare_duty && inherited.agents.empty()) {
        inherited.agents = inherited.topic.empty() ? subject_ : inherited.topic;
      }
      if (heading.position) position_ = static_cast<int32_t>(index);
    }
    if (!is_unit(provision.level)) {
      // What a chapter is about says nothing of the duties in its articles.
      if (!inherited.agents.empty()) inherited = {{}, {}, inherited.agents, false, false};
      passed = std::move(inherited);
      return;
    }
    auto [begin, end] = own_[index];
    if (headed) begin = std::max(begin, word_at(provision.heading.end));
    read_own(index, begin, end, std::move(inherited));
    collect(index);
  }

  void read_own(size_t index, size_t begin, size_t end, Inherited current) {
    const bool inherits = !current.agents.empty() || !current.topic.empty() || !subject_.empty();
    if (!inherits && children_[index] == 0 && !reader_.names_body({begin, end})) return;
    const std::vector<Sentence> sentences = reader_.sentences(begin, end);
    Inherited& passed = passed_[index];
    const bool holders = current.holders;
    bool listed = current.lead_in || current.things;
    bool first = true;
    bool led = false;
    bool own = false;  // who acts was named in this provision
    for (size_t i = 0; i < sentences.size(); ++i) {
      const Sentence& sentence = sentences[i];
      const uint32_t offset = words_[sentence.begin].span.begin;
      if (document_.is_quoted(offset) || document_.is_aside(offset)) continue;
      if (read_label(sentence)) continue;
      const bool last = i + 1 == sentences.size();
      const bool lead_in = last && sentence.colon && children_[index] > 0;
      if (first && holders && reader_.name_at(sentence.begin)) {
        // "a) Trưởng Công an cấp huyện, Cục trưởng ...": whoever is named, known or not the others.
        add(reader_.all_agents(sentence.begin, sentence.end), sentence, false);
        first = false;
        continue;
      }
      if (first && read_title(sentence, last, current)) {
        first = false;
        continue;
      }
      if (!lead_in && current.agents.empty() && !reader_.names_body(sentence)) {
        listed = listed || sentence.colon;  // nobody acts in it
        first = false;
        continue;
      }
      // "Yêu cầu X ..." in a paragraph of its own is the issuer's word, not the body's above.
      const bool own_word = !first && reader_.asks_at(sentence.begin);
      const SentenceReading reading =
          reader_.read(sentence, !current.agents.empty() && !own_word, listed);
      listed = listed || sentence.colon;
      const bool caption = last && !lead_in && is_caption(index, sentence);
      if (caption && (reading.duty || is_lead_in(index, reading))) {
        // A lead-in that lost its colon.
        led = true;
        read_lead_in(index, sentence, reading, current);
        break;
      }
      if (reading.title || caption) {
        // A name, or a caption above numbered provisions: no duty by itself.
        if (reading.title) {
          current = {reading.agents, {}, {}, true, false};
        } else if (!reading.agents.empty()) {
          current = {};
          current.topic = reading.agents;
        }
        first = false;
        continue;
      }
      if (lead_in) {
        led = true;
        // "X bảo đảm nguồn. Trường hợp thiếu nguồn được xử lý như sau:" says nothing more of X.
        if (own && reading.agents.empty() && reader_.announces(sentence)) break;
        read_lead_in(index, sentence, reading, current);
        passed.lead_in = true;
        passed.things = reader_.lists_things(sentence);
        passed.holders = reading.agents.empty() && reader_.lists_holders(sentence);
      } else if (current.things && reading.passive) {
        continue;
      } else if (!reading.agents.empty()) {
        introduce(index, reading);
        if (reading.hands_on && !current.agents.empty() && !own_word) {
          add_inherited(reading, current, sentence,
                        current.lead_in ? Role::kDelegate : Role::kOther);
        }
        add(reading.agents, sentence, false);
        add(reading.partners, sentence, true);
        // What follows without a subject of its own is theirs; the bullets below a colon wholly so.
        if (reading.describes && !sentence.colon) {
          current = {};  // what else is said of it are facts: "Trường hợp ... thì Ban có ..."
        } else {
          current = {reading.agents, {}, {}, sentence.colon, false};
        }
        if (sentence.colon) current.partners = reading.partners;
        own = true;
      } else {
        if (takes_inherited(reading, current, first)) add_inherited(reading, current, sentence);
        add(reading.partners, sentence, true);
      }
      first = false;
    }
    if (!led) passed = std::move(current);
  }

  // "1. Phòng Y tế là cơ quan chuyên môn ..." under "Vị trí và chức năng": whom a "Nhiệm vụ và
  // quyền hạn" below is about, whatever the title of the text says.
  void introduce(size_t index, const SentenceReading& reading) {
    if (position_ < 0) return;
    if (static_cast<int32_t>(index) != position_ &&
        document_.provisions[index].parent != position_) {
      position_ = -1;
      return;
    }
    position_ = -1;
    if (!reading.passive) subject_ = {{reading.agents.front().mention, Role::kOther}};
  }

  // A line without closing mark above numbered provisions.
  bool is_caption(size_t index, const Sentence& sentence) const {
    if (children_[index] == 0 || sentence.end == 0) return false;
    const Word& last = words_[sentence.end - 1];
    const bool closed =
        sentence.end < words_.size() && words_[sentence.end].kind == Word::Kind::kMark;
    return last.kind != Word::Kind::kMark && !closed;
  }

  // "4. Ủy ban nhân dân cấp tỉnh chỉ đạo Sở Y tế" above "a) Thẩm định ...": who directs, and what.
  bool is_lead_in(size_t index, const SentenceReading& reading) const {
    return reading.directs && tasks_below_[index] == children_[index];
  }

  // "Trách nhiệm của Ủy ban nhân dân cấp tỉnh", "Sở Tư pháp:" as the first line of a numbered
  // provision.
  bool read_title(const Sentence& sentence, bool last, Inherited& current) const {
    const bool line_end = sentence.end >= words_.size() || sentence.colon ||
                          words_[sentence.end].kind == Word::Kind::kLineEnd || last;
    if (!line_end || reader_.names_doer(sentence)) return false;
    const SentenceReading title = reader_.read_heading(sentence.begin, sentence.end, true);
    if (title.bare_duty && current.agents.empty()) {
      current.agents = current.topic.empty() ? subject_ : current.topic;
      return !current.agents.empty();
    }
    if (!title.title && !title.owned) return false;
    current = {title.agents, {}, {}, title.title, false};
    return true;
  }

  // "- Cơ quan chủ trì: X" of a plan.
  bool read_label(const Sentence& sentence) {
    const std::optional<AgentReader::Label> label = reader_.label_at(sentence);
    if (!label) return false;
    if (label->cue == Cue::kLabelTime || label->cue == Cue::kLabelProduct) return true;
    std::vector<Agent> agents = reader_.all_agents(label->after, sentence.end);
    Role role = label->cue == Cue::kLabelLead         ? Role::kLead
                : label->cue == Cue::kLabelCoordinate ? Role::kCoordinate
                                                      : Role::kOther;
    if (role == Role::kOther) role = reader_.role_by_verbs(label->after, sentence.end);
    for (Agent& agent : agents) agent.role = role;
    add(agents, sentence, label->cue == Cue::kLabelCoordinate, true);
    return true;
  }

  void read_lead_in(size_t index, const Sentence& sentence, const SentenceReading& reading,
                    const Inherited& current) {
    Inherited& passed = passed_[index];
    const bool tasks_below = 2 * tasks_below_[index] >= children_[index];
    if (!reading.agents.empty()) {
      if (tasks_below) {
        passed = {reading.agents, reading.partners, {}, reading.duty, false};
        if (!reading.own_duty) return;
      }
      add(reading.agents, sentence, false);
      add(reading.partners, sentence, true);
      return;
    }
    if (reading.opening == Opening::kOther) return;  // another subject: nobody inherits
    if (tasks_below) {
      passed = current;
      for (Agent& agent : passed.agents) {
        if (reading.inherited_role != Role::kOther) agent.role = reading.inherited_role;
      }
      passed.partners.insert(passed.partners.end(), reading.partners.begin(),
                             reading.partners.end());
      if (!reading.own_duty) return;
    }
    if (takes_inherited(reading, current, true)) add_inherited(reading, current, sentence);
    add(reading.partners, sentence, true);
  }

  // Whether a sentence without an agent is a duty of the bodies above.
  static bool takes_inherited(const SentenceReading& reading, const Inherited& current,
                              bool first) {
    if (current.agents.empty() || reading.opening == Opening::kOther) return false;
    if (reading.opening == Opening::kUnknown) return current.strong && first;
    return true;
  }

  void add_inherited(const SentenceReading& reading, const Inherited& current,
                     const Sentence& sentence, Role role = Role::kOther) {
    std::vector<Agent> agents = current.agents;
    for (Agent& agent : agents) {
      for (const Role other : {reading.inherited_role, role}) {
        if (strength(other) > strength(agent.role)) agent.role = other;
      }
    }
    add(agents, sentence, false);
    add(current.partners, sentence, true);
  }

  void add(const std::vector<Agent>& agents, const Sentence& sentence, bool partner,
           bool label = false) {
    for (const Agent& agent : agents) {
      const Mention& mention = mentions_.all[agent.mention];
      if (document_.is_quoted(mention.span.begin) || document_.is_aside(mention.span.begin)) {
        continue;
      }
      for (const std::string& key : mention.keys) {
        Assignment assignment;
        assignment.agency = key;
        assignment.role = agent.role;
        assignment.agent = mention.span;
        assignment.quote = {words_[sentence.begin].span.begin, words_[sentence.end - 1].span.end};
        assignment.partner = partner;
        // "Ủy ban nhân dân cấp xã nơi khác", "các cấp" may be others than the one that leads.
        const bool alone = mention.keys.size() == 1 && !reader_.tells_apart(mention.end);
        found_.push_back({std::move(assignment), label, alone});
      }
    }
  }

  // One record for each agency of the provision; a particular role wins over a plain one.
  void collect(size_t index) {
    if (found_.empty()) return;
    std::map<std::string, size_t> place;
    const std::vector<Span> partners = partners_that_lead();
    for (Found& found : found_) {
      Assignment& assignment = found.assignment;
      const auto [it, added] = place.emplace(assignment.agency, out_.size());
      if (added) {
        assignment.provision = static_cast<int32_t>(index);
        assignment.also_partner = partners[&found - found_.data()];
        assignment.deadline = deadline_in(assignment.quote);
        out_.push_back(std::move(assignment));
        continue;
      }
      Assignment& held = out_[it->second];
      held.partner = held.partner && assignment.partner;
      if (held.also_partner.empty()) held.also_partner = partners[&found - found_.data()];
      if (!held.deadline) held.deadline = deadline_in(assignment.quote);
      if (strength(assignment.role) <= strength(held.role)) continue;
      held.role = assignment.role;
      held.agent = assignment.agent;
      held.quote = assignment.quote;
    }
    found_.clear();
  }

  // For each lead that its own sentence, or the other label of a plan, names as partner too: those
  // words.
  std::vector<Span> partners_that_lead() const {
    std::vector<Span> out(found_.size());
    std::map<std::pair<std::string, uint32_t>, Span> partners;  // by body and sentence
    constexpr uint32_t kLabels = UINT32_MAX;
    for (const Found& found : found_) {
      const Assignment& it = found.assignment;
      if (it.partner && found.alone) {
        partners.try_emplace({it.agency, found.label ? kLabels : it.quote.begin}, it.quote);
      }
    }
    if (partners.empty()) return out;
    for (size_t i = 0; i < found_.size(); ++i) {
      const Assignment& it = found_[i].assignment;
      if (it.partner || it.role != Role::kLead || !found_[i].alone) continue;
      const auto at = partners.find({it.agency, found_[i].label ? kLabels : it.quote.begin});
      if (at != partners.end()) out[i] = at->second;
    }
    return out;
  }

  std::optional<Deadline> deadline_in(Span span) const {
    const auto it = std::lower_bound(
        deadlines_.begin(), deadlines_.end(), span.begin,
        [](const Deadline& deadline, uint32_t at) { return deadline.span.begin < at; });
    if (it == deadlines_.end() || !span.contains(it->span)) return {};
    return *it;
  }

  const TextBuffer& text_;
  const Document& document_;
  const std::vector<Word> words_;
  const Mentions mentions_;
  const AgentReader reader_;
  const std::vector<Deadline> deadlines_;
  std::vector<Agent> subject_;
  int32_t position_ = -1;  // an article "Vị trí và chức năng" whose body has not been read yet
  std::vector<Inherited> passed_;
  struct OwnWords {
    size_t begin, end;
  };
  std::vector<OwnWords> own_;  // by provision, without label
  std::vector<uint32_t> children_, tasks_below_;
  struct Found {
    Assignment assignment;
    bool label = false;  // by a line "Cơ quan chủ trì: ..."
    bool alone =
        false;  // the words name one body and nothing sets it apart from others of its kind
  };
  std::vector<Found> found_;  // of the provision that is read
  std::vector<Assignment> out_;
};

}  // namespace

std::vector<Assignment> find_assignments(const TextBuffer& text, const Document& document,
                                         const std::vector<Reference>&, const Lexicon& lexicon) {
  return AssignmentFinder(text, document, lexicon.derived<AuthorityLexicon>()).find();
}

}  // namespace rasoat
