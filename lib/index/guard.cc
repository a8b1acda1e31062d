#include "index/guard.h"

namespace rasoat::index_internal {
namespace {

constexpr const char* kRebuild = "Hãy tạo lại chỉ mục bằng lệnh rasoat index --rebuild.";

}  // namespace

Error xapian_error(const Xapian::Error& thrown, const std::string& folder) {
  const std::string type = thrown.get_type();
  const std::string detail = " (" + type + ": " + thrown.get_msg() + ")";
  if (type == "DatabaseLockError") {
    return {ErrorCode::kLocked, "một chương trình khác đang ghi vào chỉ mục", folder,
            "Hãy đợi chương trình đó xong rồi chạy lại lệnh."};
  }
  if (type == "DatabaseCorruptError" || type == "DatabaseVersionError") {
    return {ErrorCode::kIndex, "chỉ mục tìm kiếm bị hỏng" + detail, folder, kRebuild};
  }
  if (type == "DatabaseOpeningError" || type == "DatabaseNotFoundError") {
    return {ErrorCode::kIndex, "không mở được chỉ mục tìm kiếm" + detail, folder, kRebuild};
  }
  return {ErrorCode::kIndex, "chỉ mục tìm kiếm báo lỗi" + detail, folder, kRebuild};
}

Error other_error(const std::exception& thrown, const std::string& folder) {
  return {ErrorCode::kIndex, std::string("chỉ mục tìm kiếm báo lỗi (") + thrown.what() + ")",
          folder, kRebuild};
}

}  // namespace rasoat::index_internal
