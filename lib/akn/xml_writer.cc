#include "akn/xml_writer.h"

#include <libxml/xmlwriter.h>

#include <new>

#include "text/encoding.h"

namespace rasoat {
namespace {

const xmlChar* as_xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

// https://www.w3.org/TR/xml/#NT-Char
bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

std::string for_xml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x80) {
      out += text[at++];
      continue;
    }
    const DecodedCharacter next = decode_utf8(text, at);
    if (next.valid && is_xml_character(next.code_point)) {
      out += text.substr(at, next.size);
    } else {
      out += "\uFFFD";
    }
    at += next.size;
  }
  return out;
}

}  // namespace

// libxml2 reports nothing here but a lack of memory, which is no error that a caller could meet.
struct XmlWriter::State {
  xmlBufferPtr buffer = xmlBufferCreate();
  xmlTextWriterPtr writer = buffer == nullptr ? nullptr : xmlNewTextWriterMemory(buffer, 0);

  State() {
    if (writer == nullptr) {
      xmlBufferFree(buffer);
      throw std::bad_alloc();
    }
    // The default grows by what is needed each time: quadratic for a large document.
    xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT);
  }
  ~State() {
    if (writer != nullptr) xmlFreeTextWriter(writer);
    xmlBufferFree(buffer);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

XmlWriter::XmlWriter() : state_(std::make_unique<State>()) {
  xmlTextWriterStartDocument(state_->writer, "1.0", "UTF-8", nullptr);
}

XmlWriter::~XmlWriter() = default;

void XmlWriter::start(const char* element) {
  xmlTextWriterStartElement(state_->writer, as_xml(element));
}

void XmlWriter::attribute(const char* name, std::string_view value) {
  xmlTextWriterWriteAttribute(state_->writer, as_xml(name), as_xml(for_xml(value).c_str()));
}

void XmlWriter::text(std::string_view text) {
  if (!text.empty()) xmlTextWriterWriteString(state_->writer, as_xml(for_xml(text).c_str()));
}

void XmlWriter::end() { xmlTextWriterEndElement(state_->writer); }

void XmlWriter::empty(const char* element, const char* name, std::string_view value) {
  start(element);
  attribute(name, value);
  end();
}

std::string XmlWriter::finish() && {
  xmlTextWriterEndDocument(state_->writer);
  xmlFreeTextWriter(state_->writer);  // flushes
  state_->writer = nullptr;
  return {reinterpret_cast<const char*>(xmlBufferContent(state_->buffer)),
          static_cast<size_t>(xmlBufferLength(state_->buffer))};
}

}  // namespace rasoat
