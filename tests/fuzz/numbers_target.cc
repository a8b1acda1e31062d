#include <algorithm>
#include <array>
#include <optional>

#include "base/date.h"
#include "citation/document_mention.h"
#include "citation/pinpoint.h"
#include "structure/ordinal.h"
#include "support/soundness.h"
#include "targets.h"
#include "text/encoding.h"
#include "text/lower.h"

namespace rasoat::fuzz {
namespace {

constexpr size_t kLongest = 4096;

class NumbersAt {
 public:
  explicit NumbersAt(std::string_view bytes)
      : text_(to_valid_utf8(bytes)), lower_(lower_same_length(text_)) {}

  std::string run() {
    uint32_t line_end = 0;
    for (uint32_t at = 0; at <= text_.size(); ++at) {
      if (at >= line_end) line_end = end_of_line(at);
      std::string fault = read_ordinals(at);
      if (fault.empty()) fault = read_words(at, line_end);
      if (!fault.empty()) return fault + " at byte " + std::to_string(at);
    }
    return {};
  }

 private:
  uint32_t end_of_line(uint32_t at) const {
    return static_cast<uint32_t>(std::min(text_.find('\n', at), text_.size()));
  }

  bool at_character(uint32_t at) const {
    return at == text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80;
  }

  // Structure's readers take a view, which they must not leave.
  std::string read_ordinals(uint32_t at) const {
    const std::string rest = lower_.substr(at, 64);  // a copy: reading behind it is an error
    size_t length = 0;
    if (const auto arabic = read_arabic(rest, length)) {
      if (length == 0 || length > rest.size()) return "length of an Arabic number";
      if (arabic->number < 0 || arabic->number > 9999) return "Arabic number out of bounds";
    }
    if (const auto roman = read_roman(rest, length)) {
      if (length == 0 || length > rest.size()) return "length of a Roman number";
      if (roman->number < 1 || roman->number > 89) return "Roman number out of bounds";
    }
    if (const auto word = read_ordinal_word(rest, length)) {
      if (length == 0 || length > rest.size()) return "length of an ordinal";
      if (*word < 1) return "ordinal out of bounds";
    }
    const int position = point_letter_position(rest.substr(0, at_character(at) ? 2 : 1));
    if (position > 0 && point_letter(position).empty()) return "a point without a letter";
    return {};
  }

  std::string read_words(uint32_t at, uint32_t end) const {
    Cursor number_cursor(lower_, at, end);
    const auto number = read_document_number(text_, number_cursor);
    if (std::string fault = moved(number_cursor, at, number.has_value()); !fault.empty()) {
      return "document number: " + fault;
    }
    if (number) {
      if (number->find(' ') != std::string::npos) return "a space in a document number";
      if (number->find('/') == std::string::npos && number->find('-') == std::string::npos) {
        return "a document number without a mark: " + *number;
      }
      if (number->size() > 2 * (number_cursor.at() - at)) return "a document number grew";
      if (at_character(at) && !testing::is_utf8(*number)) return "number is not UTF-8";
    }

    Cursor date_cursor(lower_, at, end);
    const auto date = read_date_words(date_cursor);
    if (std::string fault = moved(date_cursor, at, date.has_value()); !fault.empty()) {
      return "date: " + fault;
    }
    if (date && date->size() != 10) return "a date that is not ISO: " + *date;

    if (!at_character(at)) return {};
    Cursor unit_cursor(lower_, at, end);
    const auto units = read_pinpoint(text_, readers().pinpoints, unit_cursor);
    if (std::string fault = moved(unit_cursor, at, units.has_value()); !fault.empty()) {
      return "units: " + fault;
    }
    if (units) {
      if (units->units.empty() || units->units.size() > kMaxUnits) return "number of units";
      for (const UnitPath& unit : units->units) {
        if (!unit.lowest()) return "a unit of no level";
        if (unit.span.begin < at || unit.span.end > unit_cursor.at()) return "span of a unit";
      }
    }

    Cursor mention_cursor(lower_, at, end);
    const auto mention = readers().mentions.read(text_, mention_cursor);
    if (std::string fault = moved(mention_cursor, at, mention.has_value()); !fault.empty()) {
      return "mention: " + fault;
    }
    if (mention) {
      if (mention->span.begin > mention->span.end || mention->span.end > end) return "mention span";
      for (const std::string* words :
           {&mention->type, &mention->key, &mention->name, &mention->date}) {
        if (!testing::is_utf8(*words)) return "mention is not UTF-8";
      }
    }
    return {};
  }

  // A reader that takes something moves on, within its line; one that does not stays.
  std::string moved(const Cursor& cursor, uint32_t at, bool took) const {
    if (!took) return cursor.at() == at ? "" : "the cursor moved for nothing";
    if (cursor.at() <= at) return "the cursor stayed";
    if (cursor.at() > cursor.end()) return "the cursor left its line";
    if (!at_character(cursor.at())) return "the cursor stands inside a character";
    return {};
  }

  struct Readers {
    explicit Readers(const Lexicon& lexicon) : pinpoints(lexicon), mentions(lexicon) {}
    PinpointWords pinpoints;
    DocumentMentionReader mentions;
  };
  static const Readers& readers() { return Lexicon::builtin().derived<Readers>(); }

  const std::string text_;
  const std::string lower_;
};

}  // namespace

std::string numbers(std::string_view bytes) { return NumbersAt(bytes.substr(0, kLongest)).run(); }

}  // namespace rasoat::fuzz
