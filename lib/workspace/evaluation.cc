// The comparison is the one of the analysis contract (docs/json.md): records are matched one to one
// in the order of the gold, first those that agree in kind too, then the rest. Keys are compared
// after folding: case, white space, tone placement, leading zeros of numbers. Records in annexes
// and in quoted new wording are not compared.
#include "workspace/evaluation.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

#include "text/characters.h"
#include "text/lower.h"
#include "text/nfc.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Lower case, single spaces, one placement of tones, also inside words, where lower_same_length()
// leaves it alone.
std::string fold(std::string_view text) {
  std::string lower = lower_same_length(nfc(text));
  replace_all(lower, "\u00f0", "đ");
  replace_all(lower, "\u00a0", " ");
  constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kTones = {{
      {"oà", "òa"},
      {"oá", "óa"},
      {"oả", "ỏa"},
      {"oã", "õa"},
      {"oạ", "ọa"},
      {"oè", "òe"},
      {"oé", "óe"},
      {"oẻ", "ỏe"},
      {"oẽ", "õe"},
      {"oẹ", "ọe"},
      {"uỳ", "ùy"},
      {"uý", "úy"},
      {"uỷ", "ủy"},
      {"uỹ", "ũy"},
      {"uỵ", "ụy"},
      {"\u00a0", " "},
  }};
  for (const auto& [from, to] : kTones) replace_all(lower, from, to);
  std::string out;
  for (const char c : lower) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string document_key(std::string_view key) {
  if (key == "this") return "this";
  if (key.starts_with("name:")) {
    const std::string folded = fold(key.substr(5));
    const size_t bar = folded.find('|');
    std::string out = "name:" + folded.substr(0, bar);
    if (bar != std::string::npos && bar + 1 < folded.size()) out += "|" + folded.substr(bar + 1, 4);
    return out;
  }
  std::string out = fold(key);
  replace_all(out, " ", "");
  replace_all(out, "–", "-");
  size_t zeros = 0;
  while (zeros + 1 < out.size() && out[zeros] == '0' && is_digit(out[zeros + 1])) ++zeros;
  return out.substr(zeros);
}

// The bodies whose level counts in a comparison; the list is the contract's.
bool has_level(std::string_view body) {
  static const std::set<std::string_view> bodies = {"hdnd",
                                                    "thuong-truc-hdnd",
                                                    "chu-tich-hdnd",
                                                    "ban-hdnd",
                                                    "to-dai-bieu-hdnd",
                                                    "ubnd",
                                                    "chu-tich-ubnd",
                                                    "pho-chu-tich-ubnd",
                                                    "co-quan-chuyen-mon",
                                                    "thu-truong-co-quan-chuyen-mon",
                                                    "cong-an",
                                                    "truong-cong-an",
                                                    "giam-doc-cong-an",
                                                    "ubmttq",
                                                    "toa-an",
                                                    "vien-kiem-sat",
                                                    "thanh-tra",
                                                    "van-phong-ubnd",
                                                    "chanh-van-phong-ubnd",
                                                    "van-phong-hdnd-ubnd"};
  return bodies.contains(body);
}

std::string agency_key(std::string_view key) {
  const std::string folded = fold(key);
  const std::string body = folded.substr(0, folded.find(':'));
  return body.size() + 1 < folded.size() && has_level(body) ? folded : body;
}

// Phụ lục, Mẫu, Biểu and the like are not compared.
bool excluded(std::string_view target) {
  if (target.starts_with("att_")) {
    size_t end = 4;
    while (end < target.size() && is_digit(target[end])) ++end;
    if (end > 4) target.remove_prefix(target.substr(end).starts_with("__") ? end + 2 : end);
  }
  if (target.empty()) return false;
  for (const char* unit : {"part_", "chp_", "art_", "sec_", "subsec_", "clause_", "point_"}) {
    if (target.starts_with(unit)) return false;
  }
  return true;
}

std::string without_attachment(const std::string& id) {
  if (!id.starts_with("att_")) return id;
  size_t end = 4;
  while (end < id.size() && is_digit(id[end])) ++end;
  return end > 4 && id.compare(end, 2, "__") == 0 ? id.substr(end + 2) : id;
}

// The part of a document that its annotator read: everything, or the units listed.
class Scope {
 public:
  explicit Scope(const json& gold) {
    const auto it = gold.find("scope");
    if (it == gold.end() || !it->is_array()) return;
    units_.emplace();
    for (const json& unit : *it) units_->push_back(unit.get<std::string>());
  }

  bool holds(std::string_view id) const {
    if (!units_) return true;
    return std::any_of(units_->begin(), units_->end(), [&](const std::string& unit) {
      return id == unit || id.starts_with(unit.ends_with('_') ? unit : unit + "__");
    });
  }

 private:
  std::optional<std::vector<std::string>> units_;
};

// Throws json::type_error where it is something else than a list.
const json::array_t& list_of(const json& object, const char* name) {
  static const json::array_t none;
  const auto it = object.find(name);
  return it == object.end() || it->is_null() ? none : it->get_ref<const json::array_t&>();
}

std::string text_of(const json& object, const char* name) {
  const auto it = object.find(name);
  return it == object.end() || it->is_null() ? std::string() : it->get<std::string>();
}

template <typename T>
struct Matching {
  std::vector<std::pair<T, T>> pairs;
  std::vector<T> missed;
  std::vector<T> extra;
};

// One to one, in the order of the gold; pairs that are preferred too are made first.
template <typename T, typename Same, typename Prefer>
Matching<T> match(std::vector<T> gold, std::vector<T> output, const Same& same,
                  const Prefer& prefer) {
  Matching<T> out;
  out.extra = std::move(output);
  out.missed = std::move(gold);
  for (const bool preferred : {true, false}) {
    std::vector<T> todo;
    todo.swap(out.missed);
    for (T& g : todo) {
      const auto it = std::find_if(out.extra.begin(), out.extra.end(), [&](const T& o) {
        return same(g, o) && (!preferred || prefer(g, o));
      });
      if (it == out.extra.end()) {
        out.missed.push_back(std::move(g));
      } else {
        out.pairs.emplace_back(std::move(g), std::move(*it));
        out.extra.erase(it);
      }
    }
  }
  return out;
}

template <typename T, typename Same>
Matching<T> match(std::vector<T> gold, std::vector<T> output, const Same& same) {
  return match(std::move(gold), std::move(output), same, [](const T&, const T&) { return true; });
}

void add_to(Score& score, uint64_t hits, uint64_t gold, uint64_t output) {
  score.found += hits;
  score.right += hits;
  score.gold += gold;
  score.output += output;
}

std::string above(const std::string& id) {
  const size_t at = id.rfind("__");
  return at == std::string::npos ? std::string() : id.substr(0, at);
}

// The same provision, or one is directly below the other (a list's lead-in and its points).
bool near(const std::string& a, const std::string& b) {
  return a == b || above(a) == b || above(b) == a;
}

struct ComparedReference {
  std::string from, document, provision, kind, text;
  std::set<std::string> keys;  // every key that counts

  std::string shown() const {
    return from + " | " + document + " | " + provision + " | " + kind + " | " + text;
  }
  // Whether a unit of another document stands in the decision or in the regulation issued with it
  // can't always be told.
  std::string unit() const {
    return document == "this" ? provision : without_attachment(provision);
  }
};

std::pair<std::string, std::string> name_and_year(const std::string& key) {
  const size_t bar = key.find('|');
  return {key.substr(0, bar), bar == std::string::npos ? std::string() : key.substr(bar + 1)};
}

bool has_number(std::string_view text) {
  for (size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    if (at > 0 && is_digit(text[at - 1])) return true;
  }
  return false;
}

// A bare name in the words counts as well as the number that the text gives it elsewhere.
bool same_document(const ComparedReference& gold, const std::string& output) {
  const bool named = output.starts_with("name:");
  const auto [name, year] = name_and_year(output);
  for (const std::string& key : gold.keys) {
    if (key == output) return true;
    if (!named || !key.starts_with("name:")) continue;
    const auto [gold_name, gold_year] = name_and_year(key);
    if (gold_name == name && (gold_year.empty() || year.empty() || gold_year == year)) return true;
  }
  return named && !has_number(gold.text) &&
         fold(gold.text).find(name.substr(5)) != std::string::npos;
}

std::vector<ComparedReference> references_of(const json& analysis, const Scope& scope) {
  std::vector<ComparedReference> out;
  for (const json& row : list_of(analysis, "references")) {
    if (row.value("quoted", false)) continue;
    ComparedReference reference;
    reference.from = text_of(row, "from");
    const std::string provision = text_of(row, "provision");
    if (!scope.holds(reference.from) || excluded(provision) ||
        reference.from.starts_with("annex")) {
      continue;
    }
    reference.document = document_key(text_of(row, "document"));
    reference.provision = nfc(provision);
    reference.kind = row.value("kind", "cite");
    reference.text = text_of(row, "text");
    for (const char* name : {"document", "alt_document"}) {
      if (std::string key = text_of(row, name); !key.empty()) {
        reference.keys.insert(document_key(key));
      }
    }
    out.push_back(std::move(reference));
  }
  return out;
}

using Duty = std::tuple<std::string, std::string, std::string>;  // provision, agency, role

std::set<Duty> duties_of(const json& analysis, const Scope& scope) {
  std::set<Duty> out;
  for (const json& row : list_of(analysis, "assignments")) {
    const std::string provision = text_of(row, "provision");
    const bool compared = (scope.holds(provision) && !excluded(provision)) ||
                          provision == "title" || provision == "preamble";
    if (!compared) continue;
    out.emplace(provision, agency_key(text_of(row, "agency")), row.value("role", "other"));
  }
  return out;
}

// Everything that one document adds to the sums.
class DocumentComparison {
 public:
  DocumentComparison(const std::string& name, const json& gold, const json& output)
      : gold_(gold), output_(output), scope_(gold) {
    document.name = name;
  }

  void run() {
    compare_structure();
    compare_references();
    compare_assignments();
    if (gold_.contains("transfers")) compare_transfers();
    if (gold_.contains("tasks")) compare_tasks();
  }

  std::map<std::string, Score> scores;
  DocumentScore document;
  std::vector<std::string> differences;

 private:
  void note(const char* part, const char* sign, const std::string& what) {
    differences.push_back(document.name + "\t" + part + "\t" + sign + "\t" + what);
  }

  void compare_structure() {
    std::vector<std::string> gold, output;
    for (const json& row : list_of(gold_, "provisions")) gold.push_back(nfc(text_of(row, "id")));
    for (const json& row : list_of(output_, "provisions")) {
      const std::string id = nfc(text_of(row, "id"));
      const bool compared = scope_.holds(id) && !id.starts_with("annex") &&
                            !id.starts_with("title") && !id.starts_with("preamble");
      if (compared) output.push_back(id);
    }
    // Equal as multisets: sorted lists, so that a long document costs no square time.
    std::vector<std::string> a = gold, b = output, missed, extra;
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(missed));
    std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(extra));
    add_to(scores["structure"], gold.size() - missed.size(), gold.size(), output.size());
    for (const std::string& id : missed) note("structure", "-", id);
    for (const std::string& id : extra) note("structure", "+", id);
  }

  void compare_references() {
    const std::vector<ComparedReference> gold = references_of(gold_, scope_);
    const std::vector<ComparedReference> output = references_of(output_, scope_);
    using Row = ComparedReference;
    const Matching<Row> matching = match(
        gold, output,
        [](const Row& g, const Row& o) {
          return g.from == o.from && g.unit() == o.unit() && same_document(g, o.document);
        },
        [](const Row& g, const Row& o) { return g.kind == o.kind; });
    const auto targeted = [](const Row& row) { return !row.provision.empty(); };
    uint64_t pinpointed = 0, kinds = 0;
    std::map<std::string, uint64_t> hits_of_kind;
    for (const auto& [g, o] : matching.pairs) {
      if (targeted(g)) ++pinpointed;
      if (g.kind == o.kind) {
        ++kinds;
        ++hits_of_kind[g.kind];
      } else {
        note("kinds", "~", g.shown() + " -> " + o.kind);
      }
    }
    add_to(scores["references"], matching.pairs.size(), gold.size(), output.size());
    add_to(document.references, matching.pairs.size(), gold.size(), output.size());
    add_to(scores["pinpoint"], pinpointed, std::count_if(gold.begin(), gold.end(), targeted),
           std::count_if(output.begin(), output.end(), targeted));
    add_to(scores["kinds"], kinds, matching.pairs.size(), matching.pairs.size());
    for (const Row& row : matching.missed) note("references", "-", row.shown());
    for (const Row& row : matching.extra) note("references", "+", row.shown());

    std::map<std::string, std::pair<uint64_t, uint64_t>> of_kind;
    for (const Row& row : gold) ++of_kind[row.kind].first;
    for (const Row& row : output) ++of_kind[row.kind].second;
    for (const auto& [kind, counts] : of_kind) {
      add_to(scores["kind:" + kind], hits_of_kind[kind], counts.first, counts.second);
    }
  }

  void compare_assignments() {
    const std::set<Duty> gold = duties_of(gold_, scope_);
    const std::set<Duty> output = duties_of(output_, scope_);
    std::set<Duty> gold_places, output_places;  // without the role
    for (const auto& [provision, agency, role] : gold) gold_places.emplace(provision, agency, "");
    for (const auto& [provision, agency, role] : output) {
      output_places.emplace(provision, agency, "");
    }
    document.assignments = compare_duties("assignments", gold_places, output_places);
    compare_duties("roles", gold, output);
    std::vector<Duty> exact;
    std::set_intersection(gold_places.begin(), gold_places.end(), output_places.begin(),
                          output_places.end(), std::back_inserter(exact));
    add_to(scores["exact place"], exact.size(), gold_places.size(), output_places.size());
  }

  Score compare_duties(const char* part, const std::set<Duty>& gold, const std::set<Duty>& output) {
    const auto close = [](const Duty& a, const Duty& b) {
      return near(std::get<0>(a), std::get<0>(b)) && std::get<1>(a) == std::get<1>(b) &&
             std::get<2>(a) == std::get<2>(b);
    };
    const auto found_in = [&](const Duty& duty, const std::set<Duty>& others) {
      return std::any_of(others.begin(), others.end(),
                         [&](const Duty& other) { return close(duty, other); });
    };
    const auto shown = [](const Duty& duty) {
      const auto& [provision, agency, role] = duty;
      return provision + " | " + agency + (role.empty() ? "" : " | " + role);
    };
    Score score;
    score.gold = gold.size();
    score.output = output.size();
    for (const Duty& duty : gold) {
      if (found_in(duty, output)) {
        ++score.found;
      } else {
        note(part, "-", shown(duty));
      }
    }
    for (const Duty& duty : output) {
      if (found_in(duty, gold)) {
        ++score.right;
      } else {
        note(part, "+", shown(duty));
      }
    }
    Score& sum = scores[part];
    sum.found += score.found;
    sum.right += score.right;
    sum.gold += score.gold;
    sum.output += score.output;
    return score;
  }

  void compare_transfers() {
    struct Transfer {
      std::string provision, from, to, document, target;
      std::string shown() const {
        return provision + " | " + from + " | " + to + " | " + document + " | " + target;
      }
    };
    const auto read = [&](const json& analysis) {
      std::vector<Transfer> out;
      for (const json& row : list_of(analysis, "transfers")) {
        const std::string provision = text_of(row, "provision");
        if (!scope_.holds(provision)) continue;
        out.push_back({provision, agency_key(text_of(row, "from")), agency_key(text_of(row, "to")),
                       document_key(text_of(row, "document")), text_of(row, "target")});
      }
      return out;
    };
    const std::vector<Transfer> gold = read(gold_), output = read(output_);
    const Matching<Transfer> matching =
        match(gold, output, [](const Transfer& g, const Transfer& o) {
          return near(g.provision, o.provision) && g.from == o.from && g.to == o.to &&
                 g.target == o.target &&
                 name_and_year(g.document).first == name_and_year(o.document).first;
        });
    add_to(scores["transfers"], matching.pairs.size(), gold.size(), output.size());
    for (const Transfer& row : matching.missed) note("transfers", "-", row.shown());
    for (const Transfer& row : matching.extra) note("transfers", "+", row.shown());
  }

  void compare_tasks() {
    const auto read = [](const json& analysis) {
      std::vector<std::string> out;  // a task in one comparable line
      for (const json& row : list_of(analysis, "tasks")) {
        json task = json::array();
        task.push_back(text_of(row, "provision"));
        for (const char* name : {"lead", "coordinate"}) {
          std::vector<std::string> bodies;
          for (const json& body : list_of(row, name)) bodies.push_back(body.get<std::string>());
          std::sort(bodies.begin(), bodies.end());
          task.push_back(bodies);
        }
        const auto deadline = row.find("deadline");
        for (const char* name : {"from", "to", "recurrence"}) {
          const bool has =
              deadline != row.end() && deadline->is_object() && deadline->contains(name);
          task.push_back(has ? (*deadline)[name] : json());
        }
        out.push_back(task.dump());
      }
      return out;
    };
    const std::vector<std::string> gold = read(gold_), output = read(output_);
    const Matching<std::string> matching = match(gold, output, std::equal_to<>());
    add_to(scores["tasks"], matching.pairs.size(), gold.size(), output.size());
    for (const std::string& row : matching.missed) note("tasks", "-", row);
    for (const std::string& row : matching.extra) note("tasks", "+", row);
  }

  const json& gold_;
  const json& output_;
  const Scope scope_;
};

