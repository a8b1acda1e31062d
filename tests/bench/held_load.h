// The documents that a benchmark resolves references against.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "citation/law_registry.h"
#include "citation/number_key.h"
#include "citation/resolve.h"
#include "structure/document.h"

namespace rasoat::bench {

// The load holds itself: what each document cites is looked up among all of them.
class HeldLoad : public HeldDocuments {
 public:
  void add(const std::string& id, const Document& document) {
    const DocumentHead& head = document.head;
    const Candidate candidate{id, head.number, head.type, head.issuer, head.title, head.date};
    numbers_[number_key(head.number)].push_back(candidate);
    names_[law_name_key(head.title)].push_back(candidate);
    auto& provisions = provisions_[id];
    for (const Provision& provision : document.provisions) provisions.insert(provision.id);
  }
  std::vector<Candidate> with_number(std::string_view number) const override {
    const auto found = numbers_.find(number_key(number));
    return found == numbers_.end() ? std::vector<Candidate>() : found->second;
  }
  std::vector<Candidate> with_name(std::string_view name) const override {
    const auto found = names_.find(law_name_key(name));
    return found == names_.end() ? std::vector<Candidate>() : found->second;
  }
  bool has_provision(std::string_view document, std::string_view provision) const override {
    const auto found = provisions_.find(std::string(document));
    return found != provisions_.end() && found->second.count(std::string(provision)) > 0;
  }
  std::vector<std::string> below(std::string_view document,
                                 std::string_view provision) const override {
    std::vector<std::string> out;
    const auto found = provisions_.find(std::string(document));
    if (found == provisions_.end()) return out;
    const std::string prefix = provision.empty() ? "" : std::string(provision) + "__";
    for (auto it = found->second.lower_bound(prefix);
         it != found->second.end() && it->starts_with(prefix); ++it) {
      if (it->find("__", prefix.size()) == std::string::npos) out.push_back(*it);
    }
    return out;
  }
  bool is_unclear(std::string_view) const override { return false; }
  std::vector<Change> changes_to(std::string_view) const override { return {}; }

 private:
  std::unordered_map<std::string, std::vector<Candidate>> numbers_, names_;
  std::unordered_map<std::string, std::set<std::string>> provisions_;
};

}  // namespace rasoat::bench
