// The zip gives the parts; styles.xml and numbering.xml are read first, then the main part block by
// block (only one block is in memory as a tree), then the notes whose marks have come up.
#include "ingest/read_docx.h"

#include <map>
#include <string>
#include <utility>

#include "ingest/docx_body.h"
#include "ingest/docx_numbering.h"
#include "ingest/docx_styles.h"
#include "ingest/docx_xml.h"
#include "ingest/refusal.h"
#include "ingest/zip_archive.h"

namespace rasoat {
namespace {

using Parts = std::map<std::string, std::string>;

bool is_wanted(std::string_view name) {
  if (name.ends_with(".rels")) return name.find("media") == std::string_view::npos;
  if (!name.ends_with(".xml")) return false;
  return name.find("theme") == std::string_view::npos &&
         name.find("header") == std::string_view::npos &&
         name.find("footer") == std::string_view::npos;
}

const std::string& part(const Parts& parts, const std::string& name) {
  static const std::string none;
  const auto found = parts.find(name);
  return found != parts.end() ? found->second : none;
}

// The part that a relationship of this type ("styles") points to from a part in `folder` ("word/").
std::string target(const std::string& relationships, std::string_view type,
                   const std::string& folder, const std::string& otherwise) {
  const XmlDocument document = parse_xml(relationships);
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  for (const xmlNode* node = root != nullptr ? root->children : nullptr; node != nullptr;
       node = node->next) {
    if (!attribute(node, "Type").value_or("").ends_with("/" + std::string(type))) continue;
    std::string path = attribute(node, "Target").value_or("");
    return path.starts_with("/") ? path.substr(1) : folder + path;
  }
  return otherwise;
}

// False when the main part breaks off or is no XML.
bool read_blocks(const std::string& xml, DocxBody& body) {
  const XmlReader reader = open_xml(xml);
  if (!reader) return false;
  bool in_body = false;
  int status = xmlTextReaderRead(reader.get());
  while (status == 1) {
    const xmlNode* node = xmlTextReaderCurrentNode(reader.get());
    const bool element = xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_ELEMENT;
    if (!in_body || !element) {
      in_body = in_body || (element && local_name(node) == "body");
      status = xmlTextReaderRead(reader.get());
      continue;
    }
    const xmlNode* block = xmlTextReaderExpand(reader.get());
    if (block == nullptr) return false;
    body.add_block(block);
    if (body.overflowed()) return true;
    status = xmlTextReaderNext(reader.get());
  }
  return status == 0 && in_body;
}

}  // namespace

Result<RawText> read_docx(std::string_view content, const IngestLimits& limits) {
  if (!content.starts_with("PK")) return refusal(ErrorCode::kEncrypted, FileFormat::kDocx);
  Result<Parts> unpacked = read_zip(content, limits.max_text_bytes, is_wanted);
  if (!unpacked) return unpacked.error();
  const Parts& parts = *unpacked;
  const std::string main =
      target(part(parts, "_rels/.rels"), "officeDocument", "", "word/document.xml");
  const size_t slash = main.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : main.substr(0, slash + 1);
  const std::string& relationships = part(
      parts, folder + "_rels/" + main.substr(slash == std::string::npos ? 0 : slash + 1) + ".rels");
  const auto related = [&](const std::string& type) -> const std::string& {
    return part(parts, target(relationships, type, folder, folder + type + ".xml"));
  };
  const DocxStyles styles(related("styles"));
  DocxNumbering numbering(related("numbering"));
  const XmlDocument footnotes = parse_xml(related("footnotes"));
  const XmlDocument endnotes = parse_xml(related("endnotes"));
  const DocxNotes notes{notes_by_id(footnotes.get()), notes_by_id(endnotes.get())};
  DocxBody body(styles, numbering, notes, limits.max_text_bytes);
  if (!read_blocks(part(parts, main), body)) {
    return refusal(ErrorCode::kDamaged, FileFormat::kDocx);
  }
  RawText out = body.finish();
  if (body.overflowed()) return refusal(ErrorCode::kTooLarge, FileFormat::kDocx);
  return out;
}

}  // namespace rasoat
