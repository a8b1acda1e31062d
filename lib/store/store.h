// The store: one SQLite database with every held document, its text and its facts. It is the one
// source of truth; the search index follows it by the change log.
//
// Thread safety: none; open one Store in each thread. Any number of processes may read while one
// writes: readers see whole documents only, since a document and its facts are written in one
// transaction. A second writer waits a few seconds and then gets kLocked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "lexicon/lexicon.h"
#include "store/analyzed_document.h"
#include "store/records.h"

namespace rasoat {

enum class PutOutcome : uint8_t {
  kAdded,      // the path is new
  kReplaced,   // the path was held with another content, or read by a rasoat that found less in it
  kUnchanged,  // the path was held with this content: nothing was written
};

struct PutResult {
  PutOutcome outcome = PutOutcome::kAdded;
  std::vector<Diagnostic> diagnostics;  // of the store: "sources-differ"
};

struct Change {
  uint64_t seq = 0;
  std::string document;  // id
};

// A document under the number by which the store keeps it. The number stays the same while the
// document is held; after its removal another may get it.
struct NumberedDocument {
  uint32_t number = 0;
  std::string source;         // path of the file that the text came from
  AnalyzedDocument analysis;  // without tasks, transfers and delegations; references
                              // as found, not resolved
};

enum class HitParts : uint8_t { kText, kTextAndDuties };

// What the order of the index rests on.
struct HeldHead {
  uint32_t number = 0;  // as above
  std::string id;
  DocumentHead head;  // type, issuer and date
  uint64_t provisions = 0;
};

// The values that occur in the store, each once.
struct StoredNames {
  std::vector<std::string> types;     // of documents
  std::vector<std::string> issuers;   // of documents
  std::vector<std::string> agencies;  // keys of bodies with assignments
};

class Store {
 public:
  enum class Mode { kRead, kWrite };

  // kWrite makes the file where it is absent and brings an older form to the newest; kRead of an
  // absent file is kNotFound. A file of a newer rasoat is refused.
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file, Mode mode);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Writes what was found in a file, in one transaction. `source.path` is the key of the file:
  // a file held before with other content is replaced, and the document that only it had is
  // removed. Files that agree in the document's id are sources of one document, whose text and
  // facts become those of `analysis`. With `again`, a file whose content is unchanged is written
  // too. source.added and source.counts are ignored.
  Result<PutResult> put(const SourceRecord& source, const AnalyzedDocument& analysis,
                        const Lexicon& lexicon, bool again = false);

  // The content hash of each of these paths that is held, but of documents whose facts an older
  // rasoat found: those are to be read again.
  Result<std::map<std::string, std::string>> source_hashes(
      const std::vector<std::filesystem::path>& paths) const;
  // Newest sources of documents whose text came from a file that has since become another document:
  // they have to be read again.
  Result<std::vector<std::string>> sources_to_read_again() const;

  Result<std::vector<DocumentRecord>> list() const;  // by type, date, number, id
  Result<std::optional<DocumentRecord>> find_id(std::string_view id) const;
  Result<std::vector<DocumentRecord>> find_number(std::string_view number) const;
  // By name as in name_key(): "luật đất đai".
  Result<std::vector<DocumentRecord>> find_name(std::string_view name) const;
  // By the absolute path of a source, or, where `path` has no slash, by a source's file name.
  Result<std::vector<DocumentRecord>> find_path(std::string_view path) const;
  // Nothing where the id is not held.
  Result<std::optional<StoredDocument>> read(std::string_view id, const Lexicon& lexicon) const;
  Result<std::vector<HeldHead>> heads() const;  // of all documents, by number
  // What the index needs; nothing where it is not held.
  Result<std::optional<NumberedDocument>> read_for_index(std::string_view id) const;
  // What a hit needs: the same without references, and perhaps without assignments.
  Result<std::optional<NumberedDocument>> read_for_hit(
      uint32_t number, HitParts parts = HitParts::kTextAndDuties) const;

  // Ordered by document id and position.
  Result<std::vector<DutyRow>> duties(const DutyFilter& filter, const Lexicon& lexicon) const;
  // What they cite is resolved against what is held now. Ordered by document id and position.
  Result<TransferList> transfers(const TransferFilter& filter, const Lexicon& lexicon) const;
  // Ordered by document id and position.
  Result<DelegationList> delegations(const DelegationFilter& filter, const Lexicon& lexicon) const;
  // Resolved against what is held now, names of laws by the lexicon's registry. Ordered by citing
  // document and position.
  Result<ReferenceList> references(const ReferenceFilter& filter, const Lexicon& lexicon) const;

  Result<StoreCounts> counts() const;
  // Documents in which an older rasoat did not look for all facts that this one finds.
  Result<uint64_t> count_older() const;
  // Costs a look for each distinct name, not for each document.
  Result<StoredNames> names() const;

  // The database file.
  const std::string& file() const;
  // Names this store among all; an index that was made from another store is told by it.
  Result<std::string> identity() const;
  // The last change of each document that was written or removed after `seq`, in order.
  Result<std::vector<Change>> changes_after(uint64_t seq, uint64_t limit) const;
  Result<uint64_t> count_changes_after(uint64_t seq) const;
  // The number of the last change; 0 where there was none.
  Result<uint64_t> last_change() const;
  // Nothing where the document is not held. White space alone makes no other words.
  Result<std::optional<ChangedProvisions>> changed_provisions(std::string_view id,
                                                              uint64_t seq) const;

  // By name. The words of the query are not looked at.
  Result<std::vector<Watch>> watches() const;
  // False, and nothing written, where there is one of this name. `added` is set here.
  Result<bool> add_watch(const Watch& watch);
  // False where there is none of this name.
  Result<bool> remove_watch(std::string_view name);
  // All of these have been reported up to their `seen`; one transaction. Watches that are gone, or
  // have another query by now, stay as they are.
  Result<void> watches_ran(const std::vector<Watch>& watches);

  // Makes everything that was written safe from loss of power, so that the index cannot get ahead.
  Result<void> sync();
  // What is wrong with the database, in Vietnamese; empty where it is sound.
  Result<std::vector<std::string>> check() const;

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rasoat
