// A workspace: the folder in which one office keeps its documents, with the store (SQLite, the
// truth), the search index (Xapian, derived from it) and its own lexicon.
//
//   rasoat-data/
//     store.db      lib/store
//     index/        lib/index; may be deleted, `rasoat index --rebuild` makes it again
//     lexicon/      *.tsv that add to or override the built-in tables; optional
//     write.lock    held by the one process that writes
//
// The commands, and later the server, use this header and nothing below it.
//
// Thread safety: none; open one Workspace in each thread. Any number of processes may read while
// one writes.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "index/search_index.h"
#include "ingest/read_file.h"
#include "lexicon/lexicon.h"
#include "report/duty_list.h"
#include "store/records.h"

namespace rasoat {

// Called now and then, one call at a time but perhaps from another thread, with how much is done
// and of how much.
using Progress = std::function<void(uint64_t done, uint64_t total, const std::string& current)>;

struct AddOptions {
  unsigned threads = 0;  // 0: one for each core
  bool again = false;    // analyse files anew that have not changed
  IngestLimits limits;
  Progress progress;  // files; `current` is the file's path
  Progress indexing;  // documents that enter the index after all files, where there are many
  const std::atomic<bool>* cancel = nullptr;  // ends after the files in work once true
};

enum class FileOutcome : uint8_t { kAdded, kReplaced, kUnchanged, kFailed };

std::string_view name_of(FileOutcome outcome);  // "added"

struct AddedFile {
  std::string path;
  FileOutcome outcome = FileOutcome::kFailed;
  std::string document;  // id; empty where it failed
  std::string number;
  std::vector<Diagnostic> warnings;  // oddities of the document
  std::optional<Error> error;        // where it failed
};

struct AddSummary {
  uint64_t added = 0;     // files that brought a document or a further source of one
  uint64_t replaced = 0;  // files that had changed
  uint64_t unchanged = 0;
  uint64_t warnings = 0;
  std::vector<Error> failed;
  std::vector<AddedFile> files;  // every file, in the order of reading
  bool cancelled = false;
};

// What the index is asked is what a search may ask.
using SearchOptions = FindOptions;

struct SearchHit {
  DocumentLabel document;
  ProvisionLabel provision;
  std::string quote;  // the words that match: of the duty where an agency was asked for, else a
                      // passage of the provision around the words
  Span quote_span;
  std::vector<Span> marks;  // matched words, as byte ranges of `quote`
  double score = 0;         // 0 where only fields were asked for
  uint32_t others = 0;      // with `group`: at least so many further hits in this document
  SourcePlace place;
};

struct FacetValue {
  std::string key;   // "ubnd:huyen"; for types, issuers and years the same as `name`
  std::string name;  // what users see
  uint64_t count = 0;
};

// One way to divide the hits. A hit may have several agencies and roles, or none.
struct Facet {
  std::string field;               // "type", "issuer", "level", "agency", "role", "year"
  std::vector<FacetValue> values;  // the most frequent first
};

struct SearchResult {
  uint64_t total = 0;   // with `exact`; else there are more than this
  bool exact = true;    // of total and facets
  bool ranked = false;  // hits are whole Điều, found by ranked words
  std::vector<SearchHit> hits;
  std::vector<Facet> facets;
  uint64_t not_indexed = 0;  // documents that the index does not have yet (an `add` is running)
  std::vector<MissingPart> missing;  // parts of a divided index that did not answer
  std::vector<std::string> also;  // other forms that were looked for: "ủy ban nhân dân" for "ubnd"
  std::string suggestion;  // the query with words that the corpus has; empty where it has all
  std::string query;       // with `explain`: the query as understood, in the query language
  std::string plan;        // with `explain`: what the index was asked
};

struct WatchState {
  Watch watch;
  uint64_t changed_documents = 0;  // that came, changed or went since it last ran
};

// A provision that a saved search reports.
struct WatchHit {
  SearchHit hit;
  bool is_new = false;  // else its words have changed since they were last reported, or were held
};

struct WatchReport {
  Watch watch;  // `seen` as it is once this report counts: mark_reported()
  std::vector<WatchHit> hits;
};

// A part of an index.
struct PartStatus {
  IndexState state;
  uint64_t not_indexed = 0;  // documents of this part that it does not have as they are
};

struct WorkspaceStatus {
  StoreCounts counts;
  uint64_t indexed_provisions = 0;
  uint64_t not_indexed = 0;  // documents
  uint64_t older = 0;        // documents, as in Store::count_older()
  uint64_t store_bytes = 0;
  uint64_t index_bytes = 0;
};

inline constexpr uint32_t kMaxDivision = 64;

class Workspace {
 public:
  enum class Mode { kRead, kWrite };

