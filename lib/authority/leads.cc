#include "authority/leads.h"

#include <algorithm>

#include "authority/authority_lexicon.h"
#include "authority/words.h"
#include "text/lower.h"

namespace rasoat {
namespace {

bool is_class(std::string_view body, const AuthorityLexicon& lexicon) {
  for (const AuthorityLexicon::Head& head : lexicon.heads()) {
    if (body == head.alone || (head.takes_body && body.starts_with(head.key + "-"))) return true;
  }
  const AuthorityLexicon::Body* known = lexicon.body_of_key(body);
  return body == "co-quan-chuyen-mon" ||
         (known != nullptr && known->kind == AuthorityLexicon::Body::Class::kMany);
}

}  // namespace

// A sentence up to where the words of its task begin.
struct LeadJudge::Front {
  std::string lower;
  std::vector<Word> words;
  size_t task = 0;            // word where the task begins
  bool whole = false;         // every body of the sentence stands before the task
  std::vector<size_t> leads;  // claims with the lead, in the order of their names
  bool joined = false;        // nothing but "và" and commas stands between the names of leads
  bool many = false;          // "các" before one of them
};

LeadJudge::LeadJudge(const Lexicon& lexicon) : lexicon_(lexicon) {
  static constexpr std::pair<std::string_view, Class> kNames[] = {
      {"frame", kFrame},     {"and", kAnd},   {"many", kMany},      {"each", kEach},
      {"pointer", kPointer}, {"doer", kDoer}, {"no-task", kNoTask},
  };
  const Table& table = lexicon.table("lead_cues");
  for (size_t row = 0; row < table.size(); ++row) {
    uint8_t classes = 0;
    for (const std::string& name : table.values(row, "class")) {
      for (const auto& [key, one] : kNames) {
        if (key == name) classes |= one;
      }
    }
    book_.add(lower_same_length(table.cell(row, "words")), static_cast<int32_t>(classes_.size()));
    classes_.push_back(classes);
  }
}

// The classes of the longest phrase at a word that has one of those wanted; 0 for none.
uint8_t LeadJudge::longest(const std::vector<Word>& words, size_t at, uint8_t wanted,
                           size_t& length) const {
  uint8_t out = 0;
  book_.for_each(words, at, [&](const PhraseBook::Match& match) {
    const uint8_t classes = classes_[static_cast<size_t>(match.meaning)];
    if ((classes & wanted) == 0) return;
    out = classes;
    length = match.length;
  });
  return out;
}

bool LeadJudge::any(const std::vector<Word>& words, size_t begin, uint8_t wanted) const {
  size_t length = 0;
  for (size_t at = begin; at < words.size(); ++at) {
    if (longest(words, at, wanted, length) != 0) return true;
  }
  return false;
}

LeadJudge::Front LeadJudge::front(std::span<const LeadClaim> claims, std::string_view quote) const {
  Front out;
  out.lower = lower_same_length(quote);
  out.words = split_words(quote, out.lower, book_.vocabulary());
  std::vector<size_t> order;  // claims whose body is named in the sentence
  for (size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].quote.contains(claims[i].agent)) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return claims[a].agent.begin < claims[b].agent.begin;
  });
  const uint32_t base = claims.empty() ? 0 : claims.front().quote.begin;
  size_t next = 0;  // of `order`
  size_t at = 0;
  bool joined = true;  // since the last lead
  bool after_many = false;
  out.joined = true;
  while (at < out.words.size()) {
    const Word& word = out.words[at];
    if (next < order.size() && word.span.begin + base >= claims[order[next]].agent.begin) {
      const Span agent = claims[order[next]].agent;
      for (; next < order.size() && claims[order[next]].agent.begin == agent.begin; ++next) {
        if (claims[order[next]].role != Role::kLead) continue;
        if (!out.leads.empty() && !joined) out.joined = false;
        out.leads.push_back(order[next]);
        out.many = out.many || after_many;
      }
      if (!out.leads.empty()) joined = true;
      after_many = false;
      while (at < out.words.size() && out.words[at].span.begin + base < agent.end) ++at;
      continue;
    }
    if (word.kind == Word::Kind::kMark || word.kind == Word::Kind::kLineEnd) {
      if (word.mark == '(') break;
      ++at;
      continue;
    }
    size_t length = 1;
    const uint8_t found = longest(out.words, at, kFrame | kAnd | kMany, length);
    if (found == 0) break;
    after_many = (found & kMany) != 0;
    joined = joined && (found & (kAnd | kMany)) != 0;
    at += length;
  }
  out.task = at;
  out.whole = next == order.size();
  return out;
}

