// The text is written from left to right by one hand that knows how far it is, so that nothing can
// be lost, doubled or put elsewhere, whatever spans the document gives.
#include "akn/akn_xml.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "akn/eid.h"
#include "akn/inline_marks.h"
#include "akn/meta.h"
#include "akn/xml_writer.h"

namespace rasoat {
namespace {

constexpr const char* kNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \n") == std::string_view::npos;
}

const char* element_of(Level level, bool below_clause) {
  switch (level) {
    case Level::kPart:
      return "part";
    case Level::kChapter:
      return "chapter";
    case Level::kSection:
    case Level::kHeading:
      return "section";
    case Level::kSubsection:
      return "subsection";
    case Level::kArticle:
      return "article";
    case Level::kClause:
      return below_clause ? "subparagraph" : "paragraph";
    case Level::kPoint:
      return "point";
    case Level::kTitle:
    case Level::kPreamble:
    case Level::kAnnex:
      break;  // parts of the document, not of its body
  }
  return nullptr;
}

class DocumentWriter {
 public:
  DocumentWriter(const AnalyzedDocument& document, const AknRequest& request)
      : document_(document.document),
        analysis_(document),
        text_(document.text.text()),
        request_(request),
        names_(document_names(document, request.lexicon)),
        inline_(text_, inline_marks(document, names_, request), xml_) {}

  std::string write() && {
    xml_.start("akomaNtoso");
    xml_.attribute("xmlns", kNamespace);
    xml_.start(names_.act ? "act" : "doc");
    xml_.attribute("name", names_.subtype);
    write_meta(xml_, analysis_, names_, request_.read, "main");
    const size_t components = document_.components.size();
    const uint32_t main_end = components > 1 ? document_.components[1].span.begin : size();
    write_component(0, main_end, names_.act);
    if (components > 1) {
      xml_.start("attachments");
      for (size_t c = 1; c < components; ++c) {
        const bool last = c + 1 == components;
        write_attachment(c, last ? size() : document_.components[c + 1].span.begin);
      }
      xml_.end();
    }
    return std::move(xml_).finish();
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }

  // ---- the parts of a document ----

  void write_attachment(size_t index, uint32_t end) {
    const Component& component = document_.components[index];
    std::string eid = component.prefix;
    while (eid.ends_with('_')) eid.pop_back();  // "att_1__"
    if (eid.empty()) eid = "att";
    if (!attachment_eids_.insert(eid).second) {
      int& copies = copies_[eid];
      std::string other;
      do {
        copies = std::max(copies + 1, 2);
        other = eid + "-" + std::to_string(copies);
      } while (!attachment_eids_.insert(other).second);
      eid = std::move(other);
    }
    xml_.start("attachment");
    xml_.attribute("eId", eid);
    xml_.start("doc");
    const std::string name = name_part(component.type, '-');
    const bool annex = component.kind == Component::Kind::kAnnex;
    xml_.attribute("name", annex ? "phu-luc" : name.empty() ? "van-ban-kem-theo" : name);
    write_meta(xml_, analysis_, names_, request_.read, eid);
    context_ = eid;
    modifications_ = 0;
    write_component(index, end, false);
    xml_.end();
    xml_.end();
  }

  // Opening, body and end of one component; its text ends at `end`.
  void write_component(size_t index, uint32_t end, bool act) {
    end = std::clamp(end, at_, size());
    const std::vector<size_t> units = units_of(index, end);
    const bool has_units = !units.empty();
    uint32_t body = has_units ? begin_of(units.front()) : end_of_opening(index);
    body = std::clamp(body, at_, end);
    const uint32_t body_end = end_of_body(has_units ? begin_of(units.back()) : body, end);

    const uint32_t preamble = index == 0 ? std::clamp(begin_of_preamble(body), at_, body) : body;
    write_blocks_in("preface", "", preamble);
    write_blocks_in("preamble", "preamble", body);
    write_blank_to(body);

    xml_.start(act ? "body" : "mainBody");
    if (has_units) {
      write_units(units, body_end);
    } else {
      write_plain_body(body_end, act);
    }
    xml_.end();
    write_blocks_in("conclusions", "", end);
    write_blank_to(end);
  }

  // The provisions of a component that are levels of its body and begin before `end`.
  std::vector<size_t> units_of(size_t component, uint32_t end) {
    std::vector<size_t> out;
    for (; next_provision_ < document_.provisions.size(); ++next_provision_) {
      const Provision& provision = document_.provisions[next_provision_];
      if (provision.component > component) break;
      if (provision.component < component) continue;
      if (element_of(provision.level, false) == nullptr) continue;
      if (provision.label_span.begin >= end || provision.label_span.begin < at_) continue;
      if (!out.empty() && begin_of(out.back()) > provision.label_span.begin) continue;
      out.push_back(next_provision_);
    }
    return out;
  }

