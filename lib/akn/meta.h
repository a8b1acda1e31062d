// The `meta` element of a document and of its attachments.
#pragma once

#include <string_view>

#include "akn/akn_xml.h"
#include "akn/xml_writer.h"

namespace rasoat {

// `component` is "main" or the eId of an attachment. Only the main one declares the bodies that all
// refer to.
void write_meta(XmlWriter& xml, const AnalyzedDocument& document, const DocumentNames& names,
                std::optional<Date> read, std::string_view component);

}  // namespace rasoat
