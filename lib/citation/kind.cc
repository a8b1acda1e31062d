#include "citation/kind.h"

#include "text/literal_scan.h"
#include "text/lower.h"

namespace rasoat {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && std::string_view(" -*+").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
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
  const Table& verbs = lexicon.table("amending_verbs");
  for (size_t row = 0; row < verbs.size(); ++row) {
    if (const auto kind = kind_named(verbs.cell(row, "kind")))
      verbs_.push_back({lower_same_length(verbs.cell(row, "words")), *kind});
  }
}

// "Luật sửa đổi …" names another document; "ban hành Nghị quyết sửa đổi …" is what this one does.
bool KindReader::told_by(std::string_view lead) const {
  if (!lead.ends_with(' ')) return false;
  lead.remove_suffix(1);
  for (const std::string& word : told_) {
    if (!lead.ends_with(word)) continue;
    return !lead.substr(0, lead.size() - word.size()).ends_with("ban hành ");
  }
  return lead.ends_with("luật");
}

std::optional<ReferenceKind> KindReader::leading_verb(std::string_view words) const {
  for (const Verb& verb : verbs_) {
    if (words.starts_with(verb.words) && is_word_boundary(words, verb.words.size()))
      return verb.kind;
  }
  return {};
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
    if (before.ends_with(filler)) before = trim(before.substr(0, before.size() - filler.size()));
  }
  for (const Verb& verb : verbs_) {
    if (!before.ends_with(verb.words)) continue;
    const std::string_view lead = before.substr(0, before.size() - verb.words.size());
    if (told_by(lead)) return ReferenceKind::kCite;
    return verb.kind;
  }
  return {};
}

bool KindReader::begins_with_amending_verb(std::string_view lower) const {
  return leading_verb(trim(lower)).has_value();
}

ReferenceKind KindReader::read(const GoverningWords& words) const {
  const std::string_view before = trim(words.before);
  if (words.preamble) {
    for (const std::string_view cue : {"căn cứ", "thực hiện", "triển khai"}) {
      if (!before.starts_with(cue)) continue;
      const std::string_view rest = trim(before.substr(cue.size()));
      if (rest.empty() || rest == "các" || rest == "vào" || rest == "theo" || rest == "vào các")
        return ReferenceKind::kBasis;
    }
  }
  if (told_as_amended_.stand_in(before)) return ReferenceKind::kCite;
  // "Đình chỉ hoạt động … theo quy định tại Điều 5" does nothing to Điều 5.
  if (rules_.end(before)) return ReferenceKind::kCite;
  if (const auto verb = leading_verb(before)) {
    // "Bãi bỏ khoản 2 …" governs its whole sentence; a title of a cited document does not change
    // it.
    if (*verb == ReferenceKind::kAmend) {
      if (const auto later = last_verb(before)) {
        if (*later != ReferenceKind::kAmend && before.find("cụm từ") != std::string_view::npos)
          return *later;
      }
    }
    return *verb;
  }
  if (const auto verb = adjacent_verb(words.before)) return *verb;
  // "Thông tư số X hết hiệu lực kể từ ngày …"
  for (const std::string& end : ends_) {
    const size_t at = words.after.find(end);
    if (at == std::string_view::npos) continue;
    const std::string_view between = words.after.substr(0, at);
    if (between.find("có hiệu lực") == std::string_view::npos &&
        before.find("có hiệu lực") == std::string_view::npos &&
        before.find("theo ") == std::string_view::npos &&
        before.find("kể từ ngày") == std::string_view::npos &&
        before.find("trường hợp") == std::string_view::npos &&
        before.find("căn cứ") == std::string_view::npos) {
      return ReferenceKind::kRepeal;
    }
  }
  if (!words.lead_in.empty()) {
    const std::string_view lead = trim(words.lead_in);
    if (const auto verb = leading_verb(lead)) return *verb;
    if (lead.find("hết hiệu lực") != std::string_view::npos ||
        lead.find("bãi bỏ các") != std::string_view::npos)
      return ReferenceKind::kRepeal;
    if (lead.find("thay thế các") != std::string_view::npos) return ReferenceKind::kReplace;
  }
  return ReferenceKind::kCite;
}

}  // namespace rasoat
