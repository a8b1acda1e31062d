#include "ingest/refusal.h"

#include <string>

namespace rasoat {
namespace {

// What to do with a file of a known kind that is not read.
std::string remedy_for(FileFormat format) {
  switch (format) {
    case FileFormat::kXls:
    case FileFormat::kXlsx:
      return "Sao chép phần cần dùng sang Word, lưu thành .docx rồi thêm lại.";
    case FileFormat::kImage:
      return "Dùng bản điện tử (.docx, .pdf có chữ) của văn bản thay cho ảnh chụp.";
    case FileFormat::kOtherZip:
      return "Giải nén rồi thêm từng văn bản bên trong.";
    default:
      return "Mở bằng LibreOffice hoặc Word, lưu lại thành .docx rồi thêm lại.";
  }
}

}  // namespace

std::string_view vietnamese_name_of(FileFormat format) {
  switch (format) {
    case FileFormat::kText:
      return "tệp văn bản thuần";
    case FileFormat::kPdf:
      return "tệp PDF";
    case FileFormat::kDocx:
      return "tệp Word (.docx)";
    case FileFormat::kHtml:
      return "trang web (HTML)";
    case FileFormat::kDoc:
      return "tệp Word đời cũ (.doc)";
    case FileFormat::kRtf:
      return "tệp RTF";
    case FileFormat::kXls:
      return "bảng tính Excel đời cũ (.xls)";
    case FileFormat::kXlsx:
      return "bảng tính Excel (.xlsx)";
    case FileFormat::kOdt:
      return "tệp LibreOffice (.odt)";
    case FileFormat::kImage:
      return "tệp ảnh";
    case FileFormat::kOtherZip:
      return "tệp nén";
    case FileFormat::kMhtml:
      return "trang web lưu trong một tệp (MHTML)";
    case FileFormat::kWordXml:
      return "tệp Word 2003 XML";
    case FileFormat::kUnknown:
      break;
  }
  return "tệp không rõ loại";
}

Error refusal(ErrorCode code, FileFormat format) {
  const std::string name(vietnamese_name_of(format));
  switch (code) {
    case ErrorCode::kEmpty:
      return {code, "tệp không có chữ nào", "", "Kiểm tra lại tệp gốc."};
    case ErrorCode::kTooLarge:
      return {code, name + " vượt giới hạn về dung lượng, số trang hoặc độ lồng nhau", "",
              "Tách tệp thành nhiều phần nhỏ hơn rồi thêm lại."};
    case ErrorCode::kUnknownFormat:
      return {code, "không nhận ra loại tệp", "",
              "Kiểm tra lại tệp; rasoat đọc .docx, .pdf có chữ, .html và .txt."};
    case ErrorCode::kUnsupportedFormat:
      return {code, "đây là " + name + ", rasoat chưa đọc được loại này", "", remedy_for(format)};
    case ErrorCode::kNoTextLayer:
      return {
          code, "tệp PDF là bản quét, các trang chỉ có ảnh, không có chữ", "",
          "Dùng bản .docx hoặc .pdf có chữ của văn bản, hoặc nhận dạng chữ (OCR) trước khi thêm."};
    case ErrorCode::kEncrypted:
      return {code, name + " được đặt mật khẩu", "",
              "Mở tệp bằng mật khẩu, lưu lại bản không có mật khẩu rồi thêm lại."};
    case ErrorCode::kDamaged:
      return {code, name + " bị hỏng hoặc tải về chưa trọn vẹn", "",
              "Tải lại hoặc xin lại tệp từ nơi gửi."};
    case ErrorCode::kTimeout:
      return {code, "đọc " + name + " quá lâu nên đã dừng", "",
              "Mở tệp, in lại thành PDF mới hoặc lưu thành .docx rồi thêm lại."};
    case ErrorCode::kLegacyEncoding:
      return {code, "chữ trong tệp theo bảng mã cũ, không phải Unicode", "",
              "Mở tệp bằng Word, dùng UniKey hoặc công cụ chuyển mã đổi sang Unicode, lưu thành "
              ".docx rồi thêm lại."};
    default:
      return {code, "không đọc được " + name, "",
              "Thử lại; nếu vẫn lỗi, lưu thành .docx rồi thêm."};
  }
}

Error legacy_refusal(LegacyEncoding encoding, FileFormat format) {
  Error error = refusal(ErrorCode::kLegacyEncoding, format);
  if (encoding == LegacyEncoding::kTcvn3) {
    error.message = "chữ trong tệp theo bảng mã cũ TCVN3 (ABC), không phải Unicode";
  } else if (encoding == LegacyEncoding::kVni) {
    error.message = "chữ trong tệp theo bảng mã cũ VNI-Windows, không phải Unicode";
  }
  return error;
}

}  // namespace rasoat
