#include "ingest/text_layer.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/characters.h"
#include "text/encoding.h"

namespace rasoat {
namespace {

// The least page of text, a page with a heading of an annex and a signature, has more.
constexpr size_t kLettersOnPage = 40;
constexpr size_t kLettersInDocument = 150;  // for each of its first two pages

// Letters in words of two or more: a watermark is spread out letter by letter.
size_t letters_in_words(std::string_view text) {
  size_t total = 0, word = 0;
  const auto end_word = [&] {
    if (word >= 2) total += word;
    word = 0;
  };
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    if (is_upper(next.code_point) || is_lower(next.code_point)) {
      ++word;
    } else {
      end_word();
    }
    at += next.size;
  }
  end_word();
  return total;
}

std::string without_digits(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return !(c >= '0' && c <= '9') && c != ' '; });
  return out;
}

// Lines of the visible stamp of a digital signature.
bool is_stamp(std::string_view text) {
  for (const std::string_view front :
       {"Ký bởi", "Người ký", "Cơ quan:", "Email:", "Thời gian ký", "Ngày ký",
        "Tổ chức:", "Digitally signed", "Signature", "Chữ ký"}) {
    if (text.starts_with(front)) return true;
  }
  return false;
}

}  // namespace

TextLayer judge_text_layer(const RawText& text, uint32_t pages) {
  struct Seen {
    uint32_t last_page = 0, pages = 0;
  };
  std::unordered_map<std::string, Seen> seen;
  for (const RawLine& line : text.lines) {
    Seen& entry = seen[without_digits(line.text)];
    if (entry.last_page != line.page || entry.pages == 0) ++entry.pages;
    entry.last_page = line.page;
  }
  std::vector<size_t> letters(pages + 1, 0);
  size_t total = 0;
  for (const RawLine& line : text.lines) {
    const bool again = pages > 2 && seen[without_digits(line.text)].pages * 2 > pages;
    if (again || is_stamp(line.text) || line.page > pages) continue;
    const size_t count = letters_in_words(line.text);
    letters[line.page] += count;
    total += count;
  }
  TextLayer out;
  uint32_t text_pages = 0;
  for (uint32_t page = 1; page <= pages; ++page) {
    if (letters[page] >= kLettersOnPage) {
      ++text_pages;
    } else {
      out.picture_pages.push_back(page);
    }
  }
  // A cover page in front of pictures is not the document.
  out.present = total >= kLettersInDocument * std::min(pages, 2U) && text_pages * 5 >= pages;
  return out;
}

}  // namespace rasoat
