// 1. The motto tells where a head is: "CỘNG HÒA XÃ HỘI ...", among the first lines.
// 2. Lines around it are cut where two columns met in one line: at wide gaps, before the motto's
// two
//    lines, before and behind drawn lines, behind the number, behind the date.
// 3. Each part is told by its look: capitals before the motto are a body, "Số ..." the number,
// "...,
//    ngày ..." place and date. The first part that is nothing of this kind ends the head.
// 4. The parts are put in order; a part that was broken over lines ("Số:" / "34/2025/NQ-HĐND", "ỦY
//    BAN NHÂN DÂN" / "TỈNH HÀ TĨNH") is marked to be joined.
#include "text/head_columns.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "text/capitals.h"
#include "text/characters.h"
#include "text/encoding.h"
#include "text/furniture.h"
#include "text/line_shape.h"
#include "text/word_set.h"

namespace rasoat {
namespace {

constexpr size_t kSearched = 150;    // lines in which the motto must stand
constexpr size_t kLinesBefore = 10;  // of the head before the motto
constexpr size_t kLinesBehind = 20;

enum class Part { kLead, kBody, kNumber, kSubject, kMotto, kLowerMotto, kDate, kRule, kOther };

struct HeadLine {
  Part part = Part::kOther;
  CleanLine line;
};

size_t find_any(std::string_view text, std::initializer_list<std::string_view> words,
                size_t from = 0) {
  size_t first = std::string_view::npos;
  for (const std::string_view word : words) first = std::min(first, text.find(word, from));
  return first;
}

// Where the motto begins; it is no motto in "QUỐC HỘI NƯỚC CỘNG HÒA ...".
size_t find_motto(std::string_view text) {
  if (text == "CỘNG HÒA" || text == "CỘNG HOÀ") return 0;
  const size_t at = find_any(text, {"CỘNG HÒA XÃ", "CỘNG HOÀ XÃ"});
  if (at == std::string_view::npos) return at;
  return text.substr(0, at).ends_with("NƯỚC ") ? std::string_view::npos : at;
}

size_t find_lower_motto(std::string_view text) {
  return find_any(text,
                  {"Độc lập -", "Độc lập –", "ĐỘC LẬP -", "ĐỘC LẬP –", "Độc Lập -", "Độc lập-"});
}

bool begins_number(std::string_view text) {
  return begins_with_any(text, {"Số:", "Số ", "SỐ:", "Luật số", "Bộ luật số", "Nghị quyết số",
                                "Pháp lệnh số", "Lệnh số", "Sắc lệnh số", "Nghị định số:",
                                "Quyết định số:", "Thông tư số:", "Chỉ thị số:", "Công điện số:"});
}

// "Hà Nội, ngày 5 tháng 6 năm 2020", also cut off anywhere behind the comma.
bool begins_date(std::string_view text) {
  const size_t day = find_any(text, {", ngày", ",ngày", ", Ngày"});
  if (day != std::string_view::npos && day < 40) return is_upper(decode_utf8(text, 0).code_point);
  return begins_with_any(text, {"ngày ", "Ngày "}) && text.find("tháng") != std::string_view::npos;
}

// Behind "năm 2020"; npos where the year is not there.
size_t end_of_date(std::string_view text) {
  const size_t year = text.find("năm ");
  if (year == std::string_view::npos) return std::string_view::npos;
  size_t end = year + std::string_view("năm ").size();
  const size_t from = end;
  while (end < text.size() && is_digit(static_cast<unsigned char>(text[end]))) ++end;
  return end - from == 4 ? end : std::string_view::npos;
}

size_t end_of_rule(std::string_view text, size_t at) {
  return std::min(text.find_first_not_of("-_*= ", at), text.size());
}

// Where a drawn line of four strokes or more begins.
size_t find_rule(std::string_view text) { return find_any(text, {"----", "____", "****", "===="}); }

// Names that begin a body's name; a line in capitals that begins with none goes on with the name
// before it.
bool begins_body(std::string_view text) {
  return begins_with_any(
      text, {"BAN ",      "BẢO HIỂM",  "BỘ ",       "CHI CỤC",  "CHÍNH PHỦ", "CHỦ TỊCH", "CÔNG AN",
             "CÔNG TY",   "CỤC ",      "HĐND",      "HỌC VIỆN", "HỘI ĐỒNG",  "HỘI ",     "HUYỆN ỦY",
             "KHO BẠC",   "KIỂM TOÁN", "LIÊN ",     "MẶT TRẬN", "NGÂN HÀNG", "PHÒNG ",   "QUỐC HỘI",
             "SỞ ",       "TẬP ĐOÀN",  "THANH TRA", "THÀNH ỦY", "THỦ TƯỚNG", "TOÀ ÁN",   "TÒA ÁN",
             "TỈNH ỦY",   "TỔNG ",     "TRUNG TÂM", "TRƯỜNG ",  "UBND",      "UỶ BAN",   "ỦY BAN",
             "VĂN PHÒNG", "VIỆN ",     "VỤ ",       "ĐÀI ",     "ĐẠI HỌC",   "ĐẢNG ",    "ĐOÀN "});
}

bool body_goes_on(std::string_view before, std::string_view text) {
  if (before.find(' ') == std::string_view::npos) return true;  // "HỘI" / "ĐỒNG NHÂN DÂN"
  for (const std::string_view kind :
       {"VĂN PHÒNG", "THANH TRA", "ỦY BAN", "UỶ BAN", "HỘI ĐỒNG", "TỔNG CỤC", "NGÂN HÀNG",
        "KIỂM TOÁN", "TRUNG TÂM", "CHI CỤC", "HỌC VIỆN"}) {
    if (before == kind) return true;
  }
  if (before.ends_with("THƯỜNG VỤ") && text.starts_with("QUỐC HỘI")) return true;
  if (shape_of(before).dangling) return true;
  return !begins_body(text);
}

class Head {
 public:
  Head(CleanLines& clean, size_t motto) : clean_(clean), motto_(motto) {}

