// The file: lines of fields with tabs between them, '#' before a comment. "part", its name and the
// four numbers of a Score; "difference", document, part, mark, record.
#include "workspace/baseline.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <string_view>

#include "ingest/file_bytes.h"
#include "report/atomic_file.h"

namespace rasoat {
namespace {

constexpr std::string_view kHeading =
    "# What `rasoat eval` finds wrong in this folder. A test fails on a record that is not here.\n"
    "# Written by: rasoat eval GOLD_DIR --texts TEXTS --write-baseline, after reading what was "
    "lost.\n"
    "# part, name, found, right, gold, output; difference, document, part, mark, record\n"
    "# (- missed, + extra, ~ of another kind)\n";

constexpr uint64_t kMostBytes = 64 << 20;

std::vector<std::string_view> fields_of(std::string_view line, size_t most) {
  std::vector<std::string_view> out;
  while (out.size() + 1 < most) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) break;
    out.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  out.push_back(line);
  return out;
}

bool read_number(std::string_view text, uint64_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

// False for a line of another form.
bool read_line(std::string_view line, Baseline& out) {
  constexpr std::string_view kDifference = "difference\t";
  if (line.starts_with(kDifference)) {
    line.remove_prefix(kDifference.size());
    const std::vector<std::string_view> fields = fields_of(line, 4);
    if (fields.size() != 4 || fields[2].size() != 1) return false;
    out.differences.emplace_back(line);
    return true;
  }
  const std::vector<std::string_view> fields = fields_of(line, 7);
  if (fields.size() != 6 || fields[0] != "part") return false;
  PartScore part;
  part.part = fields[1];
  Score& score = part.score;
  if (!read_number(fields[2], score.found) || !read_number(fields[3], score.right) ||
      !read_number(fields[4], score.gold) || !read_number(fields[5], score.output))
    return false;
  out.parts.push_back(std::move(part));
  return true;
}

ChangedRecord record_of(const std::string& difference) {
  const std::vector<std::string_view> fields = fields_of(difference, 4);
  ChangedRecord out;
  out.document = fields[0];
  if (fields.size() == 4) {
    out.part = fields[1];
    out.mark = fields[2].empty() ? '-' : fields[2].front();
    out.record = fields[3];
  }
  return out;
}

// The lines of `these` that are not among `those`, each as often as it stands more often.
std::vector<ChangedRecord> only_in(const std::vector<std::string>& these,
                                   const std::vector<std::string>& those) {
  std::map<std::string_view, size_t> left;
  for (const std::string& line : those) ++left[line];
  std::vector<ChangedRecord> out;
  for (const std::string& line : these) {
    const auto found = left.find(line);
    if (found != left.end() && found->second > 0) {
      --found->second;
    } else {
      out.push_back(record_of(line));
    }
  }
  return out;
}

bool same(const Score& a, const Score& b) {
  return a.found == b.found && a.right == b.right && a.gold == b.gold && a.output == b.output;
}

}  // namespace

Baseline baseline_of(const Evaluation& evaluation) {
  return {evaluation.parts(), evaluation.differences()};
}

Result<Baseline> read_baseline(const std::filesystem::path& path) {
  const Result<FileBytes> file = FileBytes::open(path, kMostBytes);
  if (!file) return file.error();
  Baseline out;
  size_t number = 0;
  for (std::string_view rest = file->content(); !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (!read_line(line, out)) {
      return Error{ErrorCode::kDamaged, "tệp mốc không đúng dạng",
                   path.string() + ":" + std::to_string(number),
                   "Ghi lại bằng \"rasoat eval … --write-baseline\"."};
    }
  }
  return out;
}

Result<void> write_baseline(const std::filesystem::path& path, const Baseline& baseline) {
  std::string out(kHeading);
  for (const auto& [part, score] : baseline.parts) {
    out += "part\t" + part;
    for (const uint64_t number : {score.found, score.right, score.gold, score.output}) {
      out += '\t' + std::to_string(number);
    }
    out += '\n';
  }
  std::vector<std::string> lines = baseline.differences;
  std::sort(lines.begin(), lines.end());
  for (const std::string& line : lines) out += "difference\t" + line + '\n';
  return write_whole_file(path, out);
}

BaselineComparison compare(const Baseline& before, const Baseline& now) {
  BaselineComparison out;
  out.gained = only_in(before.differences, now.differences);
  out.lost = only_in(now.differences, before.differences);
  const auto score_in = [](const Baseline& baseline, const std::string& part) {
    const auto found = std::find_if(baseline.parts.begin(), baseline.parts.end(),
                                    [&](const PartScore& one) { return one.part == part; });
    return found == baseline.parts.end() ? Score() : found->score;
  };
  for (const PartScore& part : now.parts) {
    const Score old = score_in(before, part.part);
    if (!same(old, part.score)) out.parts.push_back({part.part, old, part.score});
  }
  for (const PartScore& part : before.parts) {
    const bool gone = std::none_of(now.parts.begin(), now.parts.end(),
                                   [&](const PartScore& one) { return one.part == part.part; });
    if (gone) out.parts.push_back({part.part, part.score, {}});
  }
  return out;
}

}  // namespace rasoat
