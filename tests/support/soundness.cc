#include "support/soundness.h"

#include <unordered_set>

#include "text/encoding.h"
#include "text/nfc.h"

namespace rasoat::testing {
namespace {

bool at_character(std::string_view text, uint32_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

bool is_within(Span span, std::string_view text) {
  return span.begin <= span.end && at_character(text, span.begin) && at_character(text, span.end);
}

std::string shown(Span span) {
  return " [" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")";
}

std::string fault_of_lines(const TextBuffer& buffer) {
  const std::string_view text = buffer.text();
  uint32_t at = 0;
  for (const TextLine& line : buffer.lines()) {
    if (line.span.begin != at) return "a line begins elsewhere than behind the one before";
    if (line.span.empty() || line.span.end > text.size()) return "a line is empty or too long";
    if (text[line.span.begin] == ' ' || text[line.span.end - 1] == ' ') {
      return "a line begins or ends with a space";
    }
    if (line.span.of(text).find('\n') != std::string_view::npos) return "a line holds a line end";
    at = line.span.end + 1;
  }
  if (at != (text.empty() ? 0 : text.size() + 1)) return "the lines are not the whole text";
  return {};
}

std::string fault_of_sorted(const std::vector<Span>& spans, std::string_view text,
                            const char* what) {
  for (size_t i = 0; i < spans.size(); ++i) {
    if (!is_within(spans[i], text)) return std::string(what) + " span outside the text";
    if (i > 0 && spans[i - 1].end > spans[i].begin) return std::string(what) + " spans overlap";
  }
  return {};
}

std::string fault_of_head(const DocumentHead& head, std::string_view text) {
  for (const Span span : {head.number_span, head.date_span, head.title_span}) {
    if (!is_within(span, text)) return "span of the head outside the text" + shown(span);
  }
  for (const Span base : head.bases) {
    if (!is_within(base, text)) return "span of a căn cứ outside the text" + shown(base);
  }
  for (const std::string* words :
       {&head.type, &head.number, &head.issuer, &head.place, &head.title, &head.signer}) {
    if (!is_utf8(*words)) return "part of the head is not UTF-8: " + *words;
  }
  for (const std::string& recipient : head.recipients) {
    if (!is_utf8(recipient)) return "recipient is not UTF-8: " + recipient;
  }
  return {};
}

std::string fault_of_provision(const Document& document, size_t index, std::string_view text) {
  const Provision& provision = document.provisions[index];
  const std::string name = " of provision " + provision.id;
  for (const Span span : {provision.full, provision.own, provision.label_span, provision.heading}) {
    if (!is_within(span, text)) return "span outside the text" + name + shown(span);
  }
  if (provision.id.empty() || !is_utf8(provision.id)) return "bad id" + name;
  if (!is_utf8(provision.label)) return "label is not UTF-8" + name;
  if (!provision.full.contains(provision.own)) return "own text outside the full text" + name;
  if (provision.parent >= static_cast<int32_t>(index) || provision.parent < -1) {
    return "parent does not stand before" + name;
  }
  if (provision.parent >= 0 &&
      !document.provisions[provision.parent].full.contains(provision.full)) {
    return "text outside that of the parent" + name;
  }
  if (index > 0 && document.provisions[index - 1].full.begin > provision.full.begin) {
    return "not in the order of the text" + name;
  }
  if (provision.component >= document.components.size()) return "no such component" + name;
  if (document.deepest_at(provision.own.begin) != static_cast<int32_t>(index)) {
    return "its first character belongs to another one" + name;
  }
  return {};
}

std::string fault_of_reference(const Reference& reference, const Document& document,
                               std::string_view text) {
  const std::string name = " of the reference to " + reference.document + " " +
                           reference.provision + shown(reference.span);
  if (!is_within(reference.span, text) || reference.span.empty()) return "span" + name;
  if (reference.from < 0 || reference.from >= static_cast<int32_t>(document.provisions.size())) {
    return "provision" + name;
  }
  const int32_t there = document.deepest_at(reference.span.begin);
  // In a text without units the preamble speaks to the end.
  const bool unowned = there < 0 && document.provisions[reference.from].level == Level::kPreamble;
  if (reference.from != there && !unowned) return "words outside the provision" + name;
  if (!unowned && !document.provisions[reference.from].full.contains(reference.span)) {
    return "words go beyond the provision" + name;
  }
  if (reference.document.empty()) return "no document" + name;
  if (reference.document == "this" && reference.provision.empty() && reference.type.empty()) {
    // "Nghị định này" is the document as a whole; units of it have an id.
    return "no unit" + name;
  }
  for (const std::string* words : {&reference.document, &reference.provision, &reference.type,
                                   &reference.date, &reference.issuer}) {
    if (!is_utf8(*words)) return "not UTF-8" + name;
  }
  return {};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const DecodedCharacter next = decode_utf8(bytes, at);
    if (!next.valid) return false;
    at += next.size;
  }
  return true;
}

std::string fault_of(const TextBuffer& buffer) {
  const std::string_view text = buffer.text();
  if (!is_utf8(text)) return "the text is not UTF-8";
  if (nfc(text) != text) return "the text is not in NFC";
  if (buffer.lower().size() != text.size()) return "the shadow has another length";
  if (!is_utf8(buffer.lower())) return "the shadow is not UTF-8";
  if (text.find("  ") != std::string_view::npos) return "two spaces in a row";
  if (text.find_first_of("\t\r\v\f") != std::string_view::npos) return "odd white space";
  for (const Furniture& furniture : buffer.furniture()) {
    if (!is_utf8(furniture.text)) return "furniture is not UTF-8";
  }
  for (const Diagnostic& diagnostic : buffer.diagnostics()) {
    if (!is_within(diagnostic.span, text)) return "span of diagnostic " + diagnostic.code;
  }
  return fault_of_lines(buffer);
}

std::string fault_of(const Document& document, const TextBuffer& buffer) {
  const std::string_view text = buffer.text();
  if (std::string fault = fault_of_head(document.head, text); !fault.empty()) return fault;
  if (document.components.empty()) return "no component";
  for (const Component& component : document.components) {
    if (!is_within(component.span, text) || !is_within(component.title, text)) {
      return "span of component " + component.prefix + " outside the text";
    }
  }
  std::unordered_set<std::string_view> ids;
  for (size_t p = 0; p < document.provisions.size(); ++p) {
    if (!ids.insert(document.provisions[p].id).second) {
      return "twice the id " + document.provisions[p].id;
    }
    if (std::string fault = fault_of_provision(document, p, text); !fault.empty()) return fault;
  }
  for (const auto& [spans, what] :
       {std::pair(&document.quoted, "quoted"), std::pair(&document.asides, "aside")}) {
    if (std::string fault = fault_of_sorted(*spans, text, what); !fault.empty()) return fault;
  }
  for (const Diagnostic& diagnostic : document.diagnostics) {
    if (!is_within(diagnostic.span, text)) return "span of diagnostic " + diagnostic.code;
    if (!is_utf8(diagnostic.message)) return "message of diagnostic " + diagnostic.code;
  }
  return {};
}

std::string fault_of(const std::vector<Reference>& references, const Document& document,
                     const TextBuffer& buffer) {
  for (size_t r = 0; r < references.size(); ++r) {
    if (std::string fault = fault_of_reference(references[r], document, buffer.text());
        !fault.empty()) {
      return fault;
    }
  }
  // "khoản 1 đến khoản 200" is 28 bytes of text and 200 references: none longer is expanded.
  const size_t bound = 16 + 10 * buffer.text().size();
  if (references.size() > bound) return "more references than the text has room for";
  return {};
}

}  // namespace rasoat::testing
