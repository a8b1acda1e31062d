#include "citation/issued_text.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "citation/citation_words.h"
#include "citation/law_registry.h"
#include "citation/number_key.h"

namespace rasoat {
namespace {

bool issued_after(const Reference& cited, const CitingDays& here) {
  if (cited.document == "this") return false;
  const std::optional<CitingDays> there = citing_days(Date::from_iso(cited.date), cited.document);
  return there && there->first > here.last;
}

// "art_12a", "art_5__clause_2a".
bool is_inserted(const Provision& provision) {
  if (provision.level != Level::kArticle && provision.level != Level::kClause) return false;
  const std::string_view id = provision.id;
  const std::string_view number = id.substr(id.rfind('_') + 1);
  const size_t digits = number.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && number[digits] != '-';
}

// Classes of words, each made once for a lexicon: Lexicon::derived.
struct ChangeNotes {
  explicit ChangeNotes(const Lexicon& lexicon) : words(lexicon, "change-note") {}
  CueWords words;
};
struct ClosingWords {
  explicit ClosingWords(const Lexicon& lexicon) : words(lexicon, "closing") {}
  CueWords words;
};

// "[Khoản này được sửa đổi bởi …]": notes of portals. Where the first stands; empty for none.
Span first_change_note(std::string_view lower, const ChangeNotes& notes) {
  constexpr size_t kNoteBegin = 60;
  for (size_t at = lower.find('['); at != std::string_view::npos; at = lower.find('[', at + 1)) {
    const std::string_view begin = lower.substr(at, kNoteBegin);
    if (!notes.words.stand_in(begin)) continue;
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + begin.size())};
  }
  return {};
}

// A signature or recipients, or the words by which a law was passed, or an article on its effect
// among the last two. A text without articles need not show one.
bool shows_end(const TextBuffer& text, const Document& document, const ClosingWords& closing) {
  if (!document.asides.empty()) return true;
  constexpr int kLastArticles = 2;
  constexpr size_t kWindow = 2000;
  int seen = 0;
  for (auto at = document.provisions.rbegin(); at != document.provisions.rend(); ++at) {
    if (at->level != Level::kArticle) continue;
    std::string_view words = text.lower_of(at->full);
    if (words.size() > kWindow) words.remove_prefix(words.size() - kWindow);
    if (closing.words.stand_in(words)) return true;
    if (++seen == kLastArticles) return false;
  }
  return seen == 0;
}

}  // namespace

std::vector<Diagnostic> doubts_of_issued_text(const TextBuffer& text, const Document& document,
                                              const std::vector<Reference>& references,
                                              const Lexicon& lexicon) {
  std::vector<Diagnostic> out;
  const DocumentHead& head = document.head;
  if (!is_consolidated(head.number)) {
    const auto updated = [&](Span words, const char* why) {
      if (out.empty()) out.push_back({"updated-text", why, words});
    };
    if (const auto here = citing_days(head.date, head.number)) {
      const auto later =
          std::find_if(references.begin(), references.end(), [&](const Reference& reference) {
            return !reference.quoted && issued_after(reference, *here);
          });
      if (later != references.end()) {
        updated(later->span,
                "Văn bản viện dẫn văn bản ban hành sau nó: có thể là bản đã cập nhật nội dung sửa "
                "đổi, hoặc số, ngày ghi nhầm.");
      }
    }
    const auto inserted =
        std::find_if(document.provisions.begin(), document.provisions.end(), is_inserted);
    if (inserted != document.provisions.end()) {
      updated(inserted->label_span,
              "Văn bản có điều, khoản chèn thêm: có thể là bản đã cập nhật nội dung sửa đổi.");
    }
    const Span note = first_change_note(text.lower(), lexicon.derived<ChangeNotes>());
    if (!note.empty()) {
      updated(note, "Văn bản có ghi chú của trang đăng tải về nội dung đã được sửa đổi, bổ sung.");
    }
  }
  if (!shows_end(text, document, lexicon.derived<ClosingWords>())) {
    out.push_back({"end-not-seen",
                   "Không thấy phần cuối (nơi nhận, chữ ký): văn bản có thể thiếu trang.",
                   {}});
  }
  return out;
}

}  // namespace rasoat
