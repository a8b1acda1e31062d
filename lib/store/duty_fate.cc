// The transfers of a document's units stand in one ordered map: the units around a provision are
// looked up one by one, since ids nest only a few levels deep; those below it stand together.
#include "store/duty_fate.h"

#include <algorithm>
#include <map>
#include <utility>

#include "structure/provision_words.h"

namespace rasoat {
namespace {

// More parts of one provision than anybody reads.
constexpr size_t kMostParts = 64;

class Mover {
 public:
  Mover(const std::vector<TransferRow>& transfers, Date on) : transfers_(transfers) {
    for (size_t i = 0; i < transfers.size(); ++i) {
      const TransferRow& row = transfers[i];
      if (row.target_provision.empty() || (row.document.date && *row.document.date > on)) continue;
      by_unit_[{row.target->id, row.target_provision}].push_back(i);
    }
  }

  std::vector<DutyMove> moves(const DutyRow& duty) const {
    std::vector<DutyMove> out;
    const std::string& id = duty.provision.id;
    if (id.empty()) return out;
    for (std::string unit = id;;) {
      const auto found = by_unit_.find({duty.document.id, unit});
      if (found != by_unit_.end()) {
        take(duty, found->second, unit == id ? UnitFit::kSame : UnitFit::kWider, out);
      }
      if (!out.empty()) {  // units further out fit less
        doubt_several(out);
        return out;
      }
      const size_t end = unit.rfind("__");
      if (end == std::string::npos) break;
      unit.resize(end);
    }
    size_t looked = 0;
    for (auto at = by_unit_.upper_bound({duty.document.id, id});
         at != by_unit_.end() && at->first.first == duty.document.id &&
         at->first.second.starts_with(id) && looked < kMostParts;
         ++at, ++looked) {
      if (is_within(at->first.second, id)) take(duty, at->second, UnitFit::kPart, out);
    }
    return out;
  }

 private:
  void take(const DutyRow& duty, const std::vector<size_t>& rows, UnitFit fit,
            std::vector<DutyMove>& out) const {
    for (const size_t i : rows) {
      const TransferRow& row = transfers_[i];
      if (duty.document.date && row.document.date && *row.document.date < *duty.document.date) {
        continue;
      }
      const bool named = row.from == duty.agency;
      const auto& former = row.former;
      const bool found = std::find(former.begin(), former.end(), duty.agency) != former.end();
      // The parts of a list may name nobody: its lead-in does.
      const bool by_lead_in = fit == UnitFit::kPart && row.from.empty() && former.empty();
      if (!named && !found && !by_lead_in) continue;
      const bool alone = named || (former.size() == 1 && same_kind(duty.agency, row.to));
      out.push_back({i, fit, fit == UnitFit::kSame && alone});
    }
  }

  // Whether two bodies are of one kind, whatever their level: Ủy ban nhân dân and its chairman.
  static bool same_kind(std::string_view a, std::string_view b) {
    a = a.substr(0, a.find(':'));
    b = b.substr(0, b.find(':'));
    if (a.size() > b.size()) std::swap(a, b);
    return b.ends_with(a) && (a.size() == b.size() || b[b.size() - a.size() - 1] == '-');
  }

  // Where several bodies have it now, only the words tell which part each of them has.
  void doubt_several(std::vector<DutyMove>& moves) const {
    const bool several = std::any_of(moves.begin(), moves.end(), [&](const DutyMove& move) {
      return transfers_[move.transfer].to != transfers_[moves.front().transfer].to;
    });
    if (!several) return;
    for (DutyMove& move : moves) move.certain = false;
  }

  const std::vector<TransferRow>& transfers_;
  std::map<std::pair<std::string, std::string>, std::vector<size_t>> by_unit_;
};

}  // namespace

std::string_view name_of(UnitFit fit) {
  switch (fit) {
    case UnitFit::kSame:
      return "same";
    case UnitFit::kWider:
      return "wider";
    case UnitFit::kPart:
      return "part";
  }
  return "same";
}

std::vector<DutyFate> duty_fates(const std::vector<DutyRow>& duties,
                                 const std::vector<TransferRow>& transfers, Date on,
                                 const Lexicon& lexicon) {
  const Mover mover(transfers, on);
  std::map<std::string, DutyFate> ends;  // of bodies, without moves
  std::vector<DutyFate> out;
  out.reserve(duties.size());
  for (const DutyRow& duty : duties) {
    const auto [body, is_new] = ends.try_emplace(duty.agency);
    if (is_new) {
      std::optional<AgencyEnd> end = agency_end(duty.agency, lexicon);
      if (end && end->end <= on) {
        for (const std::string& heir : end->heirs) {
          body->second.heir_names.push_back(agency_display_name(heir, lexicon));
        }
        body->second.end = std::move(end);
      }
    }
    out.push_back(body->second);
    if (out.back().end) out.back().moves = mover.moves(duty);
  }
  return out;
}

}  // namespace rasoat
