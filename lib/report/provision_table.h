// The list of provisions that give tasks to a body, as rows and cells: what the writers of XLSX,
// HTML and CSV share.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/date.h"
#include "lexicon/lexicon.h"
#include "report/report_template.h"
#include "store/records.h"

namespace rasoat {

struct ProvisionListRequest {
  std::vector<DutyRow> duties;  // those of one document together, in the order of the text
  DutyFilter filter;            // what was asked
  std::string filter_document;  // number or name of the document in the filter; empty: all
  Date date;                    // of the list
};

struct ProvisionTable {
  struct Row {
    std::vector<std::string> cells;  // one for each column; '\n' separates paragraphs
  };
  struct Group {
    std::string document;  // number, date and issuer; title; file: a line each
    std::vector<Row> rows;
  };

  std::string title, question, date, total, none, caution, sheet, page;
  std::string abolished;  // which bodies of the list have ended at its date; may be empty
  std::vector<ReportColumn> columns;
  std::vector<Group> groups;
  size_t provisions = 0;
};

// One row for each provision: the bodies that it gives tasks to stand in one cell. Cells hold no
// control characters.
ProvisionTable make_provision_table(const ProvisionListRequest& request, const ReportTemplate& form,
                                    const Lexicon& lexicon);

// "Quyết định số 12/2023/QĐ-UBND ngày 05/04/2023 của Ủy ban nhân dân tỉnh X", with what is known.
std::string document_in_words(const DocumentLabel& document);

// "Khoản 2 Điều 5", as the words of a cell begin.
std::string provision_in_line(const ProvisionLabel& provision);

}  // namespace rasoat
