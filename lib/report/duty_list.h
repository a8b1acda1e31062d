// Duties with the fate of their bodies, as a table.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "report/grid.h"
#include "store/duty_fate.h"
#include "store/duty_sentences.h"

namespace rasoat {

// Duties with what became of their bodies on a day.
struct DutyList {
  std::vector<DutyRow> duties;
  std::vector<DutyFate> fates;         // one for each duty
  std::vector<DutyParts> parts;        // the same
  std::vector<TransferRow> transfers;  // that the fates name
  Date on;
};

// "từ ngày 01/07/2025 (72/2025/QH15)"; empty for a body that stands.
std::string end_in_words(const DutyFate& fate);
// Who has the task now: the bodies of the transfers, else "chưa có căn cứ chuyển giao"; empty for a
// body that stands.
std::string holders_in_words(const DutyFate& fate, const std::vector<TransferRow>& transfers);
// A line for each transfer: "khoản 1 Điều 5, Nghị định số 131/2025/NĐ-CP …", with how it fits where
// the officer has to compare.
std::string grounds_in_words(const DutyFate& fate, const std::vector<TransferRow>& transfers);

// What the body does: its role, or the kinds of action where the role says no more than that it
// acts.
std::string action_in_words(Role role, const DutyParts& parts);
// Condition, exception and deadline, a line each.
std::string conditions_in_words(const DutyParts& parts, const DutyRow& duty);

// One row for each duty, with quotation and place. Cells hold no control characters but '\n'.
Grid duty_list(const DutyList& list);

}  // namespace rasoat
