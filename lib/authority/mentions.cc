// From left to right: at each word the longest name of a body is read, and reading goes on behind
// it, so that a name inside a name is never found. Then names that stand side by side are joined to
// lists, and what one name leaves open is filled in from its list or its paragraph:
//   the level     "Hội đồng nhân dân, Ủy ban nhân dân cấp huyện": the next name that says one; else
//   the
//                 last one said before in the text (a law that speaks of "Ủy ban nhân dân cấp xã"
//                 and then of "Ủy ban nhân dân"), or the issuer's own; else all levels in force
//   the leader    "Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ"
//   the sector    "Giám đốc các Sở: Tư pháp, Nội vụ"
#include "authority/mentions.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "authority/key.h"
#include "text/lower.h"

namespace rasoat {
namespace {

constexpr size_t kMaxAliasWords = 10;
constexpr size_t kMaxAliases = 50;  // that begin with one word
constexpr size_t kMaxParenthesis = 20;
constexpr size_t kMaxAliasParenthesis = 40;
constexpr size_t kMaxGap = 6;  // words between two names of one list

class MentionFinder : private WordText {
 public:
  MentionFinder(const std::vector<Word>& words, std::string_view lower,
                const AuthorityLexicon& lexicon, const MentionContext& context)
      : WordText(words, lower),
        lexicon_(lexicon),
        context_(context),
        reader_{lexicon, words, lower, context.level} {}

  Mentions find() {
    read_names();
    join_lists();
    spread_leaders();
    fill_levels();
    return make();
  }

 private:
  void read_names() {
    for (size_t at = next_begin(0); at < words_.size(); at = next_begin(at)) at = read_name(at);
  }

  // The first word from `at` on with which a name may begin.
  size_t next_begin(size_t at) const {
    const auto may_begin = [&](const Word& word) {
      return lexicon_.may_begin_name(word.id) || may_begin_alias(word);
    };
    const auto from = words_.begin() + static_cast<std::ptrdiff_t>(at);
    return static_cast<size_t>(std::find_if(from, words_.end(), may_begin) - words_.begin());
  }

  // Reads the name that may begin at the word. Returns where reading goes on.
  size_t read_name(size_t at) {
    if (words_[at].kind != Word::Kind::kWord) return at + 1;
    const Alias* alias = may_begin_alias(words_[at]) ? alias_at(at) : nullptr;
    const BodyReader::Longest here = reader_.longest(at);
    if (const size_t trap = here.trap_length()) return at + trap;
    std::optional<BodyPhrase> body = reader_.read(at, here);
    if (body && !stands_alone(*body)) body.reset();
    if (alias != nullptr && (!body || body->end <= at + alias->words.size())) {
      bodies_.push_back(alias->body);
      bodies_.back().first = at;
      bodies_.back().end = at + alias->words.size();
      return bodies_.back().end;
    }
    if (!body) return at + 1;
    at = body->end;
    // "Cơ quan điều tra Bộ Công an": the body it belongs to, not one of its own.
    if (!bodies_.empty() && bodies_.back().end == body->first) {
      BodyPhrase& unit = bodies_.back();
      unit.end = body->end;
      if (unit.may_level && unit.levels.empty()) unit.levels = body->levels;
      return at;
    }
    read_leader_before(*body);
    bodies_.push_back(std::move(*body));
    at = read_sector_list(at);
    read_alias(at);
    return skip_alias(at);
  }

  // "(sau đây gọi chung là Ủy ban nhân dân cấp huyện)": the same bodies, not others.
  size_t skip_alias(size_t at) const {
    if (!is_mark(at, '(')) return at;
    size_t next = at + 1;
    if (is(next, "sau") && is(next + 1, "đây")) next += 2;
    if (!is(next, "gọi") && !is(next, "viết")) return at;
    for (; next < words_.size() && next < at + kMaxAliasParenthesis; ++next) {
      if (words_[next].kind == Word::Kind::kLineEnd) return at;
      if (is_mark(next, ')')) return next + 1;
    }
    return at;
  }

