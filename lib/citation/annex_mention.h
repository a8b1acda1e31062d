// Phụ lục, Mẫu, Biểu: things that are pointed at, and are no units of a document's articles.
#pragma once

#include <string_view>

#include "citation/citation_words.h"
#include "citation/cursor.h"
#include "citation/document_mention.h"
#include "citation/place.h"
#include "lexicon/lexicon.h"

namespace rasoat {

class AnnexReader {
 public:
  explicit AnnexReader(const Lexicon& lexicon);

  // "Mẫu số 01 ban hành kèm theo Nghị định này" points at the Mẫu alone: the mention only says
  // where it is.
  bool points_at_annex(const Place& place, const DocumentMention& mention) const;

  // "Mục A Phụ lục II", "điểm 1 Mẫu số 02": the unit that ends at the cursor is one of a Phụ lục.
  bool unit_of_annex(const Place& place, Cursor cursor) const;

  // Whether a Mục or Phần that ends at `at` is one of a Phụ lục: its sentence names one behind it,
  // or "Sửa đổi Phụ lục số 01 … như sau:" introduces the place.
  bool amends_annex(const Place& place, uint32_t at) const;

 private:
  bool labelled(std::string_view words) const;

  CueWords words_;
};

}  // namespace rasoat
