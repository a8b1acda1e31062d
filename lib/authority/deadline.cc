// A deadline is read where one of a few words begins it, on a bounded number of words:
//   from-to     "từ ngày D đến [hết] [ngày] D"; the first date may leave out month and year
//   until       ("trước" | "chậm nhất" | "đến hết" | "hoàn thành trước" ...) ["ngày"] D
//   yearly      the same with a day and a month and "hằng năm"
//   monthly     the same with a day and "hằng tháng"
//   month, quarter   "trong tháng 5 năm 2025", "quý I/2026": the first and last day
//   term        "trong thời hạn N ngày [làm việc] [kể từ ...]", its event to the next mark
//   recurring   the words of the table recurrences, and "định kỳ N tháng"
// Dates are "15 tháng 4 năm 2025" or "15/4/2025".
#include "authority/deadline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "authority/authority_lexicon.h"

namespace rasoat {
namespace {

constexpr size_t kMaxTermWords = 16;
constexpr size_t kMaxEventWords = 20;

struct PartialDate {
  int day = 0, month = 0, year = 0;  // 0 where the words leave it out
  size_t end = 0;                    // word index behind it
  bool yearly = false;               // "hằng năm" instead of a year
  bool monthly = false;              // "hằng tháng" instead of month and year
};

class DeadlineFinder : private WordText {
 public:
  DeadlineFinder(const std::vector<Word>& words, std::string_view lower,
                 const AuthorityLexicon& lexicon)
      : WordText(words, lower), lexicon_(lexicon) {}

  std::vector<Deadline> find() {
    std::vector<Deadline> out;
    const auto may_begin = [&](const Word& word) { return lexicon_.may_begin_deadline(word.id); };
    auto word = words_.begin();
    while ((word = std::find_if(word, words_.end(), may_begin)) != words_.end()) {
      std::optional<Deadline> deadline = read(static_cast<size_t>(word - words_.begin()));
      ++word;
      if (!deadline) continue;
      const uint32_t end = deadline->span.end;
      while (word != words_.end() && word->span.begin < end) ++word;
      out.push_back(std::move(*deadline));
    }
    return out;
  }

 private:
  using WordText::is;
  template <size_t kFirst, size_t kSecond>
  bool is(size_t at, const char (&first)[kFirst], const char (&second)[kSecond]) const {
    return is(at, first) && is(at + 1, second);
  }

  std::optional<int> number(size_t at) const {
    if (at >= words_.size() || words_[at].kind != Word::Kind::kNumber) return {};
    const std::string_view digits = words_[at].span.of(lower_);
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return {};
    return value;
  }

  std::optional<int> roman_or_number(size_t at) const {
    static constexpr std::array<std::string_view, 4> kRoman = {"i", "ii", "iii", "iv"};
    for (size_t i = 0; i < kRoman.size(); ++i) {
      if (is(at, kRoman[i])) return static_cast<int>(i) + 1;
    }
    return number(at);
  }

  bool yearly_at(size_t at) const { return is(at, "hằng", "năm") || is(at, "hàng", "năm"); }
  bool monthly_at(size_t at) const { return is(at, "hằng", "tháng") || is(at, "hàng", "tháng"); }

  std::optional<PartialDate> date(size_t at) const {
    if (is(at, "ngày")) ++at;
    const std::optional<int> day = number(at);
    if (!day || *day < 1 || *day > 31) return {};
    PartialDate out;
    out.day = *day;
    out.end = at + 1;
    const bool slashes = is(at + 1, "/") || (is(at + 1, "-") && number(at + 4));
    if (slashes || is(at + 1, "tháng")) {
      const std::optional<int> month = number(at + 2);
      if (!month || *month < 1 || *month > 12) return out;
      out.month = *month;
      out.end = at + 3;
      size_t year = at + 3;
      if (is(year, "năm") || is(year, "/") || is(year, "-")) ++year;
      const std::optional<int> value = number(year);
      if (value && *value >= 1900 && *value < 2200) {
        out.year = *value;
        out.end = year + 1;
      } else if (yearly_at(at + 3)) {
        out.yearly = true;
        out.end = at + 5;
      } else if (is(at + 3, "của") && yearly_at(at + 4)) {
        out.yearly = true;
        out.end = at + 6;
      }
    } else if (monthly_at(at + 1)) {
      out.monthly = true;
      out.end = at + 3;
    }
    return out;
  }

  Deadline make(size_t first, size_t end) const {
    Deadline out;
    out.span = {words_[first].span.begin, words_[end - 1].span.end};
    return out;
  }

  std::optional<Deadline> read(size_t at) const {
    if (is(at, "từ")) return range(at);
    if (auto until = before(at)) return until;
    if (auto span = month_or_quarter(at)) return span;
    if (auto term = this->term(at)) return term;
    return recurring(at);
  }

  std::optional<Deadline> range(size_t at) const {
    std::optional<PartialDate> from = date(at + 1);
    if (!from || !is(from->end, "đến")) return {};
    size_t second = from->end + 1;
    if (is(second, "hết")) ++second;
    const std::optional<PartialDate> to = date(second);
    if (!to || to->year == 0) return {};
    if (from->month == 0) from->month = to->month;
    if (from->year == 0) from->year = to->year;
    Deadline out = make(at, to->end);
    out.from = Date::make(from->year, from->month, from->day);
    out.to = Date::make(to->year, to->month, to->day);
    return out;
  }