  // "(sau đây gọi tắt là Hội đồng thi đua)" behind a name: the words stand for it from here on.
  void read_alias(size_t at) {
    if (!is_mark(at, '(')) return;
    ++at;
    if (is(at, "sau") && is(at + 1, "đây")) at += 2;
    if (!is(at, "gọi")) return;
    ++at;
    if (is(at, "tắt") || is(at, "chung")) ++at;
    if (!is(at, "là")) return;
    ++at;
    Alias alias;
    alias.body = bodies_.back();
    size_t end = at;
    while (end < words_.size() && end < at + kMaxAliasWords &&
           words_[end].kind == Word::Kind::kWord) {
      alias.words.push_back(words_[end].span.of(lower_));
      ++end;
    }
    // A name that the tables know needs no alias; "đơn vị" and the like would stand for too much.
    if (alias.words.empty() || !is_mark(end, ')') || reader_.read(at)) return;
    if (!words_[at].capital && alias.words.size() < 3) return;
    alias.capital = words_[at].capital;
    alias_begins_.resize(lexicon_.book(false).vocabulary().size() + 1);
    alias_begins_[static_cast<size_t>(words_[at].id + 1)] = true;
    std::vector<Alias>& same = aliases_[alias.words.front()];
    if (same.size() < kMaxAliases) same.push_back(std::move(alias));
  }

  struct Alias {
    std::vector<std::string_view> words;  // lower case
    bool capital = false;                 // it is written with a capital letter
    BodyPhrase body;
  };

  bool may_begin_alias(const Word& word) const {
    return !alias_begins_.empty() && alias_begins_[static_cast<size_t>(word.id + 1)];
  }

  const Alias* alias_at(size_t at) const {
    const auto it = aliases_.find(words_[at].span.of(lower_));
    if (it == aliases_.end()) return nullptr;
    const Alias* best = nullptr;
    for (const Alias& alias : it->second) {
      if (alias.capital && !words_[at].capital) continue;
      bool same = true;
      for (size_t i = 0; i < alias.words.size() && same; ++i) same = is(at + i, alias.words[i]);
      if (same && (best == nullptr || alias.words.size() > best->words.size())) best = &alias;
    }
    return best;
  }

  // "Chủ tịch, Phó Chủ tịch Ủy ban nhân dân cấp huyện": the body of the second leader is the first
  // one's as well.
  void read_leader_before(const BodyPhrase& body) {
    size_t mark = body.first;
    if (mark < 2) return;
    --mark;
    if (!is_mark(mark, ',') && !is(mark, "và") && !is(mark, "hoặc")) return;
    const AuthorityLexicon::Leader* second = longest_prefix(lexicon_.leaders(), body.key);
    constexpr std::string_view kDeputy = "pho-";
    if (second == nullptr || !second->key.starts_with(kDeputy)) return;
    for (const AuthorityLexicon::Leader& first : lexicon_.leaders()) {
      if (std::string_view(second->key).substr(kDeputy.size()) != first.key) continue;
      const std::string name = lower_same_length(first.name);
      const size_t length = static_cast<size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
      if (mark < length) continue;
      const size_t at = mark - length;
      const Span span{words_[at].span.begin, words_[mark - 1].span.end};
      if (span.of(lower_) != name || (!bodies_.empty() && bodies_.back().end > at)) continue;
      BodyPhrase out = body;
      out.key = first.key + body.key.substr(second->key.size());
      out.first = at;
      out.end = mark;
      bodies_.push_back(std::move(out));
      pairs_.push_back(bodies_.size());
      return;
    }
  }

  // "bộ" and "sở" without a name are bodies only with a capital letter or after "các": the
  // syllables stand in many other words.
  bool stands_alone(const BodyPhrase& body) const {
    // "cơ quan trung ương có liên quan" is nobody in particular.
    if (body.key == "co-quan-trung-uong" &&
        (is(body.end, "liên") || (is(body.end, "có") && is(body.end + 1, "liên")))) {
      return false;
    }
    if (!body.short_form) return true;
    const Word& word = words_[body.first];
    if (word.capital || body.leader >= 0) return true;
    if (body.first > 2 && is(body.first - 1, "của") &&
        (is(body.first - 2, "hạn") || is(body.first - 2, "vụ") || is(body.first - 2, "nhiệm"))) {
      return true;  // "Nhiệm vụ, quyền hạn của sở"
    }
    return body.first > 0 && (is(body.first - 1, "các") || is_mark(body.first - 1, ','));
  }

