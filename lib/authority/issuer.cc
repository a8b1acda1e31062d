#include "authority/issuer.h"

#include <optional>
#include <string>

#include "text/lower.h"

namespace rasoat {
namespace {

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
  out.level.date = document.head.date;
  if (const auto issuer = local_body(document.head.issuer, document.head.date, lexicon)) {
    out.level = *issuer;
  } else if (!document.head.issuer.empty()) {
    out.level.issuer = AdminLevel::kCentral;
  } else {
    for (const Provision& provision : document.provisions) {
      if (provision.level != Level::kTitle && provision.level != Level::kPreamble) break;
      const auto local = local_body(text.of(provision.full), document.head.date, lexicon);
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
