#include "find_provision.h"

#include "structure/provision_words.h"

namespace rasoat::cli {

std::string NamedPlace::provision_id() const {
  if (provision < 0) return {};
  return document.analysis.document.provisions[static_cast<size_t>(provision)].id;
}

Result<NamedPlace> find_place(const Workspace& workspace, const std::string& name,
                              const std::string& provision) {
  const Result<DocumentRecord> record = workspace.find_document(name);
  if (!record) return record.error();
  Result<StoredDocument> stored = workspace.document(record->id);
  if (!stored) return stored.error();
  NamedPlace out{std::move(*stored), -1};
  if (provision.empty()) return out;
  const Document& document = out.document.analysis.document;
  const std::vector<size_t> found = provisions_named(document, provision);
  if (found.empty()) {
    return Error{ErrorCode::kNotFound, "văn bản không có điều, khoản, điểm này", provision,
                 "Xem cây điều khoản: rasoat show " + name};
  }
  if (found.size() > 1) {
    std::string candidates;
    for (const size_t i : found) {
      candidates += "\n  " + document.provisions[i].id + "  " + provision_in_words(document, i);
    }
    return Error{ErrorCode::kAmbiguous, "có nhiều quy định phù hợp:" + candidates + "\n", provision,
                 "Hãy dùng mã của quy định (cột đầu)."};
  }
  out.provision = static_cast<int32_t>(found.front());
  return out;
}

}  // namespace rasoat::cli
