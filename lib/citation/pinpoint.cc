#include "citation/pinpoint.h"

#include <algorithm>

#include "citation/citation_words.h"
#include "structure/ordinal.h"
#include "text/characters.h"

namespace rasoat {
namespace {

// One labelled list: "các điểm a, b và c" or "khoản 2".
struct Element {
  UnitLevel level;
  std::vector<std::string> parts;
  Span span;
};

// How two elements are joined.
enum class Joint {
  kNone,
  kAdjacent,
  kComma,
  kAnd,
  kAndParts,  // "và một số điểm, khoản của": what follows is above what stands before
};

struct LevelWord {
  std::string_view word;
  UnitLevel level;
  std::string_view id;
};

constexpr std::array<LevelWord, 7> kLevelWords = {{
    {"điểm", UnitLevel::kPoint, "point_"},
    {"khoản", UnitLevel::kClause, "clause_"},
    {"điều", UnitLevel::kArticle, "art_"},
    {"tiểu mục", UnitLevel::kSubsection, "subsec_"},
    {"mục", UnitLevel::kSection, "sec_"},
    {"chương", UnitLevel::kChapter, "chp_"},
    {"phần", UnitLevel::kPart, "part_"},
}};

// "điểm 2 Mục III": in texts without Điều, and in old ones, a clause is called điểm.
constexpr LevelWord kNumberedPoint = {"điểm", UnitLevel::kClause, "clause_"};

// "tiết 2.1 điểm 2 mục III", "tiết a điểm 2": the level below, in texts of before 2009.
constexpr std::string_view kSubpoint = "tiết";

class PinpointReader {
 public:
  PinpointReader(std::string_view text, const PinpointWords& words, Cursor& cursor, bool plural)
      : text_(text), words_(words), cursor_(cursor), plural_(plural) {}

  std::optional<Pinpoint> read() {
    const uint32_t begin = cursor_.at();
    std::vector<Element> elements;
    std::vector<Joint> joints;  // joints[i] stands before elements[i]
    elements.reserve(kUsualUnits);
    joints.reserve(kUsualUnits);
    Joint joint = Joint::kNone;
    while (elements.size() < kMaxUnits) {
      const uint32_t here = cursor_.at();
      auto element = cursor_.looking_at(kSubpoint) ? read_subpoint() : read_element();
      plural_ = false;
      if (!element) {
        cursor_.move_to(here);
        break;
      }
      elements.push_back(std::move(*element));
      joints.push_back(joint);
      last_end_ = cursor_.at();
      joint = read_joint();
      if (joint == Joint::kNone) break;
    }
    if (elements.empty()) {
      cursor_.move_to(begin);
      return {};
    }
    cursor_.move_to(last_end_);
    Pinpoint out;
    out.span = {elements.front().span.begin, last_end_};
    name_clauses(elements, joints);
    out.units = combine(elements, joints);
    return out;
  }

 private:
  static constexpr size_t kUsualUnits = 4;

  // ---- elements ----

  // Its id is that of the clause or point that it names with the unit above: "tiết 2.1 điểm 2" is
  // clause_2__clause_2-1, "tiết a điểm 2" point_a; below a điểm with a letter no id is known.
  std::optional<Element> read_subpoint() {
    const uint32_t begin = cursor_.at();
    cursor_.take(kSubpoint);
    cursor_.skip_spaces();
    Element out{UnitLevel::kPoint, {}, {begin, 0}};
    if (is_digit(cursor_.peek())) {
      out.level = UnitLevel::kClause;
      if (auto path = read_decimal_label()) out.parts.push_back("clause_" + *path);
    } else if (auto letter = read_point_label()) {
      out.parts.push_back("point_" + *letter);
    }
    out.span.end = cursor_.at();
    if (out.parts.empty()) {
      cursor_.move_to(begin);
      return {};
    }
    if (cursor_.peek() == ',') cursor_.move_to(cursor_.at() + 1);
    cursor_.skip_spaces();
    auto above = cursor_.looking_at(kSubpoint) ? std::nullopt : read_element();
    if (!above) {
      cursor_.move_to(begin);
      return {};
    }
    if (above->level == out.level) {
      if (out.level == UnitLevel::kPoint) out.parts = std::move(above->parts);
      out.span.end = above->span.end;
    } else {
      cursor_.move_to(out.span.end);
    }
    return out;
  }