  uint32_t begin_of(size_t provision) const {
    return document_.provisions[provision].label_span.begin;
  }

  const Provision* opening(Level level) const {
    for (size_t p = 0; p < std::min<size_t>(2, document_.provisions.size()); ++p) {
      if (document_.provisions[p].level == level) return &document_.provisions[p];
    }
    return nullptr;
  }

  // Where the body of a component without units begins.
  uint32_t end_of_opening(size_t component) const {
    if (component > 0) return std::max(document_.components[component].title.end, at_);
    for (const Level level : {Level::kPreamble, Level::kTitle}) {
      if (const Provision* provision = opening(level)) return provision->own.end;
    }
    return at_;
  }

  uint32_t begin_of_preamble(uint32_t body) const {
    const Provision* preamble = opening(Level::kPreamble);
    return preamble == nullptr ? body : preamble->own.begin;
  }

  // Signatures and Nơi nhận stand behind the last unit.
  uint32_t end_of_body(uint32_t from, uint32_t end) {
    const auto& asides = document_.asides;
    while (next_aside_ < asides.size() && asides[next_aside_].begin < from) ++next_aside_;
    return next_aside_ < asides.size() ? std::min(asides[next_aside_].begin, end) : end;
  }

  // The text down to `end` as paragraphs of a container, if there is any.
  void write_blocks_in(const char* container, std::string_view eid, uint32_t end) {
    if (is_blank(until(end))) return;
    write_leading_blank(end);
    xml_.start(container);
    if (!eid.empty()) xml_.attribute("eId", eid);
    write_blocks(without_trailing_blank(end));
    xml_.end();
  }

  // A body without units: a dispatch, an annex, a text of which nothing was understood.
  void write_plain_body(uint32_t end, bool act) {
    if (!act) {
      if (is_blank(until(end))) {
        xml_.start("p");
        xml_.end();
      } else {
        write_blocks(end);
      }
      return;
    }
    write_leading_blank(end);
    xml_.start("hcontainer");
    xml_.attribute("name", "van-ban");
    if (!is_blank(until(end))) {
      xml_.start("content");
      write_blocks(end);
      xml_.end();
    }
    xml_.end();
  }

  // ---- units ----

  void write_units(const std::vector<size_t>& units, uint32_t body_end) {
    std::vector<size_t> open;
    for (size_t u = 0; u < units.size(); ++u) {
      const Provision& provision = document_.provisions[units[u]];
      while (!open.empty() && static_cast<int32_t>(open.back()) != provision.parent) {
        xml_.end();
        open.pop_back();
      }
      write_blank_to(provision.label_span.begin);
      const bool below_clause =
          !open.empty() && document_.provisions[open.back()].level == Level::kClause;
      xml_.start(element_of(provision.level, below_clause));
      context_ = akn_eid(provision.id);
      modifications_ = 0;
      xml_.attribute("eId", context_);
      open.push_back(units[u]);

      const bool last = u + 1 == units.size();
      const uint32_t own_end = last ? body_end : begin_of(units[u + 1]);
      write_label(provision, own_end);
      if (is_blank(until(own_end))) continue;
      write_leading_blank(own_end);
      const bool parent =
          !last && document_.provisions[units[u + 1]].parent == static_cast<int32_t>(units[u]);
      xml_.start(parent ? "intro" : "content");
      write_blocks(without_trailing_blank(own_end));
      xml_.end();
    }
    for (; !open.empty(); open.pop_back()) xml_.end();
    write_blank_to(body_end);
  }

  // `num` and, where there is one, `heading`.
  void write_label(const Provision& provision, uint32_t own_end) {
    uint32_t label_end = std::clamp(provision.label_span.end, at_, own_end);
    const Span heading = provision.heading;
    bool headed = !heading.empty() && label_end <= heading.begin && heading.end <= own_end;
    if (headed) {
      // "Chương II - ", "Điều 1. 1.NĐ.1.1. ": what stands between goes with the number.
      constexpr uint32_t kLongest = 64;
      const std::string_view between = Span{label_end, heading.begin}.of(text_);
      const size_t last = between.find_last_not_of(" \n");
      if (last != std::string_view::npos) {
        const auto more = static_cast<uint32_t>(last) + 1;
        headed = more <= kLongest && between.substr(0, more).find('\n') == std::string_view::npos;
        if (headed) label_end += more;
      }
    }
    if (label_end > at_) {
      xml_.start("num");
      write_inline(label_end);
      xml_.end();
    }
    if (!headed) return;
    write_blank_to(heading.begin);
    xml_.start("heading");
    write_inline(heading.end);
    xml_.end();
  }

