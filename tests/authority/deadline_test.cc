#include "authority/deadline.h"

#include <gtest/gtest.h>

#include <string>

#include "authority/authority_lexicon.h"
#include "text/lower.h"

namespace rasoat {
namespace {

// "from..to recurrence [words]" of each deadline, joined by "; ".
std::string deadlines(const std::string& text) {
  const std::string lower = lower_same_length(text);
  const auto& lexicon = Lexicon::builtin().derived<AuthorityLexicon>();
  const std::vector<Word> words = split_words(text, lower, lexicon.book(false).vocabulary());
  std::string out;
  for (const Deadline& found : find_deadlines(words, lower, lexicon)) {
    if (!out.empty()) out += "; ";
    out += (found.from ? found.from->iso() : "") + ".." + (found.to ? found.to->iso() : "") + " " +
           found.recurrence + " [" + std::string(found.span.of(text)) + "]";
  }
  return out;
}

TEST(FindDeadlines, ReadsEachForm) {
  const struct {
    const char* text;
    const char* found;
    const char* reason;
  } rows[] = {
      {"Hoàn thành trước ngày 15 tháng 4 năm 2025.",
       "..2025-04-15  [trước ngày 15 tháng 4 năm 2025]", "a day in words"},
      {"chậm nhất vào ngày 25/12/2025", "..2025-12-25  [chậm nhất vào ngày 25/12/2025]", "slashes"},
      {"Từ ngày 01 tháng 3 năm 2025 đến hết ngày 31 tháng 12 năm 2026",
       "2025-03-01..2026-12-31  [Từ ngày 01 tháng 3 năm 2025 đến hết ngày 31 tháng 12 năm 2026]",
       "a range"},
      {"từ ngày 08 đến ngày 10 tháng 12 năm 2025",
       "2025-12-08..2025-12-10  [từ ngày 08 đến ngày 10 tháng 12 năm 2025]",
       "the first date takes month and year of the second"},
      {"trước ngày 01 tháng 12 hằng năm",
       ".. hang-nam-truoc-12-01 [trước ngày 01 tháng 12 hằng năm]", "every year"},
      {"trong Quý I/2026", "2026-01-01..2026-03-31  [Quý I/2026]", "a quarter"},
      {"trong tháng 2 năm 2024", "2024-02-01..2024-02-29  [trong tháng 2 năm 2024]",
       "a leap month"},
      {"trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ",
       "..  [trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ]", "a term has no date"},
      {"không quá 10 ngày, kể từ ngày có kết luận; sau đó gửi báo cáo",
       "..  [không quá 10 ngày, kể từ ngày có kết luận]", "a mark ends the event"},
      {"tối đa 15 ngày, trường hợp phức tạp", "..  [tối đa 15 ngày]", "no event"},
      {"trước ngày 25 hằng tháng", ".. hang-thang-truoc-25 [trước ngày 25 hằng tháng]",
       "every month"},
      {"Định kỳ hằng quý tổng hợp", ".. hang-quy [Định kỳ hằng quý]", "the longest words win"},
      {"khi có yêu cầu", ".. theo-yeu-cau [khi có yêu cầu]", "on demand, said otherwise"},
      {"Thường xuyên.", ".. thuong-xuyen [Thường xuyên]", "recurring"},
      {"Theo yêu cầu của cấp trên", ".. theo-yeu-cau [Theo yêu cầu]", "on demand"},
      {"định kỳ 6 tháng báo cáo", ".. dinh-ky-6-thang [định kỳ 6 tháng]", "a period"},
      {"trước ngày 31 tháng 02 năm 2025", "", "no day of the calendar"},
      {"trước, trong và sau thời gian phát động", "", "no deadline at all"},
      {"Luật ngày 15 tháng 4 năm 2025", "", "the date of a document"},
  };
  for (const auto& row : rows) EXPECT_EQ(deadlines(row.text), row.found) << row.reason;
}

TEST(FindDeadlines, SurvivesAnyInput) {
  for (const char* text : {"từ", "từ ngày", "trước", "trước ngày 1", "quý", "trong thời hạn",
                           "chậm nhất 99999999999999999999 ngày", "từ 1 đến 2 từ 3 đến"}) {
    deadlines(text);
  }
}

}  // namespace
}  // namespace rasoat