  // "điểm b, mục 3, Điều 4", "mục 3 Điều 4": below an article a mục is a clause.
  static void name_clauses(std::vector<Element>& elements, const std::vector<Joint>& joints) {
    for (size_t i = 0; i + 1 < elements.size(); ++i) {
      Element& element = elements[i];
      if (element.level != UnitLevel::kSection || elements[i + 1].level != UnitLevel::kArticle)
        continue;
      const bool below_point = i > 0 && elements[i - 1].level == UnitLevel::kPoint &&
                               joints[i] <= Joint::kComma && joints[i + 1] <= Joint::kComma;
      if (!below_point && joints[i + 1] != Joint::kAdjacent) continue;
      element.level = UnitLevel::kClause;
      for (std::string& part : element.parts) {
        if (part.starts_with("sec_")) part.replace(0, 4, "clause_");
      }
    }
  }

  std::optional<Element> read_element() {
    const uint32_t begin = cursor_.at();
    cursor_.take("tại ");
    const bool plural = cursor_.take("các ") || plural_;
    const bool from = cursor_.take("từ ");
    const LevelWord* word = nullptr;
    for (const LevelWord& candidate : kLevelWords) {
      if (cursor_.looking_at(candidate.word)) {
        word = &candidate;
        break;
      }
    }
    if (word == nullptr) return {};
    Element out{word->level, {}, {cursor_.at(), 0}};
    cursor_.take(word->word);
    cursor_.skip_spaces();
    if (word->level == UnitLevel::kPoint && is_digit(cursor_.peek())) {
      word = &kNumberedPoint;
      out.level = word->level;
    }
    const bool from_inside = cursor_.take("từ ");  // "các khoản từ 1 đến 5"
    if (cursor_.take("số ")) cursor_.skip_spaces();
    if (cursor_.looking_at("này")) {
      cursor_.take("này");
      out.parts.push_back("this");
      out.span.end = cursor_.at();
      return out;
    }
    auto label = read_label(*word);
    if (!label) {
      cursor_.move_to(begin);
      return {};
    }
    // "Phần B" heads numbered text as "B." does.
    const bool letter = word->level == UnitLevel::kPart && !is_digit(label->front());
    out.parts.push_back((letter ? "sec_" : std::string(word->id)) + *label);
    out.span.end = cursor_.at();
    read_more(*word, plural || from || from_inside, out);
    if (word == &kNumberedPoint && !has_owner()) {
      cursor_.move_to(begin);
      return {};
    }
    return out;
  }

  // "điểm 5" alone is a mark of an examination: a unit stands in a Mục or a document.
  bool has_owner() {
    const uint32_t here = cursor_.at();
    if (cursor_.peek() == ',') cursor_.move_to(here + 1);
    cursor_.skip_spaces();
    if (!cursor_.take("và ")) cursor_.take("của ");
    static constexpr std::array<std::string_view, 14> kOwners = {
        "điểm",       "mục",     "phần",       "chương",   "điều",     "thông tư",  "nghị định",
        "nghị quyết", "chỉ thị", "quyết định", "công văn", "kế hoạch", "công điện", "hướng dẫn"};
    const bool owned = std::any_of(kOwners.begin(), kOwners.end(), [&](std::string_view owner) {
      return cursor_.looking_at(owner);
    });
    cursor_.move_to(here);
    return owned;
  }

  // "2.1": the id of a clause carries those above it.
  std::optional<std::string> read_decimal_label() {
    const std::string_view rest = cursor_.rest();
    size_t at = 0;
    std::string id;    // "2__clause_2-1"
    std::string path;  // "2-1"
    while (at < rest.size() && is_digit(rest[at])) {
      std::string number;
      while (at < rest.size() && is_digit(rest[at]) && number.size() < 4) number += rest[at++];
      path += (path.empty() ? "" : "-") + number;
      id += (id.empty() ? "" : "__clause_") + path;
      if (at + 1 >= rest.size() || rest[at] != '.' || !is_digit(rest[at + 1])) break;
      ++at;
    }
    const auto after = cursor_.at() + static_cast<uint32_t>(at);
    if (id.empty() || id.size() > 80 || !is_word_boundary(text_, after)) return {};
    if (at < rest.size() && rest[at] == '/') return {};
    cursor_.move_to(after);
    return id;
  }

