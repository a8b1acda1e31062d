#include "citation/document_mention.h"

#include <algorithm>

#include "base/date.h"
#include "citation/citation_words.h"
#include "text/characters.h"
#include "text/encoding.h"
#include "text/lower.h"

namespace rasoat {
namespace {

// A byte of a letter. The punctuation beyond ASCII, “ ” « … and U+FFFD, begins with other bytes.
bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF);
}

// Reads the number after optional "số" marks; false leaves the cursor anywhere.
bool take_number_mark(Cursor& cursor) {
  constexpr std::string_view kMark = "số";
  if (!cursor.rest().starts_with(kMark)) return false;
  // "số374/TTr-CP": the space was lost.
  const std::string_view after = cursor.rest().substr(kMark.size());
  if (!cursor.looking_at(kMark) && (after.empty() || !is_digit(after.front()))) return false;
  cursor.move_to(cursor.at() + static_cast<uint32_t>(kMark.size()));
  while (cursor.peek() == ' ' || cursor.peek() == ':') cursor.move_to(cursor.at() + 1);
  return true;
}

// "ND-CP" → "NĐ-CP": the abbreviation of a type that lost its stroke.
void restore_stroke(std::string& number) {
  for (const std::string_view type : {"/ND-", "/QD-"}) {
    if (const size_t at = number.find(type); at != std::string::npos)
      number.replace(at + 2, 1, "Đ");
  }
}

// "QHI5", "QHl5" → "QH15": the term of the Quốc hội read wrongly by OCR.
std::string repair_symbol(std::string number) {
  restore_stroke(number);
  for (const std::string_view lead : {"UBTVQH", "QH"}) {
    const size_t at = number.rfind(lead);
    if (at == std::string::npos) continue;
    for (size_t i = at + lead.size(); i < number.size(); ++i) {
      if (number[i] == 'I' || number[i] == 'l' || number[i] == 'i') number[i] = '1';
      if (number[i] == 'O' || number[i] == 'o') number[i] = '0';
    }
    break;
  }
  return number;
}

// "34/2016/NĐ – CP", "608/QĐ - TTg": where the body begins, if a dash with spaces around it parts
// it from the abbreviation of the type at the end of `number`; `at` if not.
uint32_t spaced_dash(std::string_view text, uint32_t at, std::string_view number) {
  const size_t last = number.find_last_of('/');
  if (last == std::string_view::npos) return at;
  const std::string_view type = number.substr(last + 1);
  if (type.empty() || type.size() > 6 || is_digit(type.front())) return at;
  uint32_t k = at;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("–")) {
    k += 3;
  } else if (rest.starts_with("- ")) {
    k += 1;
  } else {
    return at;
  }
  if (k >= text.size() || text[k] != ' ') return at;
  const uint32_t begin = k + 1;
  uint32_t end = begin;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  // Only capitals, but for "TTg".
  const std::string_view body = text.substr(begin, end - begin);
  if (body.size() < 2 || body.size() > 12) return at;
  if (body != "TTg" &&
      std::any_of(body.begin(), body.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return at;
  const std::string lower = lower_same_length(body);
  return lower == body ? at : begin;
}

}  // namespace

