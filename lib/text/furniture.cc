// A number alone on a line may be the number of a page or the cell of a table, and to drop a cell
// would be a loss. So a number must be backed: by the head of the gazette beside it, by standing at
// the edge of a page whose number it follows, or, in plain text without pages, by a chain of
// numbers that grow by one, a page's worth of text apart, some of which interrupt a sentence.
#include "text/furniture.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/characters.h"
#include "text/encoding.h"
#include "text/word_set.h"

namespace rasoat {
namespace {

using Kind = Furniture::Kind;

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Takes digits off the front; -1 when there are none or more than four.
int take_number(std::string_view& text) {
  int value = 0;
  size_t digits = 0;
  while (digits < text.size() && is_digit(static_cast<unsigned char>(text[digits]))) {
    if (digits == 4) return -1;
    value = value * 10 + (text[digits++] - '0');
  }
  text.remove_prefix(digits);
  return digits == 0 ? -1 : value;
}

bool take(std::string_view& text, std::string_view word) {
  if (!begins_with(text, word)) return false;
  text.remove_prefix(word.size());
  return true;
}

// First bytes of page numbers.
constexpr ByteSet kBeginsNumber("0123456789-–Tt");

// "12", "- 12 -", "Trang 12", "12/30", "Trang 12/30"; -1 for any other line.
int page_number(std::string_view text) {
  if (text.size() > 24 || !kBeginsNumber[text[0]]) return -1;
  if (take(text, "Trang ") || take(text, "trang ")) {
  } else if (take(text, "-") || take(text, "–")) {
    if (take(text, "-") || take(text, "–")) {
    } else if (text.ends_with("-")) {
      text.remove_suffix(1);
    } else if (text.ends_with("–")) {
      text.remove_suffix(std::string_view("–").size());
    } else {
      return -1;  // a negative number, or a bullet before a number
    }
    text = trim(text);
  }
  const int value = take_number(text);
  if (value < 0) return -1;
  text = trim(text);
  if (take(text, "/")) {
    text = trim(text);
    if (take_number(text) < value) return -1;
  }
  return text.empty() ? value : -1;
}

// "CÔNG BÁO/Số 1095 + 1096/Ngày 21-11-2020", the page's number before or behind it.
bool is_gazette_head(std::string_view text) {
  if (text.size() > 96 || (text[0] != 'C' && !kBeginsNumber[text[0]])) return false;
  take_number(text);
  text = trim(text);
  if (!take(text, "CÔNG BÁO")) return false;
  text = trim(text);
  if (!take(text, "/")) return false;
  return text.find("Số") != std::string_view::npos && text.find("Ngày") != std::string_view::npos;
}

constexpr FrontSet kStampFronts({"Người ký:", "Ký bởi:", "Ký bởi ", "Được ký bởi",
                                 "Digitally signed by", "Signature Not Verified", "Người ký :"});

bool begins_stamp(std::string_view text) { return kStampFronts.begin(text) > 0; }

bool ends_stamp(std::string_view text) {
  if (!begins_with_any(text, {"Thời gian ký:", "Ngày ký:", "Date:", "Thời gian ký :", "Time:"})) {
    return false;
  }
  return std::count(text.begin(), text.end(), ':') >= 2;  // an hour of the day
}

bool belongs_to_stamp(std::string_view text) {
  return begins_with_any(
      text,
      {"Email:", "Cơ quan:", "Reason:", "Location:", "Lý do:", "Vị trí:", "Tổ chức:", "Chức vụ:"});
}

// Whether a line goes on with the sentence of a line before it.
bool starts_small(std::string_view text) { return is_lower(decode_utf8(text, 0).code_point); }

bool ends_open(std::string_view text) {
  return !text.empty() && std::string_view(".;:!?").find(text.back()) == std::string_view::npos;
}

class Finder {
 public:
  Finder(const RawText& raw, const CleanLines& clean)
      : raw_(raw), clean_(clean), out_(clean.lines.size()) {}

  std::vector<FurnitureKind> run() {
    for (size_t i = 0; i < out_.size(); ++i) {
      if (is_rule(text(i))) out_[i] = Kind::kRule;
      if (is_gazette_head(text(i))) out_[i] = Kind::kRunningHead;
    }
    mark_numbers_beside_heads();
    mark_stamps();
    mark_bare_stamps();
    if (std::any_of(raw_.lines.begin(), raw_.lines.end(),
                    [](const RawLine& l) { return l.page > 0; })) {
      mark_page_edges();
    } else {
      mark_number_chains();
    }
    return std::move(out_);
  }

 private:
  std::string_view text(size_t i) const { return clean_.of(clean_.lines[i]); }
  const RawLine& raw(size_t i) const { return raw_.lines[clean_.lines[i].raw]; }

