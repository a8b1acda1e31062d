#include "report/provision_table.h"

#include <algorithm>
#include <filesystem>

#include "authority/agency.h"
#include "text/display.h"
#include "text/upper.h"

namespace rasoat {
namespace {

constexpr size_t kLongestHeading = 160;  // bytes; a longer heading is more than a name

bool holds(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

void add_once(std::vector<std::string>& list, std::string item) {
  if (!item.empty() && !holds(list, item)) list.push_back(std::move(item));
}

std::string join(const std::vector<std::string>& items, std::string_view separator) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

// Number, date and issuer; title; name of the file.
std::string document_lines(const DutyRow& duty, const ReportTemplate& form) {
  std::vector<std::string> lines = {document_in_words(duty.document)};
  add_once(lines, printable(duty.document.title));
  const std::string file = std::filesystem::path(duty.place.path).filename().string();
  if (!file.empty()) lines.push_back(form.text("file", {printable(file)}));
  return join(lines, "\n");
}

// The duties of one provision.
class RowMaker {
 public:
  RowMaker(const std::vector<const DutyRow*>& duties, size_t number, const ReportTemplate& form)
      : duties_(duties), number_(number), form_(form) {}

  std::string cell(ReportSource source) const {
    switch (source) {
      case ReportSource::kEmpty:
        return {};
      case ReportSource::kNumber:
        return std::to_string(number_);
      case ReportSource::kDocument:
        return document();
      case ReportSource::kProvision:
        return provision();
      case ReportSource::kQuote:
        return each([](const DutyRow& duty) { return printable(duty.quote); }, "\n");
      case ReportSource::kAgency:
        return each([&](const DutyRow& duty) { return printable(duty.agency_name); }, ";\n");
      case ReportSource::kRole:
        return roles();
      case ReportSource::kDeadline:
        return each([](const DutyRow& duty) { return printable(duty.deadline_text); }, "; ");
      case ReportSource::kPlace:
        return place();
      case ReportSource::kNote:
        return note();
    }
    return {};
  }

 private:
  template <typename Text>
  std::string each(const Text& text, std::string_view separator) const {
    std::vector<std::string> out;
    for (const DutyRow* duty : duties_) add_once(out, text(*duty));
    return join(out, separator);
  }

  const DutyRow& first() const { return *duties_.front(); }

  std::string document() const { return document_lines(first(), form_); }

  std::string provision() const {
    const ProvisionLabel& label = first().provision;
    const std::string name = provision_in_line(label);
    const std::string heading = printable(label.heading);
    if (heading.empty() || heading.size() > kLongestHeading) return name;
    return name + "\n(" + heading + ")";
  }

  std::string roles() const {
    std::vector<std::string> out;
    for (const DutyRow* duty : duties_) {
      const std::string role = form_.text("role-" + std::string(name_of(duty->role)));
      add_once(out, duties_.size() == 1 ? role : duty->agency_name + ": " + role);
    }
    return printable(join(out, "; "));
  }

  std::string place() const {
    const SourcePlace& place = first().place;
    if (place.page > 0) return form_.text("place-page", {std::to_string(place.page)});
    if (place.line > 0) return form_.text("place-line", {std::to_string(place.line)});
    return {};
  }

  std::string note() const {
    std::vector<std::string> out;
    const bool special = std::any_of(duties_.begin(), duties_.end(), [](const DutyRow* duty) {
      return duty->role != Role::kOther;
    });
    if (special) out.push_back(form_.text("role", {roles()}));
    const std::string deadline = cell(ReportSource::kDeadline);
    if (!deadline.empty()) out.push_back(form_.text("task-deadline", {deadline}));
    add_once(out, place());
    return join(out, ".\n");
  }

  const std::vector<const DutyRow*>& duties_;
  const size_t number_;
  const ReportTemplate& form_;
};

std::vector<std::string> asked_agencies(const ProvisionListRequest& request,
                                        const Lexicon& lexicon) {
  std::vector<std::string> out;
  for (const std::string& key : request.filter.agencies) {
    add_once(out, agency_display_name(key, lexicon));
  }
  return out;
}

std::string question_in_words(const ProvisionListRequest& request, const ReportTemplate& form,
                              const Lexicon& lexicon) {
  std::vector<std::string> parts;
  const std::vector<std::string> agencies = asked_agencies(request, lexicon);
  parts.push_back(agencies.empty() ? form.text("question-all")
                                   : form.text("question-agency", {join(agencies, ", ")}));
  std::vector<std::string> levels, roles;
  for (const AdminLevel level : request.filter.levels) {
    add_once(levels, std::string(vietnamese_name(level)));
  }
  for (const Role role : request.filter.roles) {
    add_once(roles, form.text("role-" + std::string(name_of(role))));
  }
  if (!levels.empty()) parts.push_back(form.text("question-level", {join(levels, ", ")}));
  if (!roles.empty()) parts.push_back(form.text("question-role", {join(roles, ", ")}));
  if (!request.filter_document.empty()) {
    parts.push_back(form.text("question-document", {request.filter_document}));
  }
  return printable(form.text("question", {join(parts, "; ")}));
}

}  // namespace

std::string document_in_words(const DocumentLabel& document) {
  std::string out = document.type;
  if (!document.number.empty()) out += (out.empty() ? "Văn bản số " : " số ") + document.number;
  if (out.empty()) out = document.id;
  if (document.date) out += " ngày " + document.date->vietnamese();
  if (!document.issuer.empty()) out += " của " + document.issuer;
  return printable(out);
}

std::string provision_in_line(const ProvisionLabel& provision) {
  std::string out = printable(provision.name.empty() ? provision.id : provision.name);
  if (out.starts_with("đ")) {
    out.replace(0, std::string_view("đ").size(), "Đ");
  } else if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') {
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  }
  return out;
}

ProvisionTable make_provision_table(const ProvisionListRequest& request, const ReportTemplate& form,
                                    const Lexicon& lexicon) {
  ProvisionTable out;
  out.columns = form.columns();
  const std::vector<DutyRow>& duties = request.duties;
  for (size_t begin = 0; begin < duties.size();) {
    const DutyRow& first = duties[begin];
    std::vector<const DutyRow*> same;
    size_t end = begin;
    while (end < duties.size() && duties[end].document.id == first.document.id &&
           duties[end].provision.id == first.provision.id) {
      same.push_back(&duties[end++]);
    }
    if (begin == 0 || duties[begin - 1].document.id != first.document.id) {
      out.groups.push_back({document_lines(first, form), {}});
    }
    const RowMaker maker(same, ++out.provisions, form);
    ProvisionTable::Row row;
    for (const ReportColumn& column : out.columns) row.cells.push_back(maker.cell(column.source));
    out.groups.back().rows.push_back(std::move(row));
    begin = end;
  }
  const std::vector<std::string> agencies = asked_agencies(request, lexicon);
  out.title =
      agencies.empty() ? form.text("title") : form.text("title-for", {upper(join(agencies, ", "))});
  out.title = printable(out.title);
  out.question = question_in_words(request, form, lexicon);
  out.date = form.text("date", {request.date.vietnamese()});
  out.total =
      form.text("total", {std::to_string(out.provisions), std::to_string(out.groups.size())});
  std::vector<std::string> ended;
  for (const DutyRow& duty : duties) {
    if (agency_abolished(duty.agency, request.date, lexicon)) add_once(ended, duty.agency_name);
  }
  if (!ended.empty()) out.abolished = printable(form.text("abolished", {join(ended, "; ")}));
  out.none = form.text("none");
  out.caution = form.text("caution");
  out.sheet = form.text("sheet");
  out.page = form.text("page");
  return out;
}

}  // namespace rasoat
