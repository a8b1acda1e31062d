#include "citation/kind.h"

#include "text/find_last.h"
#include "text/literal_scan.h"
#include "text/lower.h"
#include "text/word_set.h"

namespace rasoat {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && std::string_view(" -*+\n").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

// "Quốc hội ban hành Luật": the type that a text gives itself.
bool ends_with_enacted_type(std::string_view lead) {
  return lead.ends_with("ban hành luật") || lead.ends_with("ban hành bộ luật") ||
         lead.ends_with("ban hành pháp lệnh");
}

// Calls `take(word)` for each word of a text, until one is refused.
template <typename Take>
bool each_word(std::string_view text, Take&& take) {
  while (!text.empty()) {
    const size_t begin = text.find_first_not_of(" ,\n");
    if (begin == std::string_view::npos) return true;
    text.remove_prefix(begin);
    const std::string_view word = text.substr(0, text.find_first_of(" ,\n"));
    if (!take(word)) return false;
    text.remove_prefix(word.size());
  }
  return true;
}

void add_words(std::string_view text, std::unordered_set<std::string>& out) {
  each_word(text, [&](std::string_view word) {
    out.emplace(word);
    return true;
  });
}

std::optional<ReferenceKind> kind_named(std::string_view name) {
  for (const ReferenceKind kind :
       {ReferenceKind::kAmend, ReferenceKind::kInsert, ReferenceKind::kReplace,
        ReferenceKind::kRepeal, ReferenceKind::kSuspend}) {
    if (name_of(kind) == name) return kind;
  }
  return {};
}

}  // namespace

KindReader::KindReader(const Lexicon& lexicon)
    : told_(citation_cues(lexicon, "told")),
      told_as_amended_(lexicon, "told-amended"),
      rules_(lexicon, "rule"),
      fillers_(citation_cues(lexicon, "filler")),
      ends_(citation_cues(lexicon, "ends")) {
  for (std::string& word : citation_cues(lexicon, "object")) objects_.insert(std::move(word));
  const Table& verbs = lexicon.table("amending_verbs");
  for (size_t row = 0; row < verbs.size(); ++row) {
    if (const auto kind = kind_named(verbs.cell(row, "kind")))
      verbs_.push_back({lower_same_length(verbs.cell(row, "words")), *kind});
  }
  // "Sửa đổi, bãi bỏ một số điều của …": the second verb is one of the words between.
  for (const Verb& verb : verbs_) add_words(verb.words, verb_words_);
}

// "Luật sửa đổi …" names another document; "ban hành Nghị quyết sửa đổi …" is what this one does.
bool KindReader::told_by(std::string_view lead) const {
  if (!lead.ends_with(' ')) return false;
  lead.remove_suffix(1);
  for (const std::string& word : told_) {
    if (!ends_with(lead, word)) continue;
    return !lead.substr(0, lead.size() - word.size()).ends_with("ban hành ");
  }
  if (!lead.ends_with("luật") && !lead.ends_with("pháp lệnh")) return false;
  return !ends_with_enacted_type(lead);
}

const KindReader::Verb* KindReader::leading_verb(std::string_view words) const {
  for (const Verb& verb : verbs_) {
    if (begins_with(words, verb.words) && is_word_boundary(words, verb.words.size())) return &verb;
  }
  return nullptr;
}

// Whether the verb at the begin of `before` is said of the reference behind it. "Bãi bỏ …" is
// whatever it takes away; "Bổ sung hồ sơ quy định tại Điều 5" adds to no Điều 5, unless the
// document is there to amend.
bool KindReader::governs(const Verb& verb, std::string_view before,
                         const GoverningWords& words) const {
  if (verb.kind == ReferenceKind::kRepeal && verb.words != "hủy bỏ") return true;
  if (words.amends || words.previous == verb.kind) return true;
  if (before.find("cụm từ") != std::string_view::npos || verb.words.ends_with(" từ")) return true;
  return each_word(before.substr(verb.words.size()), [&](std::string_view word) {
    const std::string one(word);
    return objects_.contains(one) || verb_words_.contains(one);
  });
}

bool KindReader::only_objects(std::string_view words) const {
  return each_word(words, [&](std::string_view word) {
    return word.size() < 20 && objects_.contains(std::string(word));
  });
}

bool KindReader::introduces_amendments(std::string_view lead_in) const {
  lead_in = trim(lead_in);
  if (leading_verb(lead_in) != nullptr) return true;
  if (!lead_in.ends_with(':')) return false;
  if (lead_in.find("hết hiệu lực") != std::string_view::npos) return true;
  const size_t comma = lead_in.rfind(", ");
  return comma != std::string_view::npos && leading_verb(lead_in.substr(comma + 2)) != nullptr;
}

