#include "report/plan_calendar.h"

#include <map>

#include "authority/due.h"
#include "base/sha256.h"
#include "text/encoding.h"

namespace rasoat {
namespace {

// "20251201"
std::string digits(Date date) {
  std::string out = date.iso();
  std::erase(out, '-');
  return out;
}

// TEXT of RFC 5545, 3.3.11. Other control characters are not allowed and become spaces.
std::string text_value(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      out += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

// A content line, folded at 75 octets and never inside a character (3.1).
void add_line(std::string& out, const std::string& line) {
  constexpr size_t kMostOctets = 75;
  size_t begin = 0, room = kMostOctets;
  while (line.size() - begin > room) {
    size_t end = character_begin(line, begin + room);
    if (end <= begin) end = begin + room;  // no UTF-8
    out += line.substr(begin, end - begin) + "\r\n ";
    begin = end;
    room = kMostOctets - 1;
  }
  out += line.substr(begin) + "\r\n";
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

std::optional<Date> day_before(Date date) {
  if (date.day > 1) return Date::make(date.year, date.month, date.day - 1);
  const bool january = date.month == 1;
  std::optional<Date> out;
  for (int day = 31; day >= 28 && !out; --day) {
    out = Date::make(january ? date.year - 1 : date.year, january ? 12 : date.month - 1, day);
  }
  return out;
}

std::string description(const PlanRow& task) {
  std::string out = task.text;
  const auto add = [&](const char* label, const std::string& value) {
    if (!value.empty()) out += "\n" + std::string(label) + ": " + value;
  };
  add("Chủ trì", joined(task.lead_names));
  add("Phối hợp", joined(task.coordinate_names));
  add("Thời hạn", task.deadline_text);
  add("Sản phẩm", task.product);
  const std::string& document =
      task.document.number.empty() ? task.document.title : task.document.number;
  add("Căn cứ", task.provision.name + (document.empty() ? "" : ", " + one_line(document)));
  return out;
}

void add_days(std::string& out, const PlanRow& task, Date day) {
  const Due due = due_on(task.deadline, task.document.date.value_or(day));
  if (!due.date) return;
  if (task.deadline->to) {
    // RFC 5545, 3.8.2.3: DUE must be later than DTSTART.
    if (task.deadline->from && *task.deadline->from < *due.date) {
      add_line(out, "DTSTART;VALUE=DATE:" + digits(*task.deadline->from));
    }
  } else if (task.deadline->recurrence.starts_with("hang-nam-truoc-")) {
    // A rule counts from DTSTART: the day before keeps its distance to DUE in every year.
    if (const auto start = day_before(*due.date)) {
      add_line(out, "DTSTART;VALUE=DATE:" + digits(*start));
      add_line(out, "RRULE:FREQ=YEARLY");
    }
  }
  add_line(out, "DUE;VALUE=DATE:" + digits(*due.date));
}

}  // namespace

std::string plan_calendar(const std::vector<PlanRow>& tasks, Date day) {
  std::string out;
  add_line(out, "BEGIN:VCALENDAR");
  add_line(out, "VERSION:2.0");
  add_line(out, "PRODID:-//rasoat//rasoat//VI");
  std::map<std::string, size_t> place;
  for (const PlanRow& task : tasks) {
    const std::string provision = task.document.id + "#" + task.provision.id;
    const size_t number = place[provision]++;
    add_line(out, "BEGIN:VTODO");
    add_line(out, "UID:" + sha256_hex(provision + "#" + std::to_string(number)).substr(0, 32) +
                      "@rasoat");
    add_line(out, "DTSTAMP:" + digits(day) + "T000000Z");
    add_line(out, "SUMMARY:" + text_value(one_line(task.text)));
    add_line(out, "DESCRIPTION:" + text_value(description(task)));
    add_days(out, task, day);
    add_line(out, "END:VTODO");
  }
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace rasoat
