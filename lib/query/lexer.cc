#include "query/lexer.h"

#include <algorithm>
#include <array>

#include "query/query.h"
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

bool ends_word(char c) { return c == ' ' || c == '"' || c == '(' || c == ')' || c == '|'; }

// "NEAR", "NEAR/5", "GẦN/5": how many syllables may stand between; beyond kMaxDistance where the
// number is no good one.
std::optional<uint32_t> near_distance(std::string_view word, bool shouts) {
  size_t name = 0;
  if (word.starts_with("NEAR")) name = 4;
  constexpr std::string_view kVietnamese = "GẦN";
  if (!shouts && word.starts_with(kVietnamese)) name = kVietnamese.size();
  if (name == 0) return {};
  word.remove_prefix(name);
  if (word.empty()) return kDistance;
  if (word[0] != '/') return {};
  word.remove_prefix(1);
  uint32_t out = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return kMaxDistance + 1;
    out = std::min(out * 10 + static_cast<uint32_t>(c - '0'), kMaxDistance + 1);
  }
  return word.empty() ? kMaxDistance + 1 : out;
}

// Takes the forms behind a word: "|tthc|\"thủ tục\"". Nothing where a quotation does not close.
bool take_forms(std::string_view clean, size_t& at, std::vector<std::string>& forms) {
  while (at + 1 < clean.size() && clean[at] == '|') {
    size_t end = at + 1;
    if (clean[end] == '"') {
      end = clean.find('"', at + 2);
      if (end == std::string_view::npos) return false;
      forms.emplace_back(clean.substr(at + 2, end - at - 2));
      at = end + 1;
      continue;
    }
    while (end < clean.size() && !ends_word(clean[end])) ++end;
    if (end == at + 1) return true;
    forms.emplace_back(clean.substr(at + 1, end - at - 1));
    at = end;
  }
  return true;
}

// The query on one line and a caret below the character, each cut to what a screen shows.
std::string pointed_at(std::string_view clean, size_t at) {
  constexpr size_t kBefore = 50;  // characters
  constexpr size_t kAfter = 30;
  const auto is_begin = [&](size_t i) {
    return i >= clean.size() || (static_cast<unsigned char>(clean[i]) & 0xC0) != 0x80;
  };
  size_t begin = at;
  size_t before = 0;
  while (begin > 0 && before < kBefore) {
    do {
      --begin;
    } while (begin > 0 && !is_begin(begin));
    ++before;
  }
  size_t end = at;
  for (size_t after = 0; end < clean.size() && after < kAfter; ++after) {
    do {
      ++end;
    } while (!is_begin(end));
  }
  const std::string_view cut = begin > 0 ? "…" : "";
  std::string out = std::string(cut) + std::string(clean.substr(begin, end - begin));
  if (end < clean.size()) out += "…";
  return "  " + out + "\n  " + std::string(before + (begin > 0 ? 1 : 0), ' ') + "^";
}

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
  return {ErrorCode::kInvalidArgument, message + ": " + reason, "",
          remedy + "\n" + pointed_at(clean, span.begin)};
}

Result<std::vector<Token>> tokens_of(std::string_view clean) {
  const bool shouts = all_capitals(clean);
  std::vector<Token> out;
  for (size_t at = 0; at < clean.size();) {
    const auto begin = static_cast<uint32_t>(at);
    Token token;
    switch (clean[at]) {
      case ' ':
      case '|':
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
        if (const auto distance = near_distance(word, shouts);
            distance && token.kind == Token::Kind::kWord) {
          token.kind = Token::Kind::kNear;
          token.distance = *distance;
        }
        token.text = word;
        at = end;
      }
    }
    if (token.kind == Token::Kind::kWord || token.kind == Token::Kind::kPhrase) {
      if (!take_forms(clean, at, token.also)) {
        return query_error(clean,
                           {static_cast<uint32_t>(at + 1), static_cast<uint32_t>(clean.size())},
                           "dấu nháy kép mở mà không đóng", "Hãy thêm dấu nháy kép ở cuối cụm từ.");
      }
    }
    token.span = {begin, static_cast<uint32_t>(at)};
    out.push_back(std::move(token));
  }
  const auto end = static_cast<uint32_t>(clean.size());
  Token last;
  last.span = {end, end};
  out.push_back(std::move(last));
  return out;
}

}  // namespace rasoat
