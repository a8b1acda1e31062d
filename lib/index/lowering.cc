// Words and phrases carry weight, fields filter. In a conjunction that asks for a role beside an
// agency or a level, both must hold in one duty of the provision, which has terms of its own; so it
// is with `kind:` beside `cites:`, in one reference.
#include "index/lowering.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "index/asked_words.h"
#include "index/field_terms.h"
#include "index/ranked_words.h"
#include "index/terms.h"
#include "store/keys.h"

namespace rasoat::index_internal {
namespace {

Xapian::Query any_of(const std::vector<std::string>& terms) {
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

// Without weight.
Xapian::Query filter(const Xapian::Query& query) {
  return {Xapian::Query::OP_SCALE_WEIGHT, query, 0.0};
}

Xapian::Query lower_field(const Query& query) {
  std::vector<std::string> terms;
  std::vector<Xapian::Query> issuers;
  std::map<std::string, std::vector<std::string>> by_document;
  for (const std::string& value : query.values) {
    switch (query.field) {
      case Field::kNumber:
        terms.push_back(value_term(Field::kNumber, number_key(value)));
        break;
      case Field::kDocument:
        terms.push_back(value_term(Field::kDocument, value));
        terms.push_back(value_term(Field::kNumber, number_key(value)));
        break;
      case Field::kTitle: {
        const auto words = asked_terms(info_of(Field::kTitle).prefix, value);
        return filter({Xapian::Query::OP_AND, words.begin(), words.end()});
      }
      case Field::kIssuer: {
        // A body, and the words of the place it is in: "ubnd:tinh|sông vân".
        const size_t bar = std::min(value.find('|'), value.size());
        const std::string_view prefix = info_of(Field::kIssuer).prefix;
        std::vector<Xapian::Query> all;
        if (bar > 0) all.emplace_back(value_term(prefix, value.substr(0, bar)));
        if (bar < value.size()) {
          for (const std::string& term : asked_terms(prefix, value.substr(bar + 1))) {
            all.emplace_back(term);
          }
        }
        issuers.emplace_back(Xapian::Query::OP_AND, all.begin(), all.end());
        break;
      }
      case Field::kIssued:
      case Field::kEffective:
        if (const auto range = read_date_range(value)) {
          for (std::string& term : terms_of_range(info_of(query.field).prefix, *range)) {
            terms.push_back(std::move(term));
          }
        }
        break;
      case Field::kCitedBy:
      case Field::kOutcome: {
        // Provisions that the store has named: "<document>#<provision>".
        const size_t hash = std::min(value.find('#'), value.size());
        if (hash == value.size()) break;
        by_document[value.substr(0, hash)].push_back(
            value_term(Field::kProvision, value.substr(hash + 1)));
        break;
      }
      default:
        terms.push_back(value_term(query.field, value));
    }
  }
  if (!issuers.empty()) {
    return filter({Xapian::Query::OP_OR, issuers.begin(), issuers.end()});
  }
  if (!by_document.empty()) {
    std::vector<Xapian::Query> documents;
    for (const auto& [document, provisions] : by_document) {
      documents.emplace_back(Xapian::Query::OP_AND,
                             Xapian::Query(value_term(Field::kDocument, document)),
                             any_of(provisions));
    }
    return filter({Xapian::Query::OP_OR, documents.begin(), documents.end()});
  }
  return filter(any_of(terms));
}

// Both in one duty, or in one reference: "XAR:ubnd:huyen|lead", "XCK:31/2024/qh15|repeal".
Xapian::Query lower_pair(std::string_view prefix, const Query& things, const Query& ways) {
  std::vector<std::string> terms;
  for (const std::string& thing : things.values) {
    for (const std::string& way : ways.values) {
      terms.push_back(value_term(prefix, thing + "|" + way));
    }
  }
  return filter(any_of(terms));
}

const Query* field_among(const std::vector<Query>& children, Field field) {
  for (const Query& child : children) {
    if (child.kind == Query::Kind::kField && child.field == field) return &child;
  }
  return nullptr;
}

Xapian::Query lower_node(const Query& query, bool& has_words);

Xapian::Query lower_and(const Query& query, bool& has_words) {
  std::vector<Xapian::Query> wanted;
  std::vector<Xapian::Query> unwanted;
  const Query* role = field_among(query.children, Field::kRole);
  const Query* agency = field_among(query.children, Field::kAgency);
  const Query* level = field_among(query.children, Field::kLevel);
  if (role != nullptr && agency != nullptr) {
    wanted.push_back(lower_pair(kAgencyRolePrefix, *agency, *role));
  }
  if (role != nullptr && level != nullptr) {
    wanted.push_back(lower_pair(kLevelRolePrefix, *level, *role));
  }
  const Query* cites = field_among(query.children, Field::kCites);
  const Query* kind = field_among(query.children, Field::kKind);
  if (cites != nullptr && kind != nullptr) {
    wanted.push_back(lower_pair(kCitedAsPrefix, *cites, *kind));
  }
  for (const Query& child : query.children) {
    if (child.kind == Query::Kind::kNot) {
      bool ignored = false;
      unwanted.push_back(lower_node(child.children[0], ignored));
    } else {
      wanted.push_back(lower_node(child, has_words));
    }
  }
  Xapian::Query out = wanted.empty()
                          ? filter(Xapian::Query::MatchAll)
                          : Xapian::Query(Xapian::Query::OP_AND, wanted.begin(), wanted.end());
  if (!unwanted.empty()) {
    out = {Xapian::Query::OP_AND_NOT, out,
           Xapian::Query(Xapian::Query::OP_OR, unwanted.begin(), unwanted.end())};
  }
  return out;
}

Xapian::Query lower_node(const Query& query, bool& has_words) {
  switch (query.kind) {
    case Query::Kind::kNothing:
      return Xapian::Query::MatchNothing;
    case Query::Kind::kWord:
    case Query::Kind::kPhrase: {
      Xapian::Query words = asked_words(query.text);
      has_words = has_words || !words.empty();
      return words;
    }
    case Query::Kind::kRanked:
      has_words = true;
      return lower_ranked(query);
    case Query::Kind::kField:
      return lower_field(query);
    case Query::Kind::kNot: {
      bool ignored = false;
      return {Xapian::Query::OP_AND_NOT, filter(Xapian::Query::MatchAll),
              lower_node(query.children[0], ignored)};
    }
    case Query::Kind::kAnd:
      return lower_and(query, has_words);
    case Query::Kind::kOr: {
      std::vector<Xapian::Query> children;
      for (const Query& child : query.children) children.push_back(lower_node(child, has_words));
      return {Xapian::Query::OP_OR, children.begin(), children.end()};
    }
  }
  return Xapian::Query::MatchNothing;
}

}  // namespace

LoweredQuery lower(const Query& query) {
  LoweredQuery out;
  out.query = lower_node(query, out.has_words);
  return out;
}

}  // namespace rasoat::index_internal
