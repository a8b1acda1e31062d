#include "citation/find.h"

namespace rasoat {

std::vector<Reference> find_references(const TextBuffer&, const Document&, const Lexicon&) {
  return {};
}

}  // namespace rasoat