std::optional<std::string> read_document_number(std::string_view text, Cursor& cursor) {
  const uint32_t begin = cursor.at();
  uint32_t i = begin;
  const uint32_t end = std::min<uint32_t>(cursor.end(), begin + 80);
  const auto at = [&](uint32_t k) { return k < end ? text[k] : '\0'; };
  std::string out;
  while (is_digit(at(i)) && i - begin < 6) out += text[i++];
  if (out.empty()) return {};
  if (at(i) == '.' && is_digit(at(i + 1))) {  // 66.16/2026/NQ-CP
    out += text[i++];
    while (is_digit(at(i))) out += text[i++];
  }
  if (at(i) >= 'a' && at(i) <= 'z' && (at(i + 1) == '/' || at(i + 1) == '-'))
    out += text[i++];  // 30a/2008
  bool slash = false;
  bool letters = false;
  uint32_t good = i;
  size_t good_size = out.size();
  while (i < end) {
    uint32_t k = i;
    while (at(k) == ' ') ++k;
    if (const uint32_t dash = spaced_dash(text.substr(0, end), k, out); dash != k) {
      out += '-';  // the symbol of the body follows
      i = dash;
      while (is_letter(at(i)) || is_digit(at(i))) out += text[i++];
      good = i;
      good_size = out.size();
      continue;
    }
    char joint = at(k);
    if (joint == '_' && letters && k == i) joint = '-';
    if (joint != '/' && joint != '-' && joint != '&' &&
        !(joint == ',' && letters && is_letter(at(k + 1)) && k == i)) {
      break;
    }
    if (joint == ',' || (k > i + 1)) break;
    // A dash with a space before it is a dash of the sentence, but for "3169/TTr -STP".
    if (joint == '-' && k > i && !(letters && is_letter(at(k + 1)))) break;
    ++k;
    const uint32_t after = k;
    while (at(k) == ' ') ++k;
    if (k > after + 1) break;
    std::string part;
    while (k < end &&
           (is_letter(text[k]) || is_digit(text[k]) || (text[k] == '.' && is_digit(at(k + 1)))))
      part += text[k++];
    if (part.empty()) break;
    const bool has_letter = std::any_of(part.begin(), part.end(), is_letter);
    // "NĐ- CP": after a space only capitals go on with the symbol.
    if (after < k - part.size() &&
        (!has_letter || lower_same_length(part.substr(0, 2)) == part.substr(0, 2)))
      break;
    if (joint == '-' && !has_letter && letters) break;  // "QĐ-UBND-2" is none; "TT-01" neither
    out += joint;
    out += part;
    slash |= joint == '/';
    letters |= has_letter;
    i = k;
    // "190/2025/QH 15": the term stands apart.
    if (out.ends_with("QH") && at(i) == ' ' && is_digit(at(i + 1)) && is_digit(at(i + 2)) &&
        !is_digit(at(i + 3)) && at(i + 3) != '/') {
      out += text.substr(i + 1, 2);
      i += 3;
    }
    good = i;
    good_size = out.size();
  }
  if (good == end && end < cursor.end()) return {};  // no number is so long: the window cut it
  out.resize(good_size);
  if (!letters || (!slash && out.find('-') == std::string::npos)) return {};
  // A date or a sum is none: the last part must hold a capital letter.
  const size_t last = out.find_last_of("/-");
  const std::string_view tail = std::string_view(out).substr(last + 1);
  if (lower_same_length(tail) == tail && (!slash || out.find('-') == std::string::npos)) return {};
  cursor.move_to(good);
  return repair_symbol(out);
}

std::optional<std::string> read_date_words(Cursor& cursor) {
  const uint32_t begin = cursor.at();
  const auto number = [&](int& value) {
    cursor.skip_spaces();
    value = 0;
    int digits = 0;
    while (is_digit(cursor.peek()) && digits < 4) {
      value = value * 10 + (cursor.peek() - '0');
      cursor.move_to(cursor.at() + 1);
      ++digits;
    }
    return digits > 0;
  };
  const auto joint = [&](std::string_view word) {
    cursor.skip_spaces();
    const char c = cursor.peek();
    if (c == '/' || c == '-' || c == '.') {
      cursor.move_to(cursor.at() + 1);
      return true;
    }
    return cursor.take(word);
  };
  int day = 0, month = 0, year = 0;
  if (cursor.take("ngày") && number(day) && joint("tháng") && number(month) && joint("năm") &&
      number(year)) {
    if (const auto date = Date::make(year, month, day)) return date->iso();
  }
  cursor.move_to(begin);
  return {};
}

