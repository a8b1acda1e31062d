// Reading the index: that of a workspace, or the parts of a divided one.
#include "index/search_index.h"

#include <xapian.h>

#include <algorithm>
#include <optional>

#include "index/corrections.h"
#include "index/database_folder.h"
#include "index/find.h"
#include "index/guard.h"
#include "index/index_metadata.h"
#include "index/layers.h"
#include "index/part_list.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using index_internal::guarded;

// A writer that commits twice while we read takes the blocks from under us; the answer is to look
// again, with a bound.
constexpr int kTries = 5;

Xapian::Database opened(const PartPlace& place) {
  if (place.host.empty()) {
    return Xapian::Database(place.database.string(), Xapian::DB_BACKEND_GLASS);
  }
  return Xapian::Remote::open(place.bare_host(), place.port, kAnswerSeconds * 1000,
                              kConnectSeconds * 1000);
}

// Why a part did not answer, in Vietnamese, with what the system says.
std::string reason_of(const Xapian::Error& thrown) {
  const char* const system = thrown.get_error_string();
  const std::string detail =
      " (" + (system != nullptr ? std::string(system) : thrown.get_msg()) + ")";
  if (std::string_view(thrown.get_type()) == "NetworkTimeoutError")
    return "quá lâu không trả lời" + detail;
  return "không liên lạc được" + detail;
}

Error missing_error(const MissingPart& part) {
  return {ErrorCode::kIndex, "phần chỉ mục " + part.reason, part.place,
          "Hãy kiểm tra máy và chương trình xapian-tcpsrv ở đó, hoặc thêm --partial để lấy kết quả "
          "của các phần còn lại."};
}

Error wrong_part(const std::string& place, std::string reason) {
  return {ErrorCode::kIndex, std::move(reason), place,
          "Hãy chia lại chỉ mục bằng lệnh rasoat index --split và chép đủ các phần."};
}

}  // namespace

bool IndexPart::holds(std::string_view document) const {
  return of <= 1 || facet_key(document) % of == number - 1;
}

struct SearchIndex::State {
  // Of a workspace: the folder, and the database in it that is open.
  fs::path folder;
  std::string name;
  std::unique_ptr<index_internal::Layers> layers;

  // Of a divided index: where its parts are, those that answer in front of those that do not.
  struct Part {
    PartPlace place;
    Xapian::Database database;
    IndexState state;
  };
  bool divided = false;
  bool partial = false;
  std::vector<Part> parts;
  std::vector<MissingPart> missing;
  size_t dropped = 0;  // of the parts that the list names

  index_internal::Searched all_parts;

  // Nothing where there is no index.
  const index_internal::Searched* searched() const {
    if (divided) return &all_parts;
    return layers != nullptr && layers->is_usable() ? &layers->searched() : nullptr;
  }

  // Opens the database in use where it has been replaced, else sees what has been committed.
  Result<void> refresh() {
    const std::string current = index_internal::current_database(folder);
    if (current == name) {
      if (layers != nullptr) layers->refresh();
      return {};
    }
    layers.reset();
    name.clear();
    if (current.empty()) return {};
    Result<std::unique_ptr<index_internal::Layers>> opened =
        index_internal::Layers::open(folder / current);
    if (!opened) {
      // Damaged, or deleted since the look at XAPIANDB.
      if (index_internal::current_database(folder) != current) return refresh();
      return opened.error();
    }
    layers = std::move(*opened);
    name = current;
    return {};
  }

  template <typename Work>
  auto looking(Work&& work) -> Result<std::invoke_result_t<Work>> {
    if (divided) return looking_at_parts(std::forward<Work>(work));
    for (int tried = 1;; ++tried) {
      bool again = false;
      Result<void> ready;
      Result<std::invoke_result_t<Work>> out = guarded(folder.string(), [&] {
        try {
          ready = refresh();
          if (ready) return work();
        } catch (const Xapian::DatabaseModifiedError&) {
          again = tried < kTries;
          throw;
        } catch (const Xapian::DatabaseOpeningError&) {
          // The database was replaced between the look at XAPIANDB and the opening.
          again = tried < kTries;
          throw;
        }
        return std::invoke_result_t<Work>();
      });
      if (!ready) return ready.error();
      if (out || !again) return out;
    }
  }

  // Looks again for each part that falls away, and some more times for writers.
  template <typename Work>
  auto looking_at_parts(Work&& work) -> Result<std::invoke_result_t<Work>> {
    for (int tried = 1;; ++tried) {
      std::optional<MissingPart> lost;
      Result<std::invoke_result_t<Work>> out = guarded(folder.string(), [&] {
        try {
          return work();
        } catch (const Xapian::NetworkError& thrown) {
          lost = lost_part(thrown);
          throw;
        } catch (const Xapian::DatabaseModifiedError&) {
          lost.emplace();  // only look again
          throw;
        }
      });
      if (out || !lost) return out;
      if (lost->place.empty()) {
        if (tried >= kTries) return out;
      } else {
        if (!partial) return missing_error(*lost);
        drop(*lost);
      }
      // Connections that were in the middle of a question are of no use any more.
      if (Result<void> again = connect(); !again) return again.error();
    }
  }

  // The part that an error came from. Where the error does not say so, it is the one that does not
  // even say that it is alive.
  MissingPart lost_part(const Xapian::NetworkError& thrown) {
    const std::string context = thrown.get_context();
    for (const Part& part : parts) {
      if (part.place.host.empty()) continue;
      if (context.find("(" + part.place.bare_name() + ")") != std::string::npos) {
        return {part.place.name(), reason_of(thrown)};
      }
    }
    for (Part& part : parts) {
      if (part.place.host.empty()) continue;
      try {
        opened(part.place).keep_alive();
      } catch (const Xapian::Error& dead) {
        return {part.place.name(), reason_of(dead)};
      }
    }
    // All live: one of them went and came again.
    return {};
  }

