// What a document is made of: its head, its provisions, its attachments, its quoted new wording.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/span.h"

namespace rasoat {

// Levels of a provision, high to low. Names of the levels in ids are in docs/architecture.md.
enum class Level : uint8_t {
  kTitle,       // trích yếu
  kPreamble,    // căn cứ, enacting clause, opening paragraphs
  kPart,        // Phần
  kChapter,     // Chương
  kSection,     // Mục
  kSubsection,  // Tiểu mục
  kArticle,     // Điều
  kHeading,     // "I." or "A." in a text without articles (plans, dispatches)
  kClause,      // khoản; in plans "1.", "1.1.", "1.1.1."
  kPoint,       // điểm
  kAnnex,       // Phụ lục, as a whole
};

struct Provision {
  std::string id;  // "art_5__clause_2__point_đ"; unique in its document
  Level level = Level::kArticle;
  std::string label;  // as printed, without closing mark: "Điều 5", "2", "đ", "Chương II", "1.1"
  Span label_span;         // with closing mark; empty for title and preamble
  Span heading;            // the heading's words; empty where the provision has none
  Span own;                // from the label to the first provision below (or to the end)
  Span full;               // with all provisions below
  int32_t parent = -1;     // index of the provision above, or -1
  uint16_t component = 0;  // index into Document::components
};

// The document itself, a regulation issued with it, or a Phụ lục.
struct Component {
  enum class Kind : uint8_t { kMain, kAttachment, kAnnex } kind = Kind::kMain;
  std::string prefix;  // of ids: "", "att_1__"; for an annex its own id, "annex_2"
  std::string type;    // "Quy chế", "Quy định", "Phụ lục"; empty for the main text
  Span title;          // "QUY CHẾ Quản lý chợ ..." without the "Kèm theo ..." line
  Span span;
};

struct DocumentHead {
  std::string type;    // "Thông tư"; empty where the text does not say
  std::string number;  // as printed, repaired: "24/2025/TT-BTP"
  std::string issuer;  // "Bộ Tư pháp", "Ủy ban nhân dân tỉnh Đắk Lắk"
  std::optional<Date> date;
  std::string place;                    // "Hà Nội"
  std::string title;                    // trích yếu, one line
  std::string signer;                   // the name below the signature
  std::vector<std::string> recipients;  // lines of Nơi nhận, without dashes

  Span number_span, date_span, title_span;
  std::vector<Span> bases;  // each căn cứ paragraph
};

struct Document {
  DocumentHead head;
  std::vector<Component> components;  // [0] is the main text
  std::vector<Provision> provisions;  // in the order of the text; title and preamble first
  std::vector<Span> quoted;           // new wording in an amending document; sorted, disjoint
  std::vector<Span> asides;  // Nơi nhận, signature blocks, alias-free furniture of the end;
                             // sorted, disjoint: no facts are read from these
  std::vector<Diagnostic> diagnostics;

  // Index of the provision with this id, or -1. O(number of provisions).
  int32_t find(std::string_view id) const;
  // Index of the deepest provision whose `full` holds the offset, or -1. O(log n).
  int32_t deepest_at(uint32_t offset) const;
  bool is_quoted(uint32_t offset) const;
  bool is_aside(uint32_t offset) const;
};

}  // namespace rasoat
