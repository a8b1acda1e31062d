#include "akn/xml_reading.h"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "support/shared_data.h"

namespace rasoat::testing {
namespace {

using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

Tree read(const std::string& xml) {
  return {xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "document.xml", nullptr,
                        XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES),
          xmlFreeDoc};
}

std::filesystem::path schema_path() { return shared_dir() / "standards/akomantoso30.xsd"; }

}  // namespace

std::string text_of_xml(const std::string& xml) {
  const Tree tree = read(xml);
  if (!tree) {
    ADD_FAILURE() << "not well formed: " << xml.substr(0, 500);
    return {};
  }
  const std::unique_ptr<xmlChar, decltype(xmlFree)> text(
      xmlNodeGetContent(xmlDocGetRootElement(tree.get())), xmlFree);
  return reinterpret_cast<const char*>(text.get());
}

struct AknSchema::State {
  xmlSchemaParserCtxtPtr parser = nullptr;
  xmlSchemaPtr schema = nullptr;
};

bool AknSchema::present() {
  return !shared_dir().empty() && std::filesystem::is_regular_file(schema_path());
}

AknSchema::AknSchema() : state_(std::make_unique<State>()) {
  const std::string path = schema_path().string();
  state_->parser = xmlSchemaNewParserCtxt(path.c_str());
  state_->schema = xmlSchemaParse(state_->parser);
  EXPECT_NE(state_->schema, nullptr) << path;
}

AknSchema::~AknSchema() {
  xmlSchemaFree(state_->schema);
  xmlSchemaFreeParserCtxt(state_->parser);
}

std::string AknSchema::faults_of(const std::string& xml) const {
  const Tree tree = read(xml);
  if (!tree) return "not well formed";
  std::string faults;
  const std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> validator(
      xmlSchemaNewValidCtxt(state_->schema), xmlSchemaFreeValidCtxt);
  const auto collect = [](void* out, xmlErrorPtr error) {
    auto& words = *static_cast<std::string*>(out);
    if (words.size() < 2000) words += std::to_string(error->line) + ": " + error->message;
  };
  xmlSchemaSetValidStructuredErrors(validator.get(), collect, &faults);
  if (xmlSchemaValidateDoc(validator.get(), tree.get()) != 0 && faults.empty()) {
    faults = "the validator itself failed";
  }
  return faults;
}

}  // namespace rasoat::testing