  // "Giám đốc các Sở: Tư pháp, Nội vụ, Tài chính"
  size_t read_sector_list(size_t at) {
    const BodyPhrase plural = bodies_.back();
    const bool ministries = plural.key.ends_with("bo") && plural.short_form;
    if (!plural.short_form || !(plural.key.ends_with("so") || ministries)) return at;
    if (!is_mark(at, ':')) return at;
    std::vector<BodyPhrase> found;
    size_t next = at + 1;
    while (true) {
      const auto [length, index] = longest_sector(next);
      if (length == 0) break;
      BodyPhrase body = plural;
      body.short_form = false;
      body.first = next;
      body.end = next + length;
      body.key += "-" + lexicon_.sectors()[index].slug;
      found.push_back(std::move(body));
      next += length;
      if (is_mark(next, ',') || is_mark(next, ';') || is(next, "và")) {
        ++next;
      } else {
        break;
      }
    }
    if (found.empty()) return at;
    found.front().first = plural.first;
    bodies_.pop_back();
    at = found.back().end;
    for (BodyPhrase& body : found) bodies_.push_back(std::move(body));
    return at;
  }

  std::pair<size_t, size_t> longest_sector(size_t at) const {
    std::pair<size_t, size_t> best{0, 0};
    if (at >= words_.size()) return best;
    std::vector<PhraseBook::Match> matches;
    lexicon_.book(false).find(words_, at, matches);
    for (const PhraseBook::Match& match : matches) {
      const AuthorityLexicon::Meaning meaning = lexicon_.meaning(match.meaning);
      if (meaning.kind == AuthorityLexicon::Meaning::Kind::kSector) {
        best = {match.length, meaning.index};
      }
    }
    return best;
  }

  // Whether only commas, "và", "các" and the like stand between two names.
  bool joined(const BodyPhrase& left, const BodyPhrase& right) const {
    if (right.first - left.end > kMaxGap + kMaxParenthesis) return false;
    bool connector = false;
    size_t at = left.end;
    if (is_mark(at, '(')) {  // "Sở Y tế (Chi cục Dân số), Sở Nội vụ"
      while (at < right.first && !is_mark(at, ')')) ++at;
      if (at == right.first) return false;
      ++at;
    }
    if (right.first - at > kMaxGap) return false;
    for (; at < right.first; ++at) {
      if (is_mark(at, ',') || is_mark(at, ';') || is_mark(at, '/') || is(at, "và") ||
          is(at, "hoặc") || is(at, "cùng")) {
        connector = true;
      } else if (!(is(at, "các") || is(at, "một") || is(at, "số") || is(at, "những") ||
                   is(at, "mỗi") || is(at, "của") || is(at, "từng") || is(at, "ông") ||
                   is(at, "bà") || is(at, "đồng") || is(at, "chí"))) {
        return false;
      } else if (is(at, "của") && !connector) {
        return false;
      }
    }
    return connector || right.first == left.end;
  }

  void join_lists() {
    for (size_t i = 0; i < bodies_.size(); ++i) {
      if (i > 0 && joined(bodies_[i - 1], bodies_[i])) {
        ++lists_.back().count;
        lists_.back().end = bodies_[i].end;
      } else {
        lists_.push_back({bodies_[i].first, bodies_[i].end, i, 1});
      }
    }
  }

  void spread_leaders() {
    for (const MentionList& list : lists_) {
      for (size_t i = list.first_mention + 1; i < list.first_mention + list.count; ++i) {
        const BodyPhrase& left = bodies_[i - 1];
        BodyPhrase& right = bodies_[i];
        if (!left.spreads || right.leader >= 0 || right.takes_level) continue;
        const std::string& leader = lexicon_.leaders()[left.leader].key;
        // A leader reaches on to bodies of the same kind: cơ quan, cơ quan; Sở, Sở.
        const std::string_view kind = std::string_view(left.key).substr(leader.size() + 1);
        if (kind.substr(0, kind.find('-')) != right.key.substr(0, right.key.find('-'))) continue;
        right.key = leader + "-" + right.key;
        right.leader = left.leader;
        right.spreads = true;
      }
    }
  }

