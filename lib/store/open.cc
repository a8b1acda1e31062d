// Opening, migrating and watching over the database.
#include <soci/sqlite3/soci-sqlite3.h>

#include <cstdlib>
#include <random>

#include "store/schema.h"
#include "store/state.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using store_internal::Integer;

constexpr int kBusySeconds = 5;

std::string random_name() {
  std::random_device random;
  std::string out;
  for (int i = 0; i < 32; ++i) out += "0123456789abcdef"[random() % 16];
  return out;
}

Integer schema_version(soci::session& sql) {
  Integer tables = 0;
  sql << "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'",
      soci::into(tables);
  if (tables == 0) return 0;
  std::string version;
  sql << "SELECT value FROM meta WHERE name = 'version'", soci::into(version);
  return std::strtoll(version.c_str(), nullptr, 10);
}

// One step and the new version number are one transaction.
void migrate(soci::session& sql, Integer version) {
  const auto steps = store_internal::migrations();
  for (; version < static_cast<Integer>(steps.size()); ++version) {
    soci::transaction transaction(sql);
    if (version == 0) {
      sql << "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)";
      sql << "INSERT INTO meta (name, value) VALUES ('version', '0')";
      const std::string identity = random_name();
      sql << "INSERT INTO meta (name, value) VALUES ('identity', :i)", soci::use(identity);
    }
    std::string_view step = steps[static_cast<size_t>(version)];
    while (!step.empty()) {
      const size_t end = std::min(step.find(';'), step.size());
      sql << std::string(step.substr(0, end));
      step.remove_prefix(std::min(end + 1, step.size()));
    }
    const std::string next = std::to_string(version + 1);
    sql << "UPDATE meta SET value = :v WHERE name = 'version'", soci::use(next);
    transaction.commit();
  }
}

// A connection string has its own quoting, in which a double quote cannot be said.
Result<std::string> connection(const fs::path& file) {
  const std::string path = file.string();
  if (path.find('"') != std::string::npos) {
    return Error{ErrorCode::kInvalidArgument, "đường dẫn của kho không được có dấu nháy kép", path,
                 "Hãy chọn thư mục khác bằng tùy chọn --workspace."};
  }
  return "db=\"" + path + "\" timeout=" + std::to_string(kBusySeconds);
}

}  // namespace

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const fs::path& file, Mode mode) {
  std::error_code ignored;
  if (mode == Mode::kRead && !fs::exists(file, ignored)) {
    return Error{ErrorCode::kNotFound, "chưa có kho văn bản ở đây", file.string(),
                 "Hãy nạp văn bản trước bằng lệnh rasoat add."};
  }
  const Result<std::string> target = connection(file);
  if (!target) return target.error();
  auto state = std::make_unique<State>();
  state->file = file.string();
  soci::session& sql = state->sql;
  const auto steps = static_cast<Integer>(store_internal::migrations().size());
  Result<Integer> version = state->guarded([&] {
    sql.open(soci::sqlite3, *target);
    // Write-ahead log: readers never wait for the writer. NORMAL is safe from a killed process, and
    // from loss of power but for the last transactions; sync() covers those.
    sql << "PRAGMA journal_mode = WAL";
    sql << "PRAGMA synchronous = NORMAL";
    sql << "PRAGMA foreign_keys = ON";
    const Integer found = schema_version(sql);
    if (mode == Mode::kWrite && found < steps) migrate(sql, found);
    return mode == Mode::kWrite ? std::max(found, steps) : found;
  });
  if (!version) return version.error();
  if (*version > steps) {
    return Error{ErrorCode::kStore, "kho do một bản rasoat mới hơn tạo ra", file.string(),
                 "Hãy dùng bản rasoat mới nhất."};
  }
  if (*version < steps) {
    return Error{ErrorCode::kStore, "kho chưa có cấu trúc của bản rasoat này", file.string(),
                 "Hãy chạy lệnh rasoat add một lần để nâng cấp kho."};
  }
  return std::unique_ptr<Store>(new Store(std::move(state)));
}