Error damaged(const std::string& name, const char* what) {
  return Error{ErrorCode::kDamaged, std::string("tệp chuẩn (gold) không đúng dạng: ") + what, name,
               "Xem docs/json.md về dạng của tệp chuẩn."};
}

Result<std::string> whole_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  if (!in || !(out << in.rdbuf())) {
    return Error{ErrorCode::kUnreadable, "không đọc được tệp", path.string(),
                 "Kiểm tra quyền đọc tệp."};
  }
  return std::move(out).str();
}

std::map<std::string, fs::path> files_by_stem(const fs::path& folder, std::string_view extension) {
  std::map<std::string, fs::path> out;
  std::error_code error;
  for (fs::directory_iterator it(folder, error); !error && it != fs::directory_iterator();
       it.increment(error)) {
    const fs::path& path = it->path();
    if (!extension.empty() && path.extension() != extension) continue;
    if (path.filename().string().starts_with('.')) continue;
    const auto [place, added] = out.emplace(path.stem().string(), path);
    if (!added && path < place->second) place->second = path;
  }
  return out;
}

}  // namespace

double Score::precision() const {
  if (output == 0) return gold == 0 ? 1 : 0;
  return static_cast<double>(right) / static_cast<double>(output);
}

double Score::recall() const {
  return gold == 0 ? 1 : static_cast<double>(found) / static_cast<double>(gold);
}

