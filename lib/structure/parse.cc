#include "structure/parse.h"

namespace rasoat {

Document parse_document(const TextBuffer&, const Lexicon&) { return {}; }
std::string document_id(const DocumentHead&, const TextBuffer&, const Lexicon&) { return {}; }

}  // namespace rasoat
