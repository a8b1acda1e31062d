#include "citation/kind.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rasoat {
namespace {

struct Verb {
  std::string_view words;
  ReferenceKind kind;
};

// Longest first where one begins like another.
constexpr std::array<Verb, 17> kVerbs = {{
    {"sửa đổi, bổ sung", ReferenceKind::kAmend},
    {"sửa đổi và bổ sung", ReferenceKind::kAmend},
    {"sửa đổi", ReferenceKind::kAmend},
    {"đính chính", ReferenceKind::kAmend},
    {"điều chỉnh, bổ sung", ReferenceKind::kAmend},
    {"bổ sung", ReferenceKind::kAmend},
    {"thay thế", ReferenceKind::kReplace},
    {"thay cụm từ", ReferenceKind::kReplace},
    {"thay từ", ReferenceKind::kReplace},
    {"thay đổi", ReferenceKind::kAmend},
    {"bãi bỏ", ReferenceKind::kRepeal},
    {"hủy bỏ", ReferenceKind::kRepeal},
    {"bỏ cụm từ", ReferenceKind::kRepeal},
    {"bỏ từ", ReferenceKind::kRepeal},
    {"bỏ ", ReferenceKind::kRepeal},
    {"đình chỉ", ReferenceKind::kSuspend},
    {"ngưng hiệu lực", ReferenceKind::kSuspend},
}};

// Words that make a verb before a reference a fact told of another document, or a noun.
constexpr std::array<std::string_view, 14> kToldBefore = {
    "được ",       "bị ",       "đã ",  "việc ",       "về ",         "thẩm quyền ", "hồ sơ ",
    "trường hợp ", "nội dung ", "khi ", "quyết định ", "nghị quyết ", "nghị định ",  "thông tư "};

// Words directly before a reference that tells how something is done.
constexpr std::array<std::string_view, 9> kRuleCues = {" theo quy định tại",
                                                       " theo quy định của",
                                                       " theo quy định tại các",
                                                       " theo",
                                                       " theo các",
                                                       " theo hướng dẫn tại",
                                                       " căn cứ",
                                                       " căn cứ vào",
                                                       " căn cứ theo"};

// "Luật sửa đổi …" names another document; "ban hành Nghị quyết sửa đổi …" is what this one does.
bool told_by(std::string_view lead) {
  for (const std::string_view word : kToldBefore) {
    if (!lead.ends_with(word)) continue;
    return !lead.substr(0, lead.size() - word.size()).ends_with("ban hành ");
  }
  return lead.ends_with("luật ");
}

std::optional<ReferenceKind> leading_verb(std::string_view words) {
  for (const Verb& verb : kVerbs) {
    if (words.starts_with(verb.words)) return verb.kind;
  }
  return {};
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && std::string_view(" -*+").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// The last verb before the reference that is not told as a fact.
std::optional<ReferenceKind> last_verb(std::string_view before) {
  size_t best = std::string_view::npos;
  std::optional<ReferenceKind> kind;
  for (const Verb& verb : kVerbs) {
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
std::optional<ReferenceKind> adjacent_verb(std::string_view before) {
  before = trim(before);
  for (const std::string_view filler :
       {"toàn bộ", "một phần", "một số điều của", "các", "một số nội dung của", "khoản, điều của",
        "nội dung", "một số quy định của", "một số nội dung tại", "một số quy định tại",
        "một số điều tại", "một số khoản của", "một số điểm của", "một số khoản tại",
        "một số điểm tại", "và"}) {
    if (before.ends_with(filler)) before = trim(before.substr(0, before.size() - filler.size()));
  }
  for (const Verb& verb : kVerbs) {
    if (!before.ends_with(trim(verb.words))) continue;
    const std::string_view lead = before.substr(0, before.size() - trim(verb.words).size());
    if (told_by(lead)) return ReferenceKind::kCite;
    return verb.kind;
  }
  return {};
}

bool follows_a_rule(std::string_view before) {
  return std::any_of(kRuleCues.begin(), kRuleCues.end(),
                     [&](std::string_view cue) { return before.ends_with(cue); });
}

bool told_as_amended(std::string_view before) {
  for (const std::string_view words :
       {"được sửa đổi", "đã được sửa đổi", "đã sửa đổi", "được thay thế", "được bổ sung",
        "bị bãi bỏ bởi", "được bãi bỏ bởi"}) {
    const size_t at = before.rfind(words);
    if (at != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

bool begins_with_amending_verb(std::string_view lower) {
  return leading_verb(trim(lower)).has_value();
}

ReferenceKind kind_from_words(const GoverningWords& words) {
  const std::string_view before = trim(words.before);
  if (words.preamble) {
    for (const std::string_view cue : {"căn cứ", "thực hiện", "triển khai"}) {
      if (!before.starts_with(cue)) continue;
      const std::string_view rest = trim(before.substr(cue.size()));
      if (rest.empty() || rest == "các" || rest == "vào" || rest == "theo" || rest == "vào các")
        return ReferenceKind::kBasis;
    }
  }
  if (told_as_amended(before)) return ReferenceKind::kCite;
  // "Đình chỉ hoạt động … theo quy định tại Điều 5" does nothing to Điều 5.
  if (follows_a_rule(before)) return ReferenceKind::kCite;
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
  for (const std::string_view end : {"hết hiệu lực", "bị bãi bỏ", "được bãi bỏ"}) {
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
