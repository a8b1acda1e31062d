// Documents made by hand for tests of the store and of the index: lines with ids, and facts in
// them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/analyzed_document.h"
#include "text/text_builder.h"

namespace rasoat::testing {

class AnalysisBuilder {
 public:
  explicit AnalysisBuilder(std::string id, std::string number = "") {
    out_.id = std::move(id);
    DocumentHead& head = out_.document.head;
    head.type = "Quyết định";
    head.number = std::move(number);
    head.issuer = "Ủy ban nhân dân tỉnh Sông Vân";
    head.date = Date::make(2025, 3, 14);
    head.title = "Quy định việc thu gom rác thải tại chợ";
    out_.document.components.emplace_back();
  }

  DocumentHead& head() { return out_.document.head; }

  // A line of the text that is a provision. `parent` is an index.
  AnalysisBuilder& provision(std::string id, std::string_view line, int32_t parent = -1,
                             size_t heading = 0) {
    const uint32_t begin = text_.empty() ? 0 : static_cast<uint32_t>(text_.size() + 1);
    if (!text_.empty()) text_ += '\n';
    text_ += line;
    const auto end = static_cast<uint32_t>(text_.size());
    lines_.emplace_back(line);
    Provision made;
    made.id = std::move(id);
    made.level = parent < 0 ? Level::kArticle : Level::kClause;
    made.label = "L";
    made.own = made.full = {begin, end};
    if (heading > 0) made.heading = {begin, begin + static_cast<uint32_t>(heading)};
    made.parent = parent;
    out_.document.provisions.push_back(std::move(made));
    for (int32_t up = parent; up >= 0; up = out_.document.provisions[up].parent) {
      out_.document.provisions[up].full.end = end;
    }
    return *this;
  }

  // The body that the last provision gives a duty to; the quote is the whole provision.
  AnalysisBuilder& duty(std::string agency, Role role = Role::kOther) {
    Assignment made;
    made.provision = static_cast<int32_t>(out_.document.provisions.size()) - 1;
    made.agency = std::move(agency);
    made.role = role;
    made.quote = out_.document.provisions.back().own;
    made.agent = {made.quote.begin, made.quote.begin + 1};
    out_.assignments.push_back(std::move(made));
    return *this;
  }

  // What the last provision cites; the words are the first of its own.
  AnalysisBuilder& cites(std::string document, std::string unit = "") {
    Reference made;
    made.from = static_cast<int32_t>(out_.document.provisions.size()) - 1;
    made.span = {out_.document.provisions.back().own.begin,
                 out_.document.provisions.back().own.begin + 1};
    made.document = std::move(document);
    made.provision = std::move(unit);
    out_.references.push_back(std::move(made));
    return *this;
  }

  // The last provision moves the task of the unit that was cited last.
  AnalysisBuilder& moves(std::string from, std::string to) {
    Transfer made;
    made.provision = static_cast<int32_t>(out_.document.provisions.size()) - 1;
    made.from = std::move(from);
    made.to = std::move(to);
    made.reference = out_.references.size() - 1;
    made.quote = out_.document.provisions.back().own;
    made.holder = {made.quote.begin, made.quote.begin + 1};
    out_.transfers.push_back(std::move(made));
    return *this;
  }

  AnalyzedDocument build() {
    TextBuilder text;
    uint32_t number = 0;
    for (const std::string& line : lines_) {
      ++number;
      text.begin_line({});
      text.append(line, {1 + number / 10, number, 0});
    }
    out_.text = std::move(text).finish();
    return out_;
  }

 private:
  AnalyzedDocument out_;
  std::string text_;
  std::vector<std::string> lines_;
};

}  // namespace rasoat::testing