Result<StoreCounts> Store::counts() const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    Integer documents = 0, sources = 0, provisions = 0, references = 0, assignments = 0, tasks = 0;
    sql << "SELECT COUNT(*), COALESCE(SUM(provisions), 0), COALESCE(SUM(citations), 0), "
           "COALESCE(SUM(assignments), 0), COALESCE(SUM(tasks), 0) FROM documents",
        soci::into(documents), soci::into(provisions), soci::into(references),
        soci::into(assignments), soci::into(tasks);
    sql << "SELECT COUNT(*) FROM sources", soci::into(sources);
    const auto u = [](Integer value) { return static_cast<uint64_t>(value); };
    return StoreCounts{u(documents),  u(sources),     u(provisions),
                       u(references), u(assignments), u(tasks)};
  });
}

Result<uint64_t> Store::count_older() const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    const Integer facts = store_internal::kFacts;
    Integer out = 0;
    sql << "SELECT COUNT(*) FROM documents WHERE facts < :f", soci::into(out), soci::use(facts);
    return static_cast<uint64_t>(out);
  });
}

const std::string& Store::file() const { return state_->file; }

Result<StoredNames> Store::names() const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    // Hops over the index from one value to the next.
    const auto distinct = [&](const std::string& column, const std::string& table) {
      std::vector<std::string> out;
      std::string value;
      soci::statement rows =
          (sql.prepare << "WITH RECURSIVE names (name) AS (SELECT MIN(" + column + ") FROM " +
                              table + " UNION ALL SELECT (SELECT MIN(" + column + ") FROM " +
                              table + " WHERE " + column +
                              " > name) FROM names WHERE name IS NOT NULL) "
                              "SELECT name FROM names WHERE name IS NOT NULL",
           soci::into(value));
      rows.execute();
      while (rows.fetch()) out.push_back(value);
      return out;
    };
    return StoredNames{distinct("type", "documents"), distinct("issuer", "documents"),
                       distinct("agency", "assignments")};
  });
}

Result<std::string> Store::identity() const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    std::string out;
    sql << "SELECT value FROM meta WHERE name = 'identity'", soci::into(out);
    return out;
  });
}

Result<std::vector<Change>> Store::changes_after(uint64_t seq, uint64_t limit) const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    const auto after = static_cast<Integer>(seq);
    const auto most = static_cast<Integer>(limit);
    Integer at = 0;
    std::string id;
    soci::statement rows =
        (sql.prepare << "SELECT seq, id FROM changes WHERE seq > :s ORDER BY seq LIMIT :n",
         soci::into(at), soci::into(id), soci::use(after), soci::use(most));
    std::vector<Change> out;
    rows.execute();
    while (rows.fetch()) out.push_back({static_cast<uint64_t>(at), id});
    return out;
  });
}

Result<uint64_t> Store::count_changes_after(uint64_t seq) const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    const auto after = static_cast<Integer>(seq);
    Integer out = 0;
    sql << "SELECT COUNT(*) FROM changes WHERE seq > :s", soci::into(out), soci::use(after);
    return static_cast<uint64_t>(out);
  });
}

Result<uint64_t> Store::last_change() const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    Integer out = 0;
    sql << "SELECT COALESCE(MAX(seq), 0) FROM changes", soci::into(out);
    return static_cast<uint64_t>(out);
  });
}

Result<void> Store::sync() {
  return state_->guarded([&] { state_->sql << "PRAGMA wal_checkpoint(PASSIVE)"; });
}

Result<std::vector<std::string>> Store::check() const {
  soci::session& sql = state_->sql;
  return state_->guarded([&] {
    std::vector<std::string> out;
    std::string message;
    soci::statement rows = (sql.prepare << "PRAGMA quick_check", soci::into(message));
    rows.execute();
    while (rows.fetch()) {
      if (message != "ok") out.push_back("tệp kho bị hỏng: " + message);
    }
    Integer lost = 0;
    sql << "SELECT COUNT(*) FROM documents WHERE NOT EXISTS "
           "(SELECT 1 FROM sources WHERE sources.document = documents.nr)",
        soci::into(lost);
    if (lost > 0) out.push_back(std::to_string(lost) + " văn bản không còn tệp nguồn nào");
    lost = 0;
    sql << "SELECT COUNT(*) FROM documents WHERE NOT EXISTS "
           "(SELECT 1 FROM texts WHERE texts.document = documents.nr)",
        soci::into(lost);
    if (lost > 0) out.push_back(std::to_string(lost) + " văn bản không có nội dung");
    return out;
  });
}

}  // namespace rasoat