double Score::f1() const {
  const double sum = precision() + recall();
  return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

Result<void> Evaluation::add(const std::string& name, std::string_view gold,
                             std::string_view analysis) {
  try {
    const json gold_object = json::parse(gold);
    const json output = analysis.empty() ? json::object() : json::parse(analysis);
    if (!gold_object.is_object() || !output.is_object()) return damaged(name, "không là đối tượng");
    DocumentComparison comparison(name, gold_object, output);
    comparison.run();
    for (const auto& [part, score] : comparison.scores) {
      Score& sum = scores_[part];
      sum.found += score.found;
      sum.right += score.right;
      sum.gold += score.gold;
      sum.output += score.output;
    }
    documents_.push_back(std::move(comparison.document));
    for (std::string& line : comparison.differences) differences_.push_back(std::move(line));
    if (!analysis.empty()) ++analysed_;
  } catch (const json::exception& thrown) {
    return damaged(name, thrown.what());
  }
  return {};
}

std::vector<PartScore> Evaluation::parts() const {
  std::vector<PartScore> out;
  const auto put = [&](const std::string& part) {
    const auto it = scores_.find(part);
    if (it != scores_.end()) out.push_back({part, it->second});
  };
  for (const char* part : {"structure", "references", "pinpoint", "kinds"}) put(part);
  for (const auto& [part, score] : scores_) {
    if (part.starts_with("kind:")) out.push_back({part, score});
  }
  for (const char* part : {"assignments", "exact place", "roles", "transfers", "tasks"}) put(part);
  return out;
}

Result<EvaluationResult> evaluate(const fs::path& gold, const fs::path& texts,
                                  const Lexicon& lexicon, const AnalyzeOptions& options) {
  const std::map<std::string, fs::path> gold_files = files_by_stem(gold, ".json");
  if (gold_files.empty()) {
    return Error{ErrorCode::kNotFound, "không có tệp chuẩn (*.json) trong thư mục", gold.string(),
                 "Chỉ ra thư mục chứa các tệp gold."};
  }
  const std::map<std::string, fs::path> text_files = files_by_stem(texts, "");
  EvaluationResult out;
  std::vector<fs::path> files;
  std::vector<std::string> names;
  const auto compare = [&](const std::string& name, std::string_view analysis) {
    const Result<std::string> content = whole_file(gold_files.at(name));
    if (!content) {
      out.failed.push_back(content.error());
      return;
    }
    const Result<void> added = out.evaluation.add(name, *content, analysis);
    if (!added) out.failed.push_back(added.error());
  };
  for (const auto& [name, path] : gold_files) {
    const auto text = text_files.find(name);
    if (text == text_files.end()) {
      out.failed.push_back({ErrorCode::kNotFound, "không có văn bản cho tệp chuẩn này",
                            path.string(), "Đặt văn bản cùng tên vào " + texts.string() + "."});
      compare(name, {});
    } else {
      files.push_back(text->second);
      names.push_back(name);
    }
  }
  analyze_files(files, lexicon, options, [&](size_t file, AnalyzedLine line) {
    if (line.failed) {
      out.failed.push_back({ErrorCode::kUnreadable, "không phân tích được", files[file].string(),
                            "Chạy \"rasoat analyze\" với tệp này để xem lý do."});
    }
    compare(names[file], line.json);
    return true;
  });
  return out;
}

}  // namespace rasoat
