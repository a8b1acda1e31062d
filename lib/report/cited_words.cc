#include "report/cited_words.h"

#include "structure/provision_words.h"

namespace rasoat {

std::string cited_in_words(const Reference& reference) {
  std::string document = reference.document;
  if (document == "this") {
    document = "văn bản này";
  } else if (document.starts_with("name:")) {
    document = document.substr(5);
    const size_t bar = document.find('|');
    if (bar != std::string::npos) document.replace(bar, 1, " năm ");
    const std::vector<std::string>& versions = reference.versions;
    for (size_t i = 0; i < versions.size(); ++i) {
      document += (i == 0 ? " (" : " hoặc ") + versions[i];
    }
    if (!versions.empty()) document += ')';
  }
  if (reference.provision.empty()) return document;
  return provision_in_words(reference.provision) + ", " + document;
}

}  // namespace rasoat