  std::optional<Deadline> before(size_t at) const {
    size_t next = at;
    if (is(at, "trước")) {
      next = at + 1;
    } else if (is(at, "chậm", "nhất") || is(at, "muộn", "nhất")) {
      next = at + 2;
      if (is(next, "là") || is(next, "vào") || is(next, "đến") || is(next, "trước")) ++next;
      if (is(next, "trước")) ++next;
    } else if (is(at, "đến", "hết") || is(at, "đến", "ngày") || is(at, "hết", "ngày") ||
               is(at, "xong", "trước")) {
      next = is(at + 1, "ngày") ? at + 1 : at + 2;
    } else {
      return {};
    }
    if (is(next, "ngày") || number(next)) {
      const std::optional<PartialDate> found = date(next);
      if (!found) return {};
      Deadline out = make(at, found->end);
      if (found->monthly) {
        out.recurrence = "hang-thang-truoc-" + two_digits(found->day);
        return out;
      }
      if (found->month == 0 || (found->year == 0 && !found->yearly)) return {};
      if (found->yearly) {
        out.recurrence =
            "hang-nam-truoc-" + two_digits(found->month) + "-" + two_digits(found->day);
        return out;
      }
      out.to = Date::make(found->year, found->month, found->day);
      if (!out.to) return {};
      return out;
    }
    return {};
  }

  static std::string two_digits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
  }

  // "tháng 5 năm 2025", "quý I/2026": from its first day to its last.
  std::optional<Deadline> month_or_quarter(size_t at) const {
    const bool quarter = is(at, "quý");
    if (!quarter && !(is(at, "trong", "tháng"))) return {};
    const size_t value_at = quarter ? at + 1 : at + 2;
    const std::optional<int> value = quarter ? roman_or_number(value_at) : number(value_at);
    if (!value || *value < 1 || *value > (quarter ? 4 : 12)) return {};
    size_t year_at = value_at + 1;
    if (is(year_at, "năm") || is(year_at, "/")) ++year_at;
    const std::optional<int> year = number(year_at);
    if (!year || *year < 1900 || *year > 2199) return {};
    const int last = quarter ? *value * 3 : *value;
    Deadline out = make(at, year_at + 1);
    out.from = Date::make(*year, quarter ? last - 2 : last, 1);
    for (int day = 31; day >= 28 && !out.to; --day) out.to = Date::make(*year, last, day);
    return out;
  }

  std::optional<Deadline> term(size_t at) const {
    size_t next = at;
    if (is(at, "trong", "thời") && is(at + 2, "hạn")) {
      next = at + 3;
    } else if (is(at, "trong", "vòng")) {
      next = at + 2;
    } else if (is(at, "không", "quá") || is(at, "tối", "đa") || is(at, "chậm", "nhất")) {
      next = at + 2;
    } else {
      return {};
    }
    if (is(next, "là") || is(next, "không")) ++next;
    if (is(next, "quá")) ++next;
    if (!number(next)) return {};
    static constexpr WordSet kUnits({"ngày", "tháng", "năm", "giờ", "tuần"});
    for (size_t i = next + 1; i < std::min(words_.size(), next + kMaxTermWords); ++i) {
      if (words_[i].kind == Word::Kind::kLineEnd) return {};
      if (is_any(i, kUnits)) {
        size_t end = i + 1;
        if (is(end, "làm", "việc")) end += 2;
        return make(at, event_end(end));
      }
      if (words_[i].kind == Word::Kind::kWord && i > next + 3) return {};
    }
    return {};
  }

  // Behind "kể từ ngày nhận đủ hồ sơ", where a mark or the line ends it; else `at`.
  size_t event_end(size_t at) const {
    if (is(at, ",")) ++at;
    const size_t begin = at;
    if (!is(at, "kể", "từ") && !is(at, "tính", "từ") && !is(at, "từ", "ngày")) {
      return begin > 0 && is(begin - 1, ",") ? begin - 1 : begin;
    }
    while (at < words_.size() && at < begin + kMaxEventWords) {
      if (words_[at].kind == Word::Kind::kLineEnd) return at;
      if (words_[at].kind == Word::Kind::kMark && words_[at].mark != '/') return at;
      ++at;
    }
    if (at == words_.size()) return at;
    return is(begin - 1, ",") ? begin - 1 : begin;
  }

  std::optional<Deadline> recurring(size_t at) const {
    std::optional<Deadline> out;
    lexicon_.book(false).for_each(words_, at, [&](const PhraseBook::Match& match) {
      const AuthorityLexicon::Meaning meaning = lexicon_.meaning(match.meaning);
      if (meaning.kind != AuthorityLexicon::Meaning::Kind::kRecurrence) return;
      out = make(at, at + match.length);  // the longest comes last
      out->recurrence = lexicon_.recurrences()[meaning.index];
    });
    const std::optional<int> months = number(at + 2);
    if (is(at, "định", "kỳ") && months && *months > 0 && *months <= 60 && is(at + 3, "tháng")) {
      out = make(at, at + 4);
      out->recurrence = "dinh-ky-" + std::to_string(*months) + "-thang";
    }
    return out;
  }

  const AuthorityLexicon& lexicon_;
};

}  // namespace

std::vector<Deadline> find_deadlines(const std::vector<Word>& words, std::string_view lower,
                                     const AuthorityLexicon& lexicon) {
  return DeadlineFinder(words, lower, lexicon).find();
}

}  // namespace rasoat
