// How long one engine takes for the queries of search_rows, and what it finds. search_benchmarks.py
// runs the sides in turns and compares.
//
// usage: search_bench rasoat WORKSPACE QUERIES.tsv
//        search_bench xapian DATABASE QUERIES.tsv     as scriptindex made it by rows.script
//        search_bench fts5 FILE QUERIES.tsv
//        search_bench fts5-build FILE ROWS.tsv
//
// Each query is asked for its first ten hits, once to warm and once for the clock. Prints a line of
// JSON: for each kind of query the milliseconds of this thread's CPU and the numbers of matches,
// both in the order of the queries; -1 for a number that the side does not know.
#include <sqlite3.h>
#include <xapian.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "bench/load.h"
#include "index/search_index.h"
#include "query/query.h"
#include "workspace/workspace.h"

namespace rasoat::bench {
namespace {

struct Asked {
  std::string kind;                // "phrase", "and", "facets", "filters"
  std::vector<std::string> words;  // a phrase, or words that must all be there
  std::string text;                // the same with blanks between
  std::vector<std::string> keys;   // of `filters`: type, year, agency
  std::string fields;              // the same as a query of rasoat
};

std::vector<std::string> cut(const std::string& text, char at) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) out.push_back(part);
  return out;
}

std::vector<Asked> read_queries(const char* path) {
  std::vector<Asked> out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> columns = cut(line, '\t');
    if (columns.size() < 2) continue;
    Asked& asked = out.emplace_back();
    asked.kind = columns[0];
    asked.text = columns[1];
    asked.words = cut(columns[1], ' ');
    if (columns.size() > 3) {
      asked.keys = cut(columns[2], ' ');
      asked.fields = columns[3];
    }
  }
  return out;
}

bool is_phrase(const Asked& asked) { return asked.kind == "phrase" || asked.kind == "filters"; }

// Looks for a query's first ten hits and gives the number of all. `count`: it may take longer than
// users of the engine would wait, to know the number.
using Side = std::function<int64_t(const Asked&, bool count)>;

int measure(const std::vector<Asked>& queries, const Side& ask) {
  std::map<std::string, std::vector<double>> milliseconds;
  std::map<std::string, std::vector<int64_t>> matches;
  for (const bool warm : {false, true}) {
    for (const Asked& asked : queries) {
      const double begin = cpu_seconds();
      const int64_t found = ask(asked, !warm);
      const double end = cpu_seconds();
      if (warm) {
        milliseconds[asked.kind].push_back(1e3 * (end - begin));
      } else {
        matches[asked.kind].push_back(found);
      }
    }
  }
  nlohmann::json out;
  for (const auto& [kind, times] : milliseconds) {
    out[kind] = {{"ms", times}, {"matches", matches[kind]}};
  }
  std::printf("%s\n", out.dump().c_str());
  return 0;
}

int fail(const std::string& why) {
  std::fprintf(stderr, "search_bench: %s\n", why.c_str());
  return 1;
}

int ask_rasoat(const std::filesystem::path& folder, const std::vector<Asked>& queries) {
  const auto workspace = Workspace::open(folder, Workspace::Mode::kRead);
  if (!workspace) return fail(workspace.error().message);
  const auto index = SearchIndex::open(folder / "index");
  if (!index) return fail(index.error().message);
  std::map<const Asked*, Query> trees;
  for (const Asked& asked : queries) {
    Query words;
    words.kind = is_phrase(asked) ? Query::Kind::kPhrase : Query::Kind::kAnd;
    words.text = asked.text;
    if (!is_phrase(asked)) {
      words.text.clear();
      for (const std::string& word : asked.words) {
        Query& child = words.children.emplace_back();
        child.kind = Query::Kind::kWord;
        child.text = word;
      }
    }
    if (!asked.fields.empty()) {
      Result<Query> fields = parse_query(asked.fields, (*workspace)->lexicon());
      if (!fields) return fail(fields.error().message);
      fields->children.push_back(std::move(words));
      words = std::move(*fields);
    }
    trees.emplace(&asked, std::move(words));
  }
  return measure(queries, [&](const Asked& asked, bool) -> int64_t {
    FindOptions options;
    options.limit = 10;
    options.facets = asked.kind == "facets";
    const Result<IndexAnswer> answer = (*index)->find(trees.at(&asked), options);
    return answer && answer->exact ? static_cast<int64_t>(answer->total) : -1;
  });
}

int ask_xapian(const char* path, const std::vector<Asked>& queries) {
  const Xapian::Database database(path);
  return measure(queries, [&](const Asked& asked, bool) -> int64_t {
    Xapian::Query query(is_phrase(asked) ? Xapian::Query::OP_PHRASE : Xapian::Query::OP_AND,
                        asked.words.begin(), asked.words.end());
    const char* const prefixes[] = {"XT", "XY", "XA"};
    for (size_t i = 0; i < asked.keys.size(); ++i) {
      query = Xapian::Query(Xapian::Query::OP_FILTER, query,
                            Xapian::Query(prefixes[i] + asked.keys[i]));
    }
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    Xapian::ValueCountMatchSpy types(0), issuers(1), years(2);
    if (asked.kind == "facets") {
      for (Xapian::MatchSpy* spy : {&types, &issuers, &years}) enquire.add_matchspy(spy);
    }
    const Xapian::MSet found = enquire.get_mset(0, 10, database.get_doccount());
    return static_cast<int64_t>(found.get_matches_lower_bound());
  });
}