DocumentMentionReader::DocumentMentionReader(const Lexicon& lexicon)
    : name_stops_(citation_cues(lexicon, "name-stop")) {
  const Table& types = lexicon.table("document_types");
  for (size_t row = 0; row < types.size(); ++row) {
    const std::string type(types.cell(row, "type"));
    words_.push_back({lower_same_length(type), type, types.cell(row, "class") == "law",
                      types.cell(row, "class") == "attached"});
    const std::string abbreviation = lower_same_length(types.cell(row, "abbreviation"));
    if (abbreviation.size() > 1) words_.push_back({abbreviation, type, false, false, true});
  }
  for (const std::string& word : citation_cues(lexicon, "numbered"))
    words_.push_back({word, "", false, false, true});
  // Longest first, so that "thông tư liên tịch" is not read as "thông tư".
  std::stable_sort(words_.begin(), words_.end(),
                   [](const auto& a, const auto& b) { return a.word.size() > b.word.size(); });
  for (size_t i = 0; i < words_.size(); ++i)
    words_by_first_[static_cast<unsigned char>(words_[i].word[0])].push_back(
        static_cast<uint8_t>(i));
  const Table& laws = lexicon.table("laws");
  std::vector<std::string> law_names;
  for (size_t row = 0; row < laws.size(); ++row) {
    std::vector<std::string> names = laws.values(row, "aliases");
    names.emplace_back(laws.cell(row, "name"));
    for (const std::string& written : names) law_names.push_back(lower_same_length(written));
  }
  law_names_ = PrefixSet(std::move(law_names));
}

const DocumentTypeWord* DocumentMentionReader::type_at(const Cursor& cursor) const {
  for (const uint8_t i : words_by_first_[static_cast<unsigned char>(cursor.peek())]) {
    if (cursor.looking_at(words_[i].word)) return &words_[i];
  }
  return nullptr;
}

std::optional<DocumentMention> DocumentMentionReader::read(std::string_view text, Cursor& cursor,
                                                           bool owner) const {
  const uint32_t begin = cursor.at();
  DocumentMention mention;
  mention.span.begin = begin;
  const DocumentTypeWord* const word = type_at(cursor);
  if (word != nullptr) {
    const std::string_view written = text.substr(begin, word->word.size());
    mention.type = word->type;
    mention.capital = written != word->word;
    cursor.take(word->word);
  }
  const uint32_t after_type = cursor.at();
  const auto finish = [&](uint32_t end) {
    cursor.move_to(end);
    mention.span.end = end;
    return mention;
  };

  cursor.skip_spaces();
  // "Văn bản này được công chứng": without a type it may be any paper that the text speaks of.
  if (word != nullptr && !word->type.empty() && cursor.looking_at("này")) {
    cursor.take("này");
    mention.kind = DocumentMention::Kind::kThis;
    return finish(cursor.at());
  }
  const bool marked = take_number_mark(cursor);
  if (marked || word != nullptr) {
    if (auto number = read_document_number(text, cursor)) {
      mention.kind = DocumentMention::Kind::kNumber;
      mention.key = std::move(*number);
      const uint32_t end = cursor.at();
      cursor.skip_spaces();
      if (auto date = read_date_words(cursor)) mention.date = std::move(*date);
      return finish(end);
    }
  }
  cursor.move_to(after_type);
  if (word == nullptr || word->numbered) {
    cursor.move_to(begin);
    return {};
  }
  if (word->named) {
    if (read_name(text, cursor, owner, mention)) return finish(cursor.at());
    cursor.move_to(after_type);
  }
  if (word->attached) {
    if (auto attached = read_attached(text, cursor, mention)) return attached;
  }
  cursor.move_to(after_type);
  return finish(after_type);
}

