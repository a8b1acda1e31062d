#include "text/line_shape.h"

#include <algorithm>
#include <initializer_list>

#include "text/capitals.h"
#include "text/characters.h"
#include "text/encoding.h"
#include "text/literal_scan.h"
#include "text/lower.h"
#include "text/word_set.h"

namespace rasoat {
namespace {

// Words that leave a sentence or a heading open. Those that end a heading as well ("xã", "tỉnh")
// are left out on purpose: better a heading cut in two than one that swallows its text.
constexpr WordSet kDangling(
    {"MỤC",  "CHƯƠNG", "PHẦN",  "CHO",   "CÁC",   "CỦA",   "SỐ",     "TRONG", "TẠI",    "VÀ",
     "VỀ",   "VỚI",    "ĐẾN",   "ỦY",    "UỶ",    "Bộ",    "Chương", "Cục",   "Khoản",  "Luật",
     "Mục",  "Phần",   "Sở",    "TP.",   "Tp.",   "bởi",   "các",    "cho",   "chương", "còn",
     "có",   "cùng",   "của",   "do",    "dưới",  "giữa",  "hay",    "hoặc",  "không",  "khoản",
     "là",   "mà",     "một",   "mục",   "nhưng", "những", "nếu",    "phải",  "số",     "sẽ",
     "theo", "thì",    "thuộc", "trong", "trên",  "tại",   "từ",     "tới",   "và",     "vào",
     "về",   "với",    "vì",    "Điểm",  "Điều",  "điểm",  "được",   "đến",   "để",     "ở"});

// Words that a number or letter of a unit follows in running text.
constexpr WordSet kReferring({"CHƯƠNG", "MỤC", "PHẦN", "Chương", "Khoản", "Mục",  "Phần", "các",
                              "chương", "của", "hoặc", "khoản",  "mục",   "theo", "tại",  "từ",
                              "và",     "với", "Điểm", "Điều",   "điểm",  "đến",  "ở"});
constexpr WordSet kLetterReferring({"điểm", "Điểm", "và", "hoặc", "đến", "từ"});

// Compounds of these words that do end a sentence or heading.
constexpr WordSet kComplete(
    {"biển số",    "bên phải",   "bên trong",  "bên trên",   "bên dưới",   "bước theo",
     "chấm điểm",  "chuyên mục", "chỉ số",     "chỗ ở",      "chữ số",     "con số",
     "cuối cùng",  "các bộ",     "các cục",    "các luật",   "các sở",     "cấp dưới",
     "cấp trên",   "cụm từ",     "danh mục",   "doanh số",   "dân số",     "hiến chương",
     "hiện tại",   "huy chương", "hàng không", "hạng mục",   "hệ số",      "kèm theo",
     "kể trên",    "kiểm điểm",  "lý do",      "mã số",      "mức điểm",   "nhà ở",
     "nhược điểm", "nêu trên",   "nơi ở",      "phụ thuộc",  "quan điểm",  "quân số",
     "số điểm",    "tham số",    "thiểu số",   "thí điểm",   "thông số",   "thời điểm",
     "thực tại",   "tiếp theo",  "tiết mục",   "trọng điểm", "trực thuộc", "tài khoản",
     "tính điểm",  "tổng số",    "tổng điểm",  "tồn tại",    "tự do",      "bản đến",
     "chuyển đến", "cao điểm",   "thấp điểm",  "gian đến",   "gian tới",   "đoạn tới",
     "sắp tới",    "năm tới",    "đa số",      "điều khoản", "đầu vào",    "địa điểm",
     "đất ở",      "đặc điểm",   "đề mục",     "đường bộ",   "ưu điểm"});

// Words that a number alone goes on.
constexpr WordSet kAwaitsNumber({"ngày", "tháng", "năm", "Ngày", "Tháng", "Năm", "quý", "khóa",
                                 "lần"});

constexpr WordSet kTypes({"BÁO CÁO",
                          "BỘ LUẬT",
                          "CHƯƠNG TRÌNH",
                          "CHỈ THỊ",
                          "CÔNG ĐIỆN",
                          "DANH MỤC",
                          "HIẾN CHƯƠNG",
                          "HIẾN PHÁP",
                          "HƯỚNG DẪN",
                          "KẾ HOẠCH",
                          "LUẬT",
                          "LỆNH",
                          "NGHỊ QUYẾT",
                          "NGHỊ QUYẾT LIÊN TỊCH",
                          "NGHỊ ĐỊNH",
                          "NỘI QUY",
                          "PHÁP LỆNH",
                          "PHƯƠNG ÁN",
                          "QUY CHUẨN",
                          "QUY CHẾ",
                          "QUY CHẾ PHỐI HỢP",
                          "QUY TRÌNH",
                          "QUY ĐỊNH",
                          "QUYẾT ĐỊNH",
                          "THÔNG BÁO",
                          "THÔNG TƯ",
                          "THÔNG TƯ LIÊN TỊCH",
                          "TIÊU CHUẨN",
                          "TỜ TRÌNH",
                          "VĂN BẢN HỢP NHẤT",
                          "ĐIỀU LỆ",
                          "ĐỀ ÁN"});

// Names of units, which alone on a line have their number on the next.
constexpr WordSet kUnitWords({"CHƯƠNG", "MỤC", "PHẦN", "khoản", "Khoản", "điểm", "Điểm", "mục",
                              "Mục", "chương", "Chương", "phần", "Phần", "điều", "Điều"});

constexpr WordSet kCapitalUnits({"CHƯƠNG", "MỤC", "PHẦN"});

// Units that are cited with the one above them: an article follows "khoản 2" and "điểm a", a
// chapter follows "Mục 2". After "Điều 2" nothing need follow: headings of amending articles end
// so.
constexpr WordSet kBelowArticle({"khoản", "Khoản", "điểm", "Điểm"});
constexpr WordSet kBelowChapter({"mục", "Mục", "chương", "Chương"});

// Fronts of lines that begin a paragraph of their own wherever they stand.
constexpr FrontSet kPhrases({"(Ban hành",
                             "(Kèm theo",
                             "(ban hành",
                             "(kèm theo",
                             "BIỂU ",
                             "Biểu mẫu",
                             "CHỦ TỊCH",
                             "CÔNG BÁO",
                             "CỘNG HÒA XÃ HỘI",
                             "CỘNG HOÀ XÃ HỘI",
                             "Căn cứ ",
                             "KT.",
                             "Kính gửi",
                             "MẪU ",
                             "Mẫu số",
                             "Mẫu biểu",
                             "Nơi nhận",
                             "PHÓ ",
                             "PHỤ LỤC",
                             "Phụ lục",
                             "QUYẾT NGHỊ:",
                             "Số:",
                             "QUYẾT ĐỊNH:",
                             "TL.",
                             "TM.",
                             "TUQ.",
                             "Theo đề nghị",
                             "Xét ",
                             "Độc lập - Tự do",
                             "ĐỘC LẬP - TỰ DO"});

// Fronts of paragraphs below a title.
constexpr FrontSet kPreambleFronts(
    {"Thực hiện ",     "Triển khai ", "Trong ",         "Để ",          "Nhằm ",
     "Ngày ",          "Theo ",       "Trên cơ sở",     "Tiếp theo ",   "Qua ",
     "Hiện nay",       "Vừa qua",     "Thời gian ",     "Thông tư số ", "Nghị định số ",
     "Quyết định số ", "Luật số ",    "Nghị quyết số ", "Bộ luật số ",  "Pháp lệnh số "});

char32_t code_point_at(std::string_view text, size_t at) {
  return at < text.size() ? decode_utf8(text, at).code_point : 0;
}

bool is_roman(char c) { return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C'; }

size_t count_digits(std::string_view text, size_t at) {
  size_t n = 0;
  while (at + n < text.size() && text[at + n] >= '0' && text[at + n] <= '9') ++n;
  return n;
}

bool at_end_or_space(std::string_view text, size_t at) {
  return at >= text.size() || text[at] == ' ';
}

// A letter that a number of a unit may carry: "12a", "5đ".
size_t letter_suffix(std::string_view text, size_t at) {
  const char32_t c = code_point_at(text, at);
  if (!is_lower(c)) return 0;
  return utf8_size(c);
}

struct Label {
  LineStart start = LineStart::kPlain;
  size_t end = 0;  // behind the label and its mark
  bool closed = false;
};

Label bullet(std::string_view text) {
  const char32_t c = code_point_at(text, 0);
  const size_t size = c == 0 ? 0 : utf8_size(c);
  const char32_t next = code_point_at(text, size);
  switch (c) {
    case '-':
    case 0x2013:
    case 0x2014:
    case '+':
    case '*':
      if (next != 0 && next != ' ' && !is_upper(next) && !is_lower(next)) return {};
      return {LineStart::kBullet, size, true};
    case 0x2022:
    case 0x25CF:
    case 0x25CB:
    case 0x25AA:
    case 0x25A0:
    case 0x25E6:
    case 0x2756:
    case 0xB7:
      return {LineStart::kBullet, size, true};
    default:
      return {};
  }
}

// "1." "12a." "1.1." "1.1.1" "2)" "3/" "(4)"; not "1.500 đồng", "20.11.2025", "01/2020".
Label number(std::string_view text) {
  const bool open = text.starts_with("(");
  size_t at = open ? 1 : 0;
  size_t digits = count_digits(text, at);
  if (digits == 0 || digits > 3) return {};
  at += digits;
  at += letter_suffix(text, at);
  if (open) return text.substr(at, 1) == ")" ? Label{LineStart::kNumber, at + 1, true} : Label{};
  int levels = 1;
  while (at + 1 < text.size() && text[at] == '.' && (digits = count_digits(text, at + 1)) > 0) {
    if (digits > 2 || ++levels > 6) return {};
    at += 1 + digits;
    at += letter_suffix(text, at);
  }
  const char mark = at < text.size() ? text[at] : ' ';
  if (mark == '.' || mark == ')' || mark == ':') {
    const char32_t next = code_point_at(text, at + 1);
    if (next != 0 && next != ' ' && !is_upper(next) && next != 0x201C && next != '"') return {};
    return {LineStart::kNumber, at + 1, true};
  }
  if (mark == '/' && at_end_or_space(text, at + 1)) return {LineStart::kNumber, at + 1, true};
  if (mark == '-' && levels == 1) {  // "1- Nội dung" of older texts
    const size_t words = text.substr(at + 1, 1) == " " ? at + 2 : at + 1;
    if (is_upper(code_point_at(text, words))) return {LineStart::kNumber, at + 1, true};
  }
  if (levels > 1 && mark == ' ') return {LineStart::kNumber, at, true};
  return {};
}

// "a)" "đ)" "a1)" "b.2)" "a." "b/".
Label letter(std::string_view text) {
  const char32_t c = code_point_at(text, 0);
  if (!is_lower(c)) return {};
  size_t at = utf8_size(c);
  at += std::min<size_t>(count_digits(text, at), 2);
  while (at + 1 < text.size() && text[at] == '.' && count_digits(text, at + 1) > 0) {
    at += 1 + count_digits(text, at + 1);
  }
  const char mark = at < text.size() ? text[at] : ' ';
  if (mark == ')') return {LineStart::kLetter, at + 1, true};
  if ((mark == '.' || mark == '/') && at_end_or_space(text, at + 1)) {
    return {LineStart::kLetter, at + 1, true};
  }
  return {};
}

// "IV." "I -" "A."; only A to H, since other capitals are rather a name's.
Label roman(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && at < 6 && is_roman(text[at])) ++at;
  const bool single = at == 0 && !text.empty() && text[0] >= 'A' && text[0] <= 'H';
  if (single) at = 1;
  if (at == 0) return {};
  const std::string_view rest = text.substr(at);
  if (rest.starts_with(".") || rest.starts_with("/") || rest.starts_with(")")) {
    return at_end_or_space(text, at + 1) ? Label{LineStart::kRoman, at + 1, true} : Label{};
  }
  if (!single && (rest.starts_with("- ") || rest.starts_with(" - ") || rest.starts_with(" – "))) {
    return {LineStart::kRoman, at + rest.find(' ', 1), true};
  }
  return {};
}

size_t take_word(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (begins_with(text, word)) return word.size();
  }
  return 0;
}

Label article(std::string_view text) {
  if (!text.starts_with("\xC4\x90")) return {};  // Đ
  size_t at = take_word(text, {"Điều", "ĐIỀU"});
  if (at == 0) return {};
  if (at == text.size()) return {LineStart::kArticle, at, false};
  const bool glued = text[at] != ' ';  // "Điều15."
  if (!glued) ++at;
  const size_t digits = count_digits(text, at);
  if (digits == 0 || digits > 4) return {};
  at += digits;
  at += letter_suffix(text, at);
  const char mark = at < text.size() ? text[at] : '\0';
  if (mark == '.' || mark == ':') return {LineStart::kArticle, at + 1, true};
  if (text.substr(at).starts_with(" .") || text.substr(at).starts_with(" :")) {
    return {LineStart::kArticle, at + 2, true};
  }
  return !glued && at_end_or_space(text, at) ? Label{LineStart::kArticle, at, false} : Label{};
}

Label division(std::string_view text) {
  const char first = text.empty() ? '\0' : text[0];
  if (first != 'P' && first != 'C' && first != 'M' && first != 'T') return {};
  size_t at = take_word(text, {"Phần ", "PHẦN ", "Chương ", "CHƯƠNG ", "Mục ", "MỤC ", "Tiểu mục ",
                               "TIỂU MỤC ", "Tiểu Mục "});
  if (at == 0) return {};
  if (const size_t ordinal = take_word(text.substr(at), {"thứ ", "THỨ ", "Thứ "})) {
    at = std::min(text.find_first_of(" .:", at + ordinal), text.size());
  } else {
    const size_t from = at;
    at += count_digits(text, at);
    while (at < text.size() && is_roman(text[at])) ++at;
    if (at == from && text[at] >= 'A' && text[at] <= 'H') ++at;
    if (at == from) return {};
    at += letter_suffix(text, at);
  }
  const char mark = at < text.size() ? text[at] : '\0';
  if (mark == '.' || mark == ':') return {LineStart::kDivision, at + 1, true};
  return at_end_or_space(text, at) ? Label{LineStart::kDivision, at, false} : Label{};
}

Label phrase(std::string_view text) {
  // The head of a table.
  if (text == "TT" || text == "STT" || text == "Stt" || text == "Số TT") {
    return {LineStart::kPhrase, text.size(), false};
  }
  const size_t front = kPhrases.begin(text);
  return front > 0 ? Label{LineStart::kPhrase, front, true} : Label{};
}

// No two kinds of label begin alike but roman numbers, divisions and phrases.
Label label_of(std::string_view text) {
  const char first = text.empty() ? '\0' : text[0];
  Label label;
  if (first >= 'A' && first <= 'Z') {
    label = division(text);
    if (label.start == LineStart::kPlain) label = roman(text);
  } else if (first >= 'a' && first <= 'z') {
    label = letter(text);
  } else if ((first >= '0' && first <= '9') || first == '(') {
    label = number(text);
  } else {
    for (const auto& parse : {bullet, letter, article}) {
      label = parse(text);
      if (label.start != LineStart::kPlain) break;
    }
  }
  return label.start == LineStart::kPlain ? phrase(text) : label;
}

FirstCharacter first_of(char32_t c) {
  if (is_upper(c)) return FirstCharacter::kUpper;
  if (is_lower(c)) return FirstCharacter::kLower;
  if (is_digit(c)) return FirstCharacter::kDigit;
  switch (c) {
    case '(':
    case '[':
    case '{':
      return FirstCharacter::kOpening;
    case ')':
    case ']':
    case '}':
    case ',':
    case ';':
    case '.':
    case ':':
    case '/':
    case '%':
    case 0x201D:
      return FirstCharacter::kClosing;
    default:
      return FirstCharacter::kOther;
  }
}

char32_t last_code_point(std::string_view text, size_t& begin) {
  begin = text.size();
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0) == 0x80) {
  }
  return code_point_at(text, begin);
}

