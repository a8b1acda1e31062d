// Recursive descent over the tokens:
//
//   either  := all (OR all)*
//   all     := close (AND? close)*
//   close   := one (NEAR one)*, of phrases and words
//   one     := NOT one | '(' either ')' | '~(' (phrase | word)* ')' | field value | phrase | word
//
// Depth is bounded by kMaxQueryDepth before anything is entered, so that no query can exhaust the
// stack; the number of terms is bounded by the lexer's input and kMaxQueryTerms. AND and OR take
// their children into one flat list: a chain of a hundred words is one node, not a hundred levels.
#include <algorithm>
#include <utility>

#include "query/clean.h"
#include "query/document_number.h"
#include "query/field_values.h"
#include "query/lexer.h"
#include "query/query.h"
#include "query/question.h"
#include "query/syllables.h"
#include "query/synonyms.h"
#include "text/lower.h"

namespace rasoat {
namespace {

using Kind = Token::Kind;

std::string single_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string normal_form(std::string_view text) { return single_spaces(lower_same_length(text)); }

class Parser {
 public:
  Parser(std::string_view clean, std::vector<Token> tokens, const Lexicon& lexicon)
      : clean_(clean), tokens_(std::move(tokens)), lexicon_(lexicon) {}

  Result<Query> run() {
    if (next().kind == Kind::kEnd) return Query();
    Result<Query> out = either(0);
    if (!out) return out;
    if (next().kind == Kind::kClose) {
      return wrong("dấu đóng ngoặc thừa", "Hãy bỏ dấu này hoặc thêm dấu mở ngoặc.");
    }
    return out;
  }

 private:
  const Token& next() const { return tokens_[at_]; }

  Error wrong(std::string reason, std::string remedy) const {
    return query_error(clean_, next().span, std::move(reason), std::move(remedy));
  }

  static void add_child(Query& parent, Query child) {
    if (child.kind != parent.kind) {
      parent.children.push_back(std::move(child));
      return;
    }
    for (Query& grandchild : child.children) parent.children.push_back(std::move(grandchild));
  }

  static Query simplified(Query query) {
    return query.children.size() == 1 ? Query(std::move(query.children[0])) : std::move(query);
  }

  Result<Query> either(size_t depth) {
    Query out;
    out.kind = Query::Kind::kOr;
    while (true) {
      Result<Query> child = all(depth);
      if (!child) return child;
      add_child(out, std::move(*child));
      if (next().kind != Kind::kOr) return simplified(std::move(out));
      ++at_;
    }
  }

  Result<Query> all(size_t depth) {
    Query out;
    out.kind = Query::Kind::kAnd;
    while (true) {
      Result<Query> child = close(depth);
      if (!child) return child;
      add_child(out, std::move(*child));
      if (next().kind == Kind::kAnd) {
        ++at_;
      } else if (next().kind == Kind::kOr || next().kind == Kind::kClose ||
                 next().kind == Kind::kEnd) {
        return simplified(std::move(out));
      }
    }
  }

  Result<Query> close(size_t depth) {
    Result<Query> first = one(depth);
    if (!first || next().kind != Kind::kNear) return first;
    Query out;
    out.kind = Query::Kind::kNear;
    out.distance = next().distance;
    out.children.push_back(std::move(*first));
    while (next().kind == Kind::kNear) {
      const Token near = next();
      if (near.distance > kMaxDistance) {
        return wrong("khoảng cách không hợp lệ",
                     "Hãy viết NEAR/n với n từ 0 đến " + std::to_string(kMaxDistance) + ".");
      }
      if (near.distance != out.distance) {
        return wrong("các khoảng cách khác nhau trong một chuỗi NEAR",
                     "Hãy dùng một khoảng cách, hoặc nối hai vế bằng AND.");
      }
      ++at_;
      Result<Query> child = one(depth);
      if (!child) return child;
      out.children.push_back(std::move(*child));
      for (const Query& side : out.children) {
        const bool words = side.kind == Query::Kind::kWord || side.kind == Query::Kind::kPhrase;
        if (words && side.also.empty()) continue;
        return query_error(clean_, near.span, "NEAR chỉ nối được từ và cụm từ",
                           "Hãy viết từ hoặc cụm từ trong dấu nháy kép ở hai bên NEAR.");
      }
    }
    return out;
  }

