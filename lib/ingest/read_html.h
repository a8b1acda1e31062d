// HTML: pages saved from portals, and Word's or Excel's "save as web page" whatever its name.
#pragma once

#include <string_view>

#include "base/error.h"
#include "ingest/read_file.h"

namespace rasoat {

// The document's lines without the portal's menus and lists. Fails with kTooLarge when elements are
// nested deeper than any page is.
Result<RawText> read_html(std::string_view content, const IngestLimits& limits);

}  // namespace rasoat