// The last word of a text, cut off it; at most so long as words are.
std::string_view cut_word(std::string_view& text) {
  constexpr size_t kLongest = 48;
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const size_t space = text.rfind(' ');
  const size_t begin = space == std::string_view::npos ? 0 : space + 1;
  const std::string_view word = text.substr(begin);
  text = text.substr(0, begin);
  return word.size() > kLongest ? std::string_view() : word;
}

bool is_unit_number(std::string_view word) {
  if (word.empty() || word.size() > 5) return false;
  const size_t digits = count_digits(word, 0);
  if (digits > 0) return digits + letter_suffix(word, digits) == word.size();
  if (std::all_of(word.begin(), word.end(), is_roman)) return true;
  const char32_t c = code_point_at(word, 0);
  return is_lower(c) && utf8_size(c) + count_digits(word, utf8_size(c)) == word.size();
}

LineEnd end_of(std::string_view line) {
  if (line.ends_with("....") || line.ends_with("……")) return LineEnd::kColon;  // to be filled in
  size_t at = 0;
  char32_t last = last_code_point(line, at);
  // A quotation or parenthesis that closes behind a full stop.
  for (int i = 0; i < 3 && at > 0; ++i) {
    if (last != 0x201D && last != '"' && last != ')' && last != 0x2019 && last != ']') break;
    size_t before = 0;
    const char32_t inner = last_code_point(line.substr(0, at), before);
    if (inner != '.' && inner != ';' && inner != 0x201D && inner != '"') break;
    last = inner;
    at = before;
  }
  switch (last) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
      return LineEnd::kStop;
    case ';':
      return LineEnd::kSemicolon;
    case ':':
      return LineEnd::kColon;
    case ',':
      return LineEnd::kComma;
    case '-':
      if (at > 0 && line[at - 1] == '-') return LineEnd::kStop;  // a drawn line
      [[fallthrough]];
    case '/':
      return at > 0 && line[at - 1] != ' ' ? LineEnd::kHyphen : LineEnd::kDash;
    case 0x2013:
    case 0x2014:
    case '(':
    case 0x201C:
      return LineEnd::kDash;
    default:
      return LineEnd::kOpen;
  }
}

