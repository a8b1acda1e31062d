#include "query/field_values.h"

#include <algorithm>
#include <optional>
#include <span>

#include "authority/agency.h"
#include "authority/assignment.h"
#include "citation/reference.h"
#include "query/cited.h"
#include "query/date_range.h"
#include "query/document_number.h"
#include "query/issuer_values.h"
#include "query/lexer.h"
#include "query/syllables.h"
#include "text/lower.h"

namespace rasoat {
namespace {

// The role that a word names: its own name, or the officers' word for it.
std::optional<Role> role_from_words(std::string_view words) {
  const std::string folded = slug(words);
  if (folded == "chu-tri") return Role::kLead;
  if (folded == "phoi-hop") return Role::kCoordinate;
  if (folded == "phan-cap" || folded == "uy-quyen") return Role::kDelegate;
  if (folded == "khac") return Role::kOther;
  return role_from_name(folded);
}

// "nghi-dinh" for "Nghị định", "nghi dinh" and "NĐ"; the slug of any other words.
std::string type_key(std::string_view words, const Lexicon& lexicon) {
  std::string key = slug(words);
  const Table& types = lexicon.table("document_types");
  for (size_t row = 0; row < types.size(); ++row) {
    const std::string abbreviation = slug(types.cell(row, "abbreviation"));
    if (!abbreviation.empty() && key == abbreviation) return std::string(types.cell(row, "key"));
  }
  return key;
}

// What officers call a value that has a name in the index.
struct NamedValue {
  std::string_view slug, name;
};

constexpr NamedValue kKinds[] = {
    {"can-cu", "basis"},   {"sua-doi", "amend"},          {"sua-doi-bo-sung", "amend"},
    {"bo-sung", "insert"}, {"bo-sung-moi", "insert"},     {"thay-the", "replace"},
    {"bai-bo", "repeal"},  {"ngung-hieu-luc", "suspend"}, {"dinh-chi", "suspend"},
    {"dan-chieu", "cite"}, {"vien-dan", "cite"},          {"basis", "basis"},
    {"amend", "amend"},    {"insert", "insert"},          {"replace", "replace"},
    {"repeal", "repeal"},  {"suspend", "suspend"},        {"cite", "cite"},
};

constexpr NamedValue kOutcomes[] = {
    {"resolved", "resolved"},   {"da-tim-thay", "resolved"},
    {"ambiguous", "ambiguous"}, {"nhieu-van-ban-phu-hop", "ambiguous"},
    {"dangling", "dangling"},   {"van-ban-khong-co-quy-dinh-nay", "dangling"},
    {"not-held", "not-held"},   {"chua-co-van-ban", "not-held"},
};

constexpr NamedValue kThings[] = {
    {"deadline", "deadline"},  {"thoi-han", "deadline"}, {"reference", "reference"},
    {"vien-dan", "reference"}, {"agency", "agency"},     {"co-quan", "agency"},
};

std::vector<std::string> named(std::span<const NamedValue> values, std::string_view words) {
  const std::string key = slug(words);
  for (const NamedValue& value : values) {
    if (value.slug == key) return {std::string(value.name)};
  }
  return {};
}

}  // namespace

Result<std::vector<std::string>> field_values(Field field, const std::string& text, Span span,
                                              std::string_view clean, const Lexicon& lexicon) {
  switch (field) {
    case Field::kAgency: {
      std::vector<std::string> keys = agency_keys_from_words(text, lexicon);
      if (!keys.empty()) return keys;
      return query_error(clean, span, "không nhận ra cơ quan nào trong các từ này",
                         "Hãy viết tên cơ quan, ví dụ agency:\"UBND huyện\".");
    }
    case Field::kRole:
      if (const auto role = role_from_words(text)) {
        return std::vector<std::string>{std::string(name_of(*role))};
      }
      return query_error(clean, span, "không có vai trò này",
                         "Các vai trò: lead (chủ trì), coordinate (phối hợp), delegate (phân cấp, "
                         "ủy quyền), other (khác).");
    case Field::kLevel:
      if (const auto level = level_from_words(text)) {
        return std::vector<std::string>{std::string(key_of(*level))};
      }
      return query_error(clean, span, "không có cấp này", "Các cấp: trung ương, tỉnh, huyện, xã.");
    case Field::kType: {
      std::string key = type_key(text, lexicon);
      if (!key.empty()) return std::vector<std::string>{std::move(key)};
      break;
    }
    case Field::kNumber:
    case Field::kDocument:
    case Field::kCitedBy:
      if (auto number = document_number(text)) return std::vector<std::string>{std::move(*number)};
      [[fallthrough]];
    case Field::kTitle:
      if (!syllables(lower_same_length(text)).empty()) return std::vector<std::string>{text};
      break;
    case Field::kProvision: {
      std::string rest;
      std::vector<std::string> ids = unit_ids(text, &rest);
      if (!ids.empty() && rest.empty()) return ids;
      return query_error(clean, span, "không phải là điều, khoản, điểm",
                         "Ví dụ: provision:\"khoản 2 Điều 5\". Muốn tìm quy định viện dẫn một "
                         "điều của văn bản khác, hãy dùng cites:.");
    }
    case Field::kIssuer: {
      std::vector<std::string> values = issuer_values(text, lexicon);
      if (!values.empty()) return values;
      break;
    }
    case Field::kIssued:
    case Field::kEffective:
      if (const auto range = read_date_range(text)) return std::vector<std::string>{iso(*range)};
      return query_error(clean, span, "không phải là ngày hay khoảng ngày",
                         "Ví dụ: 2025, 2025-06, 30/6/2025, 2024..2025-06-30, >=2025.");
    case Field::kCites: {
      std::vector<std::string> values = cited_values(text, lexicon);
      if (!values.empty()) return values;
      return query_error(clean, span, "không nhận ra văn bản nào trong các từ này",
                         "Hãy viết số, ký hiệu hoặc tên luật, ví dụ cites:\"khoản 2 Điều 5 Luật "
                         "Đất đai\".");
    }
    case Field::kKind: {
      std::vector<std::string> values = named(kKinds, text);
      if (!values.empty()) return values;
      return query_error(clean, span, "không có cách viện dẫn này",
                         "Các cách: basis (căn cứ), amend (sửa đổi), insert (bổ sung), replace "
                         "(thay thế), repeal (bãi bỏ), suspend (ngưng hiệu lực), cite (dẫn "
                         "chiếu).");
    }
    case Field::kOutcome: {
      std::vector<std::string> values = named(kOutcomes, text);
      if (!values.empty()) return values;
      return query_error(clean, span, "không có kết quả đối chiếu này",
                         "Các kết quả: resolved, ambiguous, dangling, not-held.");
    }
    case Field::kHas: {
      std::vector<std::string> values = named(kThings, text);
      if (!values.empty()) return values;
      return query_error(clean, span, "không tìm được theo nội dung này",
                         "Các nội dung: deadline (thời hạn), reference (viện dẫn), agency (cơ "
                         "quan).");
    }
  }
  return query_error(clean, span, "thiếu giá trị sau dấu hai chấm",
                     "Hãy viết giá trị ngay sau dấu hai chấm, ví dụ number:24/2025/TT-BTP.");
}

}  // namespace rasoat
