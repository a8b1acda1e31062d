// Which bodies act in a sentence, and in what role.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "authority/assignment.h"
#include "authority/authority_lexicon.h"
#include "authority/mentions.h"
#include "authority/words.h"

namespace rasoat {

// Words of one sentence, without the mark that ends it.
struct Sentence {
  size_t begin = 0, end = 0;  // word indices
  bool colon = false;         // ends with ':'
};

// A body that has a part in what the sentence sets.
struct Agent {
  size_t mention = 0;  // index into Mentions::all
  Role role = Role::kOther;
};

// How a sentence begins; it decides whether a body named above is its subject.
enum class Opening : uint8_t {
  kVerb,    // "Tổ chức ..."
  kOpener,  // "Trên cơ sở ..., tổ chức ..."
  kOther,   // another subject: "Cá nhân ..."
  kUnknown,
};

struct SentenceReading {
  std::vector<Agent> agents;    // subjects, bodies that are handed a task, delegators
  std::vector<Agent> partners;  // named after "phối hợp với"
  Opening opening = Opening::kUnknown;
  bool title = false;      // nothing but names of bodies: "1. Sở Tư pháp"
  bool owned = false;      // "Trách nhiệm của X" and the like: X has the tasks below
  bool bare_duty = false;  // "Nhiệm vụ và quyền hạn" of nobody
  bool position = false;   // and it is "Vị trí và chức năng": what a body is
  bool topic = false;  // begins with names of bodies: "Đơn vị sự nghiệp thực hiện ..."
  bool scope = false;  // "Phạm vi điều chỉnh"
  bool duty = false;   // says outright that the subject has a duty: "có trách nhiệm"
  bool passive = false;    // its agents are all named by "do X V"
  bool describes = false;  // says what its last agent is: "X là cơ quan chuyên môn ..."
  bool hands_on = false;  // begins with a handing over: "Giao Y lập ..." under "X có trách nhiệm:"
  bool directs = false;  // ends with a body that the subject directs: "X chỉ đạo Y"
  // Of a lead-in: it sets a duty besides the list below ("X quản lý nhà nước về hộ tịch và có nhiệm
  // vụ, quyền hạn sau đây").
  bool own_duty = false;
  // The role of a body named above, if it is the subject: lead or coordinate by the sentence's
  // verbs.
  Role inherited_role = Role::kOther;
};

class AgentReader : private WordText {
 public:
  AgentReader(const std::vector<Word>& words, std::string_view lower,
              const AuthorityLexicon& lexicon, const Mentions& mentions);

  // `inherits`: a body named above may be the subject. Linear in the words of the sentence.
  // `listed`: it stands in a list below a lead-in, where "Phương án do X duyệt" may be but a name.
  SentenceReading read(Sentence sentence, bool inherits, bool listed = false) const;
  // The heading of an article or the like, or a sentence that may be one.
  SentenceReading read_heading(size_t begin, size_t end, bool sentence = false) const;
  // "Nhiệm vụ của X quy định tại … do Z thực hiện": looks like the title "Nhiệm vụ của X" and is a
  // sentence.
  bool names_doer(Sentence sentence) const;
  // Cuts words into sentences. A semicolon inside a list of bodies ends none.
  std::vector<Sentence> sentences(size_t begin, size_t end) const;
  // Whether those who hold a power stand below the sentence: "Những người sau đây có quyền ...:".
  bool lists_holders(Sentence sentence) const;
  // Whether what stands below the sentence are things: "Hồ sơ gồm:".
  bool lists_things(Sentence sentence) const;
  // Whether it only announces how a thing is done: "Trường hợp mất sổ được xử lý như sau:".
  bool announces(Sentence sentence) const;
  // Whether the tables know a body that is named in the sentence.
  bool names_body(Sentence sentence) const;
  // Whether a body or the head of one is named there, known or not.
  bool name_at(size_t at) const { return body_at(at) || leader_at(at); }
  // Whether a verb, or an adverbial that opens a sentence, stands at the word.
  bool verb_at(size_t at) const;
  bool opener_at(size_t at) const;
  // Whether words behind the name of a body set it apart from others of its kind: "nơi cư trú",
  // "khác".
  bool tells_apart(size_t at) const;
  // Whether a paragraph begins there with "Yêu cầu", "Đề nghị".
  bool asks_at(size_t at) const;

