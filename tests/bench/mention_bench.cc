// Finding the words of references, the grammar alone: units ("điểm a, b khoản 2 Điều 5") and
// numbers of documents. rasoat's reader beside one Boost.Regex of the same grammar, on the same
// text; the spans that they find are compared first.
//
// usage: mention_bench FOLDER [ROUNDS] [DIFFERENCES]     FOLDER of *.txt
//
// CPU time of one thread, repaired lower-case texts in memory; both sides alternate within a round,
// medians of the rounds. DIFFERENCES: how many spans to print that one side has alone.
#include <algorithm>
#include <array>
#include <boost/regex.hpp>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "bench/load.h"
#include "citation/cursor.h"
#include "citation/document_mention.h"
#include "citation/pinpoint.h"
#include "ingest/read_text.h"
#include "text/repair.h"
#include "text/word_scan.h"

namespace rasoat::bench {
namespace {

using Spans = std::vector<std::pair<uint32_t, uint32_t>>;

// ---- rasoat ----

class Reader {
 public:
  explicit Reader(const Lexicon& lexicon) : pinpoints_(lexicon), scan_(kHeads) {}

  Spans find(const TextBuffer& text) const {
    Spans out;
    uint32_t consumed = 0;
    const std::string_view lower = text.lower();
    scan_.for_each(lower, [&](const LiteralMatch& match) {
      const uint32_t at = match.span.begin;
      if (at < consumed || !is_word_boundary(lower, at)) return;
      if (!is_word_boundary(lower, match.span.end)) return;
      const size_t end = std::min(lower.find('\n', at), lower.size());
      Cursor cursor(lower, at, static_cast<uint32_t>(end));
      if (match.literal == kNumberMark) {
        cursor.move_to(match.span.end);
        while (cursor.peek() == ' ' || cursor.peek() == ':') cursor.move_to(cursor.at() + 1);
        if (!read_document_number(text.text(), cursor)) return;
      } else if (!read_pinpoint(text.text(), pinpoints_, cursor)) {
        return;
      }
      consumed = cursor.at();
      out.emplace_back(at, consumed);
    });
    return out;
  }

