// Whether search finds the article that answers a question, beside what stock engines find in the
// same articles.
//
// usage: retrieval_bench WORKSPACE QUESTIONS.jsonl SCRATCH_FOLDER [QUESTIONS]
//
// WORKSPACE was made with `rasoat add`. A line of QUESTIONS.jsonl is {"question": "...",
// "relevant_articles": [{"law_id": "45/2019/qh14", "article_id": "35"}]}; `text` does for
// `question`. The other engines are Xapian with its own TermGenerator, QueryParser and BM25, and
// SQLite FTS5 (unicode61), with marks kept and removed; words of a question are joined by OR. Every
// side is asked each question twice, as written and without marks. A question counts as answered at
// k when one of its articles is among the first k different ones. With "-" for the folder the other
// engines are left out; then what each part of reading a question brings is measured instead, by
// asking for the tree of the question without that part.
#include <sqlite3.h>
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "bench/load.h"
#include "query/query.h"
#include "query/syllables.h"
#include "store/keys.h"
#include "text/lower.h"
#include "workspace/workspace.h"

namespace rasoat::bench {
namespace {

constexpr uint32_t kDepth = 100;

struct Question {
  std::string text;
  std::set<std::string> answers;  // article_key()
};

std::string article_key(std::string_view number, std::string_view article) {
  return number_key(number) + "|" + lower_same_length(article);
}

// "art_35" or "att_1__art_35__clause_2" is article 35.
std::string article_of(std::string_view provision) {
  const size_t at = provision.rfind("art_");
  if (at == std::string_view::npos) return {};
  const std::string_view rest = provision.substr(at + 4);
  return std::string(rest.substr(0, rest.find("__")));
}

std::vector<Question> read_questions(const char* path, size_t most) {
  std::ifstream in(path);
  std::vector<Question> out;
  for (std::string line; out.size() < most && std::getline(in, line);) {
    const auto row = nlohmann::json::parse(line);
    Question question;
    question.text = row.contains("question") ? row["question"] : row["text"];
    for (const auto& article : row["relevant_articles"]) {
      question.answers.insert(article_key(article["law_id"].get<std::string>(),
                                          article["article_id"].get<std::string>()));
    }
    out.push_back(std::move(question));
  }
  return out;
}

struct Article {
  std::string key;
  std::string text;
};

std::vector<Article> articles_of(Store& store) {
  std::vector<Article> out;
  const Result<std::vector<Change>> changes = store.changes_after(0, UINT32_MAX);
  if (!changes) return out;
  for (const Change& change : *changes) {
    const auto held = store.read_for_index(change.document);
    if (!held || !*held) continue;
    const AnalyzedDocument& document = (*held)->analysis;
    for (const Provision& provision : document.document.provisions) {
      if (provision.level != Level::kArticle) continue;
      out.push_back({article_key(document.document.head.number, article_of(provision.id)),
                     std::string(document.text.of(provision.full))});
    }
  }
  return out;
}

// The keys of the articles found for a question, best first.
using Finder = std::function<std::vector<std::string>(const std::string&)>;

// What is asked for instead of a question.
using Rewrite = std::function<std::string(const std::string&)>;

Finder rasoat_finder(const Workspace& workspace, const Rewrite& rewrite = {}) {
  return [&workspace, rewrite](const std::string& question) {
    SearchOptions options;
    options.limit = kDepth;
    const Result<SearchResult> found =
        workspace.search(rewrite ? rewrite(question) : question, options);
    std::vector<std::string> out;
    if (!found) return out;
    for (const SearchHit& hit : found->hits) {
      out.push_back(article_key(hit.document.number, article_of(hit.provision.id)));
    }
    return out;
  };
}

void for_each_node(Query& query, const std::function<void(Query&)>& change) {
  for (Query& child : query.children) for_each_node(child, change);
  change(query);
}

// The tree of the question after a change to each of its nodes.
Rewrite changed(const Workspace& workspace, const std::function<void(Query&)>& change) {
  return [&workspace, change](const std::string& question) {
    Result<Query> query = parse_query(question, workspace.lexicon());
    if (!query) return question;
    for_each_node(*query, change);
    return print(*query);
  };
}

// No two neighbours of the question are neighbours in it.
void take_apart(Query& query) {
  if (query.kind != Query::Kind::kRanked) return;
  std::vector<Query> apart;
  for (size_t first : {size_t{0}, size_t{1}}) {
    for (size_t i = query.children.size(); i-- > 0;) {
      if (i % 2 == first) apart.push_back(query.children[i]);
    }
  }
  query.children = std::move(apart);
}

void drop_other_forms(Query& query) { query.also.clear(); }

// What is asked of a body, a level and the like falls away.
void drop_fields(Query& query) {
  if (query.kind == Query::Kind::kField) {
    query = {};
    return;
  }
  std::erase_if(query.children,
                [](const Query& child) { return child.kind == Query::Kind::kNothing; });
  if (query.kind == Query::Kind::kAnd && query.children.size() == 1) {
    query = Query(query.children[0]);
  }
}

// All words of the question count, also those that ask.
std::string all_words(const std::string& question) {
  const std::string lower = lower_same_length(question);
  std::string out;
  for (const Span word : syllables(lower)) out += " \"" + std::string(word.of(lower)) + "\"";
  return "~(" + out + ")";
}

class StockXapian {
 public:
  StockXapian(const std::vector<Article>& articles, const std::filesystem::path& folder)
      : database_(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_DANGEROUS) {
    Xapian::TermGenerator generator;
    for (const Article& article : articles) {
      Xapian::Document document;
      generator.set_document(document);
      generator.index_text(article.text);
      document.set_data(article.key);
      database_.add_document(document);
    }
    database_.commit();
  }

