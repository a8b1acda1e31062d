// The fields of the query language. This table drives the parser, the index and the documentation.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rasoat {

enum class Field : uint8_t {
  kAgency,
  kRole,
  kLevel,
  kType,
  kNumber,
  kTitle,
  kDocument,
  kProvision,
  kIssuer,
  kIssued,
  kEffective,
  kCites,
  kCitedBy,
  kKind,
  kOutcome,
  kHas,
};

struct FieldInfo {
  Field field;
  std::string_view name;        // as typed before the colon
  std::string_view vietnamese;  // the same in the user's language, without spaces
  std::string_view prefix;      // of the terms in the index; empty where the store answers
  std::string_view meaning;     // for the documentation
};

inline constexpr std::array<FieldInfo, 16> kFields{{
    {Field::kAgency, "agency", "cơquan", "XA", "cơ quan được giao việc: agency:\"UBND huyện\""},
    {Field::kRole, "role", "vaitrò", "XR", "vai trò: lead, coordinate, delegate, other"},
    {Field::kLevel, "level", "cấp", "XL", "cấp của cơ quan được giao việc: level:huyện"},
    {Field::kType, "type", "loại", "XT", "loại văn bản: type:\"nghị định\""},
    {Field::kNumber, "number", "số", "XN", "số, ký hiệu của văn bản: number:24/2025/TT-BTP"},
    {Field::kTitle, "title", "tên", "XS", "từ trong trích yếu: title:\"hộ tịch\""},
    {Field::kDocument, "document", "vănbản", "XD", "một văn bản, theo mã hoặc số"},
    {Field::kProvision, "provision", "điềukhoản", "XP",
     "điều, khoản: provision:\"khoản 2 Điều 5\""},
    {Field::kIssuer, "issuer", "nơibanhành", "XI", "cơ quan ban hành: issuer:\"Bộ Tư pháp\""},
    {Field::kIssued, "issued", "ngàybanhành", "XY", "ngày ban hành: issued:2024..2025-06-30"},
    {Field::kEffective, "effective", "ngàyhiệulực", "XE", "ngày có hiệu lực: effective:>=2025"},
    {Field::kCites, "cites", "việndẫn", "XC", "viện dẫn: cites:\"khoản 2 Điều 5 Luật Đất đai\""},
    {Field::kCitedBy, "cited-by", "đượcdẫnbởi", "",
     "được văn bản này viện dẫn: cited-by:1/2025/NĐ-CP"},
    {Field::kKind, "kind", "cáchdẫn", "XK", "cách viện dẫn: kind:\"bãi bỏ\""},
    {Field::kOutcome, "outcome", "kếtquả", "", "kết quả đối chiếu viện dẫn: outcome:dangling"},
    {Field::kHas, "has", "chứa", "XH", "có chứa: has:deadline, has:reference, has:agency"},
}};

constexpr const FieldInfo& info_of(Field field) {
  for (const FieldInfo& info : kFields) {
    if (info.field == field) return info;
  }
  return kFields[0];
}

// By either name, in any case, with or without marks ("co_quan" is not a name).
std::optional<Field> field_named(std::string_view name);

}  // namespace rasoat