  Result<Query> one(size_t depth) {
    if (depth >= kMaxQueryDepth) {
      return wrong("quá nhiều tầng ngoặc", "Hãy viết câu hỏi đơn giản hơn.");
    }
    if (++terms_ > 4 * kMaxQueryTerms) return wrong("quá nhiều từ", "Hãy viết câu hỏi ngắn hơn.");
    const Token token = next();
    switch (token.kind) {
      case Kind::kNot: {
        ++at_;
        Result<Query> child = one(depth + 1);
        if (!child) return child;
        Query out;
        out.kind = Query::Kind::kNot;
        out.children.push_back(std::move(*child));
        return out;
      }
      case Kind::kOpen: {
        ++at_;
        Result<Query> child = either(depth + 1);
        if (!child) return child;
        if (next().kind != Kind::kClose) {
          return query_error(clean_, token.span, "dấu mở ngoặc mà không đóng",
                             "Hãy thêm dấu đóng ngoặc.");
        }
        ++at_;
        return child;
      }
      case Kind::kRanked:
        return ranked();
      case Kind::kField:
        return field();
      case Kind::kPhrase:
      case Kind::kWord: {
        return words();
      }
      case Kind::kAnd:
      case Kind::kOr:
      case Kind::kNear:
      case Kind::kClose:
      case Kind::kEnd:
        break;
    }
    return wrong("thiếu từ cần tìm ở đây",
                 "Hãy viết từ cần tìm, hoặc đặt AND, OR, NOT trong dấu nháy kép nếu đó là từ.");
  }

  // The word or phrase that comes next.
  Query words() {
    const Token& token = tokens_[at_++];
    Query out;
    const auto number = document_number(token.text);
    const bool word = token.kind == Kind::kWord && !number;
    out.kind = word ? Query::Kind::kWord : Query::Kind::kPhrase;
    out.text = number ? *number : normal_form(token.text);
    for (const std::string& form : token.also) {
      if (out.also.size() == kMaxAddedForms) break;
      if (!syllables(lower_same_length(form)).empty()) out.also.push_back(normal_form(form));
    }
    return out;
  }

  Result<Query> ranked() {
    const Token open = tokens_[at_++];
    Query out;
    out.kind = Query::Kind::kRanked;
    while (next().kind == Kind::kWord || next().kind == Kind::kPhrase) {
      out.children.push_back(words());
    }
    if (next().kind == Kind::kEnd) {
      return query_error(clean_, open.span, "dấu mở ngoặc mà không đóng",
                         "Hãy thêm dấu đóng ngoặc.");
    }
    if (next().kind != Kind::kClose) {
      return wrong("trong ~(…) chỉ viết được từ và cụm từ",
                   "Hãy đặt trường và AND, OR, NOT ở ngoài dấu ngoặc.");
    }
    if (out.children.empty()) return wrong("thiếu từ cần tìm ở đây", "Hãy viết từ cần tìm.");
    ++at_;
    return simplified(std::move(out));
  }

  Result<Query> field() {
    const Token name = next();
    ++at_;
    const Token value = next();
    if ((value.kind != Kind::kWord && value.kind != Kind::kPhrase) || !value.also.empty()) {
      return query_error(clean_, name.span, "thiếu giá trị sau dấu hai chấm",
                         "Hãy viết giá trị ngay sau dấu hai chấm, trong dấu nháy kép nếu có nhiều "
                         "từ, ví dụ agency:\"UBND huyện\".");
    }
    ++at_;
    Query out;
    out.kind = Query::Kind::kField;
    out.field = name.field;
    out.text = single_spaces(value.text);
    Result<std::vector<std::string>> values =
        field_values(name.field, out.text, value.span, clean_, lexicon_);
    if (!values) return values.error();
    out.values = std::move(*values);
    return out;
  }