std::vector<size_t> LeadJudge::rival_leads(std::span<const LeadClaim> claims,
                                           std::string_view quote) const {
  size_t leads = 0;
  for (const LeadClaim& claim : claims) leads += claim.role == Role::kLead ? 1 : 0;
  if (leads < 2) return {};
  const Front found = front(claims, quote);
  if (!found.joined || found.many || found.leads.size() < 2) return {};
  if (any(found.words, 0, kEach)) return {};
  for (size_t i = 0; i < found.leads.size(); ++i) {
    const LeadClaim& claim = claims[found.leads[i]];
    if (!is_one_body(claim.agency)) return {};
    if (i == 0) continue;
    const LeadClaim& before = claims[found.leads[i - 1]];
    // One name with several keys: "Ủy ban nhân dân các cấp".
    if (before.agent == claim.agent || !may_compete(before.agency, claim.agency)) return {};
  }
  return found.leads;
}

size_t LeadJudge::task_begin(std::span<const LeadClaim> claims, std::string_view quote) const {
  const Front found = front(claims, quote);
  size_t length = 0;
  if (longest(found.words, found.task, kDoer, length) != 0) return 0;
  return found.task < found.words.size() ? found.words[found.task].span.begin : quote.size();
}

std::string LeadJudge::task_words(std::span<const LeadClaim> claims, std::string_view quote) const {
  const Front found = front(claims, quote);
  if (!found.whole || any(found.words, found.task, kEach | kPointer)) return {};
  std::string out;
  size_t count = 0;
  for (size_t at = found.task; at < found.words.size(); ++at) {
    const Word& word = found.words[at];
    if (word.kind != Word::Kind::kWord && word.kind != Word::Kind::kNumber) continue;
    if (!out.empty()) out += ' ';
    out += std::string_view(found.lower).substr(word.span.begin, word.span.size());
    ++count;
  }
  return count < kTaskWords ? std::string() : out;
}

bool LeadJudge::is_one_body(std::string_view agency) const {
  const auto& lexicon = lexicon_.derived<AuthorityLexicon>();
  const std::string_view body = agency.substr(0, agency.find(':'));
  if (is_class(body, lexicon) || body.find_first_of("0123456789") != std::string_view::npos) {
    return false;
  }
  // The head of a class is a class: "giam-doc-so".
  return std::none_of(lexicon.leaders().begin(), lexicon.leaders().end(), [&](const auto& leader) {
    if (body == leader.alone) return true;
    return body.starts_with(leader.key) && body.substr(leader.key.size()).starts_with('-') &&
           is_class(body.substr(leader.key.size() + 1), lexicon);
  });
}

bool LeadJudge::may_compete(std::string_view a, std::string_view b) const {
  if (a == b) return false;
  const AdminLevel first = level_of_agency(a, lexicon_);
  const AdminLevel second = level_of_agency(b, lexicon_);
  return first == second || first == AdminLevel::kNone || second == AdminLevel::kNone;
}

bool LeadJudge::names_doer(std::string_view text) const {
  const std::string lower = lower_same_length(text);
  const std::vector<Word> words = split_words(text, lower, book_.vocabulary());
  size_t at = 0;
  while (at < words.size() && words[at].kind != Word::Kind::kWord) ++at;
  size_t length = 0;
  return longest(words, at, kNoTask, length) != 0 || any(words, at, kDoer);
}

}  // namespace rasoat