  // kWrite makes the folder where it is absent and fails with kLocked while another process writes.
  // kRead of a folder that is absent or holds no workspace fails with kNotFound.
  static Result<std::unique_ptr<Workspace>> open(const std::filesystem::path& folder, Mode mode);
  ~Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  const std::filesystem::path& folder() const;
  const Lexicon& lexicon() const;

  // Files and folders; a folder with all below it, sorted by path, without hidden files and without
  // following links in a circle. Needs kWrite. Fails only where nothing can be done at all; a file
  // that cannot be read is a row of the summary.
  Result<AddSummary> add(const std::vector<std::filesystem::path>& paths,
                         const AddOptions& options);

  // Ordered by type, date, number and id.
  Result<std::vector<DocumentRecord>> list() const;
  // `name` is a number in any spelling ("24/2025/tt-btp"), an id, or the path of a file that was
  // added. kNotFound, or kAmbiguous with the candidates in the message.
  Result<DocumentRecord> find_document(std::string_view name) const;
  // All documents that the name fits; empty where none does.
  Result<std::vector<DocumentRecord>> find_documents(std::string_view name) const;
  // `id` as in DocumentRecord::id.
  Result<StoredDocument> document(std::string_view id) const;

  // The words of an officer for a body, as agency keys; kInvalidArgument where they name none.
  Result<std::vector<std::string>> agency_keys(std::string_view words) const;

  Result<SearchResult> search(std::string_view query, const SearchOptions& options = {}) const;
  // From now on search() asks the parts of a divided index (SearchIndex::open_parts) in place of
  // the workspace's own; the words of the hits still come from the workspace. The parts must have
  // been made from its store: kIndex where they were not. What they lack yet, search() says.
  Result<void> use_parts(const std::filesystem::path& list, bool partial);
  // What each part has: of use_parts(), or of the workspace's own index. With how many documents it
  // lacks or has otherwise.
  Result<std::vector<PartStatus>> parts() const;
  // Those that did not answer when use_parts() was called.
  std::vector<MissingPart> missing_parts() const;

  // Saved searches: workspace/watch.cc says what a run reports. `name` is any words; kNotFound,
  // or, where one is added, kInvalidArgument where it is taken or the query cannot be watched. With
  // `all` the first run reports what is held already too. Need kWrite, but for watches().
  Result<void> add_watch(std::string_view name, std::string_view query, bool all);
  Result<void> remove_watch(std::string_view name);
  Result<std::vector<WatchState>> watches() const;
  // Of this watch; of all, in the order of their names, where `name` is empty. Nothing counts as
  // reported before mark_reported(). An answer that was cancelled is an error of kInternal.
  Result<std::vector<WatchReport>> run_watches(std::string_view name,
                                               const std::atomic<bool>* cancel = nullptr);
  Result<void> mark_reported(const std::vector<WatchReport>& reports);

  // Ordered by document id and position.
  Result<std::vector<DutyRow>> duties(const DutyFilter& filter) const;
  // What became of the bodies of these duties by that day, and which held clauses moved the tasks.
  Result<DutyList> with_fates(std::vector<DutyRow> duties, Date on) const;
  // As in Store::count_older().
  Result<uint64_t> count_older() const;
  Result<TransferList> transfers(const TransferFilter& filter) const;
  Result<DelegationList> delegations(const DelegationFilter& filter) const;
  Result<ReferenceList> references(const ReferenceFilter& filter) const;

  // One JSON object a line for each document: the shape of `rasoat analyze` with the sources and
  // the outcomes of the references. docs/json.md. `ids`: these documents, in this order; empty:
  // all. Returns the number of documents.
  Result<uint64_t> export_json(std::ostream& out, const Progress& progress = {},
                               const std::vector<std::string>& ids = {}) const;
  // One document as Akoma Ntoso 3.0: akn/akn_xml.h.
  Result<std::string> akn(std::string_view id) const;
  // The same for many: a file "ID.xml" for each in the folder, which is made where it is absent. A
  // file of that name is replaced. `ids` as above. Returns the number of documents.
  Result<uint64_t> export_akn(const std::filesystem::path& folder, const Progress& progress = {},
                              const std::vector<std::string>& ids = {}) const;

  // Makes the index anew beside the old one and puts it in its place. Needs kWrite.
  Result<void> rebuild_index(const Progress& progress = {});
  // Writes the index in so many parts below a folder, for several machines: divide(). At most
  // kMaxDivision. Needs kWrite.
  Result<void> divide_index(const std::filesystem::path& folder, uint32_t parts, bool anew,
                            const Progress& progress = {});
  Result<WorkspaceStatus> status() const;
  // Empty where store and index are sound and agree; else what is wrong, in Vietnamese.
  Result<std::vector<std::string>> check() const;

 private:
  struct State;
  explicit Workspace(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rasoat
