#include "index/corrections.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "index/lowering.h"
#include "index/terms.h"
#include "query/syllables.h"
#include "text/lower.h"

namespace rasoat::index_internal {
namespace {

constexpr size_t kMaxLetters = 10;  // of a syllable that is corrected
constexpr size_t kMaxCompared = 8;  // candidates whose neighbours are looked at
constexpr Xapian::doccount kCounted = 100;

constexpr std::string_view kLetters =
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";

std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> out;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80 && !out.empty()) {
      out.back() += c;
    } else {
      out.emplace_back(1, c);
    }
  }
  return out;
}

struct Candidate {
  std::string text;
  bool same_letters = false;
  Xapian::doccount frequency = 0;
  Xapian::doccount beside = 0;  // provisions that have it beside its neighbours
};

class Corrector {
 public:
  explicit Corrector(const Xapian::Database& database) : database_(database), forms_(database) {}

  void correct(const std::vector<std::string>& syllables, std::vector<Correction>& out) {
    for (size_t i = 0; i < syllables.size() && out.size() < kMaxCorrections; ++i) {
      const std::string& typed = syllables[i];
      if (typed.empty() || frequency(typed) > 0) continue;
      if (std::any_of(out.begin(), out.end(), [&](const auto& o) { return o.typed == typed; })) {
        continue;
      }
      const bool is_word =
          std::none_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!is_word) continue;
      const std::string before = i > 0 ? syllables[i - 1] : "";
      const std::string after = i + 1 < syllables.size() ? syllables[i + 1] : "";
      if (auto better = best(typed, before, after); !better.empty()) {
        out.push_back({typed, std::move(better)});
      }
    }
  }

 private:
  std::string best(const std::string& typed, const std::string& before, const std::string& after) {
    const std::vector<std::string> letters = characters(typed);
    if (letters.size() > kMaxLetters) return {};
    candidates_.clear();
    seen_.clear();
    typed_ = typed;
    static const std::vector<std::string> kAlphabet = characters(kLetters);
    for (size_t i = 0; i <= letters.size(); ++i) {
      for (const std::string& letter : kAlphabet) {
        std::vector<std::string> longer = letters;
        longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(i), letter);
        consider(longer);
        if (i == letters.size()) continue;
        std::vector<std::string> other = letters;
        other[i] = letter;
        consider(other);
      }
      if (i == letters.size()) continue;
      std::vector<std::string> shorter = letters;
      shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
      consider(shorter);
      if (i + 1 == letters.size()) continue;
      std::vector<std::string> turned = letters;
      std::swap(turned[i], turned[i + 1]);
      consider(turned);
    }
    const auto first = [](const Candidate& a, const Candidate& b) {
      if (a.same_letters != b.same_letters) return a.same_letters;
      if (a.frequency != b.frequency) return a.frequency > b.frequency;
      return a.text < b.text;
    };
    std::sort(candidates_.begin(), candidates_.end(), first);
    if (candidates_.size() > kMaxCompared) candidates_.resize(kMaxCompared);
    for (Candidate& candidate : candidates_) {
      if (!before.empty()) candidate.beside += count(before, candidate.text);
      if (!after.empty()) candidate.beside += count(candidate.text, after);
    }
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.beside > b.beside; });
    return candidates_.empty() ? "" : candidates_.front().text;
  }

  void consider(const std::vector<std::string>& letters) {
    std::string text;
    for (const std::string& letter : letters) text += letter;
    // What is typed with marks stands for a word with marks: the term without counts every form.
    if (text.empty() || has_marks(text) != has_marks(typed_) || !seen_.insert(text).second) return;
    const Xapian::doccount found = frequency(text);
    if (found > 0) candidates_.push_back({text, fold_marks(text) == fold_marks(typed_), found, 0});
  }

  // How many provisions have the syllable; one without marks in any form.
  Xapian::doccount frequency(const std::string& syllable) {
    if (has_marks(syllable)) return database_.get_termfreq(syllable_term(syllable));
    Xapian::doccount out = 0;
    for (const WordForms::Form& form : forms_.of("", syllable)) out += form.frequency;
    return out;
  }

  Xapian::doccount count(const std::string& left, const std::string& right) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(asked_words(left + " " + right, forms_));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return std::min(enquire.get_mset(0, kCounted).size(), kCounted);
  }

  const Xapian::Database& database_;
  WordForms forms_;
  std::string typed_;
  std::vector<Candidate> candidates_;
  std::set<std::string> seen_;
};

// The syllables of the words that are asked for; an empty one where neighbours end.
void gather(const Query& query, std::vector<std::string>& out) {
  switch (query.kind) {
    case Query::Kind::kWord:
    case Query::Kind::kPhrase: {
      const std::string lower = lower_same_length(query.text);
      for (const Span span : syllables(lower)) out.emplace_back(span.of(lower));
      if (query.kind == Query::Kind::kPhrase) out.emplace_back();
      break;
    }
    case Query::Kind::kField:
      out.emplace_back();
      break;
    case Query::Kind::kAnd:
    case Query::Kind::kOr:
    case Query::Kind::kNear:
    case Query::Kind::kRanked:
      for (const Query& child : query.children) gather(child, out);
      break;
    case Query::Kind::kNot:
    case Query::Kind::kNothing:
      break;
  }
}

}  // namespace

std::vector<Correction> corrections(const Xapian::Database& database, const Query& query) {
  std::vector<std::string> all;
  gather(query, all);
  std::vector<Correction> out;
  Corrector(database).correct(all, out);
  return out;
}

}  // namespace rasoat::index_internal
