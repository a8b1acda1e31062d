#include "ingest/pdf_child/page_words.h"

#include <poppler-rectangle.h>

#include <string>
#include <utility>

namespace rasoat {
namespace {

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

bool contains(const std::string& name, const char* part) {
  return name.find(part) != std::string::npos;
}

}  // namespace

PdfPage page_words(const poppler::page& page, uint32_t number) {
  PdfPage out;
  out.number = number;
  const poppler::rectf box = page.page_rect(poppler::crop_box);
  out.width = static_cast<float>(box.width());
  out.height = static_cast<float>(box.height());
  const auto orientation = page.orientation();
  if (orientation == poppler::page::landscape || orientation == poppler::page::seascape) {
    std::swap(out.width, out.height);
  }
  for (const poppler::text_box& word : page.text_list(poppler::page::text_list_include_font)) {
    PdfWord next;
    next.text = utf8(word.text());
    if (next.text.empty()) continue;
    const poppler::rectf at = word.bbox();
    next.left = static_cast<float>(at.left());
    next.right = static_cast<float>(at.right());
    next.top = static_cast<float>(at.top());
    next.bottom = static_cast<float>(at.bottom());
    next.rotation = static_cast<uint8_t>(word.rotation() & 3);
    next.space_after = word.has_space_after();
    if (word.has_font_info()) {
      next.size = static_cast<float>(word.get_font_size());
      const std::string font = word.get_font_name();
      next.bold = contains(font, "Bold") || contains(font, "bold") || contains(font, "Black") ||
                  contains(font, "Heavy");
      next.italic =
          contains(font, "Italic") || contains(font, "italic") || contains(font, "Oblique");
    }
    if (!(next.size > 0)) next.size = next.bottom - next.top;
    out.words.push_back(std::move(next));
  }
  return out;
}

}  // namespace rasoat