  // ---- blocks ----

  std::string_view until(uint32_t end) const {
    return end <= at_ ? std::string_view() : Span{at_, end}.of(text_);
  }

  uint32_t without_trailing_blank(uint32_t end) const {
    const size_t last = until(end).find_last_not_of(" \n");
    return last == std::string_view::npos ? at_ : at_ + static_cast<uint32_t>(last) + 1;
  }

  // White space between elements.
  void write_blank_to(uint32_t end) {
    if (end <= at_) return;
    xml_.text(until(end));
    at_ = end;
  }
  void write_leading_blank(uint32_t end) {
    const size_t first = until(end).find_first_not_of(" \n");
    if (first != std::string_view::npos) write_blank_to(at_ + static_cast<uint32_t>(first));
  }

  void write_inline(uint32_t end) {
    if (end <= at_) return;
    inline_.write({at_, end});
    at_ = end;
  }

  uint32_t line_end(uint32_t end) const {
    const size_t found = until(end).find('\n');
    return found == std::string_view::npos ? end : at_ + static_cast<uint32_t>(found);
  }

  // A `p` for each line down to `end`, the line ends between them. Inside a quotation there is no
  // other.
  void write_blocks(uint32_t end, bool quoted = false) {
    while (at_ < end) {
      const uint32_t line = line_end(end);
      if (is_blank(until(line))) {
        write_blank_to(std::min(line + 1, end));
        continue;
      }
      xml_.start("p");
      if (quoted) {
        write_inline(line);
      } else {
        write_line(line, end);
      }
      xml_.end();
    }
  }

  // The rest of the line; a quotation that runs over several lines takes the line's end with it.
  void write_line(uint32_t line, uint32_t end) {
    while (true) {
      const Span quotation = next_quotation(line, end);
      if (quotation.empty()) return write_inline(line);
      write_inline(quotation.begin);
      const bool in_line = quotation.end <= line;
      write_quotation(quotation.end, in_line);
      if (!in_line) line = line_end(end);
    }
  }

  // What is left of the quotation that begins in the line, down to `end` and without white space
  // behind it; empty where there is none.
  Span next_quotation(uint32_t line, uint32_t end) {
    const auto& quoted = document_.quoted;
    while (next_quoted_ < quoted.size() && quoted[next_quoted_].end <= at_) ++next_quoted_;
    if (next_quoted_ == quoted.size()) return {};
    Span out{std::max(quoted[next_quoted_].begin, at_), std::min(quoted[next_quoted_].end, end)};
    if (out.begin >= line) return {};
    while (out.begin < out.end && is_blank(text_.substr(out.end - 1, 1))) --out.end;
    return out;
  }

  // New wording: words in a line are quoted text, paragraphs a quoted structure.
  void write_quotation(uint32_t end, bool in_line) {
    std::string eid = context_ + (context_.empty() ? "mod_" : "__mod_");
    eid += std::to_string(++modifications_);
    xml_.start("mod");
    xml_.attribute("eId", eid);
    xml_.start(in_line ? "quotedText" : "quotedStructure");
    xml_.attribute("eId", eid + (in_line ? "__qtext_1" : "__qstr_1"));
    if (in_line) {
      write_inline(end);
    } else {
      write_blocks(end, true);
    }
    xml_.end();
    xml_.end();
  }

  const Document& document_;
  const AnalyzedDocument& analysis_;
  std::string_view text_;
  const AknRequest& request_;
  DocumentNames names_;
  XmlWriter xml_;
  InlineWriter inline_;

  uint32_t at_ = 0;  // how far the text is written
  size_t next_provision_ = 0, next_aside_ = 0, next_quoted_ = 0;
  std::string context_;  // eId that ids of modifications begin with
  int modifications_ = 0;
  std::unordered_set<std::string> attachment_eids_;
  std::unordered_map<std::string, int> copies_;
};

}  // namespace

DocumentNames document_names(const AnalyzedDocument& document, const Lexicon& lexicon) {
  const DocumentHead& head = document.document.head;
  return document_names({document.id, head.type, head.number, head.issuer, head.date}, lexicon);
}

std::string akn_xml(const AnalyzedDocument& document, const AknRequest& request) {
  return DocumentWriter(document, request).write();
}

}  // namespace rasoat
