#include "ingest/number_format.h"

#include <algorithm>
#include <utility>

namespace rasoat {
namespace {

std::string letters(int number, char first) {
  if (number < 1) return "";
  const size_t repeats = std::min((number - 1) / 26 + 1, 40);
  return std::string(repeats, static_cast<char>(first + (number - 1) % 26));
}

std::string roman(int number) {
  if (number < 1 || number > 3999) return std::to_string(number);
  static constexpr std::pair<int, const char*> kSigns[] = {
      {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
      {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
  std::string out;
  for (const auto& [value, sign] : kSigns) {
    for (; number >= value; number -= value) out += sign;
  }
  return out;
}

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

}  // namespace

std::string format_number(int number, std::string_view format) {
  if (format == "none" || format == "bullet") return "";
  if (format == "lowerLetter") return letters(number, 'a');
  if (format == "upperLetter") return letters(number, 'A');
  if (format == "upperRoman") return roman(number);
  if (format == "lowerRoman") return lower_ascii(roman(number));
  std::string out = std::to_string(number);
  if (format == "decimalZero" && number >= 0 && number < 10) out.insert(0, "0");
  return out;
}

}  // namespace rasoat