  void order() {
    begin_ = motto_;
    while (begin_ > 0 && motto_ - begin_ < kLinesBefore && may_stand_before(begin_ - 1)) --begin_;
    end_ = begin_;
    const size_t limit = std::min(clean_.lines.size(), motto_ + kLinesBehind);
    while (end_ < limit && take(end_)) ++end_;
    if (!seen(Part::kMotto)) return;
    write();
  }

 private:
  std::string_view text(size_t i) const { return clean_.of(clean_.lines[i]); }
  std::string_view of(const CleanLine& line) const { return clean_.of(line); }

  bool may_stand_before(size_t i) const {
    const std::string_view line = text(i);
    if (line.starts_with("CÔNG BÁO") || line.starts_with("PHẦN ")) return false;
    if (is_rule(line) || begins_number(line)) return true;
    return clean_.lines[i].width < 80 && !has_small_letters(line) &&
           is_upper(decode_utf8(line, 0).code_point) && !shape_of(line).type_line;
  }

  bool seen(Part part) const {
    return std::any_of(parts_.begin(), parts_.end(),
                       [part](const HeadLine& next) { return next.part == part; });
  }

  // Takes all parts of a line; false, and nothing taken, when the line is none of the head.
  bool take(size_t i) {
    const size_t before = parts_.size();
    for (const CleanLine& part : cut(clean_.lines[i])) {
      if (rest_) {
        parts_.push_back({Part::kOther, part});
        continue;
      }
      const Part kind = kind_of(of(part), i);
      if (kind == Part::kOther && parts_.empty() && i == motto_) {
        parts_.push_back({Part::kLead, part});  // a portal's name of the document
        continue;
      }
      if (kind == Part::kOther) {
        if (parts_.size() == before) return false;
        rest_ = true;  // the title, in one line with the date
      }
      parts_.push_back({kind, part});
      if (kind != Part::kRule) last_ = kind;
    }
    if (rest_) ++end_;
    return !rest_;
  }