 private:
  static constexpr size_t kNumberMark = 0;
  static inline const std::array<std::string, 8> kHeads = {"số",       "điểm", "khoản",  "điều",
                                                           "tiểu mục", "mục",  "chương", "phần"};
  PinpointWords pinpoints_;
  WordScan scan_;
};

// ---- Boost.Regex ----

// The grammar over bytes of lower-case UTF-8. `after_list` are words that may follow a bare number
// of a list.
boost::regex grammar(const std::vector<std::string>& after_list) {
  const std::string end = "(?![0-9a-z\\xc3-\\xc6\\xe1])";
  const std::string whole = end + "(?![./][0-9])";
  const std::string letter = "(?:[a-eghik-vxy]|đ)";
  const std::string number = "[0-9]{1,4}(?:" + letter + "[0-9]{0,2})?" + whole;
  const std::string point = letter + "[0-9]{0,2}" + end + "\\)?";
  const std::string roman = "[ivxl]{1,8}(?:" + letter + "[0-9]{0,2})?" + end;
  const std::string ordinal =
      "thứ (?:mười (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín)|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|"
      "mười)" +
      end;
  std::string words;
  for (const std::string& word : after_list) words += (words.empty() ? "" : "|") + word;
  const std::string ends_list = "(?=[,;.):\\n]|\\z| (?:" + words + ")" + end + ")";
  const std::string separator = "(?:[ ,]*,[ ,]*(?:(?:và/hoặc|và|hoặc) )?| (?:và/hoặc|và|hoặc) )";
  const auto element = [&](const std::string& word, const std::string& label, bool letters) {
    const std::string more = letters ? "(?=[ ,;.):\\n]|\\z)" : ends_list;
    const auto list = [&](const std::string& ending) {
      return label + "(?:" + separator + label + ending + "| đến (?:hết )?(?:" + word + " )?" +
             label + ")*";
    };
    return "(?:các " + word + " " + list("(?=[ ,;.):\\n]|\\z)") + "|từ " + word + " " +
           list("(?=[ ,;.):\\n]|\\z)") + "|" + word + " (?:này" + end + "|" + list(more) + "))";
  };
  // "điểm 2 mục III" of texts without articles; "phần B"
  const std::string numbered = "[0-9]{1,4}(?:\\.[0-9]{1,4})*" + end + "(?!/)";
  const std::string numbered_point = "(?:các |từ )?điểm " + numbered + "(?:" + separator +
                                     numbered + "(?=[ ,;.):\\n]|\\z))*" +
                                     "(?=,? *(?:và |của )?(?:điểm|mục|phần|chương|điều|thông "
                                     "tư|nghị định|nghị quyết|chỉ thị|quyết "
                                     "định)" +
                                     end + ")";
  const std::string capital = "[a-h]" + end;
  const std::string any =
      "(?:tại )?(?:" + numbered_point + "|" + element("điểm", point, true) + "|" +
      element("khoản", number, false) + "|" + element("điều", number, false) + "|" +
      element("tiểu mục", "(?:" + roman + "|" + number + ")", false) + "|" +
      element("mục", "(?:" + roman + "|" + number + "|" + ordinal + ")", false) + "|" +
      element("chương", "(?:" + roman + "|" + number + "|" + ordinal + ")", false) + "|" +
      element("phần", "(?:" + roman + "|" + number + "|" + ordinal + "|" + capital + ")", false) +
      ")";
  const std::string joint = "(?:[ ,;]+(?:(?:và/hoặc|và|hoặc|của|tại|thuộc) )?)";
  const std::string name = "(?:[a-z]|[\\xc3-\\xc6][\\x80-\\xbf]|\\xe1[\\x80-\\xbf]{2})";
  const std::string document = "số[ :]*[0-9]{1,6}(?:\\.[0-9]+)?[a-z]?(?:[/&-] ?(?:" + name +
                               "|[0-9])+(?:\\.[0-9]+)?| - (?:ubnd|hđnd|ubtvqh|cp|ttg)[0-9]*" + end +
                               ")+";
  const std::string start = "(?<![0-9a-z\\x80-\\xbf])";
  return boost::regex(start + "(?:(?=điểm|khoản|điều|tiểu|mục|chương|phần)" + any + "(?:" + joint +
                          any + ")*|" + document + ")",
                      boost::regex::perl | boost::regex::optimize);
}

Spans find(const boost::regex& regex, const TextBuffer& text, size_t& gave_up) {
  Spans out;
  const std::string_view lower = text.lower();
  const char* at = lower.data();
  const char* const end = at + lower.size();
  boost::cmatch match;
  while (at < end) {
    try {
      if (!boost::regex_search(at, end, match, regex,
                               boost::match_default | boost::match_not_dot_newline, lower.data())) {
        break;
      }
    } catch (const std::runtime_error&) {
      ++gave_up;
      break;
    }
    out.emplace_back(static_cast<uint32_t>(match[0].first - lower.data()),
                     static_cast<uint32_t>(match[0].second - lower.data()));
    at = match[0].second;
  }
  return out;
}

// ---- comparison ----

void print_alone(const char* side, const Spans& mine, const Spans& other, const TextBuffer& text,
                 size_t& left) {
  Spans alone;
  std::set_difference(mine.begin(), mine.end(), other.begin(), other.end(),
                      std::back_inserter(alone));
  for (const auto& [begin, end] : alone) {
    if (left == 0) return;
    --left;
    std::printf("%s [%s]%s\n", side, std::string(text.lower().substr(begin, end - begin)).c_str(),
                std::string(text.lower().substr(end, 40)).c_str());
  }
}

int run(const char* folder, int rounds, size_t differences) {
  const Lexicon& lexicon = Lexicon::builtin();
  std::vector<TextBuffer> texts;
  double bytes = 0;
  for (const std::string& text : load_texts(folder)) {
    RawText raw;
    append_lines(text, raw);
    texts.push_back(repair(std::move(raw)));
    bytes += static_cast<double>(texts.back().text().size());
  }
  if (texts.empty()) {
    std::fprintf(stderr, "no *.txt in %s\n", folder);
    return 1;
  }
  const Reader reader(lexicon);
  const boost::regex regex = grammar(PinpointWords(lexicon).after_list);

  size_t ours = 0, theirs = 0, same = 0, gave_up = 0;
  for (const TextBuffer& text : texts) {
    const Spans a = reader.find(text), b = find(regex, text, gave_up);
    Spans both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    ours += a.size(), theirs += b.size(), same += both.size();
    print_alone("rasoat", a, b, text, differences);
    print_alone("boost ", b, a, text, differences);
  }
  std::printf("%zu texts, %.1f MB: rasoat %zu mentions, Boost.Regex %zu, the same %zu (%.2f %%)\n",
              texts.size(), bytes / 1e6, ours, theirs, same,
              200.0 * static_cast<double>(same) / static_cast<double>(ours + theirs));
  if (gave_up > 0) std::printf("Boost.Regex gave up in %zu texts\n", gave_up);

  std::vector<double> rasoat_seconds, boost_seconds;
  size_t sink = 0;
  for (int round = 0; round < rounds; ++round) {
    double begin = cpu_seconds();
    for (const TextBuffer& text : texts) sink += reader.find(text).size();
    rasoat_seconds.push_back(cpu_seconds() - begin);
    begin = cpu_seconds();
    for (const TextBuffer& text : texts) sink += find(regex, text, gave_up).size();
    boost_seconds.push_back(cpu_seconds() - begin);
  }
  const double a = median(rasoat_seconds), b = median(boost_seconds);
  std::printf("rasoat %.1f MB/s, Boost.Regex %.1f MB/s: %.1f times as fast (%zu)\n",
              bytes / 1e6 / a, bytes / 1e6 / b, b / a, sink % 2);
  return 0;
}

}  // namespace
}  // namespace rasoat::bench

int main(int count, char** words) {
  if (count < 2) {
    std::fprintf(stderr, "usage: mention_bench FOLDER [ROUNDS] [DIFFERENCES]\n");
    return 2;
  }
  return rasoat::bench::run(words[1], count > 2 ? std::atoi(words[2]) : 5,
                            count > 3 ? static_cast<size_t>(std::atol(words[3])) : 0);
}
