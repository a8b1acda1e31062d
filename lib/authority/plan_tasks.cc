// The tasks of a plan, out of its assignments and its lines on time.
//
// A task is a numbered provision of the working parts (all but "Mục đích, yêu cầu") that gives
// somebody work, or that has a date, or that a line "Thời gian thực hiện: ..." covers. Such a line
// is read in three places:
//   with a dash, in an item                    it is the item's own
//   without a dash, behind the last of a list  it covers every item of the list that has none
//   as an item of its own ("b) Thời gian ...")  it covers the items before it, and is no task
// A line "Sản phẩm: ..." gives the product of its item, and so do such words behind a mark inside a
// line. Lines "Cơ quan chủ trì: ...", "Sản phẩm: ..." that are items of their own belong to the
// items before them as well, back to the last such group; where a list holds nothing but such
// items, all of them belong to the item above. Elsewhere the deadline is the first date in the
// item, or a word like "Thường xuyên" that begins it.
#include <algorithm>
#include <optional>
#include <string_view>

#include "authority/agents.h"
#include "authority/authority_lexicon.h"
#include "authority/deadline.h"
#include "authority/find.h"
#include "authority/words.h"
#include "text/lower.h"

namespace rasoat {
namespace {

struct TimeLine {
  std::optional<Deadline> deadline;
  bool dash = false;
};

class PlanReader {
 public:
  PlanReader(const TextBuffer& text, const Document& document,
             const std::vector<Assignment>& assignments, const AuthorityLexicon& lexicon)
      : text_(text),
        document_(document),
        assignments_(assignments),
        words_(split_words(text.text(), text.lower(), lexicon.book(false).vocabulary())),
        reader_(words_, text.lower(), lexicon, no_mentions_),
        deadlines_(find_deadlines(words_, text.lower(), lexicon)) {}

  std::vector<PlanTask> read() {
    const size_t count = document_.provisions.size();
    items_.resize(count);
    size_t next = 0;
    for (size_t i = 0; i < count; ++i) {
      items_[i].first = next;
      while (next < assignments_.size() &&
             assignments_[next].provision == static_cast<int32_t>(i)) {
        ++next;
      }
      items_[i].end = next;
      read_item(i);
    }
    share_labels();
    std::vector<PlanTask> out;
    for (size_t i = 0; i < count; ++i) add_tasks(i, out);
    return out;
  }

 private:
  using Cue = AuthorityLexicon::Cue;

  // What items that are but labels say of others.
  struct Labels {
    std::vector<std::string> lead, coordinate;
    Span product;
    std::optional<Deadline> time;
    bool unread_doer = false;
  };

  struct Item {
    size_t first = 0, end = 0;  // of its assignments
    bool works = false;         // stands in a working part and is numbered
    bool only_label = false;    // "b) Thời gian thực hiện: ...", "c) Sản phẩm: ..."
    bool names_bodies = false;  // such a label names bodies
    bool unread_doer = false;   // there is a label on who leads or does it
    bool has_children = false;
    bool has_plain_children = false;  // others than labels
    Span text;
    Span product;
    std::optional<TimeLine> time;
    Labels shared;
    std::vector<Deadline> dated;  // with a date, at most one for each line
    std::optional<Deadline> recurring;
  };

  size_t word_at(uint32_t offset) const {
    return std::lower_bound(words_.begin(), words_.end(), offset,
                            [](const Word& word, uint32_t at) { return word.span.begin < at; }) -
           words_.begin();
  }

  // Purposes and principles set no work.
  bool is_introduction(const Provision& provision) const {
    const std::string_view heading =
        text_.lower_of(provision.heading.empty() ? provision.own : provision.heading)
            .substr(0, 120);
    for (const std::string_view words : {"mục đích", "yêu cầu", "quan điểm", "mục tiêu"}) {
      const size_t at = heading.find(words);
      if (at != std::string_view::npos && at < 12) return true;
    }
    return false;
  }

  void read_item(size_t index) {
    const Provision& provision = document_.provisions[index];
    Item& item = items_[index];
    const bool inherits = provision.parent >= 0;
    if (inherits) items_[provision.parent].has_children = true;
    if (provision.level == Level::kHeading || provision.level == Level::kPart ||
        provision.level == Level::kChapter) {
      item.works = !is_introduction(provision);
      return;
    }
    if (provision.level != Level::kClause && provision.level != Level::kPoint) return;
    if (provision.component < document_.components.size() &&
        document_.components[provision.component].kind == Component::Kind::kAnnex) {
      return;
    }
    item.works = inherits ? items_[provision.parent].works : !is_introduction(provision);
    if (item.works) read_lines(provision, item);
    if (inherits && !item.only_label) items_[provision.parent].has_plain_children = true;
  }