  Part kind_of(std::string_view part, size_t line) {
    if (is_rule(part) || find_rule(part) == 0) return Part::kRule;
    if (find_motto(part) == 0) {
      if (seen(Part::kMotto)) return Part::kOther;
      motto_open_ = part.find("VIỆT NAM") == std::string_view::npos;
      return Part::kMotto;
    }
    if (find_lower_motto(part) == 0) return Part::kLowerMotto;
    if (motto_open_ && last_ == Part::kMotto && !has_small_letters(part)) {
      motto_open_ = part.find("VIỆT NAM") == std::string_view::npos;
      return Part::kMotto;
    }
    if (begins_number(part) && !seen(Part::kNumber)) {
      number_open_ = part.find('/') == std::string_view::npos;
      return Part::kNumber;
    }
    if (number_open_ && last_ == Part::kNumber && part.find('/') != std::string_view::npos &&
        part.size() < 40) {
      number_open_ = false;
      return Part::kNumber;
    }
    if (begins_date(part) || (part.ends_with(",") && part.size() < 40 && next_begins_day(line))) {
      if (seen(Part::kDate) && !date_open_) return Part::kOther;
      date_open_ = end_of_date(part) == std::string_view::npos;
      return Part::kDate;
    }
    if (date_open_ && last_ == Part::kDate && goes_on_with_date(part)) {
      date_open_ = end_of_date(part) == std::string_view::npos;
      return Part::kDate;
    }
    if (begins_with_any(part, {"V/v", "V/V", "v/v", "Về việc"}) && seen(Part::kNumber)) {
      return Part::kSubject;
    }
    const LineShape shape = shape_of(part);
    if (last_ == Part::kSubject && shape.first == FirstCharacter::kLower) return Part::kSubject;
    if (seen(Part::kDate) || shape.type_line || has_small_letters(part) || part.size() < 3 ||
        (seen(Part::kMotto) && seen(Part::kNumber))) {
      return Part::kOther;
    }
    if (shape.start != LineStart::kPlain && shape.start != LineStart::kPhrase) return Part::kOther;
    // Behind a complete motto a line in capitals is a body only in the line of a column.
    if (seen(Part::kLowerMotto) && line > motto_ + 2) return Part::kOther;
    return Part::kBody;
  }

  bool next_begins_day(size_t line) const {
    return line + 1 < clean_.lines.size() && text(line + 1).starts_with("ngày");
  }

  static bool goes_on_with_date(std::string_view part) {
    return part.size() < 60 && (begins_with_any(part, {"ngày", "tháng", "năm"}) ||
                                (is_digit(static_cast<unsigned char>(part[0])) &&
                                 part.find("tháng") != std::string_view::npos));
  }

  // --- cutting --------------------------------------------------------------------------------

  // The parts of a line where columns met; the line itself when they did not.
  std::vector<CleanLine> cut(const CleanLine& line) const {
    const std::string_view whole = of(line);
    std::vector<size_t> places = gaps(line);
    const auto cut_at = [&](size_t at) {
      if (at != std::string_view::npos && at > 0 && at < whole.size()) places.push_back(at);
    };
    if (line.width < 160 || find_motto(whole) != std::string_view::npos) {
      cut_at(find_motto(whole));
      if (const size_t motto = find_motto(whole); motto != std::string_view::npos) {
        const size_t stop = whole.substr(0, motto).rfind(". ");
        if (stop != std::string_view::npos) cut_at(stop + 1);
      }
      cut_at(find_lower_motto(whole));
      if (const size_t motto = find_motto(whole); motto != std::string_view::npos) {
        const size_t name = whole.find("VIỆT NAM", motto);
        if (name != std::string_view::npos) cut_at(name + std::string_view("VIỆT NAM").size());
      }
      if (const size_t lower = find_lower_motto(whole); lower != std::string_view::npos) {
        const size_t last = find_any(whole, {"Hạnh phúc", "HẠNH PHÚC", "Hạnh Phúc"}, lower);
        if (last != std::string_view::npos) cut_at(last + std::string_view("Hạnh phúc").size());
      }
      if (const size_t rule = find_rule(whole); rule != std::string_view::npos) {
        cut_at(rule);
        cut_at(end_of_rule(whole, rule));
      }
    }
    for (size_t side = whole.find('|'); side != std::string_view::npos && line.width < 160;
         side = whole.find('|', side + 1)) {  // a side of a drawn table
      cut_at(side);
      cut_at(side + 1);
    }
    cut_behind_number(whole, cut_at);
    cut_behind_date(whole, cut_at);
    return pieces(line, places);
  }

  // "Số: 94/2025/TT-BTC Hà Nội, ngày 14 tháng 10 năm 2025"
  template <typename CutAt>
  void cut_behind_number(std::string_view whole, CutAt cut_at) const {
    const size_t number = begins_number(whole) ? 0 : find_any(whole, {" Số:", " Luật số:"});
    if (number == std::string_view::npos || number > 200) return;
    if (number > 0) cut_at(number + 1);
    const size_t slash = whole.find('/', number);
    if (slash == std::string_view::npos) return;
    for (size_t at = whole.find(' ', slash); at != std::string_view::npos && at < slash + 40;
         at = whole.find(' ', at + 1)) {
      const std::string_view rest = whole.substr(at + 1);
      if (!begins_date(rest) && !rest.starts_with("V/v")) continue;
      cut_at(at);
      return;
    }
  }

