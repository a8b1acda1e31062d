// The flags that choose duties; `duties` and `report provisions` share them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "store/records.h"
#include "workspace/workspace.h"

namespace CLI {
class App;
}

namespace rasoat::cli {

struct DutyFlags {
  std::vector<std::string> agencies;
  std::vector<std::string> levels;
  std::vector<std::string> roles;
  std::string document;
  bool with_heads = false;
};

// --level, any number of times; the values are words of level_from_words().
void add_level_option(CLI::App& command, std::vector<std::string>& levels, const std::string& help);
void add_duty_flags(CLI::App& command, DutyFlags& flags);

struct ChosenDuties {
  DutyFilter filter;
  std::string document;  // name of the one document that was chosen; empty: all
  std::vector<DutyRow> duties;
  size_t of_heads = 0;  // further ones of the heads of the bodies, not among `duties`
};

// The duties that the flags choose; with `abolished_on` those of bodies that had ended on that day.
Result<ChosenDuties> choose_duties(const Workspace& workspace, const DutyFlags& flags,
                                   std::optional<Date> abolished_on = {});

}  // namespace rasoat::cli
