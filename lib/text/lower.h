// Case and tone placement of Vietnamese text.
#pragma once

#include <string>
#include <string_view>

namespace rasoat {

// NFC Vietnamese text in lower case with the old tone placement made new (hoà → hòa, uỷ → ủy), at
// the same byte length, whatever the bytes are. A character whose lower-case form has another
// length is left as it is, and so are the old placements "uỳ", "uỹ" ("luỹ kế") and "oẽ", whose new
// ones are a byte shorter: look for such words in both spellings.
std::string lower_same_length(std::string_view text);

// The two steps of it: letters in lower case at `out`, which has room for as many bytes as the
// text; and in a text in lower case the old tone placement made new.
void lower_letters(std::string_view text, char* out);
void place_tones(std::string& lower);

// The text with its first character in upper case.
std::string capitalized(std::string_view text);

// Lower case, tone and vowel marks removed, đ → d: "Uỷ ban" → "uy ban". For keys of agencies and
// for search only: in ids of provisions đ and d differ.
std::string fold_marks(std::string_view text);

// fold_marks with every run of other characters than letters and digits made one '-', as in the
// keys of agencies and documents: "Sở Văn hóa, Thể thao" → "so-van-hoa-the-thao".
std::string slug(std::string_view text);

}  // namespace rasoat