  void fill_levels() {
    for (const MentionList& list : lists_) {
      LevelSet following;
      for (size_t i = list.first_mention + list.count; i-- > list.first_mention;) {
        BodyPhrase& body = bodies_[i];
        if (!body.takes_level) continue;
        if (body.levels.empty() && !body.relative) body.levels = following;
        following = body.levels;
      }
    }
    const bool local = context_.level.issuer == AdminLevel::kProvince ||
                       context_.level.issuer == AdminLevel::kDistrict ||
                       context_.level.issuer == AdminLevel::kCommune;
    // The level last said of the same body in the same paragraph; else that in the article's
    // heading or its chapter's ("Điều 12. Thẩm tra dự thảo của Hội đồng nhân dân cấp huyện").
    std::unordered_map<std::string, std::pair<LevelSet, size_t>> last;
    LevelSet said;  // last in the text, of any body
    size_t said_at = 0;
    size_t line = 0, at = 0;  // of the text, and up to which word it is known
    Headings headings;
    headings.enter(*this, 0);
    for (BodyPhrase& body : bodies_) {
      // Only of UBND, HĐND and their parts does a bare name mean a certain level.
      if (!body.takes_level) continue;
      const bool council = body.key.find("ubnd") != std::string::npos ||
                           body.key.find("hdnd") != std::string::npos ||
                           body.key.ends_with("co-quan-chuyen-mon");
      if (!council && body.levels.empty() && !body.relative) continue;
      for (; at < body.first; ++at) {
        if (words_[at].kind != Word::Kind::kLineEnd) continue;
        headings.enter(*this, at + 1);
        ++line;
      }
      headings.add(body.levels);
      auto& [levels, where] = last[body.key];
      if (!body.levels.empty()) {
        levels = body.levels;
        where = line;
        said = body.levels;
        said_at = line;
      } else if (local) {
        body.levels = context_.level.issuer;
      } else if (body.relative && said_at == line && !said.empty()) {
        body.levels = said;  // "cùng cấp": of the councils named before it
      } else if (!levels.empty() && where == line) {
        body.levels = levels;
      } else if (!headings.levels().empty()) {
        body.levels = headings.levels();
      } else if (council && !body.key.ends_with("co-quan-chuyen-mon")) {
        body.levels = levels_in_force(context_.level.date);
      }
    }
  }

  // The levels that the headings above a line say.
  class Headings {
   public:
    // A line begins at the word.
    void enter(const MentionFinder& finder, size_t at) {
      in_article_ = finder.is(at, "điều") && at + 1 < finder.words_.size() &&
                    finder.words_[at + 1].kind == Word::Kind::kNumber;
      if (in_article_) {
        article_ = {};
        in_chapter_ = false;
      } else if (finder.is(at, "chương") || finder.is(at, "mục") || finder.is(at, "phần")) {
        article_ = chapter_ = {};
        in_chapter_ = true;
      }
    }
    void add(LevelSet levels) {
      if (in_article_) article_.add(levels);
      if (in_chapter_) chapter_.add(levels);
    }
    LevelSet levels() const { return article_.empty() ? chapter_ : article_; }

   private:
    bool in_article_ = false, in_chapter_ = false;
    LevelSet article_, chapter_;
  };

  // "Sở" and "Giám đốc Sở" in a text about Sở Tư pháp.
  void name_short_form(BodyPhrase& body) const {
    if (!body.short_form || context_.subject.empty()) return;
    const std::string_view own = body.key.ends_with("so") ? "so" : "bo";
    if (!context_.subject.starts_with(std::string(own) + "-")) return;
    for (size_t at = body.first > 0 ? body.first - 1 : 0; at < body.end; ++at) {
      if (is(at, "các")) return;  // "Giám đốc các sở"
    }
    body.key += context_.subject.substr(own.size());
  }

  Mentions make() {
    Mentions out;
    size_t pair = 0;
    for (size_t i = 0; i < bodies_.size(); ++i) {
      BodyPhrase& body = bodies_[i];
      name_short_form(body);
      Mention mention;
      if (pair < pairs_.size() && pairs_[pair] == i) {
        mention.paired = true;
        ++pair;
      }
      mention.first = body.first;
      mention.end = body.end;
      mention.span = {words_[body.first].span.begin, words_[body.end - 1].span.end};
      mention.keys = keys_of(body, body.levels);
      out.all.push_back(std::move(mention));
    }
    out.lists = std::move(lists_);
    return out;
  }

  const AuthorityLexicon& lexicon_;
  const MentionContext& context_;
  BodyReader reader_;
  std::vector<BodyPhrase> bodies_;
  std::vector<size_t> pairs_;  // indices of second members of "Chủ tịch, Phó Chủ tịch X"
  std::vector<MentionList> lists_;
  std::unordered_map<std::string_view, std::vector<Alias>> aliases_;  // by first word
  // Whether an alias begins with a word, by its id + 1: with one of those that the lexicon does not
  // know, for -1. Empty where there is no alias.
  std::vector<bool> alias_begins_;
};

}  // namespace

Mentions find_mentions(const std::vector<Word>& words, std::string_view lower,
                       const AuthorityLexicon& lexicon, const MentionContext& context) {
  return MentionFinder(words, lower, lexicon, context).find();
}

}  // namespace rasoat