class Fts5 {
 public:
  explicit Fts5(const char* path) { sqlite3_open(path, &database_); }
  ~Fts5() {
    for (const auto& [text, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(database_);
  }
  Fts5(const Fts5&) = delete;
  Fts5& operator=(const Fts5&) = delete;

  sqlite3_stmt* prepared(const std::string& text) {
    sqlite3_stmt*& out = statements_[text];
    if (out == nullptr &&
        sqlite3_prepare_v2(database_, text.c_str(), -1, &out, nullptr) != SQLITE_OK) {
      std::fprintf(stderr, "%s: %s\n", text.c_str(), sqlite3_errmsg(database_));
      std::exit(1);
    }
    sqlite3_reset(out);
    return out;
  }
  void run(const std::string& text) { step(prepared(text)); }
  // For statements without rows.
  void step(sqlite3_stmt* statement) {
    const int done = sqlite3_step(statement);
    if (done != SQLITE_DONE && done != SQLITE_ROW) {
      std::fprintf(stderr, "%s: %s\n", sqlite3_sql(statement), sqlite3_errmsg(database_));
      std::exit(1);
    }
    sqlite3_reset(statement);
  }

  // Calls `visit(statement)` for each row; returns their number.
  int64_t rows(const std::string& text, const std::string& match,
               const std::function<void(sqlite3_stmt*)>& visit = {}) {
    sqlite3_stmt* const statement = prepared(text);
    sqlite3_bind_text(statement, 1, match.data(), static_cast<int>(match.size()), SQLITE_STATIC);
    int64_t out = 0;
    for (; sqlite3_step(statement) == SQLITE_ROW; ++out) {
      if (visit) visit(statement);
    }
    sqlite3_reset(statement);
    return out;
  }

 private:
  sqlite3* database_ = nullptr;
  std::map<std::string, sqlite3_stmt*> statements_;
};

int build_fts5(const char* path, const char* rows_path) {
  Fts5 fts(path);
  fts.run("PRAGMA journal_mode = OFF");
  fts.run(
      "CREATE VIRTUAL TABLE rows USING fts5(title, text, keys, tokenize = 'unicode61 "
      "remove_diacritics 0')");
  fts.run("CREATE TABLE facets (id INTEGER PRIMARY KEY, type TEXT, issuer TEXT, year TEXT)");
  fts.run("BEGIN");
  std::ifstream in(rows_path);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> row = cut(line, '\t');
    if (row.size() < 6) continue;
    const std::string text = row.size() > 6 ? row[6] : "";
    const std::string keys = row[1] + ' ' + row[2] + ' ' + row[3] + ' ' + row[4];
    const auto bind = [](sqlite3_stmt* to, int at, const std::string& value) {
      sqlite3_bind_text(to, at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    };
    sqlite3_stmt* words =
        fts.prepared("INSERT INTO rows (rowid, title, text, keys) VALUES (?, ?, ?, ?)");
    bind(words, 1, row[0]), bind(words, 2, row[5]), bind(words, 3, text), bind(words, 4, keys);
    fts.step(words);
    sqlite3_stmt* facets = fts.prepared("INSERT INTO facets VALUES (?, ?, ?, ?)");
    for (int i = 0; i < 4; ++i) bind(facets, i + 1, row[static_cast<size_t>(i)]);
    fts.step(facets);
  }
  fts.run("INSERT INTO rows (rows) VALUES ('optimize')");
  fts.run("COMMIT");
  return 0;
}

int ask_fts5(const char* path, const std::vector<Asked>& queries) {
  Fts5 fts(path);
  return measure(queries, [&](const Asked& asked, bool count) -> int64_t {
    std::string match = "text : (";
    if (is_phrase(asked)) {
      match += '"' + asked.text + '"';
    } else {
      match += asked.words[0] + " AND " + asked.words[1];
    }
    match += ")";
    for (const std::string& one : asked.keys) match += " AND keys : " + one;
    fts.rows("SELECT rowid FROM rows WHERE rows MATCH ? ORDER BY rank LIMIT 10", match);
    if (asked.kind != "facets") {
      return count ? fts.rows("SELECT rowid FROM rows WHERE rows MATCH ?", match) : -1;
    }
    std::map<std::string, int64_t> counts;
    return fts.rows(
        "SELECT type, issuer, year FROM rows JOIN facets ON facets.id = rows.rowid WHERE rows "
        "MATCH ?",
        match, [&](sqlite3_stmt* row) {
          for (int i = 0; i < 3; ++i) {
            ++counts[reinterpret_cast<const char*>(sqlite3_column_text(row, i))];
          }
        });
  });
}

}  // namespace
}  // namespace rasoat::bench

int main(int count, char** words) {
  using namespace rasoat::bench;
  const std::string side = count == 4 ? words[1] : "";
  if (side == "rasoat") return ask_rasoat(words[2], read_queries(words[3]));
  if (side == "xapian") return ask_xapian(words[2], read_queries(words[3]));
  if (side == "fts5") return ask_fts5(words[2], read_queries(words[3]));
  if (side == "fts5-build") return build_fts5(words[2], words[3]);
  std::fprintf(stderr, "usage: search_bench rasoat|xapian|fts5|fts5-build WHERE FILE.tsv\n");
  return 2;
}
