#include "names.h"

namespace rasoat::cli {
namespace {

// What a text without number says of itself; the id, which closes with a hash, tells such texts
// apart.
std::string name_from(const std::string& number, const std::string& type,
                      const std::optional<Date>& date, const std::string& id) {
  if (!number.empty()) return number;
  if (type.empty()) return "(chưa rõ số, ký hiệu: " + id + ")";
  return date ? type + " ngày " + date->vietnamese() : type + " (" + id + ")";
}

}  // namespace

std::string vietnamese(ReferenceKind kind) {
  switch (kind) {
    case ReferenceKind::kBasis:
      return "căn cứ";
    case ReferenceKind::kAmend:
      return "sửa đổi, bổ sung";
    case ReferenceKind::kInsert:
      return "bổ sung mới";
    case ReferenceKind::kReplace:
      return "thay thế";
    case ReferenceKind::kRepeal:
      return "bãi bỏ";
    case ReferenceKind::kSuspend:
      return "ngưng hiệu lực";
    case ReferenceKind::kCite:
      return "dẫn chiếu";
  }
  return {};
}

std::string vietnamese(Outcome outcome) {
  switch (outcome) {
    case Outcome::kResolved:
      return "đã tìm thấy";
    case Outcome::kAmbiguous:
      return "nhiều văn bản phù hợp";
    case Outcome::kDangling:
      return "văn bản không có quy định này";
    case Outcome::kNotHeld:
      return "chưa có văn bản";
    case Outcome::kGeneric:
      return "dẫn chung";
  }
  return {};
}

std::string outcome_in_words(const Reference& reference) {
  switch (reference.doubt) {
    case Doubt::kNone:
      break;
    case Doubt::kPartial:
      return "chưa rõ: bản đang lưu không đủ các quy định ở chỗ này";
    case Doubt::kInserted:
      return "chưa rõ: quy định do văn bản sửa đổi bổ sung";
    case Doubt::kUnclear:
      return "chưa rõ: bố cục của bản đang lưu không chắc chắn";
    case Doubt::kAmended:
      return "chưa rõ: chỗ này đã được sửa đổi";
    case Doubt::kQuoted:
      return "chưa rõ: lời văn mới của văn bản được sửa đổi";
  }
  return vietnamese(reference.outcome);
}

std::string short_name(const DocumentLabel& document) {
  return name_from(document.number, document.type, document.date, document.id);
}

std::string short_name(const DocumentRecord& record) {
  return name_from(record.number, record.type, record.date, record.id);
}

std::string place_name(const ProvisionLabel& provision) {
  if (!provision.name.empty()) return provision.name;
  return provision.id.empty() ? "cả văn bản" : provision.id;
}

}  // namespace rasoat::cli