  void mark_numbers_beside_heads() {
    for (size_t i = 0; i < out_.size(); ++i) {
      if (out_[i] != Kind::kRunningHead) continue;
      if (i > 0 && !out_[i - 1] && page_number(text(i - 1)) >= 0) {
        out_[i - 1] = Kind::kPageNumber;
      } else if (i + 1 < out_.size() && !out_[i + 1] && page_number(text(i + 1)) >= 0) {
        out_[i + 1] = Kind::kPageNumber;
      }
    }
  }

  // A stamp is a few lines from the signer to the time; between them only lines of known kinds and
  // what those wrapped to.
  void mark_stamps() {
    constexpr size_t kLongest = 9;
    for (size_t i = 0; i < out_.size(); ++i) {
      if (!begins_stamp(text(i))) continue;
      size_t last = i;
      const size_t limit = std::min(out_.size(), i + kLongest);
      for (size_t k = i + 1; k < limit; ++k) {
        if (ends_stamp(text(k))) {
          last = k;
          break;
        }
        if (clean_.lines[k].blank_before && !belongs_to_stamp(text(k))) break;
      }
      if (last == i) {
        if (text(i).starts_with("Signature Not Verified")) out_[i] = Kind::kSignatureStamp;
        continue;
      }
      for (; i < last; ++i) out_[i] = Kind::kSignatureStamp;
      out_[last] = Kind::kSignatureStamp;
    }
  }

  // A stamp whose lines have no names: signer, address of mail, "18.11.2024 07:25:14", "+07:00".
  // The signer's name is known only where the stamp is the first thing of the document.
  void mark_bare_stamps() {
    constexpr size_t kLongestName = 4;
    for (size_t i = 0; i < out_.size(); ++i) {
      if (!is_time_of_day(text(i))) continue;
      const bool zone = i + 1 < out_.size() && text(i + 1) == "+07:00";
      const bool mail = i > 0 && is_mail(text(i - 1));
      if (!zone && !mail && !text(i).ends_with("+07:00")) continue;
      out_[i] = Kind::kSignatureStamp;
      if (zone) out_[i + 1] = Kind::kSignatureStamp;
      if (!mail) continue;
      const size_t from = i - 1 <= kLongestName ? 0 : i - 1;
      for (size_t k = from; k < i; ++k) out_[k] = Kind::kSignatureStamp;
    }
  }

  static bool is_mail(std::string_view line) {
    return line.find('@') != std::string_view::npos && line.find(' ') == std::string_view::npos;
  }

  // "18.11.2024 07:25:14", with a zone or without.
  static bool is_time_of_day(std::string_view line) {
    if (line.size() > 28 || static_cast<unsigned char>(line.front()) > ':') return false;
    if (std::count(line.begin(), line.end(), ':') < 2) return false;
    return line.find_first_not_of("0123456789.:-/+ ") == std::string_view::npos;
  }

  // Pages are known: numbers and repeated lines at their tops and bottoms, from the outside in.
  void mark_page_edges() {
    constexpr int kDeep = 3;
    for (int depth = 0; depth < kDeep; ++depth) {
      size_t pages = 0;
      const std::vector<size_t> edges = page_edges(pages);
      const bool numbers = mark_numbers_at(edges);
      const bool heads = mark_repeated(edges, std::max<size_t>(3, pages * 3 / 10));
      if (!numbers && !heads) return;
    }
  }

  // The first and the last line of each page that are no furniture yet.
  std::vector<size_t> page_edges(size_t& pages) const {
    std::vector<size_t> edges;
    for (size_t begin = 0; begin < out_.size(); ++pages) {
      size_t end = begin;
      while (end < out_.size() && raw(end).page == raw(begin).page) ++end;
      size_t top = begin, bottom = end;
      while (top < end && out_[top]) ++top;
      while (bottom > top && out_[bottom - 1]) --bottom;
      if (top < bottom) edges.push_back(top);
      if (top + 1 < bottom) edges.push_back(bottom - 1);
      begin = end;
    }
    return edges;
  }

  // A number at an edge is a page's when its distance from the page's place in the file is that of
  // another page too, or none at all.
  bool mark_numbers_at(const std::vector<size_t>& edges) {
    bool any = false;
    std::map<int64_t, size_t> distances;
    for (const size_t i : edges) {
      const int value = page_number(text(i));
      if (value >= 0) ++distances[value - int64_t{raw(i).page}];
    }
    for (const size_t i : edges) {
      const int value = page_number(text(i));
      if (value < 0 || raw(i).role == LineRole::kTable) continue;
      const int64_t distance = value - int64_t{raw(i).page};
      if (distance != 0 && distances[distance] < 2) continue;
      out_[i] = Kind::kPageNumber;
      any = true;
    }
    return any;
  }