  void read_lines(const Provision& provision, Item& item) {
    const size_t end = word_at(provision.own.end);
    size_t at = word_at(std::max(provision.own.begin, provision.label_span.end));
    bool first = true;
    while (at < end) {
      size_t line_end = at;
      while (line_end < end && words_[line_end].kind != Word::Kind::kLineEnd) ++line_end;
      const size_t next = line_end + 1;
      if (line_end > at && !document_.is_aside(words_[at].span.begin) &&
          !document_.is_quoted(words_[at].span.begin)) {
        read_line({at, line_end, false}, first, item);
        first = false;
      }
      at = next;
    }
  }

  void read_line(Sentence line, bool first, Item& item) {
    const Span span{words_[line.begin].span.begin, words_[line.end - 1].span.end};
    const std::optional<AgentReader::Label> label = reader_.label_at(line);
    if (label && label->cue == Cue::kLabelTime) {
      TimeLine time;
      time.dash = words_[line.begin].kind == Word::Kind::kMark;
      time.deadline = in(label->after, line.end, true);
      if (!time.deadline) {
        time.deadline.emplace();
        time.deadline->span = span;
      }
      if (label->after < line.end) {
        time.deadline->span = {words_[label->after].span.begin, span.end};
      }
      item.time = std::move(time);
      item.only_label = first;
      return;
    }
    if (label && label->cue == Cue::kLabelProduct) {
      if (item.product.empty() && label->after < line.end) {
        item.product = {words_[label->after].span.begin, span.end};
      }
      item.only_label = first;
      return;
    }
    if (label) {
      if (first) item.only_label = item.names_bodies = true;
      const bool doer = label->cue == Cue::kLabelLead || label->cue == Cue::kLabelOther;
      item.unread_doer = item.unread_doer || doer;
      return;
    }
    if (item.product.empty()) item.product = product_in(line);
    // A bullet further down ("- Định kỳ rà soát ...") says when one part of the task is done.
    const bool bullet = words_[line.begin].kind == Word::Kind::kMark;
    if (!item.recurring && (item.text.empty() || !bullet)) {
      item.recurring = recurring_at(line.begin);
    }
    if (item.text.empty()) {
      item.text = span;
    } else {
      item.text.end = span.end;
    }
    if (item.names_bodies) item.only_label = item.names_bodies = false;  // and says more
    if (std::optional<Deadline> dated = in(line.begin, line.end, false)) {
      item.dated.push_back(std::move(*dated));
    }
  }

  // "..., sản phẩm: báo cáo tổng hợp; ...", "(sản phẩm: báo cáo)": to the next ';', ')' or '.' at
  // the end of a sentence, or to the end of the line.
  Span product_in(Sentence line) const {
    for (size_t at = line.begin + 1; at < line.end; ++at) {
      if (words_[at - 1].kind != Word::Kind::kMark || words_[at].kind != Word::Kind::kWord)
        continue;
      const std::optional<AgentReader::Label> label = reader_.label_at({at, line.end, false});
      if (!label || label->cue != Cue::kLabelProduct || label->after >= line.end) continue;
      size_t end = label->after;
      while (end < line.end && !ends_product(end, line.end)) ++end;
      if (end > label->after) return {words_[label->after].span.begin, words_[end - 1].span.end};
    }
    return {};
  }

  bool ends_product(size_t at, size_t end) const {
    const Word& word = words_[at];
    if (word.kind != Word::Kind::kMark) return false;
    if (word.mark == ';' || word.mark == ')') return true;
    return word.mark == '.' && (at + 1 == end || words_[at + 1].capital);
  }

  // The first deadline in some words with a date or, in a line on time, with a recurrence.
  std::optional<Deadline> in(size_t begin, size_t end, bool any) const {
    if (begin >= end) return {};
    const uint32_t until = words_[end - 1].span.end;
    for (auto it = first_deadline(words_[begin].span.begin);
         it != deadlines_.end() && it->span.end <= until; ++it) {
      if (it->to || it->from || it->recurrence.starts_with("hang-nam-truoc") ||
          (any && !it->recurrence.empty())) {
        return *it;
      }
    }
    return {};
  }

  // "Thường xuyên rà soát ..."
  std::optional<Deadline> recurring_at(size_t begin) const {
    while (begin < words_.size() && words_[begin].kind == Word::Kind::kMark) ++begin;
    if (begin >= words_.size()) return {};
    const auto it = first_deadline(words_[begin].span.begin);
    if (it == deadlines_.end() || it->span.begin != words_[begin].span.begin) return {};
    if (it->recurrence.empty()) return {};
    return *it;
  }

  std::vector<Deadline>::const_iterator first_deadline(uint32_t offset) const {
    return std::lower_bound(
        deadlines_.begin(), deadlines_.end(), offset,
        [](const Deadline& deadline, uint32_t at) { return deadline.span.begin < at; });
  }

