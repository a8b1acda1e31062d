// The document that a reference names: by number, by name, or as "this".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "citation/cursor.h"
#include "lexicon/lexicon.h"
#include "text/prefix_set.h"

namespace rasoat {

// The words that open a mention of a document, in lower case.
struct DocumentTypeWord {
  std::string word;       // "nghị định"
  std::string type;       // "Nghị định"
  bool named = false;     // laws, codes, ordinances, the Constitution: cited by their name
  bool attached = false;  // "quy chế", "quy định", "điều lệ": issued with another document
  bool numbered = false;  // names a document only with its number: "NĐ 34/2016/NĐ-CP"
};

struct DocumentMention {
  enum class Kind {
    kThis,    // "Nghị định này"
    kNumber,  // "Nghị định số 34/2016/NĐ-CP"
    kName,    // "Luật Đất đai năm 2013"
    kBare,    // the type alone: "Luật", "Quyết định": an alias, or nothing
  } kind = Kind::kBare;
  Span span;
  std::string type;            // "Nghị định"; empty for a bare number
  std::string key;             // of kNumber and kName, as in the contract
  std::string name;            // lower-case name of a law, without year
  std::string date;            // ISO, where the words give it
  bool attached_unit = false;  // "Quy chế ban hành kèm theo Quyết định số …": units are att_1__
  bool capital = false;  // the type stands with a capital letter
};

class DocumentMentionReader {
 public:
  explicit DocumentMentionReader(const Lexicon& lexicon);

  const std::vector<DocumentTypeWord>& words() const { return words_; }

  // Reads the mention that begins at the cursor with one of words(), or with "số" and a number;
  // leaves the cursor behind it. Nothing, and the cursor where it was, if none stands there.
  // `owner`: the words stand where a document must ("Điều 3 Luật …"), so that "Luật" with a name in
  // lower case is a law.
  std::optional<DocumentMention> read(std::string_view text, Cursor& cursor,
                                      bool owner = false) const;

  // Whether a word stands at the cursor that no name of a document goes on with.
  bool ends_name(const Cursor& cursor) const;

 private:
  std::optional<DocumentMention> read_attached(std::string_view text, Cursor& cursor,
                                               DocumentMention mention) const;
  bool read_name(std::string_view text, Cursor& cursor, bool owner, DocumentMention& mention) const;
  bool read_far_number(std::string_view text, Cursor& cursor, DocumentMention& mention) const;
  size_t name_length(std::string_view text, const Cursor& cursor, size_t type_length,
                     bool owner) const;
  size_t amending_name_length(std::string_view text, const Cursor& cursor) const;
  const DocumentTypeWord* law_word_at(const Cursor& cursor) const;
  size_t amended_names_end(std::string_view text, const Cursor& cursor, size_t begin) const;

  // The longest of words() that stands at the cursor as a whole word, or null.
  const DocumentTypeWord* type_at(const Cursor& cursor) const;

  std::vector<DocumentTypeWord> words_;
  std::array<std::vector<uint8_t>, 256> words_by_first_;  // byte → indices into words_
  PrefixSet law_names_;                  // lower case, with their type: "luật đất đai"
  std::vector<std::string> name_stops_;  // end the name of a law that is not of the table
};

// Reads "34/2016/NĐ-CP", "18-L/CTN", "608/QĐ- TTg"; gives it without spaces, O in place of a
// misread letter repaired ("QHI5" → "QH15"). Nothing if no document number stands here.
std::optional<std::string> read_document_number(std::string_view text, Cursor& cursor);

// Reads "ngày 5 tháng 3 năm 2020", "ngày 5/3/2020", "ngày 05-3-2020" as an ISO date.
std::optional<std::string> read_date_words(Cursor& cursor);

}  // namespace rasoat
