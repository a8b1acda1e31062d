#include "akn/meta.h"

namespace rasoat {
namespace {

constexpr std::string_view kProgram = "rasoat";  // eIds of the bodies
constexpr std::string_view kIssuer = "issuer";
constexpr std::string_view kOrganizations = "/akn/ontology/organization/vn/";

std::string reference_to(std::string_view eid) { return "#" + std::string(eid); }

void write_name(XmlWriter& xml, const std::string& self, const std::string& whole) {
  xml.empty("FRBRthis", "value", self);
  xml.empty("FRBRuri", "value", whole);
}

void write_alias(XmlWriter& xml, std::string_view name, std::string_view value) {
  xml.start("FRBRalias");
  xml.attribute("name", name);
  xml.attribute("value", value);
  xml.end();
}

void write_date(XmlWriter& xml, std::string_view date, std::string_view name) {
  xml.start("FRBRdate");
  xml.attribute("date", date);
  xml.attribute("name", name);
  xml.end();
}

void write_body(XmlWriter& xml, std::string_view eid, std::string_view name,
                std::string_view shown) {
  xml.start("TLCOrganization");
  xml.attribute("eId", eid);
  xml.attribute("href", std::string(kOrganizations) + std::string(name));
  xml.attribute("showAs", shown);
  xml.end();
}

}  // namespace

void write_meta(XmlWriter& xml, const AnalyzedDocument& document, const DocumentNames& names,
                std::optional<Date> read, std::string_view component) {
  const DocumentHead& head = document.document.head;
  const bool main = component == "main";
  const std::string part = "/!" + std::string(component);
  const std::string original = names.akn + "/vie@";

  xml.start("meta");
  xml.start("identification");
  xml.attribute("source", reference_to(kProgram));

  xml.start("FRBRWork");
  write_name(xml, names.akn + part, names.akn);
  if (main) {
    write_alias(xml, "urn:lex", names.urn);
    write_alias(xml, "rasoat", document.id);
  }
  write_date(xml, names.iso_date, head.date ? "ban-hanh" : "khong-ro");
  xml.empty("FRBRauthor", "href", reference_to(kIssuer));
  xml.empty("FRBRcountry", "value", "vn");
  xml.empty("FRBRsubtype", "value", names.subtype);
  if (!head.number.empty()) xml.empty("FRBRnumber", "value", head.number);
  xml.end();

  xml.start("FRBRExpression");
  write_name(xml, original + part, original);
  write_date(xml, names.iso_date, head.date ? "ban-hanh" : "khong-ro");
  xml.empty("FRBRauthor", "href", reference_to(kIssuer));
  xml.empty("FRBRlanguage", "language", "vie");
  xml.end();

  xml.start("FRBRManifestation");
  write_name(xml, original + part + ".xml", original + ".akn");
  write_date(xml, read ? read->iso() : std::string(kUnknownDate), read ? "nap" : "khong-ro");
  xml.empty("FRBRauthor", "href", reference_to(kProgram));
  xml.end();

  xml.end();  // identification
  if (main) {
    xml.start("references");
    xml.attribute("source", reference_to(kProgram));
    write_body(xml, kIssuer, names.author.empty() ? "khong-ro" : names.author,
               head.issuer.empty() ? "không rõ" : std::string_view(head.issuer));
    write_body(xml, kProgram, kProgram, kProgram);
    xml.end();
  }
  xml.end();
}

}  // namespace rasoat
