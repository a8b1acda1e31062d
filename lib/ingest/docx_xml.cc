#include "ingest/docx_xml.h"

#include <libxml/parser.h>

#include <charconv>
#include <climits>
#include <mutex>

namespace rasoat {
namespace {

constexpr int kOptions =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;

bool acceptable(const std::string& xml) {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
  // Office files have no DOCTYPE, and one is needed to define entities.
  return xml.size() < INT_MAX && xml.find("<!DOCTYPE") == std::string::npos;
}

std::string_view as_view(const xmlChar* text) {
  return text != nullptr ? reinterpret_cast<const char*>(text) : "";
}

std::optional<int> to_int(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc()) return std::nullopt;
  return value;
}

}  // namespace

XmlDocument parse_xml(const std::string& xml) {
  if (!acceptable(xml)) return nullptr;
  return XmlDocument(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions));
}

XmlReader open_xml(const std::string& xml) {
  if (!acceptable(xml)) return nullptr;
  return XmlReader(
      xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions));
}

std::string_view local_name(const xmlNode* node) {
  return node != nullptr && node->type == XML_ELEMENT_NODE ? as_view(node->name) : "";
}

std::optional<std::string> attribute(const xmlNode* node, std::string_view name) {
  if (node == nullptr || node->type != XML_ELEMENT_NODE) return std::nullopt;
  for (const xmlAttr* a = node->properties; a != nullptr; a = a->next) {
    if (as_view(a->name) != name) continue;
    std::string value;
    for (const xmlNode* part = a->children; part != nullptr; part = part->next) {
      value += as_view(part->content);
    }
    return value;
  }
  return std::nullopt;
}

std::optional<int> int_attribute(const xmlNode* node, std::string_view name) {
  return to_int(attribute(node, name));
}

const xmlNode* child(const xmlNode* node, std::string_view name) {
  if (node == nullptr) return nullptr;
  for (const xmlNode* next = node->children; next != nullptr; next = next->next) {
    if (local_name(next) == name) return next;
  }
  return nullptr;
}

std::optional<std::string> child_value(const xmlNode* node, std::string_view name) {
  return attribute(child(node, name), "val");
}

std::optional<int> child_int(const xmlNode* node, std::string_view name) {
  return to_int(child_value(node, name));
}

std::string text_of(const xmlNode* node) {
  std::string out;
  for (const xmlNode* next = node->children; next != nullptr; next = next->next) {
    if (next->type == XML_TEXT_NODE || next->type == XML_CDATA_SECTION_NODE) {
      out += as_view(next->content);
    }
  }
  return out;
}

}  // namespace rasoat