  bool mark_repeated(const std::vector<size_t>& edges, size_t enough) {
    bool any = false;
    std::unordered_map<std::string, std::vector<size_t>> lines;
    for (const size_t i : edges) {
      if (out_[i] || raw(i).role == LineRole::kTable || clean_.lines[i].width > 100) continue;
      const std::string key = without_digits(text(i));
      if (key.size() < 4 || begins_unit(key)) continue;
      std::vector<size_t>& same = lines[key];
      if (same.empty() || raw(same.back()).page != raw(i).page || raw(i).page == 0)
        same.push_back(i);
    }
    for (const auto& [key, same] : lines) {
      if (same.size() < enough) continue;
      for (const size_t i : same) out_[i] = Kind::kRunningHead;
      any = true;
    }
    return any;
  }

  static std::string without_digits(std::string_view line) {
    std::string key;
    for (const char c : line) {
      if (is_digit(static_cast<unsigned char>(c))) {
        if (key.empty() || key.back() != '#') key += '#';
      } else {
        key += c;
      }
    }
    return key;
  }

  static bool begins_unit(std::string_view key) {
    return begins_with_any(
        key, {"Điều #", "#.", "Chương", "CHƯƠNG", "Mục #", "Khoản #", "Phụ lục", "PHỤ LỤC", "Mẫu"});
  }

  struct Candidate {
    size_t line;
    int value;
    size_t offset;      // bytes of text before it
    int before = -1;    // the candidate before it in its chain
    size_t length = 1;  // of the chain that ends here
  };

  // No pages: see the head of this file.
  void mark_number_chains() {
    constexpr size_t kShortestPage = 700, kLongestPage = 9000;  // bytes
    std::vector<Candidate> all;
    std::unordered_map<int, int> last;  // value → latest candidate with it
    for (size_t i = 0; i < out_.size(); ++i) {
      if (out_[i]) continue;
      const int value = page_number(text(i));
      if (value < 0) continue;
      Candidate next{i, value, clean_.lines[i].span.begin, -1, 1};
      // A page without a printed number may lie between.
      for (const int step : {1, 2}) {
        const auto before = last.find(value - step);
        if (before == last.end()) continue;
        const Candidate& candidate = all[before->second];
        const size_t apart = next.offset - candidate.offset;
        if (apart < kShortestPage * step || apart > kLongestPage * step) continue;
        if (candidate.length + 1 > next.length) {
          next.length = candidate.length + 1;
          next.before = before->second;
        }
      }
      last[value] = static_cast<int>(all.size());
      all.push_back(next);
    }
    std::vector<size_t> boundaries;
    for (size_t k = all.size(); k-- > 0;) {
      if (all[k].length >= 3 && !out_[all[k].line])
        mark_chain(all, static_cast<int>(k), boundaries);
    }
    for (const Candidate& next : all) {
      if (interrupts_line(next.line)) out_[next.line] = Kind::kPageNumber;
    }
    std::sort(boundaries.begin(), boundaries.end());
    mark_repeated(boundaries, std::max<size_t>(3, boundaries.size() / 4));
  }

  // A number between a long line that is open at its end and one that goes on in a small letter:
  // had it been part of the sentence, more words would stand on its line.
  bool interrupts_line(size_t i) const {
    constexpr uint32_t kLong = 55;
    if (i == 0 || i + 1 == out_.size() || clean_.lines[i - 1].width < kLong) return false;
    const std::string_view before = text(i - 1);
    for (const std::string_view word :
         {"khoản", "điểm", "Điều", "điều", "mục", "số", "ngày", "tháng"}) {
      if (before.ends_with(word)) return false;
    }
    return ends_open(before) && starts_small(text(i + 1));
  }

  void mark_chain(const std::vector<Candidate>& all, int end, std::vector<size_t>& boundaries) {
    size_t count = 0, interrupting = 0;
    for (int k = end; k >= 0 && !out_[all[k].line]; k = all[k].before) {
      const size_t line = all[k].line;
      ++count;
      if (interrupts_line(line)) ++interrupting;
    }
    if (count < 2 || interrupting * 5 < count || interrupting == 0) return;
    for (int k = end; k >= 0 && !out_[all[k].line]; k = all[k].before) {
      const size_t line = all[k].line;
      out_[line] = Kind::kPageNumber;
      if (line > 0) boundaries.push_back(line - 1);
      if (line + 1 < out_.size()) boundaries.push_back(line + 1);
    }
  }

  const RawText& raw_;
  const CleanLines& clean_;
  std::vector<FurnitureKind> out_;
};

}  // namespace

bool is_rule(std::string_view text) {
  size_t count = 0, sides = 0;
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    at += next.size;
    switch (next.code_point) {
      case ' ':
      case '|':
        ++sides;
        break;
      case '-':
      case '_':
      case '=':
      case '*':
      case '~':
      case 0x2013:
      case 0x2014:
      case 0x2015:
      case 0x2500:
      case 0x2501:
        ++count;
        break;
      default:
        return false;
    }
  }
  return count >= 3 || sides == text.size() || text == "* *";
}

std::vector<FurnitureKind> find_furniture(const RawText& raw, const CleanLines& clean) {
  return Finder(raw, clean).run();
}

}  // namespace rasoat
