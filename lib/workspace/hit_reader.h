// From a hit of the index to the words of its provision.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "index/search_index.h"
#include "store/store.h"
#include "workspace/passage.h"
#include "workspace/workspace.h"

namespace rasoat {

class HitReader {
 public:
  HitReader(const Store& store, const Lexicon& lexicon, const Wanted& wanted)
      : store_(store), lexicon_(lexicon), wanted_(wanted) {}

  // Nothing where the document, or the provision, has gone since the index was made. Of a passage
  // the provision below it that fits best. The document is kept for the next hit.
  Result<std::optional<SearchHit>> read(const IndexHit& hit, bool passage);
  // All that are still there, in the order of `hits`; each document is read once.
  Result<std::vector<SearchHit>> read_all(const std::vector<IndexHit>& hits, bool passages);

 private:
  Result<void> open(uint32_t document);

  const Store& store_;
  const Lexicon& lexicon_;
  const Wanted& wanted_;
  std::optional<NumberedDocument> held_;  // what was opened last
};

}  // namespace rasoat
