// The columns and the words of the list of provisions, as the lexicon gives them: the tables
// report_columns and report_texts, which a workspace may override.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "lexicon/lexicon.h"

namespace rasoat {

// What the program can put into a column.
enum class ReportSource {
  kEmpty,      // left for the officer
  kNumber,     // 1, 2, 3 through the whole list
  kDocument,   // type, number, date, issuer and title
  kProvision,  // "điểm a khoản 2 Điều 5", with the heading of its article
  kQuote,      // the words that set the duty
  kAgency,     // the bodies that have it
  kRole,
  kDeadline,  // of the task, as printed
  kPlace,     // page or line of the source file
  kNote,      // role, deadline, whether the body has ended, place
};

struct ReportColumn {
  std::string heading;
  double width = 10;  // characters
  ReportSource source = ReportSource::kEmpty;
};

class ReportTemplate {
 public:
  // kInvalidArgument, naming the table, for a source, order or width that makes no sense.
  static Result<ReportTemplate> read(const Lexicon& lexicon);

  const std::vector<ReportColumn>& columns() const { return columns_; }  // from the left
  // The words under a key of report_texts, "{}" replaced by the arguments in their order.
  std::string text(std::string_view key, const std::vector<std::string>& arguments = {}) const;

 private:
  std::vector<ReportColumn> columns_;
  std::vector<std::pair<std::string, std::string>> texts_;
};

}  // namespace rasoat