  std::optional<std::string> read_label(const LevelWord& word) {
    if (&word == &kNumberedPoint) return read_decimal_label();
    const std::string_view rest = cursor_.rest();
    size_t length = 0;
    switch (word.level) {
      case UnitLevel::kPoint:
        return read_point_label();
      case UnitLevel::kClause:
      case UnitLevel::kArticle: {
        const auto number = read_arabic(rest, length);
        if (!number || number->number == 0 || decimal_follows(length)) return {};
        cursor_.move_to(cursor_.at() + static_cast<uint32_t>(length));
        return number->id();
      }
      default: {
        if (const auto roman = read_roman(rest, length)) {
          cursor_.move_to(cursor_.at() + static_cast<uint32_t>(length));
          return roman->id();
        }
        if (const auto number = read_arabic(rest, length); number && !decimal_follows(length)) {
          cursor_.move_to(cursor_.at() + static_cast<uint32_t>(length));
          return number->id();
        }
        if (const auto ordinal = read_ordinal_word(rest, length)) {
          cursor_.move_to(cursor_.at() + static_cast<uint32_t>(length));
          return std::to_string(*ordinal);
        }
        if (word.level == UnitLevel::kSection || word.level == UnitLevel::kPart)
          return read_capital_label();
        return {};
      }
    }
  }

  // "1.1", "1/2025": no label of a unit. "các khoản 1,2 và 3" is a list.
  bool decimal_follows(size_t length) const {
    const std::string_view rest = cursor_.rest().substr(length);
    return rest.size() >= 2 && (rest[0] == '.' || rest[0] == '/') && is_digit(rest[1]);
  }

  std::optional<std::string> read_point_label() {
    const std::string_view rest = cursor_.rest();
    if (rest.empty()) return {};
    const size_t letter = static_cast<unsigned char>(rest[0]) >= 0x80 ? 2 : 1;
    if (rest.size() < letter || point_letter_position(rest.substr(0, letter)) == 0) return {};
    size_t end = letter;
    while (end < rest.size() && end < letter + 2 && is_digit(rest[end])) ++end;
    const auto after = cursor_.at() + static_cast<uint32_t>(end);
    if (!is_word_boundary(text_, after) || decimal_follows(end)) return {};
    std::string label(rest.substr(0, end));
    cursor_.move_to(after);
    if (cursor_.peek() == ')') cursor_.move_to(after + 1);
    return label;
  }

  std::optional<std::string> read_capital_label() {
    const std::string_view rest = cursor_.rest();
    if (rest.empty() || rest[0] < 'a' || rest[0] > 'h') return {};
    if (text_[cursor_.at()] == rest[0] || !is_word_boundary(text_, cursor_.at() + 1)) return {};
    cursor_.move_to(cursor_.at() + 1);
    return std::string(rest.substr(0, 1));
  }

  // The rest of a list or range: ", 2 và 3", "đến khoản 5", "- 7".
  void read_more(const LevelWord& word, bool plural, Element& out) {
    while (out.parts.size() < kMaxUnits) {
      const uint32_t here = cursor_.at();
      cursor_.skip_spaces();
      if (cursor_.take("đến ")) {
        cursor_.take("hết ");
        if (!range_end(word, out)) cursor_.move_to(here);
        if (cursor_.at() == here) return;
        continue;
      }
      if (word.level == UnitLevel::kArticle &&
          (cursor_.peek() == '-' || cursor_.rest().starts_with("–"))) {
        cursor_.move_to(cursor_.at() + (cursor_.peek() == '-' ? 1 : 3));
        cursor_.skip_spaces();
        if (!cursor_.looking_at("điều") || !range_end(word, out)) {
          cursor_.move_to(here);
          return;
        }
        continue;
      }
      if (!take_separator()) {
        cursor_.move_to(here);
        return;
      }
      const auto label = read_label(word);
      if (!label || !bare_label_ends(word, plural)) {
        cursor_.move_to(here);
        return;
      }
      out.parts.push_back(std::string(word.id) + *label);
      out.span.end = cursor_.at();
    }
  }

  bool range_end(const LevelWord& word, Element& out) {
    if (cursor_.take(word.word)) cursor_.skip_spaces();
    const auto label = read_label(word);
    if (!label) return false;
    fill_range(word, *label, out);
    out.span.end = cursor_.at();
    return true;
  }

  static void fill_range(const LevelWord& word, const std::string& last, Element& out) {
    const std::string first = out.parts.back().substr(word.id.size());
    const auto push = [&](const std::string& label) {
      out.parts.push_back(std::string(word.id) + label);
    };
    if (word.level == UnitLevel::kPoint) {
      const int from = point_letter_position(first);
      const int to = point_letter_position(last);
      for (int p = from + 1; from > 0 && p <= to; ++p) push(std::string(point_letter(p)));
      if (from == 0 || to == 0) push(last);
      return;
    }
    const int from = std::atoi(first.c_str());
    const int to = std::atoi(last.c_str());
    for (int n = from + 1; n < to && n < from + static_cast<int>(kMaxUnits); ++n)
      push(std::to_string(n));
    if (last != first) push(last);
  }

