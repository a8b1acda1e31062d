// Units that lost the line break before them, or stand apart from their number.
#pragma once

#include "text/clean_lines.h"

namespace rasoat {

// Cuts lines before the heading of an article that stands in them: behind the quotation mark that
// ends new wording (`… đồng."Điều 2. Sửa đổi …`), and behind the title of a chapter that "Điều"
// ends, with its number on the next line. Says of such a "Điều" that it begins a paragraph. Cuts
// them before the label of a first clause at the end of the article's heading ("Điều 9. Phí 1."),
// and before headings of chapters and sections at the end of what stands above an article.
// O(size of the text).
void mend_lost_breaks(CleanLines& clean);

}  // namespace rasoat
