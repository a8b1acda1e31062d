#include "akn/inline_marks.h"

#include <algorithm>
#include <unordered_set>

#include "akn/eid.h"

namespace rasoat {
namespace {

// Where a reference leads; empty where that is not known for sure.
class Targets {
 public:
  Targets(const AnalyzedDocument& document, const DocumentNames& names, const AknRequest& request)
      : document_(document), names_(names), request_(request) {
    for (const Provision& provision : document.document.provisions) ids_.insert(provision.id);
  }

  std::string of(const Reference& reference) const {
    if (reference.outcome == Outcome::kGeneric) return {};
    if (reference.document == "this") {
      // In new wording "this" is the document that is amended.
      return reference.quoted ? std::string() : own(reference.provision);
    }
    if (reference.candidates.size() == 1) {
      if (reference.candidates.front() == document_.id) return own(reference.provision);
      const DocumentNames* held =
          request_.held ? request_.held(reference.candidates.front()) : nullptr;
      return held == nullptr ? std::string() : unit_of(*held, reference.provision);
    }
    if (reference.outcome != Outcome::kNotHeld) return {};
    const std::optional<DocumentNames> named = names_from_words(reference, request_.lexicon);
    return named ? unit_of(*named, reference.provision) : std::string();
  }

  // A document outside a workspace is not resolved, but knows its own units.
  Outcome outcome_of(const Reference& reference) const {
    if (reference.document != "this") return reference.outcome;
    const bool there = reference.provision.empty() || ids_.contains(reference.provision);
    return there ? Outcome::kResolved : Outcome::kDangling;
  }

 private:
  static std::string unit_of(const DocumentNames& names, const std::string& provision) {
    return provision.empty() ? names.akn : names.akn + "/~" + akn_eid(provision);
  }
  // A unit that is not there has a name, but no place in this file.
  std::string own(const std::string& provision) const {
    return ids_.contains(provision) ? "#" + akn_eid(provision) : unit_of(names_, provision);
  }

  const AnalyzedDocument& document_;
  const DocumentNames& names_;
  const AknRequest& request_;
  std::unordered_set<std::string_view> ids_;
};

void add_references(const AnalyzedDocument& document, const Targets& targets,
                    std::vector<InlineMark>& out) {
  std::vector<const Reference*> references;
  for (const Reference& reference : document.references) references.push_back(&reference);
  const auto before = [](const Reference* a, const Reference* b) {
    return std::pair(a->span.begin, a->span.end) < std::pair(b->span.begin, b->span.end);
  };
  std::stable_sort(references.begin(), references.end(), before);
  for (size_t first = 0; first < references.size();) {
    size_t last = first;
    std::vector<std::string> hrefs;
    for (; last < references.size() && references[last]->span == references[first]->span; ++last) {
      std::string href = targets.of(*references[last]);
      // One unknown target of several: a link to the others alone would say less than the words.
      if (href.empty()) {
        hrefs.clear();
        while (last < references.size() && references[last]->span == references[first]->span) {
          ++last;
        }
        break;
      }
      if (std::find(hrefs.begin(), hrefs.end(), href) == hrefs.end()) {
        hrefs.push_back(std::move(href));
      }
    }
    const Reference& reference = *references[first];
    first = last;
    if (hrefs.empty() || reference.span.empty()) continue;
    InlineMark mark{reference.span, "ref", {}, {}};
    if (hrefs.size() == 1) {
      mark.attributes.emplace_back("href", std::move(hrefs.front()));
    } else {
      mark.element = "mref";
      mark.targets = std::move(hrefs);
    }
    mark.attributes.emplace_back("class", std::string(name_of(reference.kind)) + " " +
                                              std::string(name_of(targets.outcome_of(reference))));
    out.push_back(std::move(mark));
  }
}

}  // namespace

std::vector<InlineMark> inline_marks(const AnalyzedDocument& document, const DocumentNames& names,
                                     const AknRequest& request) {
  std::vector<InlineMark> all;
  const DocumentHead& head = document.document.head;
  all.push_back({head.number_span, "docNumber", {}, {}});
  if (head.date) all.push_back({head.date_span, "docDate", {{"date", head.date->iso()}}, {}});
  all.push_back({head.title_span, "docTitle", {}, {}});
  add_references(document, Targets(document, names, request), all);

  const auto size = static_cast<uint32_t>(document.text.text().size());
  std::erase_if(all, [&](const InlineMark& mark) {
    return mark.span.end > size || mark.span.begin >= mark.span.end;
  });
  std::stable_sort(all.begin(), all.end(), [](const InlineMark& a, const InlineMark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<InlineMark> out;
  std::vector<Span> around;  // marks kept that hold the place
  for (InlineMark& mark : all) {
    while (!around.empty() && around.back().end <= mark.span.begin) around.pop_back();
    if (!around.empty() && (!around.back().contains(mark.span) || around.back() == mark.span)) {
      continue;
    }
    around.push_back(mark.span);
    out.push_back(std::move(mark));
  }
  return out;
}

void InlineWriter::open(const InlineMark& mark) {
  xml_.start(mark.element);
  for (const auto& [name, value] : mark.attributes) xml_.attribute(name, value);
}

void InlineWriter::close(const InlineMark& mark, uint32_t at) {
  if (at >= mark.span.end) {
    for (const std::string& target : mark.targets) xml_.empty("ref", "href", target);
  }
  xml_.end();
}

void InlineWriter::write_text(Span span) {
  std::string_view rest = span.of(text_);
  for (size_t line_end; (line_end = rest.find('\n')) != std::string_view::npos;) {
    xml_.text(rest.substr(0, line_end + 1));
    xml_.start("eol");
    xml_.end();
    rest.remove_prefix(line_end + 1);
  }
  xml_.text(rest);
}

void InlineWriter::write(Span span) {
  uint32_t at = span.begin;
  // Marks that ended, or began and ended, in what other hands wrote.
  while (!active_.empty() && active_.back()->span.end <= at) active_.pop_back();
  while (next_ < marks_.size() && marks_[next_].span.begin <= at) {
    if (marks_[next_].span.end > at) active_.push_back(&marks_[next_]);
    ++next_;
  }
  if (span.empty()) return;
  for (const InlineMark* mark : active_) open(*mark);
  while (at < span.end) {
    uint32_t stop = span.end;
    if (!active_.empty()) stop = std::min(stop, active_.back()->span.end);
    if (next_ < marks_.size()) stop = std::min(stop, marks_[next_].span.begin);
    write_text({at, stop});
    at = stop;
    while (!active_.empty() && active_.back()->span.end <= at) {
      close(*active_.back(), at);
      active_.pop_back();
    }
    while (at < span.end && next_ < marks_.size() && marks_[next_].span.begin <= at) {
      active_.push_back(&marks_[next_++]);
      open(*active_.back());
    }
  }
  for (auto mark = active_.rbegin(); mark != active_.rend(); ++mark) close(**mark, at);
}

}  // namespace rasoat
