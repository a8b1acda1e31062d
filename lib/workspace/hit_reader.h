// From a hit of the index to the words of its provision.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "index/search_index.h"
#include "store/store.h"
#include "workspace/passage.h"
#include "workspace/workspace.h"

namespace rasoat {

// Keeps the document of the last hit, as several in a row are often of one.
class HitReader {
 public:
  HitReader(const Store& store, const Lexicon& lexicon, const Wanted& wanted)
      : store_(store), lexicon_(lexicon), wanted_(wanted) {}

  // Nothing where the document, or the provision, has gone since the index was made. Of a passage
  // the provision below it that fits best.
  Result<std::optional<SearchHit>> read(const IndexHit& hit, bool passage);

 private:
  const Store& store_;
  const Lexicon& lexicon_;
  const Wanted& wanted_;
  uint32_t number_ = UINT32_MAX;  // of the document that is held in analysis_
  AnalyzedDocument analysis_;
  std::string source_;
};

}  // namespace rasoat
