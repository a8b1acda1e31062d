// Reads what the writer wrote with libxml2's own parser and schema validator.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace rasoat::testing {

// The string value of the root element: its text nodes in their order. Fails the test where the XML
// is not well formed.
std::string text_of_xml(const std::string& xml);

// The schema of the standard in ../shared/standards, where present() says that it is there.
class AknSchema {
 public:
  static bool present();
  AknSchema();
  ~AknSchema();
  // What is wrong with a document; empty where it is valid.
  std::string faults_of(const std::string& xml) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rasoat::testing
