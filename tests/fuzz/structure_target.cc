#include "source_text.h"
#include "structure/dump.h"
#include "structure/parse.h"
#include "support/soundness.h"
#include "targets.h"

namespace rasoat::fuzz {

std::string structure(std::string_view bytes) {
  const Lexicon& lexicon = Lexicon::builtin();
  const TextBuffer text = repaired_source(bytes);
  if (std::string fault = testing::fault_of(text); !fault.empty()) return fault;
  const Document document = parse_document(text, lexicon);
  if (std::string fault = testing::fault_of(document, text); !fault.empty()) return fault;
  if (!testing::is_utf8(document_id(document.head, text, lexicon))) return "document id";
  if (look_again(bytes)) {
    const TextBuffer again = repaired_source(bytes);
    if (again.text() != text.text()) return "another text the second time";
    if (dump(parse_document(again, lexicon), again) != dump(document, text)) {
      return "another tree the second time";
    }
  }
  return {};
}

}  // namespace rasoat::fuzz
