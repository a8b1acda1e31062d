#include "citation/named_documents.h"

#include <algorithm>

#include "text/lower.h"

namespace rasoat {
namespace {

// Whether the short name that ends here is the first word of a longer one.
bool goes_on_as_name(const Place& place, uint32_t end) {
  const std::string_view lower = place.lower();
  if (end + 1 >= place.line().end || lower[end] != ' ') return false;
  if (Cursor(lower, end + 1, place.line().end).looking_at("khác")) return true;
  const std::string_view next = place.text().substr(end + 1, 4);
  const std::string_view next_lower = lower.substr(end + 1, 4);
  if (next.empty() || next[0] == '(' || (next[0] >= '0' && next[0] <= '9')) return false;
  return next.substr(0, 2) != next_lower.substr(0, 2);
}

// "34", "34/2016" at the cursor, with "số" before it or not: a number without its symbol. Empty if
// none stands there.
std::string_view read_short_number(Cursor& cursor) {
  cursor.skip_spaces();
  if (cursor.take("số")) {
    while (cursor.peek() == ' ' || cursor.peek() == ':') cursor.move_to(cursor.at() + 1);
  }
  const std::string_view rest = cursor.rest().substr(0, 16);
  const auto digit = [&](size_t i) { return i < rest.size() && rest[i] >= '0' && rest[i] <= '9'; };
  size_t length = 0;
  while (digit(length)) ++length;
  if (length == 0 || length > 5) return {};
  if (length + 4 < rest.size() && rest[length] == '/' && digit(length + 1) && digit(length + 2) &&
      digit(length + 3) && digit(length + 4))
    length += 5;
  const char next = length < rest.size() ? rest[length] : ' ';
  if (next == '/' || next == '-' || digit(length) || next == '%') return {};
  if (!is_word_boundary(cursor.rest(), length)) return {};
  cursor.move_to(cursor.at() + static_cast<uint32_t>(length));
  return rest.substr(0, length);
}

// Whether a number in short is that of a document: "34" or "34/2016" of "34/2016/NĐ-CP".
bool shortens(std::string_view number, std::string_view key) {
  while (number.starts_with('0')) number.remove_prefix(1);
  while (key.starts_with('0')) key.remove_prefix(1);
  return key.starts_with(number) && key.size() > number.size() &&
         (key[number.size()] == '/' || key[number.size()] == '-');
}

}  // namespace

NamedDocuments::NamedDocuments(const DocumentMentionReader& reader, const Document& document)
    : reader_(reader) {
  for (const Component& component : document.components) {
    if (!component.type.empty()) component_types_.insert(lower_same_length(component.type));
  }
}

void NamedDocuments::note(const DocumentMention& mention) {
  if (of_line_.size() == kRemembered) of_line_.pop_front();
  of_line_.push_back(mention);
  if (mention.key == "this") return;
  if (first_type_.empty()) first_type_ = mention.type;
  if (of_text_.size() == kRemembered) of_text_.pop_front();
  of_text_.push_back(mention);
}

bool NamedDocuments::resolve(const Place& place, DocumentMention& mention) const {
  switch (mention.kind) {
    case DocumentMention::Kind::kNumber:
    case DocumentMention::Kind::kName:
      return mention.key != place.document().head.number;
    case DocumentMention::Kind::kThis:
      return resolve_this(place, mention);
    case DocumentMention::Kind::kBare:
      return resolve_alias(place, mention) || resolve_short_number(place, mention) ||
             resolve_qualified_this(place, mention);
  }
  return false;
}

// Whether "Nghị định này" can be the document in which it stands, or a regulation issued with it.
bool NamedDocuments::fits_this(const Place& place, const std::string& type) const {
  const Document& document = place.document();
  if (document.head.type.empty() || type == document.head.type) return true;
  // A consolidated text speaks as the text that it consolidates.
  if (document.head.type == "Văn bản hợp nhất") return true;
  if (document.is_quoted(place.line().begin)) return true;
  // A decision speaks of the regulation that it issues.
  return component_types_.contains(lower_same_length(type));
}

bool NamedDocuments::resolve_this(const Place& place, DocumentMention& mention) const {
  if (fits_this(place, mention.type)) {
    // "quyết định này" of an act in the text has no capital.
    if (!mention.capital && mention.type != place.document().head.type) return false;
    mention.key = "this";
    return true;
  }
  // "Luật này" in a plan: the law named last.
  for (auto it = of_text_.rbegin(); it != of_text_.rend(); ++it) {
    if (it->type != mention.type) continue;
    mention.key = it->key;
    return true;
  }
  if (!mention.capital) return false;
  mention.key = "this";
  return true;
}

bool NamedDocuments::resolve_alias(const Place& place, DocumentMention& mention) const {
  if (!mention.capital) return false;
  const std::string_view here = place.after(mention.span.begin);
  const Alias* best = nullptr;
  for (const Alias& alias : aliases_) {
    if (!here.starts_with(alias.words)) continue;
    if (!is_word_boundary(place.lower(), mention.span.begin + alias.words.size())) continue;
    if (best == nullptr || alias.words.size() >= best->words.size()) best = &alias;
  }
  if (best == nullptr) return false;
  const auto end = mention.span.begin + static_cast<uint32_t>(best->words.size());
  if (goes_on_as_name(place, end)) return false;
  mention.key = best->document;
  mention.attached_unit = best->attached;
  mention.span.end = std::max(mention.span.end, end);
  return true;
}

// "Kế hoạch thi đua này", in a Kế hoạch: a word or three about the type before "này".
bool NamedDocuments::resolve_qualified_this(const Place& place, DocumentMention& mention) const {
  if (mention.type.empty() || mention.type != place.document().head.type) return false;
  Cursor cursor(place.lower(), mention.span.end, place.line().end);
  constexpr int kMostWords = 3;
  for (int words = 0; words <= kMostWords; ++words) {
    cursor.skip_spaces();
    if (words > 0 && cursor.take("này")) {
      mention.key = "this";
      mention.span.end = cursor.at();
      return true;
    }
    if (reader_.ends_name(cursor)) return false;
    const uint32_t begin = cursor.at();
    while (!cursor.done() && !is_word_boundary(place.lower(), cursor.at() + 1))
      cursor.move_to(cursor.at() + 1);
    cursor.move_to(std::min(cursor.at() + 1, cursor.end()));
    if (cursor.at() == begin || (cursor.peek() != ' ' && !cursor.done())) return false;
  }
  return false;
}

bool NamedDocuments::may_be_this(const Place& place, const std::string& type) const {
  // The head of a consolidated text names first what it consolidates.
  if (place.document().head.type == "Văn bản hợp nhất") return type == first_type_;
  return fits_this(place, type);
}

bool NamedDocuments::resolve_only_one(const Place& place, DocumentMention& mention) const {
  if (mention.kind != DocumentMention::Kind::kBare || !mention.capital ||
      may_be_this(place, mention.type) || goes_on_as_name(place, mention.span.end))
    return false;
  const DocumentMention* only = nullptr;
  for (const DocumentMention& named : of_text_) {
    if (named.type != mention.type) continue;
    if (only != nullptr && only->key != named.key) return false;
    only = &named;
  }
  // "của Nghị định quy định …" names another one by its matter.
  const std::string_view after = place.after(std::min(mention.span.end, place.line().end));
  for (const std::string_view matter : {" của", " quy định", " về", " hướng dẫn", " số"}) {
    if (after.starts_with(matter)) return false;
  }
  if (only == nullptr) return false;
  mention.key = only->key;
  mention.attached_unit = only->attached_unit;
  return true;
}

// "Nghị định 34", "Nghị định số 34/2016": a document that the text named before.
bool NamedDocuments::resolve_short_number(const Place& place, DocumentMention& mention) const {
  Cursor cursor(place.lower(), mention.span.end, place.line().end);
  const std::string_view number = read_short_number(cursor);
  if (number.empty()) return false;
  const DocumentMention* found = nullptr;
  for (const DocumentMention& named : of_text_) {
    if (named.type != mention.type || !shortens(number, named.key)) continue;
    if (found != nullptr && found->key != named.key) return false;
    found = &named;
  }
  if (found == nullptr) return false;
  mention.key = found->key;
  mention.attached_unit = found->attached_unit;
  mention.span.end = cursor.at();
  return true;
}

// The document that a short name beginning with this type stands for: the one whose number it
// gives, else the last of the type.
const DocumentMention* NamedDocuments::named_by(std::string_view words,
                                                const DocumentTypeWord& word) const {
  Cursor cursor(words, static_cast<uint32_t>(word.word.size()),
                static_cast<uint32_t>(words.size()));
  const std::string_view number = read_short_number(cursor);
  const auto last = [&](const std::deque<DocumentMention>& mentions) -> const DocumentMention* {
    for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
      if (it->type != word.type) continue;
      if (number.empty() || shortens(number, it->key)) return &*it;
    }
    return nullptr;
  };
  if (const DocumentMention* here = last(of_line_)) return here;
  // The paragraph was broken before the definition.
  if (number.empty()) return nullptr;
  return last(of_text_);
}