// "THÔNG TƯ1", "NGHỊ ĐỊNH [1]": without the mark of a footnote.
std::string_view without_note(std::string_view line) {
  while (!line.empty() &&
         std::string_view("0123456789[]() ").find(line.back()) != std::string_view::npos) {
    line.remove_suffix(1);
  }
  return line;
}

void set_front(std::string_view line, LineShape& shape) {
  const char32_t first = code_point_at(line, 0);
  if (first == 0x201C || first == '"' || first == 0x2018 || first == 0xAB) {
    shape.quoted = true;
    line.remove_prefix(utf8_size(first));
    if (line.starts_with(" ")) line.remove_prefix(1);
  }
  shape.first = first_of(code_point_at(line, 0));
  const Label label = label_of(line);
  shape.start = label.start;
  shape.opens_preamble = kPreambleFronts.begin(line) > 0;
  shape.closed = label.closed;
  shape.label_capitals =
      label.start == LineStart::kPhrase && in_capitals(line.substr(0, label.end));
  shape.alone = label.start != LineStart::kPlain && label.end >= line.size();
  if (line.starts_with("1.") && label.end == 2) {
    shape.first_number = is_upper(code_point_at(line, line.starts_with("1. ") ? 3 : 2));
  }
  if (label.start == LineStart::kBullet) {
    const size_t item = line.find_first_not_of(' ', label.end);
    const char32_t c = item == std::string_view::npos ? 0 : code_point_at(line, item);
    shape.small_item = is_lower(c) || is_digit(c);
  }
  if (const size_t digits = count_digits(line, 0); digits > 0 && line.substr(digits, 1) == " ") {
    shape.numbered_note = is_upper(code_point_at(line, digits + 1));
  }
  shape.label_open_upper = !label.closed && label.end < line.size() &&
                           is_upper(code_point_at(line, std::min(label.end + 1, line.size())));
  for (size_t at = 0; at < line.size() && line[at] != ' '; ++at) {
    shape.first_word += (static_cast<unsigned char>(line[at]) & 0xC0) != 0x80;
  }
}

