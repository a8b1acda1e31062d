// Writes XML into memory. Element names and attribute names are literals of the program; text and
// values may be anything: what XML 1.0 cannot hold becomes U+FFFD.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rasoat {

class XmlWriter {
 public:
  XmlWriter();  // with the XML declaration
  ~XmlWriter();
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;

  void start(const char* element);
  // Of the element just started, before its content.
  void attribute(const char* name, std::string_view value);
  void text(std::string_view text);
  void end();  // the innermost open element

  // An element without content.
  void empty(const char* element, const char* name, std::string_view value);

  // Closes all that is open.
  std::string finish() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rasoat