  std::vector<std::string> find(const std::string& question) {
    Xapian::QueryParser parser;
    parser.set_database(database_);
    Xapian::Enquire enquire(database_);
    enquire.set_query(parser.parse_query(question, 0));
    std::vector<std::string> out;
    const Xapian::MSet matches = enquire.get_mset(0, 2 * kDepth);
    for (auto at = matches.begin(); at != matches.end(); ++at) {
      out.push_back(at.get_document().get_data());
    }
    return out;
  }

 private:
  Xapian::WritableDatabase database_;
};

class Fts5 {
 public:
  Fts5(const std::vector<Article>& articles, const std::filesystem::path& file, int removed) {
    sqlite3_open(file.c_str(), &database_);
    run("PRAGMA journal_mode = OFF");
    run("CREATE VIRTUAL TABLE a USING fts5(key UNINDEXED, text, tokenize = 'unicode61 "
        "remove_diacritics " +
        std::to_string(removed) + "')");
    run("BEGIN");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database_, "INSERT INTO a VALUES (?, ?)", -1, &insert, nullptr);
    for (const Article& article : articles) {
      sqlite3_bind_text(insert, 1, article.key.data(), static_cast<int>(article.key.size()),
                        SQLITE_STATIC);
      sqlite3_bind_text(insert, 2, article.text.data(), static_cast<int>(article.text.size()),
                        SQLITE_STATIC);
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run("COMMIT");
    sqlite3_prepare_v2(database_, "SELECT key FROM a WHERE a MATCH ? ORDER BY rank LIMIT 200", -1,
                       &select_, nullptr);
  }
  ~Fts5() {
    sqlite3_finalize(select_);
    sqlite3_close(database_);
  }
  Fts5(const Fts5&) = delete;
  Fts5& operator=(const Fts5&) = delete;

  std::vector<std::string> find(const std::string& question) {
    const std::string lower = lower_same_length(question);
    std::string match;
    for (const Span word : syllables(lower)) {
      match += (match.empty() ? "\"" : " OR \"") + std::string(word.of(lower)) + "\"";
    }
    std::vector<std::string> out;
    sqlite3_bind_text(select_, 1, match.data(), static_cast<int>(match.size()), SQLITE_STATIC);
    while (sqlite3_step(select_) == SQLITE_ROW) {
      out.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(select_, 0)));
    }
    sqlite3_reset(select_);
    return out;
  }

