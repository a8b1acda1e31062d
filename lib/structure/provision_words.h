// Provisions named as officers name them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "structure/document.h"

namespace rasoat {

// "điểm đ khoản 2 Điều 5" for "art_5__clause_2__point_đ", "Mục 1 Chương II" for "chp_2__sec_1",
// "khoản 1.2 Mục II" for "sec_2__clause_1__clause_1-2", "khoản 2 Điều 5 văn bản ban hành kèm theo"
// for "att_1__art_5__clause_2", "tên văn bản" and "phần mở đầu" for title and preamble. Parts of no
// known kind stand as they are. `attachment` is what "att_N" stands for: "Quy chế ban hành kèm
// theo".
std::string provision_in_words(std::string_view id,
                               std::string_view attachment = "văn bản ban hành kèm theo");

// The same with what the document itself says: the type of the attachment ("khoản 2 Điều 5 Quy chế
// ban hành kèm theo"), labels of parts, chapters and annexes as printed ("Chương II", "Phụ lục I").
std::string provision_in_words(const Document& document, size_t provision);

// The provisions that a user may mean by an id ("art_5__clause_2") or by words ("khoản 2 Điều 5",
// "khoản 2, điều 5", "khoan 2 dieu 5"), as indexes into Document::provisions. Words typed without
// marks fit đ and d alike; words that name a unit of the main text fit none of an attachment,
// unless the main text has no such unit. Linear in the number of provisions.
std::vector<size_t> provisions_named(const Document& document, std::string_view words);

// Whether a unit is the provision or lies below it, by the form of their ids. Everything lies below
// "", the document.
bool is_within(std::string_view unit, std::string_view provision);

}  // namespace rasoat
