// The forms under which documents are looked up by number or by name.
#pragma once

#include <string>
#include <string_view>

#include "citation/number_key.h"
#include "structure/document.h"

namespace rasoat {

// "luật đất đai" for a law, code, ordinance or constitution; empty for other documents, which are
// not cited by name alone. Lower case, new tone placement, single spaces.
std::string name_key(const DocumentHead& head);
// The name in a reference's document ("name:luật đất đai|2013") in that form.
std::string name_key(std::string_view reference_document);

// What documents.number_key or documents.name_key must be for a reference to cite the document:
// "8/2025/qd-ubnd", or "name:luật đất đai". Empty for "this" and generic references.
std::string target_key(std::string_view reference_document);

}  // namespace rasoat