// "Quy chế … (ban hành) kèm theo Quyết định số X": the mention is that of the decision.
std::optional<DocumentMention> DocumentMentionReader::read_attached(std::string_view text,
                                                                    Cursor& cursor,
                                                                    DocumentMention mention) const {
  if (!mention.capital) return {};
  const uint32_t begin = cursor.at();
  const std::string_view rest = cursor.rest().substr(0, 400);
  const size_t with = rest.find("kèm ");
  if (with == std::string_view::npos) return {};
  std::string_view with_words = "kèm ";
  if (rest.substr(with).starts_with("kèm theo ")) with_words = "kèm theo ";
  // Only words of a title stand between: no other mention of a unit, no end of a sentence.
  const std::string_view title = rest.substr(0, with);
  if (title.find("phụ lục") != std::string_view::npos ||
      title.find_first_of(".;:(") != std::string_view::npos ||
      title.find(" này") != std::string_view::npos)
    return {};
  cursor.move_to(begin + static_cast<uint32_t>(with + with_words.size()));
  for (const DocumentTypeWord& inner : words_) {
    if (inner.named || inner.attached || !cursor.looking_at(inner.word)) continue;
    auto decision = read(text, cursor);
    if (!decision || (decision->kind != DocumentMention::Kind::kNumber &&
                      decision->kind != DocumentMention::Kind::kThis))
      break;
    decision->span.begin = mention.span.begin;
    decision->attached_unit = true;
    decision->capital = mention.capital;
    return decision;
  }
  cursor.move_to(begin);
  return {};
}

// The name of a law, then its number, date or year.
bool DocumentMentionReader::read_name(std::string_view text, Cursor& cursor, bool owner,
                                      DocumentMention& mention) const {
  if (!mention.capital) return false;
  cursor.move_to(mention.span.begin);
  const std::string_view type = cursor.rest().substr(0, mention.type.size());
  size_t length = name_length(text, cursor, type.size(), owner);
  if (length <= type.size()) {
    if (mention.type != "Hiến pháp") return false;
    length = type.size();
  }
  std::string name(cursor.rest().substr(0, length));
  if (mention.type == "Hiến pháp") {
    cursor.move_to(mention.span.begin + static_cast<uint32_t>(type.size()));
    for (const std::string_view country :
         {" nước cộng hòa xã hội chủ nghĩa việt nam", " nước chxhcn việt nam"}) {
      if (cursor.rest().starts_with(country))
        cursor.move_to(cursor.at() + static_cast<uint32_t>(country.size()));
    }
    name = type;
  } else {
    cursor.move_to(mention.span.begin + static_cast<uint32_t>(length));
  }
  mention.kind = DocumentMention::Kind::kName;
  mention.name = name;
  uint32_t end = cursor.at();
  cursor.skip_spaces();
  if (cursor.peek() == ',') {  // "Luật Đất đai, số 31/2024/QH15"
    const uint32_t comma = cursor.at();
    cursor.move_to(comma + 1);
    cursor.skip_spaces();
    if (!cursor.looking_at("số")) cursor.move_to(comma);
  }
  const uint32_t mark = cursor.at();
  if (take_number_mark(cursor) || is_digit(cursor.peek())) {
    if (auto number = read_document_number(text, cursor)) {
      mention.kind = DocumentMention::Kind::kNumber;
      mention.key = std::move(*number);
      end = cursor.at();
      cursor.skip_spaces();
      if (auto date = read_date_words(cursor)) mention.date = std::move(*date);
      cursor.move_to(end);
      return true;
    }
    cursor.move_to(mark);
  }
  if (read_far_number(text, cursor, mention)) return true;
  mention.key = "name:" + name;
  std::string year;
  if (auto date = read_date_words(cursor)) {
    mention.date = *date;
    year = date->substr(0, 4);
  } else {
    if (cursor.take("năm")) cursor.skip_spaces();
    const std::string_view digits = cursor.rest().substr(0, 4);
    if (digits.size() == 4 && std::all_of(digits.begin(), digits.end(), is_digit) &&
        (digits.starts_with("19") || digits.starts_with("20")) &&
        is_word_boundary(text, cursor.at() + 4)) {
      year = digits;
      cursor.move_to(cursor.at() + 4);
    }
  }
  if (!year.empty()) {
    mention.key += "|" + year;
    end = cursor.at();
  }
  cursor.move_to(end);
  return true;
}