  // Labels that cover the items beside them or above. Items are visited from the last to the first;
  // what a label says is kept for its parent's items before it.
  void share_labels() {
    const size_t count = items_.size();
    std::vector<Labels> of_list(count);    // by parent
    std::vector<bool> seen(count, false);  // an item of this parent was visited
    std::vector<bool> group(count,
                            false);  // the last one visited was a label on bodies or products
    for (size_t i = count; i-- > 0;) {
      Item& item = items_[i];
      if (item.has_children && !item.has_plain_children && !is_heading(i)) {
        // What the labels below it say, and there is no other item that they could mean.
        item.shared = of_list[i];
        item.has_children = false;
      }
      const int32_t parent = document_.provisions[i].parent;
      if (parent < 0) continue;
      Labels& labels = of_list[parent];
      const bool last = !seen[parent];
      seen[parent] = true;
      if (item.time && (item.only_label || (last && !item.time->dash))) {
        labels.time = item.time->deadline;
      }
      const bool groups = item.only_label && !item.time;
      if (groups) {
        if (!group[parent]) {
          labels.lead.clear();
          labels.coordinate.clear();
          labels.product = {};
          labels.unread_doer = false;
        }
        if (!item.product.empty()) labels.product = item.product;
        name_bodies(item, labels.lead, labels.coordinate);
        labels.unread_doer = labels.unread_doer || item.unread_doer;
      } else if (!item.only_label) {
        inherit(labels, item.shared);
      }
      group[parent] = groups || (group[parent] && item.only_label);
    }
  }

  // What the labels below an item say goes before what those beside it say.
  static void inherit(const Labels& beside, Labels& own) {
    if (!own.time) own.time = beside.time;
    if (own.product.empty()) own.product = beside.product;
    if (own.lead.empty() && own.coordinate.empty()) {
      own.lead = beside.lead;
      own.coordinate = beside.coordinate;
      own.unread_doer = own.unread_doer || beside.unread_doer;
    }
  }

  bool is_heading(size_t index) const {
    const Level level = document_.provisions[index].level;
    return level != Level::kClause && level != Level::kPoint;
  }

  void add_tasks(size_t index, std::vector<PlanTask>& out) const {
    const Item& item = items_[index];
    if (!item.works || item.only_label || is_heading(index)) return;
    PlanTask task;
    task.provision = static_cast<int32_t>(index);
    task.text = item.text;
    task.product = item.product.empty() ? item.shared.product : item.product;
    name_bodies(item, task.lead, task.coordinate);
    if (!item.shared.lead.empty()) task.lead = item.shared.lead;
    for (const std::string& partner : item.shared.coordinate) {
      if (!contains(task.coordinate, partner)) task.coordinate.push_back(partner);
    }
    task.unread_doer = task.lead.empty() && (item.unread_doer || item.shared.unread_doer);
    if (item.time) {
      task.deadline = item.time->deadline;
    } else if (!item.dated.empty()) {
      task.deadline = item.dated.front();
    } else if (item.shared.time) {
      task.deadline = item.shared.time;
    } else if (item.recurring) {
      task.deadline = item.recurring;
    }
    if (item.first < item.end || !task.lead.empty() || !task.coordinate.empty()) {
      out.push_back(std::move(task));
      return;
    }
    if (item.has_children) return;
    if (item.time || item.shared.time || !item.shared.product.empty()) {
      out.push_back(std::move(task));
      return;
    }
    // Nobody is named, but a date is: one task for each line with one.
    for (const Deadline& dated : item.dated) {
      task.deadline = dated;
      out.push_back(task);
    }
  }

  static bool contains(const std::vector<std::string>& keys, const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  }

  // Adds those who carry an item out, and their partners.
  void name_bodies(const Item& item, std::vector<std::string>& lead,
                   std::vector<std::string>& coordinate) const {
    const auto of = [&](size_t at) {
      return assignments_.begin() + static_cast<std::ptrdiff_t>(at);
    };
    const bool led = std::any_of(of(item.first), of(item.end), [](const Assignment& found) {
      return found.role == Role::kLead && !found.partner;
    });
    for (auto found = of(item.first); found != of(item.end); ++found) {
      if (found->partner) {
        coordinate.push_back(found->agency);
      } else if (!led ? found->role != Role::kDelegate : found->role == Role::kLead) {
        lead.push_back(found->agency);
      }
    }
  }

  const TextBuffer& text_;
  const Document& document_;
  const std::vector<Assignment>& assignments_;
  const Mentions no_mentions_;
  const std::vector<Word> words_;
  const AgentReader reader_;
  const std::vector<Deadline> deadlines_;
  std::vector<Item> items_;
};

// A plan, or a text of that form that does not say what it is: numbered parts and no articles.
bool is_plan(const Document& document) {
  const std::string type = slug(document.head.type);
  if (type == "ke-hoach") return true;
  if (!type.empty()) return false;
  bool headings = false;
  for (const Provision& provision : document.provisions) {
    if (provision.level == Level::kArticle) return false;
    headings = headings || provision.level == Level::kHeading;
  }
  return headings;
}

}  // namespace

std::vector<PlanTask> find_plan_tasks(const TextBuffer& text, const Document& document,
                                      const std::vector<Assignment>& assignments,
                                      const Lexicon& lexicon) {
  if (!is_plan(document)) return {};
  return PlanReader(text, document, assignments, lexicon.derived<AuthorityLexicon>()).read();
}

}  // namespace rasoat
