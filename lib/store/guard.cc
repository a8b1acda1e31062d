#include "store/guard.h"

#include <soci/sqlite3/soci-sqlite3.h>

namespace rasoat::store_internal {

Error database_error(const std::exception& thrown, const std::string& file) {
  const std::string detail = std::string(" (") + thrown.what() + ")";
  if (dynamic_cast<const DamagedRow*>(&thrown) != nullptr) {
    return {ErrorCode::kStore, "dữ liệu trong kho bị hỏng" + detail, file,
            "Hãy nạp lại các văn bản vào một kho mới bằng lệnh rasoat add."};
  }
  const auto* failure = dynamic_cast<const soci::sqlite3_soci_error*>(&thrown);
  // The extended codes carry the plain one in their low byte.
  switch (failure == nullptr ? 0 : failure->result() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kLocked, "một chương trình khác đang ghi vào kho", file,
              "Hãy đợi chương trình đó xong rồi chạy lại lệnh."};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::kStore, "tệp kho bị hỏng" + detail, file,
              "Hãy nạp lại các văn bản vào một kho mới bằng lệnh rasoat add."};
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return {ErrorCode::kStore, "không ghi được vào kho" + detail, file,
              "Hãy kiểm tra dung lượng trống và tình trạng của ổ đĩa."};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return {ErrorCode::kStore, "không mở được tệp kho" + detail, file,
              "Hãy kiểm tra quyền đọc và ghi đối với thư mục của kho."};
    default:
      return {ErrorCode::kStore, "cơ sở dữ liệu báo lỗi" + detail, file, ""};
  }
}

}  // namespace rasoat::store_internal
