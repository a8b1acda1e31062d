// Trees as text. The operators are always written out, so that a printed tree is never taken for a
// question; depth is bounded by the parser.
#include "query/query.h"

namespace rasoat {
namespace {

using Kind = Query::Kind;

int strength(Kind kind) {
  switch (kind) {
    case Kind::kOr:
      return 1;
    case Kind::kAnd:
      return 2;
    case Kind::kNot:
      return 3;
    case Kind::kNear:
      return 4;
    default:
      return 5;
  }
}

void print_forms(std::string& out, const Query& query) {
  for (const std::string& form : query.also) {
    const bool quoted = form.find_first_of(" |()") != std::string::npos;
    out += quoted ? "|\"" + form + '"' : "|" + form;
  }
}

void print_to(std::string& out, const Query& query, int around) {
  const int own = strength(query.kind);
  const bool bracket = own < around;
  if (bracket) out += '(';
  switch (query.kind) {
    case Kind::kNothing:
      break;
    case Kind::kWord:
      out += query.text;
      print_forms(out, query);
      break;
    case Kind::kPhrase:
      out += '"' + query.text + '"';
      print_forms(out, query);
      break;
    case Kind::kField:
      out += std::string(info_of(query.field).name) + ":\"" + query.text + '"';
      break;
    case Kind::kNot:
      out += "NOT ";
      print_to(out, query.children[0], own);
      break;
    case Kind::kNear:
      for (size_t i = 0; i < query.children.size(); ++i) {
        if (i > 0) out += " NEAR/" + std::to_string(query.distance) + " ";
        print_to(out, query.children[i], own);
      }
      break;
    case Kind::kRanked:
      out += "~(";
      for (size_t i = 0; i < query.children.size(); ++i) {
        if (i > 0) out += ' ';
        print_to(out, query.children[i], own);
      }
      out += ')';
      break;
    case Kind::kAnd:
    case Kind::kOr:
      for (size_t i = 0; i < query.children.size(); ++i) {
        if (i > 0) out += query.kind == Kind::kAnd ? " AND " : " OR ";
        print_to(out, query.children[i], own);
      }
      break;
  }
  if (bracket) out += ')';
}

void dump_forms(std::string& out, const Query& query) {
  for (const std::string& form : query.also) out += " | " + form;
}

void dump_to(std::string& out, const Query& query, size_t depth) {
  out.append(2 * depth, ' ');
  switch (query.kind) {
    case Kind::kNothing:
      out += "nothing";
      break;
    case Kind::kWord:
      out += "word " + query.text;
      dump_forms(out, query);
      break;
    case Kind::kPhrase:
      out += "phrase " + query.text;
      dump_forms(out, query);
      break;
    case Kind::kField:
      out += info_of(query.field).name;
      for (size_t i = 0; i < query.values.size(); ++i)
        out += (i == 0 ? " " : " | ") + query.values[i];
      break;
    case Kind::kAnd:
      out += "and";
      break;
    case Kind::kOr:
      out += "or";
      break;
    case Kind::kNot:
      out += "not";
      break;
    case Kind::kNear:
      out += "near " + std::to_string(query.distance);
      break;
    case Kind::kRanked:
      out += "ranked";
      break;
  }
  out += '\n';
  for (const Query& child : query.children) dump_to(out, child, depth + 1);
}

}  // namespace

std::string print(const Query& query) {
  std::string out;
  print_to(out, query, 0);
  return out;
}

std::string dump(const Query& query) {
  std::string out;
  dump_to(out, query, 0);
  return out;
}

}  // namespace rasoat