// The last verb before the reference that is not told as a fact.
std::optional<ReferenceKind> KindReader::last_verb(std::string_view before) const {
  size_t best = std::string_view::npos;
  std::optional<ReferenceKind> kind;
  for (const Verb& verb : verbs_) {
    const size_t at = before.rfind(verb.words);
    if (at == std::string_view::npos || (best != std::string_view::npos && at <= best)) continue;
    const std::string_view lead = before.substr(0, at);
    if (told_by(lead)) continue;
    // "bổ sung" of "sửa đổi, bổ sung" is found with the longer verb.
    if (verb.words == "bổ sung" && (lead.ends_with("sửa đổi, ") || lead.ends_with("sửa đổi và ")))
      continue;
    best = at;
    kind = verb.kind;
  }
  return kind;
}

// "… thay thế Nghị định số X": the verb stands directly before, or before a list that goes on here.
std::optional<ReferenceKind> KindReader::adjacent_verb(std::string_view before) const {
  before = trim(before);
  for (const std::string& filler : fillers_) {
    if (ends_with(before, filler)) before = trim(before.substr(0, before.size() - filler.size()));
  }
  for (const Verb& verb : verbs_) {
    if (!ends_with(before, verb.words)) continue;
    const std::string_view lead = before.substr(0, before.size() - verb.words.size());
    if (told_by(lead)) return ReferenceKind::kCite;
    return verb.kind;
  }
  return {};
}

bool KindReader::begins_with_amending_verb(std::string_view lower) const {
  return leading_verb(trim(lower)) != nullptr;
}

// "Thông tư số X hết hiệu lực kể từ ngày …", "Nghị định số X; Nghị định số Y hết hiệu lực".
bool KindReader::ends_target(const GoverningWords& words) const {
  for (const std::string_view rule :
       {"có hiệu lực", "theo ", "kể từ ngày", "trường hợp", "căn cứ"}) {
    if (words.before.find(rule) != std::string_view::npos) return false;
  }
  for (const std::string& end : ends_) {
    const size_t at = words.after.find(end);
    if (at == std::string_view::npos) continue;
    if (words.after.substr(0, at).find("có hiệu lực") == std::string_view::npos) return true;
  }
  return false;
}

ReferenceKind KindReader::read(const GoverningWords& words) const {
  const std::string_view before = trim(words.before);
  if (words.preamble) {
    for (const std::string_view cue : {"căn cứ", "thực hiện", "triển khai"}) {
      if (!before.starts_with(cue)) continue;
      const std::string_view rest = trim(before.substr(cue.size()));
      if (rest.empty() || rest == "các" || rest == "vào" || rest == "theo" || rest == "vào các" ||
          (rest.ends_with(':') && rest.find(" về ") == std::string_view::npos))
        return ReferenceKind::kBasis;
    }
  }
  const size_t item = find_last(before, ';');
  if (told_as_amended_.stand_in(item == std::string_view::npos ? before : before.substr(item)))
    return ReferenceKind::kCite;
  // "Đình chỉ hoạt động … theo quy định tại Điều 5" does nothing to Điều 5.
  if (rules_.end(before) && !before.ends_with("kèm theo")) return ReferenceKind::kCite;
  if (const Verb* verb = leading_verb(before); verb != nullptr && governs(*verb, before, words)) {
    // "Bổ sung …; thay thế cụm từ … tại": the later verb, unless both are said in one breath.
    if (verb->kind == ReferenceKind::kAmend && before.find(';') != std::string_view::npos) {
      if (const auto later = last_verb(before)) {
        if (*later != ReferenceKind::kAmend && before.find("cụm từ") != std::string_view::npos)
          return *later;
      }
    }
    return verb->kind;
  }
  if (const auto verb = adjacent_verb(words.before)) return *verb;
  if (ends_target(words)) return ReferenceKind::kRepeal;
  if (!words.lead_in.empty()) {
    const std::string_view lead = trim(words.lead_in);
    // "… được sửa đổi, bổ sung bởi:"
    if (told_as_amended_.stand_in(lead)) return ReferenceKind::kCite;
    if (const Verb* verb = leading_verb(lead)) return verb->kind;
    if (const size_t comma = lead.rfind(", ");
        comma != std::string_view::npos && lead.ends_with(':')) {
      if (const Verb* verb = leading_verb(lead.substr(comma + 2))) return verb->kind;
    }
    if (lead.find("hết hiệu lực") != std::string_view::npos ||
        lead.find("bãi bỏ các") != std::string_view::npos)
      return ReferenceKind::kRepeal;
    if (lead.find("thay thế các") != std::string_view::npos) return ReferenceKind::kReplace;
  }
  return ReferenceKind::kCite;
}

}  // namespace rasoat
