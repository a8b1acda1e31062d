// All that is held, for other programs: JSON lines (docs/json.md), Akoma Ntoso (docs/akn.md).
#include <nlohmann/json.hpp>
#include <ostream>
#include <unordered_map>

#include "akn/akn_xml.h"
#include "base/sha256.h"
#include "report/atomic_file.h"
#include "workspace/analysis.h"
#include "workspace/json_text.h"
#include "workspace/state.h"

namespace rasoat {
namespace {

using nlohmann::json;

// The documents to export: `ids`, or all.
std::vector<std::string> chosen(const std::vector<DocumentRecord>& all,
                                const std::vector<std::string>& ids) {
  if (!ids.empty()) return ids;
  std::vector<std::string> out;
  out.reserve(all.size());
  for (const DocumentRecord& record : all) out.push_back(record.id);
  return out;
}

std::string export_line(const StoredDocument& stored, const Lexicon& lexicon) {
  std::string file;
  for (const SourceRecord& source : stored.record.sources) {
    if (source.counts) file = source.path;
  }
  json out = json::parse(analysis_json(file, stored.analysis));
  const DocumentNames names = document_names(stored.analysis, lexicon);
  out["akn"] = names.akn;
  out["urn"] = names.urn;
  json& sources = out["sources"] = json::array();
  for (const SourceRecord& source : stored.record.sources) {
    sources.push_back({{"path", source.path},
                       {"format", source.format},
                       {"sha256", source.sha256},
                       {"bytes", source.bytes},
                       {"added", source.added},
                       {"counts", source.counts}});
  }
  const auto& references = stored.analysis.references;
  json& rows = out["references"];
  for (size_t i = 0; i < references.size() && i < rows.size(); ++i) {
    rows[i]["outcome"] = name_of(references[i].outcome);
    rows[i]["candidates"] = references[i].candidates;
    if (references[i].doubt != Doubt::kNone) rows[i]["doubt"] = name_of(references[i].doubt);
  }
  json& diagnostics = out["diagnostics"] = json::array();
  for (const Diagnostic& diagnostic : stored.diagnostics) {
    diagnostics.push_back({{"code", diagnostic.code}, {"message", diagnostic.message}});
  }
  return json_text(out);
}

// The names of all held documents, by id.
class HeldNames {
 public:
  HeldNames(const std::vector<DocumentRecord>& all, const Lexicon& lexicon) {
    names_.reserve(all.size());
    for (const DocumentRecord& record : all) {
      names_.emplace(record.id, document_names({record.id, record.type, record.number,
                                                record.issuer, record.date},
                                               lexicon));
    }
  }
  const DocumentNames* find(std::string_view id) const {
    const auto found = names_.find(std::string(id));
    return found == names_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string, DocumentNames> names_;
};

std::string export_akn_xml(const StoredDocument& stored, const HeldNames& held,
                           const Lexicon& lexicon) {
  std::optional<Date> read;
  for (const SourceRecord& source : stored.record.sources) {
    if (source.counts) read = Date::from_iso(std::string_view(source.added).substr(0, 10));
  }
  return akn_xml(stored.analysis,
                 {lexicon, [&](std::string_view id) { return held.find(id); }, read});
}

// An id may be longer than the name of a file.
std::string file_name_of(const std::string& id) {
  constexpr size_t kLongest = 200;
  if (id.size() <= kLongest) return id + ".xml";
  return id.substr(0, kLongest) + "_" + sha256_hex(id).substr(0, 8) + ".xml";
}

}  // namespace

Result<uint64_t> Workspace::export_json(std::ostream& out, const Progress& progress,
                                        const std::vector<std::string>& ids) const {
  const Result<std::vector<DocumentRecord>> all = list();
  if (!all) return all.error();
  const std::vector<std::string> wanted = chosen(*all, ids);
  uint64_t done = 0;
  for (const std::string& id : wanted) {
    const Result<std::optional<StoredDocument>> stored = state_->store->read(id, state_->lexicon);
    if (!stored) return stored.error();
    if (*stored) out << export_line(**stored, state_->lexicon) << '\n';
    if (!out) {
      return Error{ErrorCode::kWrite, "không ghi được kết quả", "",
                   "Hãy kiểm tra dung lượng trống của ổ đĩa."};
    }
    ++done;
    if (progress) progress(done, wanted.size(), id);
  }
  return done;
}

Result<std::string> Workspace::akn(std::string_view id) const {
  const Result<std::vector<DocumentRecord>> all = list();
  if (!all) return all.error();
  const Result<StoredDocument> stored = document(id);
  if (!stored) return stored.error();
  return export_akn_xml(*stored, HeldNames(*all, state_->lexicon), state_->lexicon);
}

Result<uint64_t> Workspace::export_akn(const std::filesystem::path& folder,
                                       const Progress& progress,
                                       const std::vector<std::string>& ids) const {
  const Result<std::vector<DocumentRecord>> all = list();
  if (!all) return all.error();
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) {
    return Error{ErrorCode::kWrite, "không tạo được thư mục (" + failure.message() + ")",
                 folder.string(), "Chọn thư mục khác hoặc kiểm tra quyền ghi."};
  }
  const HeldNames held(*all, state_->lexicon);
  const std::vector<std::string> wanted = chosen(*all, ids);
  uint64_t done = 0;
  for (const std::string& id : wanted) {
    const Result<std::optional<StoredDocument>> stored = state_->store->read(id, state_->lexicon);
    if (!stored) return stored.error();
    if (*stored) {
      const Result<void> written = write_whole_file(
          folder / file_name_of(id), export_akn_xml(**stored, held, state_->lexicon));
      if (!written) return written.error();
    }
    ++done;
    if (progress) progress(done, wanted.size(), id);
  }
  return done;
}

}  // namespace rasoat