  // A number without its word goes on a list only if what follows is no noun that it counts.
  bool bare_label_ends(const LevelWord& word, bool plural) {
    const std::string_view rest = cursor_.rest();
    if (rest.empty()) return true;
    const char next = rest[0];
    if (next == ',' || next == ';' || next == '.' || next == ')' || next == ':' || next == '\n')
      return true;
    if (next != ' ') return false;
    if (plural) return true;
    if (word.level == UnitLevel::kPoint) return true;
    return std::any_of(
        words_.after_list.begin(), words_.after_list.end(), [&](const std::string& after) {
          return rest.substr(1).starts_with(after) && is_word_boundary(rest, after.size() + 1);
        });
  }

  bool take_separator() {
    bool any = false;
    while (cursor_.peek() == ',' || cursor_.peek() == ' ') {
      any |= cursor_.peek() == ',';
      cursor_.move_to(cursor_.at() + 1);
    }
    if (cursor_.take("và/hoặc ") || cursor_.take("và ") || cursor_.take("hoặc ")) {
      any = true;
      cursor_.skip_spaces();
    }
    return any;
  }

  // ---- joints ----

  Joint read_joint() {
    Joint joint = Joint::kAdjacent;
    while (!cursor_.done()) {
      const char c = cursor_.peek();
      if (c == ' ' || c == '\n' || c == '[') {
        const uint32_t here = cursor_.at();
        cursor_.skip_spaces();
        if (cursor_.at() == here) break;
      } else if (c == ',' || c == ';') {
        joint = c == ';' ? Joint::kAnd : std::max(joint, Joint::kComma);
        cursor_.move_to(cursor_.at() + 1);
        cursor_.skip_spaces();
        if (take_some_of()) joint = Joint::kAndParts;
      } else if (cursor_.take("và/hoặc ") || cursor_.take("và ") || cursor_.take("hoặc ")) {
        joint = take_some_of() ? Joint::kAndParts : Joint::kAnd;
      } else if (joint == Joint::kAdjacent &&
                 (cursor_.take("của ") || cursor_.take("tại ") || cursor_.take("thuộc "))) {
        // "khoản 2 của Điều 5"
      } else {
        break;
      }
    }
    return joint;
  }

  // "một số điểm, khoản của "
  bool take_some_of() {
    const uint32_t here = cursor_.at();
    if (!cursor_.take("một số ")) return false;
    bool any = false;
    while (true) {
      const bool level = cursor_.take("điểm") || cursor_.take("khoản") || cursor_.take("điều") ||
                         cursor_.take("nội dung") || cursor_.take("quy định");
      if (!level) break;
      any = true;
      if (!take_separator()) break;
    }
    cursor_.skip_spaces();
    if (any && (cursor_.take("của ") || cursor_.take("tại "))) return true;
    cursor_.move_to(here);
    return false;
  }

  // ---- distribution ----

  // Chains of elements, each chain a product of its lists; what a chain lacks above comes from the
  // chain to its right.
  static std::vector<UnitPath> combine(std::vector<Element>& elements,
                                       const std::vector<Joint>& joints) {
    std::vector<std::vector<UnitPath>> chains;
    std::vector<Joint> before;       // chains
    std::vector<bool> part_of_next;  // the chain is a part of the unit of the next one
    size_t wanted = kMaxUnits;       // what chains to the right may add
    for (size_t i = 0; i < elements.size();) {
      size_t last = i;
      while (last + 1 < elements.size() && chained(elements, joints, i, last)) ++last;
      // Of a chain that adds nothing, the first unit still lends its levels.
      chains.push_back(expand(elements, i, last, std::max<size_t>(wanted, 1)));
      before.push_back(joints[i]);
      wanted -= std::min(wanted, chains.back().size());
      i = last + 1;
      if (chains.size() == 1 && i == elements.size()) return std::move(chains.front());
      part_of_next.push_back(i < joints.size() && joints[i] == Joint::kAndParts);
    }
    for (size_t c = chains.size(); c-- > 1;)
      lend(chains[c].front(), part_of_next[c - 1], chains[c - 1]);
    descend(before, chains);
    std::vector<UnitPath> out;
    for (auto& chain : chains) {
      for (UnitPath& path : chain) {
        if (out.size() < kMaxUnits) out.push_back(std::move(path));
      }
    }
    return out;
  }

