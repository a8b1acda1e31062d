// Unicode normal form C with the way back to the source kept.
#pragma once

#include <vector>

#include "text/characters.h"

namespace rasoat {

// Whether a line with this character may not be in NFC: a combining mark, or a character that has
// another form. False for every letter of Vietnamese in its composed form.
bool may_break_nfc(char32_t c);

// Brings a line into NFC. A character that was composed of several has the column of the first.
void compose(std::vector<SourceCharacter>& line);

}  // namespace rasoat
