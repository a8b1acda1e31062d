#include "query/lexer.h"

#include <algorithm>
#include <array>

#include "text/lower.h"

namespace rasoat {
namespace {

struct Operator {
  std::string_view word;
  Token::Kind kind;
  bool vietnamese;
};

constexpr std::array<Operator, 6> kOperators{{
    {"AND", Token::Kind::kAnd, false},
    {"OR", Token::Kind::kOr, false},
    {"NOT", Token::Kind::kNot, false},
    {"VÀ", Token::Kind::kAnd, true},
    {"HOẶC", Token::Kind::kOr, true},
    {"KHÔNG", Token::Kind::kNot, true},
}};

// A query all in capitals shouts; its VÀ and KHÔNG are words.
bool all_capitals(std::string_view text) {
  for (const Operator& known : kOperators) {
    if (text == known.word) return false;
  }
  const std::string lower = lower_same_length(text);
  for (size_t i = 0; i < text.size(); ++i) {
    const bool letter = (lower[i] >= 'a' && lower[i] <= 'z');
    if (letter && lower[i] == text[i]) return false;
  }
  return true;
}

size_t characters_before(std::string_view text, size_t at) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool ends_word(char c) { return c == ' ' || c == '"' || c == '(' || c == ')'; }

}  // namespace

std::optional<Field> field_named(std::string_view name) {
  const std::string lower = lower_same_length(name);
  const std::string folded = fold_marks(lower);
  for (const FieldInfo& info : kFields) {
    if (lower == info.name || lower == info.vietnamese || folded == fold_marks(info.vietnamese)) {
      return info.field;
    }
  }
  return {};
}

Error query_error(std::string_view clean, Span span, std::string reason, std::string remedy) {
  constexpr uint32_t kMaxShown = 60;
  std::string shown(Span{span.begin, std::min(span.end, span.begin + kMaxShown)}.of(clean));
  // A character cut in two is not shown.
  while (!shown.empty() && span.size() > kMaxShown &&
         (static_cast<unsigned char>(shown.back()) & 0x80) != 0) {
    shown.pop_back();
  }
  std::string message =
      "câu hỏi sai ở ký tự thứ " + std::to_string(characters_before(clean, span.begin) + 1);
  if (!shown.empty()) message += " (" + shown + ")";
  return {ErrorCode::kInvalidArgument, message + ": " + reason, std::string(clean),
          std::move(remedy)};
}

Result<std::vector<Token>> tokens_of(std::string_view clean) {
  const bool shouts = all_capitals(clean);
  std::vector<Token> out;
  for (size_t at = 0; at < clean.size();) {
    const auto begin = static_cast<uint32_t>(at);
    Token token;
    switch (clean[at]) {
      case ' ':
        ++at;
        continue;
      case '(':
      case ')':
        token.kind = clean[at] == '(' ? Token::Kind::kOpen : Token::Kind::kClose;
        ++at;
        break;
      case '"': {
        const size_t end = clean.find('"', at + 1);
        if (end == std::string_view::npos) {
          return query_error(clean, {begin, static_cast<uint32_t>(clean.size())},
                             "dấu nháy kép mở mà không đóng",
                             "Hãy thêm dấu nháy kép ở cuối cụm từ.");
        }
        token.kind = Token::Kind::kPhrase;
        token.text = clean.substr(at + 1, end - at - 1);
        at = end + 1;
        break;
      }
      default: {
        if (clean.substr(at).starts_with("~(")) {
          token.kind = Token::Kind::kRanked;
          at += 2;
          break;
        }
        size_t end = at;
        while (end < clean.size() && !ends_word(clean[end])) ++end;
        std::string_view word = clean.substr(at, end - at);
        token.kind = Token::Kind::kWord;
        if (const size_t colon = word.find(':'); colon != std::string_view::npos) {
          if (const auto field = field_named(word.substr(0, colon))) {
            token.kind = Token::Kind::kField;
            token.field = *field;
            end = at + colon + 1;
            word = clean.substr(at, end - at);
          }
        }
        for (const Operator& known : kOperators) {
          if (word == known.word && !(known.vietnamese && shouts)) token.kind = known.kind;
        }
        token.text = word;
        at = end;
      }
    }
    token.span = {begin, static_cast<uint32_t>(at)};
    out.push_back(std::move(token));
  }
  const auto end = static_cast<uint32_t>(clean.size());
  out.push_back({Token::Kind::kEnd, "", Field::kAgency, {end, end}});
  return out;
}

}  // namespace rasoat