 private:
  void run(const std::string& statement) {
    if (sqlite3_exec(database_, statement.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
      std::fprintf(stderr, "%s: %s\n", statement.c_str(), sqlite3_errmsg(database_));
      std::exit(1);
    }
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* select_ = nullptr;
};

void measure(const char* name, const std::vector<Question>& questions, bool marks,
             const Finder& find) {
  size_t first = 0, ten = 0, hundred = 0;
  std::vector<double> seconds;
  for (const Question& question : questions) {
    const double begin = cpu_seconds();
    const std::vector<std::string> found = find(marks ? question.text : fold_marks(question.text));
    seconds.push_back(cpu_seconds() - begin);
    std::set<std::string> seen;
    for (const std::string& key : found) {
      if (!seen.insert(key).second) continue;
      if (seen.size() > kDepth) break;
      if (question.answers.count(key) == 0) continue;
      first += seen.size() == 1;
      ten += seen.size() <= 10;
      ++hundred;
      break;
    }
  }
  std::sort(seconds.begin(), seconds.end());
  const auto share = [&](size_t count) {
    return static_cast<double>(count) / static_cast<double>(questions.size());
  };
  const auto at = [&](double part) {
    return 1e3 * seconds[static_cast<size_t>(part * static_cast<double>(seconds.size() - 1))];
  };
  std::printf("| %s | %s | %.3f | %.3f | %.3f | %.1f / %.1f |\n", name,
              marks ? "as written" : "without marks", share(first), share(ten), share(hundred),
              at(0.5), at(0.99));
  std::fflush(stdout);
}

void measure_parts(const Workspace& workspace, const std::vector<Question>& questions) {
  const std::pair<const char*, Rewrite> parts[] = {
      {"without neighbours", changed(workspace, take_apart)},
      {"without other forms", changed(workspace, drop_other_forms)},
      {"without fields", changed(workspace, drop_fields)},
      {"with all words of the question", all_words},
  };
  for (const auto& [name, rewrite] : parts) {
    measure(name, questions, true, rasoat_finder(workspace, rewrite));
  }
}

void say_what_is_held(const std::vector<Question>& questions,
                      const std::vector<Article>& articles) {
  std::set<std::string> held;
  for (const Article& article : articles) held.insert(article.key);
  const auto answerable = std::count_if(questions.begin(), questions.end(), [&](const Question& q) {
    return std::any_of(q.answers.begin(), q.answers.end(),
                       [&](const std::string& key) { return held.count(key) > 0; });
  });
  std::printf("%zu questions, %td with an article that is held; %zu articles\n\n", questions.size(),
              answerable, articles.size());
}

int run(const char* folder, const char* path, const std::filesystem::path& scratch, size_t most) {
  const auto workspace = Workspace::open(folder, Workspace::Mode::kRead);
  const auto store = Store::open(std::filesystem::path(folder) / "store.db", Store::Mode::kRead);
  if (!workspace || !store) {
    std::fprintf(stderr, "no workspace in %s\n", folder);
    return 1;
  }
  const std::vector<Question> questions = read_questions(path, most);
  if (questions.empty()) {
    std::fprintf(stderr, "no questions in %s\n", path);
    return 1;
  }
  const bool alone = scratch == "-";
  std::vector<Article> articles;
  if (alone) {
    std::printf("%zu questions\n\n", questions.size());
  } else {
    articles = articles_of(**store);
    say_what_is_held(questions, articles);
  }
  std::printf(
      "| side | question | first | in 10 | in 100 | ms p50 / p99 |\n|---|---|---|---|---|---|\n");
  for (const bool marks : {true, false}) {
    measure("rasoat", questions, marks, rasoat_finder(**workspace));
  }
  if (alone) {
    measure_parts(**workspace, questions);
    return 0;
  }
  std::filesystem::remove_all(scratch);
  std::filesystem::create_directories(scratch);
  StockXapian stock(articles, scratch / "stock");
  Fts5 kept(articles, scratch / "kept.db", 0);
  Fts5 removed(articles, scratch / "removed.db", 2);
  for (const bool marks : {true, false}) {
    measure("Xapian stock", questions, marks, [&](const std::string& q) { return stock.find(q); });
    measure("FTS5, marks kept", questions, marks,
            [&](const std::string& q) { return kept.find(q); });
    measure("FTS5, marks removed", questions, marks,
            [&](const std::string& q) { return removed.find(q); });
  }
  return 0;
}

}  // namespace
}  // namespace rasoat::bench

int main(int count, char** arguments) {
  if (count < 4) {
    std::fprintf(stderr,
                 "usage: retrieval_bench WORKSPACE QUESTIONS.jsonl SCRATCH_FOLDER [QUESTIONS]\n");
    return 2;
  }
  return rasoat::bench::run(arguments[1], arguments[2], arguments[3],
                            count > 4 ? static_cast<size_t>(std::atoll(arguments[4])) : SIZE_MAX);
}