// "Luật phòng cháy, chữa cháy và cứu nạn số 55/2024/QH15": words of a name that the table does not
// know, up to its number.
bool DocumentMentionReader::read_far_number(std::string_view text, Cursor& cursor,
                                            DocumentMention& mention) const {
  const std::string_view rest = cursor.rest().substr(0, 160);
  constexpr std::string_view kMark = " số ";
  size_t mark = rest.find(kMark);
  while (mark != std::string_view::npos && mark + kMark.size() < rest.size() &&
         !is_digit(rest[mark + kMark.size()]))
    mark = rest.find(kMark, mark + 1);
  if (mark == std::string_view::npos || mark == 0) return false;
  const std::string_view words = rest.substr(0, mark);
  if (words.find_first_of(";.:()[]") != std::string_view::npos) return false;
  for (const std::string_view other :
       {"luật", "nghị", "thông tư", "quyết định", "pháp lệnh", "điều", "ngày", "năm", "được", "của",
        "theo", "quy định", "tờ trình", "công văn", "báo cáo", "chỉ thị", "kế hoạch", " tại "}) {
    if (words.find(other) != std::string_view::npos) return false;
  }
  Cursor number = cursor;
  number.move_to(cursor.at() + static_cast<uint32_t>(mark));
  number.skip_spaces();
  if (!take_number_mark(number)) return false;
  auto read = read_document_number(text, number);
  // Only laws and ordinances are numbered so.
  if (!read || read->find("QH") == std::string::npos) return false;
  mention.kind = DocumentMention::Kind::kNumber;
  mention.key = std::move(*read);
  cursor.move_to(number.at());
  number.skip_spaces();
  if (auto date = read_date_words(number)) mention.date = std::move(*date);
  return true;
}

bool DocumentMentionReader::ends_name(const Cursor& cursor) const {
  return std::any_of(name_stops_.begin(), name_stops_.end(),
                     [&](const std::string& stop) { return cursor.looking_at(stop); });
}

// Bytes of the name at the cursor, its type included; 0 if no name stands there.
size_t DocumentMentionReader::name_length(std::string_view text, const Cursor& cursor,
                                          size_t type_length, bool owner) const {
  const std::string_view rest = cursor.rest();
  if (rest.starts_with("luật sửa đổi") || rest.starts_with("pháp lệnh sửa đổi") ||
      rest.starts_with("bộ luật sửa đổi")) {
    return amending_name_length(text, cursor);
  }
  // A law of the table: the longest name that ends at a word's end.
  const size_t known = law_names_.longest(
      rest, [&](size_t length) { return is_word_boundary(text, cursor.at() + length); });
  if (known > 0) return known;
  // Another: up to a stop word or mark. Its first word has a capital.
  size_t at = type_length;
  if (at >= rest.size() || rest[at] != ' ') return 0;
  const size_t type_end = at;
  size_t end = at;
  for (int words = 0; words < 14 && at < rest.size(); ++words) {
    if (rest[at] != ' ') break;
    Cursor next = cursor;
    next.move_to(cursor.at() + static_cast<uint32_t>(at + 1));
    if (ends_name(next)) break;
    size_t word_end = at + 1;
    while (word_end < rest.size() &&
           (is_letter(rest[word_end]) || is_digit(rest[word_end]) || rest[word_end] == '-'))
      ++word_end;
    if (word_end == at + 1) break;
    const size_t word_at = cursor.at() + at + 1;
    if (words == 0 && !owner && text.substr(word_at, 2) == rest.substr(at + 1, 2)) {
      const char first = text[word_at];
      if ((first >= 'a' && first <= 'z') || static_cast<unsigned char>(first) >= 0x80) return 0;
    }
    if (is_digit(rest[at + 1])) break;
    end = word_end;
    at = word_end;
    // A comma goes on with the name only before a word with a capital: "Luật Phòng, chống …" is in
    // the table.
    if (at < rest.size() && rest[at] == ',') break;
  }
  return end > type_end ? end : 0;
}