uint32_t NamedDocuments::define_alias(const Place& place, uint32_t at) {
  const std::string_view lower = place.lower();
  // A short name is short; a line without end is not walked.
  const uint32_t line_end = std::min(place.line().end, at + kLongestDefinition);
  const size_t is = place.after(at).substr(0, 300).find("là ");
  if (is == std::string_view::npos || is > 40) return at;
  const uint32_t begin = at + static_cast<uint32_t>(is + std::string_view("là ").size());
  uint32_t end = begin;
  while (end < line_end && lower[end] != ')' && lower[end] != ';' && lower[end] != ',') ++end;
  if (end == line_end && line_end < place.line().end) return at;
  std::string_view words = lower.substr(begin, end - begin);
  for (const std::string_view quote : {"“", "”", "‟", "\""}) {
    if (words.starts_with(quote)) words.remove_prefix(quote.size());
    if (words.ends_with(quote)) words.remove_suffix(quote.size());
  }
  if (words.empty() || aliases_.size() >= kMaxAliases) return end;
  for (const DocumentTypeWord& word : reader_.words()) {
    if (word.numbered || !words.starts_with(word.word) ||
        !is_word_boundary(words, word.word.size()))
      continue;
    const DocumentMention* named = named_by(words, word);
    // "Quy chế kèm theo Quyết định số …" is read as a mention of the decision.
    if (named == nullptr && word.attached && !of_line_.empty()) named = &of_line_.back();
    if (named != nullptr) {
      aliases_.push_back(
          {std::string(words), named->key, word.type, named->attached_unit || word.attached});
    }
    break;
  }
  return end;
}

}  // namespace rasoat
