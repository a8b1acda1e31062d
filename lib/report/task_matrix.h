// Tasks by bodies: who decides, who leads, who takes part.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "report/grid.h"
#include "store/lead_findings.h"
#include "store/records.h"

namespace rasoat {

struct TaskMatrix {
  struct Body {
    std::string agency;  // key
    std::string name;
    AdminLevel level = AdminLevel::kNone;
  };
  struct Mark {
    std::string mark;  // "CT"
    std::string name;  // "chủ trì"
  };
  struct Cell {
    std::vector<std::string> marks;
    bool conflict = false;  // one of two leads, or lead and partner
  };
  struct Row {
    DocumentLabel document;
    ProvisionLabel provision;
    SourcePlace place;
    std::string text;              // of the task, without the bodies in front of it
    std::map<size_t, Cell> cells;  // by place in `bodies`
    bool no_lead = false;
    std::vector<LeadFinding::Rule> faults;  // each once
  };

  std::vector<Body> bodies;  // that occur, from the centre to the commune
  std::vector<Row> rows;     // in the order of the duties
  std::vector<Mark> legend;  // the marks that occur
};

struct MatrixFilter {
  std::vector<std::string> agencies = {};  // keys; rows with one of them; empty: all rows
  std::vector<AdminLevel> levels = {};     // rows with a body of one of them
};

// A row for each task of a plan, and for each sentence with duties in other documents. A document
// that has tasks gives no other rows. `findings` are those of the same rows.
TaskMatrix task_matrix(const std::vector<DutyRow>& duties, const std::vector<PlanRow>& tasks,
                       const std::vector<LeadFinding>& findings, const MatrixFilter& filter,
                       const Lexicon& lexicon);

// "CT: chủ trì; PH: phối hợp"
std::string legend_in_words(const TaskMatrix& matrix);
// What is to be said of a row: its faults by name, or that nobody is known to do it.
std::vector<std::string> remarks(const TaskMatrix::Row& row);
// The words of a row, at most `words` of them, on one line.
std::string shortened(std::string_view text, size_t words);

// As many cells as a reader of a sheet or page can still use; more are for JSON.
inline constexpr size_t kMostMatrixCells = 1'000'000;
// A sheet or page with red cells and grey rows. Cells hold no control characters.
Grid matrix_grid(const TaskMatrix& matrix);

}  // namespace rasoat