// "Luật sửa đổi, bổ sung một số điều của Luật A, Luật B": to the end of the last name, or, where
// the laws are not named, to its number, date, or the end of the clause.
size_t DocumentMentionReader::amending_name_length(std::string_view text,
                                                   const Cursor& cursor) const {
  // A clause that is longer is cut, between two characters.
  constexpr size_t kLongestClause = 1500;
  std::string_view rest = cursor.rest();
  if (rest.size() > kLongestClause) rest = rest.substr(0, character_begin(rest, kLongestClause));
  size_t end = rest.find_first_of(";.:(\n");
  if (end == std::string_view::npos) end = rest.size();
  const std::string_view clause = rest.substr(0, end);
  for (const std::string_view of :
       {" của luật ", " của bộ luật ", " của pháp lệnh ", " của các luật "}) {
    const size_t at = clause.find(of);
    if (at == std::string_view::npos) continue;
    const size_t first = at + std::string_view(" của ").size() +
                         (of == " của các luật " ? std::string_view("các ").size() : 0);
    if (const size_t names_end = amended_names_end(text, cursor, first); names_end > 0)
      return names_end;
  }
  for (const std::string_view stop : {" số ", " ngày ", " năm ", " được ", " đã ", " có hiệu lực",
                                      " và nghị định", " và thông tư", " này"}) {
    const size_t at = rest.find(stop);
    if (at == std::string_view::npos || at >= end) continue;
    // "một số điều của" holds the word "số" itself.
    if (stop == " số ") {
      size_t number = at;
      while (number != std::string_view::npos && number < end &&
             !is_digit(rest[number + stop.size()]))
        number = rest.find(stop, number + 1);
      if (number != std::string_view::npos && number < end) end = number;
      continue;
    }
    end = at;
  }
  while (end > 0 && (rest[end - 1] == ' ' || rest[end - 1] == ',')) --end;
  // "… có liên quan đến quy hoạch 2018"
  if (end > 5 && rest[end - 5] == ' ' &&
      std::all_of(rest.begin() + end - 4, rest.begin() + end, is_digit))
    end -= 5;
  return end;
}

// The end of a list of names of laws that begins `begin` bytes behind the cursor; 0 if none stands
// there.
size_t DocumentMentionReader::amended_names_end(std::string_view text, const Cursor& cursor,
                                                size_t begin) const {
  size_t end = 0;
  bool numbered = false;
  Cursor name = cursor;
  name.move_to(cursor.at() + static_cast<uint32_t>(begin));
  while (true) {
    const DocumentTypeWord* word = law_word_at(name);
    // "… của Luật Nhà ở và Điều 5 của …": no plain list.
    if (word == nullptr) return name.looking_at("điều") ? 0 : end;
    if (name.rest().substr(word->word.size()).starts_with(" sửa đổi")) return end;
    const size_t length = name_length(text, name, word->word.size(), true);
    if (length <= word->word.size()) return end;
    name.move_to(name.at() + static_cast<uint32_t>(length));
    end = name.at() - cursor.at();
    // "… của Luật A số 1/…, Luật B số 2/…": numbers of the laws that are amended. The number behind
    // the last name is that of the amending law.
    Cursor number = name;
    number.skip_spaces();
    if (take_number_mark(number) && read_document_number(text, number) &&
        (number.rest().starts_with(", luật ") || number.rest().starts_with(" và luật ") ||
         number.rest().starts_with(", bộ luật ") || number.rest().starts_with(" và bộ luật "))) {
      name = number;
      numbered = true;
    } else if (numbered && number.at() > name.at()) {
      return number.at() - cursor.at();
    }
    if (!name.take(", ") && !name.take(" và ")) return end;
  }
}

const DocumentTypeWord* DocumentMentionReader::law_word_at(const Cursor& cursor) const {
  for (const DocumentTypeWord& word : words_) {
    if (word.named && cursor.looking_at(word.word)) return &word;
  }
  return nullptr;
}

}  // namespace rasoat