  using Cue = AuthorityLexicon::Cue;
  struct Label {
    Cue cue;
    size_t after = 0;  // word index behind the colon
  };
  // "Cơ quan chủ trì:" and the like at the start of a sentence.
  std::optional<Label> label_at(Sentence sentence) const;
  std::vector<Agent> all_agents(size_t begin, size_t end) const;
  // kLead for "chủ trì", else kCoordinate for "phối hợp", as verbs; else kOther.
  Role role_by_verbs(size_t begin, size_t end) const;

 private:
  enum class Part : uint8_t { kNone, kSubject, kPartner, kHanded, kPassive, kRecipient, kDirected };
  struct Governor {
    bool clause_start = false;  // the sentence or a main clause begins with the list
    bool weak = false;          // after a comma or "và"
    bool item = false;          // after a semicolon inside the sentence
    bool found = false;         // a cue of the table
    Cue cue = Cue::kMention;
    size_t cue_begin = 0;
  };
  struct Closing {
    size_t duty = 0;  // word index; 0 for none
    size_t from = 0;
  };
  struct Follow {
    bool verb = false;      // a verb comes at once
    bool duty = false;      // it says outright that there is a duty
    bool later = false;     // one comes behind modifiers
    bool modified = false;  // and those modifiers begin at once
    bool function = false;  // "là cơ quan ... thực hiện chức năng"
    bool second = false;    // the verb is the second one, behind "đã", "đang"
    bool fact = false;      // "đã", "được hỗ trợ": no duty
    bool nothing = false;   // the sentence ends here
    size_t at = 0;          // of the verb
  };

  using Lists = std::vector<MentionList>::const_iterator;

  // One pass over the lists of a sentence.
  struct Pass {
    Sentence sentence;
    bool inherits = false, listed = false;  // as read() is told
    Closing closing;
    Lists first;  // list of the sentence
    SentenceReading out;

    // Of the list that is read.
    Lists list;
    Governor governor;
    Follow follow;
    size_t from = 0;                // its first mention that has its part
    Role doer_role = Role::kOther;  // where the sentence names the deed: "Cơ quan chủ trì ... là X"

    // What is known from the lists before.
    Part last_part = Part::kNone;
    std::vector<size_t> subjects;  // indices into out.agents, ascending
    bool subject = false;          // there is one
    size_t subject_end = 0;        // of the last one; without one, where the sentence begins
    size_t verb_of_subject = 0;
    bool directed = false;  // a body that the subject directs
    size_t role_end = 0;    // verbs behind such a body, or one that is handed a task, are its own
    size_t passives = 0;    // agents named by "do X V"
    bool enumerating = false;         // since "gồm"
    bool composed = false;            // and what follows are but parts of a whole
    std::optional<size_t> execution;  // of "chịu trách nhiệm thi hành", once looked for
  };
  Part part_of(Pass& pass) const;
  Part governed_part(Pass& pass) const;
  Part handed_part(const Pass& pass) const;
  Part asked_part(const Pass& pass) const;
  Part passive_part(const Pass& pass) const;
  Part mentioned_part(Pass& pass) const;
  Part free_part(Pass& pass) const;
  Part part_behind_comma(const Pass& pass) const;
  size_t clause_inside(Pass& pass, Part part) const;
  bool executes(Pass& pass) const;
  void take(Pass& pass, Part part) const;
  void settle_roles(Pass& pass) const;

  // The first list that begins at the word or behind it.
  Lists list_from(size_t at) const {
    return std::lower_bound(mentions_.lists.begin(), mentions_.lists.end(), at,
                            [](const MentionList& list, size_t word) { return list.first < word; });
  }

