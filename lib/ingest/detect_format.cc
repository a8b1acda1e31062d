// The kind of a file is told from its first bytes and, for the two containers that offices use
// (OLE2 and zip), from the names inside. Portals serve HTML named .doc, offices rename RTF to .doc
// and web pages to .pdf, so the name is never looked at.
#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "ingest/decode_text.h"
#include "ingest/read_file.h"
#include "ingest/zip_archive.h"

namespace rasoat {
namespace {

using namespace std::string_view_literals;

constexpr size_t kFront = 4096;  // bytes in which a text shows that it is HTML

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The name of a stream in the directory of an OLE2 file: UTF-16LE.
std::string utf16(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

FileFormat detect_ole(std::string_view content) {
  if (contains(content, utf16("WordDocument"))) return FileFormat::kDoc;
  if (contains(content, utf16("Workbook")) || contains(content, utf16("Book"))) {
    return FileFormat::kXls;
  }
  if (contains(content, utf16("EncryptedPackage"))) return FileFormat::kDocx;
  return FileFormat::kUnknown;
}

FileFormat detect_zip(std::string_view content) {
  bool docx = false, xlsx = false;
  for (const std::string& name : zip_names(content)) {
    docx = docx || (name.starts_with("word/document") && name.ends_with(".xml"));
    xlsx = xlsx || name == "xl/workbook.xml" || name == "xl/workbook.bin";
  }
  if (docx) return FileFormat::kDocx;
  if (xlsx) return FileFormat::kXlsx;
  // An ODF file begins with the member "mimetype", stored as it is.
  if (contains(content.substr(0, 256), "application/vnd.oasis.opendocument.text")) {
    return FileFormat::kOdt;
  }
  // A broken-off archive has lost its list of names; those in the local headers are left.
  if (contains(content.substr(0, 1 << 20), "word/document.xml")) return FileFormat::kDocx;
  return FileFormat::kOtherZip;
}

bool is_image(std::string_view content) {
  for (const std::string_view front : {"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "GIF87a"sv,
                                       "GIF89a"sv, "II*\0"sv, "MM\0*"sv, "\0\0\0\x0CjP  "sv}) {
    if (content.starts_with(front)) return true;
  }
  if (content.starts_with("RIFF") && content.substr(8, 4) == "WEBP") return true;
  return content.starts_with("BM") && content.size() > 26 && content.substr(6, 4) == "\0\0\0\0"sv;
}

// HTML and its kin begin with '<' and soon have one of these.
FileFormat detect_markup(std::string_view front) {
  std::string lower(front);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const size_t begin = lower.find_first_not_of(" \t\r\n\f");
  if (begin == std::string::npos) return FileFormat::kText;
  const std::string_view text = std::string_view(lower).substr(begin);
  if (text.starts_with("mime-version:") || text.starts_with("content-type: multipart/related") ||
      (text.starts_with("from:") && contains(text, "multipart/related"))) {
    return FileFormat::kMhtml;
  }
  if (!text.starts_with("<")) return FileFormat::kText;
  // Word's HTML has <w:WordDocument> too.
  if (contains(text, "progid=\"word.document\"") || contains(text, "<pkg:package")) {
    return FileFormat::kWordXml;
  }
  for (const std::string_view tag :
       {"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<table", "<div", "<p>",
        "<p ", "<span", "<style", "<center", "<font", "<b>", "<h1", "<h2"}) {
    if (contains(text, tag)) return FileFormat::kHtml;
  }
  return FileFormat::kText;
}

}  // namespace

std::string_view name_of(FileFormat format) {
  switch (format) {
    case FileFormat::kText:
      return "text";
    case FileFormat::kPdf:
      return "pdf";
    case FileFormat::kDocx:
      return "docx";
    case FileFormat::kHtml:
      return "html";
    case FileFormat::kDoc:
      return "doc";
    case FileFormat::kRtf:
      return "rtf";
    case FileFormat::kXls:
      return "xls";
    case FileFormat::kXlsx:
      return "xlsx";
    case FileFormat::kOdt:
      return "odt";
    case FileFormat::kImage:
      return "image";
    case FileFormat::kOtherZip:
      return "zip";
    case FileFormat::kMhtml:
      return "mhtml";
    case FileFormat::kWordXml:
      return "word-xml";
    case FileFormat::kUnknown:
      break;
  }
  return "unknown";
}

FileFormat detect_format(std::string_view content) {
  if (content.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return detect_ole(content);
  if (content.starts_with("PK\x03\x04") || content.starts_with("PK\x05\x06")) {
    return detect_zip(content);
  }
  if (content.starts_with("{\\rtf")) return FileFormat::kRtf;
  if (is_image(content)) return FileFormat::kImage;
  const std::string front = front_as_utf8(content, kFront);
  const FileFormat markup = detect_markup(front);
  // ISO 32000-1, note 13 of annex H: readers take a header within the first 1024 bytes.
  if (markup == FileFormat::kText && contains(content.substr(0, 1024 + 5), "%PDF-")) {
    return FileFormat::kPdf;
  }
  if (is_binary(content)) return FileFormat::kUnknown;
  return markup;
}

}  // namespace rasoat