  std::string_view clean_;
  std::vector<Token> tokens_;
  const Lexicon& lexicon_;
  size_t at_ = 0;
  size_t terms_ = 0;
};

bool is_bare_punctuation(const Token& token) {
  return (token.kind == Kind::kWord || token.kind == Kind::kPhrase) &&
         syllables(lower_same_length(token.text)).empty();
}

// A text without any syntax.
Query plain_words(const std::vector<Token>& tokens, const Lexicon& lexicon) {
  std::vector<Query> words;
  for (const Token& token : tokens) {
    if (token.kind != Kind::kWord) continue;
    Query word;
    word.kind = Query::Kind::kWord;
    word.text = normal_form(token.text);
    words.push_back(std::move(word));
  }
  return words_together(std::move(words), lexicon);
}

// A question in words and words in quotation marks, without any other syntax.
std::optional<Query> quoted_question(const std::vector<Token>& tokens, const Lexicon& lexicon) {
  std::vector<Query> phrases;
  std::string rest;
  for (const Token& token : tokens) {
    if (token.kind == Kind::kEnd) continue;
    if (!token.also.empty()) return {};
    if (token.kind == Kind::kPhrase) {
      Query& phrase = phrases.emplace_back();
      phrase.kind = Query::Kind::kPhrase;
      phrase.text = normal_form(token.text);
    } else if (token.kind == Kind::kWord) {
      rest += (rest.empty() ? "" : " ") + token.text;
    } else {
      return {};
    }
  }
  if (phrases.empty()) return {};
  return parse_quoted_question(std::move(phrases), rest, lexicon);
}

}  // namespace

Result<Query> parse_query(std::string_view text, const Lexicon& lexicon,
                          std::vector<std::string>* added) {
  const Error too_long{ErrorCode::kInvalidArgument, "câu hỏi quá dài", "",
                       "Hãy viết câu hỏi ngắn hơn."};
  if (text.size() > kMaxQueryBytes) return too_long;
  const std::string clean = clean_query(text);
  Result<std::vector<Token>> tokens = tokens_of(clean);
  if (!tokens) return tokens.error();
  // A dash or a bullet between words is no word; after a field's colon it is a missing value.
  std::vector<Token> kept;
  for (Token& token : *tokens) {
    const bool is_value = !kept.empty() && kept.back().kind == Kind::kField;
    if (is_value || !is_bare_punctuation(token)) kept.push_back(std::move(token));
  }
  const auto terms = std::count_if(kept.begin(), kept.end(), [](const Token& token) {
    return token.kind == Kind::kWord || token.kind == Kind::kPhrase;
  });
  if (static_cast<size_t>(terms) > kMaxQueryTerms) return too_long;
  const bool plain = std::all_of(kept.begin(), kept.end(), [](const Token& token) {
    return (token.kind == Kind::kWord && token.also.empty()) || token.kind == Kind::kEnd;
  });
  std::vector<std::string> forms;
  std::vector<std::string>& told = added != nullptr ? *added : forms;
  if (plain) {
    std::optional<Query> question = parse_question(clean, lexicon);
    if (!question) question = plain_words(kept, lexicon);
    widen(*question, lexicon, told);
    return std::move(*question);
  }
  if (std::optional<Query> question = quoted_question(kept, lexicon)) {
    widen_words(*question, lexicon, told);
    return std::move(*question);
  }
  Result<Query> out = Parser(clean, std::move(kept), lexicon).run();
  if (out) widen_words(*out, lexicon, told);
  return out;
}

}  // namespace rasoat