// Whether a line ends with this word, or is it.
bool ends_with_word(std::string_view line, std::string_view word) {
  return ends_with(line, word) &&
         (line.size() == word.size() || line[line.size() - word.size() - 1] == ' ');
}

void set_end(std::string_view line, LineShape& shape) {
  shape.end = end_of(line);
  switch (shape.end) {
    case LineEnd::kColon:
      shape.dangling = ends_with_word(line, "Số:") || ends_with_word(line, "số:");
      return;
    case LineEnd::kStop:
      shape.dangling = ends_with_word(line, "TP.") || ends_with_word(line, "Tp.");
      return;
    case LineEnd::kSemicolon:
      return;
    default:
      break;
  }
  std::string_view rest = line;
  std::string_view last = cut_word(rest);
  if (shape.end == LineEnd::kDash || shape.end == LineEnd::kHyphen) {
    if (!shape.alone) shape.dangling = shape.referring = shape.letter_referring = true;
    return;
  }
  if (shape.end == LineEnd::kComma) {
    last.remove_suffix(last.empty() ? 0 : 1);
    shape.referring = shape.letter_referring = is_unit_number(last);
    return;
  }
  if (shape.end != LineEnd::kOpen) return;
  // "…, Thành phố" / "Đà Nẵng quyết định": in a list of cities; small, it ends "các tỉnh, thành
  // phố".
  if (last == "phố" && (line.ends_with(", Thành phố") || line.ends_with(" và Thành phố"))) {
    shape.dangling = true;
    return;
  }
  const std::string_view before = cut_word(rest);
  shape.awaits_number = kAwaitsNumber.contains(last);
  if (is_unit_number(last)) {
    shape.awaits_article = kBelowArticle.contains(before);
    shape.awaits_division = kBelowChapter.contains(before);
  }
  if (!kDangling.contains(last)) return;
  // In capitals only as the label of a heading, "MỤC" / "2. HÒA GIẢI": "CỔ PHẦN" ends a title.
  if (kCapitalUnits.contains(last) && !before.empty() && !before.ends_with(".")) return;
  // "a) Một; hoặc" / "b) Hai": the conjunction joins items of a list.
  if (before.ends_with(";")) {
    shape.dangling = true;
    return;
  }
  // A word alone on its line is the rest of a compound ("nhà" / "ở"), unless it is a unit's name.
  if (before.empty() && !kUnitWords.contains(last)) return;
  if (!before.empty() && kComplete.contains(lower_same_length(line.substr(rest.size())))) return;
  shape.dangling = true;
  shape.referring = kReferring.contains(last);
  shape.letter_referring = kLetterReferring.contains(last);
}

}  // namespace

LineShape shape_of(std::string_view line) {
  LineShape shape;
  set_front(line, shape);
  set_end(line, shape);
  shape.capitals = in_capitals(line);
  shape.type_line = shape.capitals && kTypes.contains(without_note(line));
  return shape;
}

}  // namespace rasoat
