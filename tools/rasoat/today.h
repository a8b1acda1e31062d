// The day of the machine's clock, in its time zone.
#pragma once

#include "base/date.h"

namespace rasoat::cli {

Date today();

}  // namespace rasoat::cli
