// What became of the bodies that provisions give tasks to, and which clauses moved those tasks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "authority/agency.h"
#include "base/date.h"
#include "lexicon/lexicon.h"
#include "store/records.h"

namespace rasoat {

// How the unit of a transfer lies to the provision of a duty.
enum class UnitFit : uint8_t {
  kSame,
  kWider,  // the unit holds the provision and more
  kPart,   // the unit is a part of the provision
};

std::string_view name_of(UnitFit fit);  // "same", "wider", "part"

struct DutyMove {
  size_t transfer = 0;  // index into the transfers
  UnitFit fit = UnitFit::kSame;
  // The unit is the provision, one body has the task now, and the former holder is named, or is the
  // only body there that has ended and of one kind with the new one. Else an officer has to compare
  // the two texts.
  bool certain = false;
};

struct DutyFate {
  // Of the body, where it had ended on the day. All heirs that the tables know; none where each
  // decree moves the tasks one by one.
  std::optional<AgencyEnd> end;
  std::vector<std::string> heir_names;  // in the order of end->heirs
  // Of the task, where the body has ended: the transfers that fit closest, all of them where
  // several fit alike. Empty: no held document is known to move it.
  std::vector<DutyMove> moves;
};

// One for each duty, in their order. `transfers` are all that are held; those of documents dated
// after the day, or before the duty's own document, move nothing. Linear in the number of duties
// and transfers.
std::vector<DutyFate> duty_fates(const std::vector<DutyRow>& duties,
                                 const std::vector<TransferRow>& transfers, Date on,
                                 const Lexicon& lexicon);

}  // namespace rasoat