  // Length of the longest cue of this class that begins at the word and ends before `end`; 0 for
  // none.
  size_t cue_length(size_t at, Cue cue, size_t end) const {
    const bool may = at < words_.size() && lexicon_.may_begin_cue(id_at(at), cue);
    return may ? longest_cue(at, cue, end) : 0;
  }
  // Length of the verb that stands at the word; 0 for none.
  size_t verb_length(size_t at, AuthorityLexicon::VerbClass* verb = nullptr) const {
    const bool may = at < words_.size() && lexicon_.may_begin_verb(id_at(at));
    return may ? longest_verb(at, verb) : 0;
  }
  size_t longest_cue(size_t at, Cue cue, size_t end) const;
  size_t longest_verb(size_t at, AuthorityLexicon::VerbClass* verb) const;
  Governor governor(size_t list_first, size_t begin) const;
  Follow follow(size_t at, size_t end) const;
  size_t skip_others(size_t at, size_t end) const;
  bool people_at(size_t at) const;
  bool is_organ_for(size_t at, size_t end) const;
  bool repeats_body(const MentionList& list) const;
  bool verb_between(size_t begin, size_t end) const;
  size_t skip_adverb(size_t at) const;
  size_t duty_of_list(size_t at, size_t end) const;
  bool charged_at(size_t at) const;
  bool holds_power(size_t at) const;
  size_t duty_behind(size_t at, size_t end) const;
  size_t second_verb(size_t at, size_t end) const;
  size_t split_of(const MentionList& list, size_t begin, Opening opening) const;
  size_t skip_parenthesis(size_t at, size_t end) const;
  bool tells_time(size_t begin, size_t end) const;
  Opening opening(size_t begin, size_t end) const;
  bool noun_at(size_t at, size_t length) const;
  bool directs_role(size_t at, size_t end) const;
  Role role_of_subject(size_t begin, size_t end) const;
  bool body_at(size_t at) const;
  Part open_part(size_t begin, size_t list_first) const;
  bool organisation_at(size_t at) const;
  bool attribute_at(size_t at) const;
  bool suffers_at(size_t at) const;
  bool empowers(size_t begin, size_t cue) const;
  bool leader_at(size_t at) const;
  bool item_at(size_t at, size_t end, Lists list) const;
  bool only_people(size_t begin, size_t end) const;
  bool begins_clause(size_t at) const;
  bool other_subject_follows(size_t begin, size_t end) const;
  bool names_tasks_only(size_t begin, size_t end) const;
  bool no_handing(size_t at) const;
  bool hands(size_t begin, size_t end) const;
  bool governed_before(size_t begin, size_t list_first) const;
  bool subordinate_subject(size_t begin, size_t list_first) const;
  bool main_clause_follows(size_t begin, size_t end) const;
  bool predicate_follows(size_t verb, size_t end) const;
  bool tells_who_acts(size_t begin, size_t cue, Opening opening, bool settles, bool thing) const;
  bool thing_at(size_t at, size_t end) const;
  bool is_done_by(Sentence sentence, size_t cue, size_t verb) const;
  size_t verb_of_doer(size_t begin, size_t cue) const;
  Role role_named(size_t verb) const;
  bool predicate_between(size_t begin, size_t end) const;
  Closing closing(Sentence sentence) const;
  bool clause_verb_between(size_t begin, size_t end) const;
  size_t execution(size_t begin, size_t end) const;
  bool settles(size_t verb, size_t end) const;
  size_t main_clause(size_t begin, size_t cue) const;
  bool main_duty_between(size_t begin, size_t end) const;
  bool is_power_of(size_t begin, size_t cue, size_t list_end, size_t end) const;
  bool semicolon_between(size_t begin, size_t end) const;
  bool comma_between(size_t begin, size_t end) const;
  bool in_main_clause(size_t begin, size_t at) const;
  bool must_be_done_by(size_t begin, size_t cue) const;
  bool must_be_agreed_by(size_t begin, size_t cue) const;
  bool task_is_done(size_t begin, size_t verb, size_t end) const;
  bool is_noun_use(size_t at) const;
  bool own_duty(size_t from, size_t end) const;
  void add(std::vector<Agent>& out, const MentionList& list, size_t from, size_t to,
           Role role) const;

  // Of the words that every sentence is searched for: "chủ", "phối", ...; -2 is no word's.
  struct Ids {
    int32_t lead = -2, coordinate = -2, by = -2, give = -2, share = -2, entrust = -2, direct = -2;
  };
  int32_t id_at(size_t at) const { return words_[at].id; }

  Ids ids_;
  const AuthorityLexicon& lexicon_;
  const Mentions& mentions_;
};

}  // namespace rasoat
