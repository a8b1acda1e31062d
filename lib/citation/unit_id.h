// The ids of the units that a reference names.
#pragma once

#include <string>

#include "citation/document_mention.h"
#include "citation/pinpoint.h"
#include "citation/place.h"

namespace rasoat {

// The id in another document, as far as the words tell it; `attached`: in the regulation issued
// with it.
std::string other_unit_id(const UnitPath& path, bool attached);

// The id in this document, with what the place of the words fills in: "khoản này", "khoản 2" alone,
// units of the regulation in which the words stand. `mention` is the document that the words name
// as this one ("Quy chế này"), or null. Empty if no unit of the tree encloses the words.
std::string own_unit_id(const Place& place, const UnitPath& path, const DocumentMention* mention);

}  // namespace rasoat