  void drop(const MissingPart& lost) {
    parts.erase(std::remove_if(parts.begin(), parts.end(),
                               [&](const Part& part) { return part.place.name() == lost.place; }),
                parts.end());
    ++dropped;
    missing.push_back(lost);
  }

  // Opens every part and sees that they belong together.
  Result<void> connect() {
    for (size_t i = 0; i < parts.size();) {
      Part& part = parts[i];
      std::optional<MissingPart> lost;
      const Result<void> done = guarded(part.place.name(), [&] {
        try {
          part.database = opened(part.place);
          part.state = index_internal::read_state(part.database);
          part.state.place = part.place.name();
        } catch (const Xapian::NetworkError& thrown) {
          lost = MissingPart{part.place.name(), reason_of(thrown)};
          throw;
        }
      });
      if (lost) {
        if (!partial) return missing_error(*lost);
        drop(*lost);
        continue;
      }
      if (!done) return done;
      ++i;
    }
    if (parts.empty()) {
      Error error = missing_error(missing.back());
      error.remedy = "Không phần chỉ mục nào trả lời.";
      return error;
    }
    if (Result<void> fits = belong_together(); !fits) return fits;
    all_parts = {};
    for (const Part& part : parts) {
      all_parts.database.add_database(part.database);
      all_parts.remote.push_back(!part.place.host.empty());
    }
    return {};
  }

  Result<void> belong_together() {
    const IndexState& first = parts.front().state;
    for (size_t i = 0; i < parts.size(); ++i) {
      const IndexState& here = parts[i].state;
      if (here.store.empty() || here.part.of == 0) {
        return wrong_part(here.place, "phần chỉ mục do một bản rasoat khác lập");
      }
      if (!here.divided) {
        return wrong_part(here.place, "chỉ mục này là của cả kho, không phải một phần");
      }
      if (here.store != first.store) {
        return wrong_part(here.place, "phần chỉ mục lập từ kho khác với " + first.place);
      }
      if (here.part.of != first.part.of) {
        return wrong_part(here.place, "phần chỉ mục thuộc cách chia " +
                                          std::to_string(here.part.of) + " phần, khác với " +
                                          first.place);
      }
      for (size_t j = 0; j < i; ++j) {
        if (parts[j].state.part == here.part) {
          return wrong_part(here.place, "trùng phần chỉ mục với " + parts[j].state.place);
        }
      }
    }
    const size_t known = parts.size() + dropped;
    if (known >= first.part.of || missing.size() > dropped) return {};
    MissingPart unnamed{"", std::to_string(first.part.of - known) + " trong " +
                                std::to_string(first.part.of) +
                                " phần chỉ mục không có trong danh sách"};
    if (!partial) return wrong_part(folder.string(), unnamed.reason);
    missing.push_back(std::move(unnamed));
    return {};
  }
};

SearchIndex::SearchIndex(std::unique_ptr<State> state) : state_(std::move(state)) {}
SearchIndex::~SearchIndex() = default;

Result<std::unique_ptr<SearchIndex>> SearchIndex::open(const fs::path& folder) {
  auto state = std::make_unique<State>();
  state->folder = folder;
  Result<void> opened = state->looking([] {});
  if (!opened) return opened.error();
  return std::unique_ptr<SearchIndex>(new SearchIndex(std::move(state)));
}

Result<std::unique_ptr<SearchIndex>> SearchIndex::open_parts(const fs::path& list, bool partial) {
  Result<std::vector<PartPlace>> places = read_part_list(list);
  if (!places) return places.error();
  auto state = std::make_unique<State>();
  state->folder = list;
  state->divided = true;
  state->partial = partial;
  for (PartPlace& place : *places) state->parts.push_back({std::move(place), {}, {}});
  if (Result<void> connected = state->connect(); !connected) return connected.error();
  return std::unique_ptr<SearchIndex>(new SearchIndex(std::move(state)));
}

Result<IndexAnswer> SearchIndex::find(const Query& query, const FindOptions& options) {
  Result<IndexAnswer> out = state_->looking([&] {
    const index_internal::Searched* const searched = state_->searched();
    return searched == nullptr ? IndexAnswer() : index_internal::find_in(*searched, query, options);
  });
  if (out) out->missing = state_->missing;
  return out;
}

Result<std::vector<Correction>> SearchIndex::corrections(const Query& query) {
  return state_->looking([&] {
    const index_internal::Searched* const searched = state_->searched();
    return searched == nullptr ? std::vector<Correction>()
                               : index_internal::corrections(searched->database, query);
  });
}

Result<std::vector<IndexState>> SearchIndex::states() {
  return state_->looking([&] {
    std::vector<IndexState> out;
    for (const State::Part& part : state_->parts) out.push_back(part.state);
    if (state_->divided) return out;
    out.push_back(state_->layers == nullptr ? IndexState() : state_->layers->state());
    out.back().place = (state_->folder / state_->name).string();
    return out;
  });
}

const std::vector<MissingPart>& SearchIndex::missing() const { return state_->missing; }

Result<std::vector<std::string>> SearchIndex::check() {
  return state_->looking([&] {
    std::vector<std::string> out;
    if (state_->divided || state_->name.empty()) return out;
    const fs::path base = state_->folder / state_->name;
    size_t faults = Xapian::Database::check(base.string());
    if (fs::exists(base / index_internal::kChangesFolder)) {
      faults += Xapian::Database::check((base / index_internal::kChangesFolder).string());
    }
    if (faults > 0) out.push_back("chỉ mục tìm kiếm có " + std::to_string(faults) + " chỗ hỏng");
    return out;
  });
}

}  // namespace rasoat
