// The documents that a text has named so far, and what "Nghị định này", "Luật" and other short
// names stand for.
#pragma once

#include <deque>
#include <string>
#include <unordered_set>
#include <vector>

#include "citation/document_mention.h"
#include "citation/place.h"

namespace rasoat {

class NamedDocuments {
 public:
  // `reader` must outlive this.
  NamedDocuments(const DocumentMentionReader& reader, const Document& document);

  // To be called when the finder moves to another paragraph.
  void begin_line() { of_line_.clear(); }
  void note(const DocumentMention& mention);
  // The last mentions of this paragraph, in the order of the text.
  const std::deque<DocumentMention>& of_line() const { return of_line_; }

  // Gives a mention at this place its key ("this", the key behind an alias); false if it names no
  // particular document, or is the document's own number (running heads, repeated titles).
  bool resolve(const Place& place, DocumentMention& mention) const;

  // Gives "của Nghị định" the key of the only Nghị định that the text has named; false if there is
  // none, or several, or if this text can be meant.
  bool resolve_only_one(const Place& place, DocumentMention& mention) const;

  // Whether a bare "Nghị định" can be the text in which it stands, or a regulation issued with it.
  bool may_be_this(const Place& place, const std::string& type) const;

  // Reads the alias that a cue at `at` defines ("sau đây gọi là Luật") and returns its end; `at` if
  // none is defined.
  uint32_t define_alias(const Place& place, uint32_t at);

 private:
  struct Alias {
    std::string words;  // lower case
    std::string document;
    std::string type;
    bool attached = false;  // a regulation issued with the document
  };

  bool fits_this(const Place& place, const std::string& type) const;
  bool resolve_this(const Place& place, DocumentMention& mention) const;
  bool resolve_alias(const Place& place, DocumentMention& mention) const;
  bool resolve_qualified_this(const Place& place, DocumentMention& mention) const;
  bool resolve_short_number(const Place& place, DocumentMention& mention) const;
  const DocumentMention* named_by(std::string_view words, const DocumentTypeWord& word) const;

  static constexpr size_t kRemembered = 64;
  static constexpr size_t kMaxAliases = 256;
  static constexpr uint32_t kLongestDefinition = 240;  // bytes, from its cue on

  const DocumentMentionReader& reader_;
  std::unordered_set<std::string> component_types_;  // lower case: "quy chế"
  std::string first_type_;  // of the first document that the text names
  std::deque<DocumentMention> of_line_;
  std::deque<DocumentMention> of_text_;
  std::vector<Alias> aliases_;
};

}  // namespace rasoat