  template <typename CutAt>
  void cut_behind_date(std::string_view whole, CutAt cut_at) const {
    const size_t day = find_any(whole, {", ngày", ",ngày"});
    if (day == std::string_view::npos || day > 200) return;
    const size_t end = end_of_date(whole.substr(day));
    if (end != std::string_view::npos && end < 40) cut_at(day + end);
  }

  // Offsets behind gaps of three spaces or more, where the second column may have begun. Some
  // sources have such gaps between all words, so what follows must look like the second column.
  std::vector<size_t> gaps(const CleanLine& line) const {
    std::vector<size_t> out;
    auto piece = std::upper_bound(clean_.pieces.begin(), clean_.pieces.end(), line.span.begin,
                                  [](uint32_t at, const CleanPiece& p) { return at < p.offset; });
    for (; piece != clean_.pieces.end() && piece->offset < line.span.end; ++piece) {
      const CleanPiece& before = *(piece - 1);
      const int64_t left_out =
          int64_t{piece->column} - before.column - (int64_t{piece->offset} - before.offset);
      if (left_out >= 2 && clean_.bytes[piece->offset - 1] == ' ') {
        const size_t at = piece->offset - line.span.begin;
        const std::string_view rest = of(line).substr(at);
        if (begins_date(rest) || begins_number(rest)) out.push_back(at);
      }
    }
    return out;
  }

  std::vector<CleanLine> pieces(const CleanLine& line, std::vector<size_t>& places) const {
    std::vector<CleanLine> out;
    const std::string_view whole = of(line);
    places.push_back(whole.size());
    std::sort(places.begin(), places.end());
    size_t from = 0;
    for (const size_t to : places) {
      size_t begin = from, end = to;
      while (begin < end && whole[begin] == ' ') ++begin;
      while (end > begin && whole[end - 1] == ' ') --end;
      from = to;
      if (begin == end) continue;
      CleanLine part = line;
      part.span = {line.span.begin + static_cast<uint32_t>(begin),
                   line.span.begin + static_cast<uint32_t>(end)};
      part.width = count_characters(whole.substr(begin, end - begin));
      out.push_back(part);
    }
    return out;
  }

  // --- writing --------------------------------------------------------------------------------

  void write() {
    std::vector<CleanLine> ordered;
    for (const Part part : {Part::kLead, Part::kBody, Part::kNumber, Part::kSubject, Part::kMotto,
                            Part::kLowerMotto, Part::kDate, Part::kRule, Part::kOther}) {
      bool first = true;
      for (HeadLine& next : parts_) {
        if (next.part != part) continue;
        next.line.place = LinePlace::kOwn;
        if (!first && continues(part, ordered.back(), next.line)) {
          next.line.place = LinePlace::kContinues;
        }
        ordered.push_back(next.line);
        first = false;
      }
    }
    if (end_ < clean_.lines.size()) clean_.lines[end_].place = LinePlace::kOwn;
    const auto begin = clean_.lines.begin() + static_cast<ptrdiff_t>(begin_);
    const auto end = clean_.lines.begin() + static_cast<ptrdiff_t>(end_);
    const auto at = clean_.lines.erase(begin, end);
    clean_.lines.insert(at, ordered.begin(), ordered.end());
  }

  bool continues(Part part, const CleanLine& before, const CleanLine& line) const {
    switch (part) {
      case Part::kNumber:
      case Part::kSubject:
      case Part::kMotto:
      case Part::kDate:
        return true;
      case Part::kBody:
        return body_goes_on(of(before), of(line));
      default:
        return false;
    }
  }

  CleanLines& clean_;
  const size_t motto_;
  size_t begin_ = 0, end_ = 0;
  std::vector<HeadLine> parts_;
  Part last_ = Part::kOther;
  bool motto_open_ = false, number_open_ = false, date_open_ = false;
  bool rest_ = false;  // a part was nothing of the head, and all behind it is not either
};

}  // namespace

void order_head(CleanLines& clean) {
  const size_t limit = std::min(clean.lines.size(), kSearched);
  for (size_t i = 0; i < limit; ++i) {
    if (find_motto(clean.of(clean.lines[i])) == std::string_view::npos) continue;
    Head(clean, i).order();
    return;
  }
}

}  // namespace rasoat
