// Looking into the XML of a DOCX. Names are compared without their namespace prefix, since the
// transitional and the strict form of the standard have different namespaces.
#pragma once

#include <libxml/tree.h>
#include <libxml/xmlreader.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rasoat {

struct FreeXmlDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, FreeXmlDocument>;

struct FreeXmlReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};
using XmlReader = std::unique_ptr<xmlTextReader, FreeXmlReader>;

// Parses without network, without entities of the document's own and at most 256 levels deep, which
// bounds every walk over the tree. Null for what is no well-formed XML or has a DOCTYPE.
XmlDocument parse_xml(const std::string& xml);
XmlReader open_xml(const std::string& xml);

// The local name of an element, "" for anything else.
std::string_view local_name(const xmlNode* node);
// The value of the attribute of this local name, whatever its prefix.
std::optional<std::string> attribute(const xmlNode* node, std::string_view name);
std::optional<int> int_attribute(const xmlNode* node, std::string_view name);
// The first child element of this name; null when there is none or `node` is null.
const xmlNode* child(const xmlNode* node, std::string_view name);
// The attribute w:val of the child of this name: <w:jc w:val="center"/>.
std::optional<std::string> child_value(const xmlNode* node, std::string_view name);
std::optional<int> child_int(const xmlNode* node, std::string_view name);
// The text directly inside an element.
std::string text_of(const xmlNode* node);

}  // namespace rasoat
