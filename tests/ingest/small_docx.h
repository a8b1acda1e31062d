// DOCX files made in the test.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace rasoat::testing {

// A zip archive with these members.
std::string make_zip(const std::map<std::string, std::string>& members);

// A DOCX with this content of w:body; further parts by name ("word/numbering.xml").
std::string make_docx(std::string_view body, const std::map<std::string, std::string>& parts = {});

// The root element of a part with the namespaces that the tests use: "<w:NAME ...>inside</w:NAME>".
std::string part(std::string_view name, std::string_view inside);

}  // namespace rasoat::testing
