#include "authority/issuer.h"

#include <algorithm>
#include <optional>
#include <string>

#include "text/lower.h"

namespace rasoat {
namespace {

constexpr size_t kMaxDateBytes = 70;

// The first body of local government in some words, with its level.
std::optional<LevelContext> local_body(std::string_view text, std::optional<Date> date,
                                       const AuthorityLexicon& lexicon) {
  const std::string lower = lower_same_length(text);
  const std::vector<Word> words = split_words(text, lower, lexicon.book(false).vocabulary());
  const BodyReader reader{lexicon, words, lower, {AdminLevel::kNone, false, date}};
  for (size_t at = 0; at < words.size();) {
    const std::optional<BodyPhrase> body = reader.read(at);
    if (!body) {
      ++at;
      continue;
    }
    at = body->end;
    if (!body->takes_level) continue;
    LevelContext out;
    out.date = date;
    for (const AdminLevel level :
         {AdminLevel::kProvince, AdminLevel::kDistrict, AdminLevel::kCommune}) {
      if (body->levels == LevelSet(level)) out.issuer = level;
    }
    if (out.issuer == AdminLevel::kNone) continue;
    for (size_t i = body->first; i + 1 < body->end; ++i) {
      if (words[i].span.of(lower) == "thành" && words[i + 1].span.of(lower) == "phố") {
        out.issuer_is_city = out.issuer == AdminLevel::kProvince;
      }
    }
    return out;
  }
  return {};
}

// The date of the head; else that of "... thông qua ngày 24 tháng 12 năm 2025" at the end of acts
// of assemblies.
std::optional<Date> date_of(const TextBuffer& text, const Document& document) {
  if (document.head.date) return document.head.date;
  constexpr std::string_view kPassed = "thông qua ngày ";
  const std::string_view lower = text.lower();
  const size_t at = lower.rfind(kPassed);
  if (at == std::string_view::npos) return {};
  int numbers[3] = {};
  size_t found = 0;
  bool digits = false;
  for (size_t i = at + kPassed.size(); i < lower.size() && i < at + kMaxDateBytes; ++i) {
    const bool digit = lower[i] >= '0' && lower[i] <= '9';
    if (digit && found < 3) numbers[found] = std::min(numbers[found] * 10 + (lower[i] - '0'), 9999);
    if (digits && !digit && ++found == 3) break;
    digits = digit;
  }
  return Date::make(numbers[2], numbers[1], numbers[0]);
}

}  // namespace

Span title_about_tasks(const TextBuffer& text, const Document& document) {
  const auto about_tasks = [&](Span title) {
    const std::string_view lower = text.lower_of(title);
    return lower.find("chức năng") != std::string_view::npos &&
           lower.find("nhiệm vụ") != std::string_view::npos;
  };
  for (const Component& component : document.components) {
    if (component.kind == Component::Kind::kAttachment && about_tasks(component.title)) {
      return component.title;
    }
  }
  return about_tasks(document.head.title_span) ? document.head.title_span : Span();
}

MentionContext mention_context(const TextBuffer& text, const Document& document,
                               const AuthorityLexicon& lexicon) {
  MentionContext out;
  const std::optional<Date> date = date_of(text, document);
  out.level.date = date;
  if (const auto issuer = local_body(document.head.issuer, date, lexicon)) {
    out.level = *issuer;
  } else if (!document.head.issuer.empty()) {
    out.level.issuer = AdminLevel::kCentral;
  } else {
    for (const Provision& provision : document.provisions) {
      if (provision.level != Level::kTitle && provision.level != Level::kPreamble) break;
      const auto local = local_body(text.of(provision.full), date, lexicon);
      if (!local) continue;
      out.level = *local;
      if (provision.level == Level::kPreamble) break;
    }
  }
  const Span title = title_about_tasks(text, document);
  if (title.empty()) return out;
  const std::vector<Word> words =
      split_words(text.of(title), text.lower_of(title), lexicon.book(false).vocabulary());
  const Mentions mentions = find_mentions(words, text.lower_of(title), lexicon, out);
  if (!mentions.all.empty()) out.subject = mentions.all.front().keys.front();
  return out;
}

}  // namespace rasoat