  static bool chained(const std::vector<Element>& elements, const std::vector<Joint>& joints,
                      size_t first, size_t last) {
    const UnitLevel here = elements[last].level;
    const UnitLevel next = elements[last + 1].level;
    const Joint joint = joints[last + 1];
    if (joint == Joint::kAdjacent) return here != next;
    // "điểm a, khoản 1, Điều 5": commas between levels of one chain.
    if (joint != Joint::kComma || next <= here) return false;
    // "điểm 2, mục III" of a text without Điều
    if (here < UnitLevel::kArticle && next == UnitLevel::kSection) return true;
    // "Mục II, Phần A"
    if (here == UnitLevel::kSection) return true;
    const bool one_up = static_cast<int>(next) == static_cast<int>(here) + 1;
    return one_up && (first == last || elements[first].level < here);
  }

  // At most so many units of a chain as are wanted.
  static std::vector<UnitPath> expand(std::vector<Element>& elements, size_t first, size_t last,
                                      size_t wanted) {
    std::vector<UnitPath> out(1);
    out[0].span = {elements[first].span.begin, elements[last].span.end};
    // "điểm a, b khoản 1, 2 Điều 5": only the lowest list multiplies; lists above it name whole
    // units beside the chain ("các điểm a, b khoản 1, khoản 2 Điều 5" is told by its labels).
    for (size_t e = first; e <= last; ++e) {
      Element& element = elements[e];
      if (element.parts.size() == 1) {
        for (UnitPath& path : out) path.at(element.level) = element.parts.front();
        continue;
      }
      std::vector<UnitPath> next;
      next.reserve(std::min(out.size() * element.parts.size(), wanted));
      for (const UnitPath& path : out) {
        for (const std::string& part : element.parts) {
          if (next.size() == wanted) break;
          next.push_back(path);
          next.back().at(element.level) = part;
        }
      }
      out = std::move(next);
    }
    return out;
  }

  // Gives the paths of a chain the levels above their highest one from the chain to their right.
  static void lend(const UnitPath& right, bool part_of_right, std::vector<UnitPath>& chain) {
    for (UnitPath& path : chain) {
      const auto highest = path.highest();
      if (!highest || *highest >= UnitLevel::kArticle) continue;
      const auto right_lowest = right.lowest();
      // "khoản 1 và Điều 6": the clause is none of Điều 6.
      if (!right_lowest || (*right_lowest > *highest && !part_of_right)) continue;
      for (size_t level = static_cast<size_t>(*highest) + 1; level < kUnitLevels; ++level) {
        path.part[level] = right.part[level];
      }
    }
  }

  // "Điều 9, khoản 1, điểm a", "Điều 9, khoản 1 và khoản 2": a chain that nothing to its right
  // completes goes on from the unit before its comma, which is then only a step on the way.
  static void descend(const std::vector<Joint>& before,
                      std::vector<std::vector<UnitPath>>& chains) {
    bool went_on = false;  // the chain before, with what it took
    for (size_t c = 1; c < chains.size(); ++c) {
      const auto highest = chains[c].front().highest();
      std::vector<UnitPath>& last = chains[c - 1];
      if (!highest || *highest >= UnitLevel::kArticle || last.empty()) {
        went_on = false;
        continue;
      }
      const UnitPath& unit = last.back();
      const bool step = before[c] == Joint::kComma && last.size() == 1 &&
                        unit.has(UnitLevel::kArticle) && *highest < *unit.lowest();
      const bool sibling = went_on && *highest == *unit.lowest();
      went_on = step || sibling;
      if (!went_on) continue;
      for (UnitPath& path : chains[c]) {
        for (size_t level = static_cast<size_t>(*highest) + 1; level < kUnitLevels; ++level) {
          path.part[level] = unit.part[level];
        }
        if (step) path.span.begin = unit.span.begin;
      }
      if (step) last.clear();
    }
  }

  std::string_view text_;
  const PinpointWords& words_;
  Cursor& cursor_;
  bool plural_;
  uint32_t last_end_ = 0;
};

}  // namespace

bool UnitPath::is_relative() const {
  return std::any_of(part.begin(), part.end(),
                     [](const std::string& level) { return level == "this"; });
}

std::optional<UnitLevel> UnitPath::lowest() const {
  for (size_t level = 0; level < kUnitLevels; ++level) {
    if (!part[level].empty()) return static_cast<UnitLevel>(level);
  }
  return {};
}

std::optional<UnitLevel> UnitPath::highest() const {
  for (size_t level = kUnitLevels; level-- > 0;) {
    if (!part[level].empty()) return static_cast<UnitLevel>(level);
  }
  return {};
}

PinpointWords::PinpointWords(const Lexicon& lexicon)
    : after_list(citation_cues(lexicon, "after-list")) {}

std::optional<Pinpoint> read_pinpoint(std::string_view text, const PinpointWords& words,
                                      Cursor& cursor, bool plural) {
  return PinpointReader(text, words, cursor, plural).read();
}

}  // namespace rasoat
