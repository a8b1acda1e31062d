#include "akn/names.h"

#include <unordered_map>

#include "text/lower.h"

namespace rasoat {
namespace {

constexpr std::string_view kUnknownAuthority = "khong.ro";
constexpr std::string_view kNoNumber = "nn";  // of the naming convention
constexpr std::string_view kUnknownType = "van-ban";

// What the lexicon says of types and provinces, by the parts of names that they make.
class NameWords {
 public:
  struct Province {
    std::optional<Date> enlarged;  // the first day on which it holds the land of another
  };

  explicit NameWords(const Lexicon& lexicon) {
    const Table& types = lexicon.table("document_types");
    for (size_t row = 0; row < types.size(); ++row) {
      acts_.emplace(name_part(types.cell(row, "type"), '-'),
                    types.cell(row, "class") != "administrative");
    }
    const Table& provinces = lexicon.table("provinces");
    for (size_t row = 0; row < provinces.size(); ++row) {
      provinces_.try_emplace(name_part(provinces.cell(row, "name"), '-'));
    }
    for (size_t row = 0; row < provinces.size(); ++row) {
      const auto heir = provinces_.find(name_part(provinces.cell(row, "heir"), '-'));
      if (heir != provinces_.end()) {
        heir->second.enlarged = Date::from_iso(provinces.cell(row, "end"));
      }
    }
    const Table& issuers = lexicon.table("number_issuers");
    for (size_t row = 0; row < issuers.size(); ++row) {
      issuers_.emplace(issuers.cell(row, "ending"), issuers.cell(row, "issuer"));
    }
  }

  // The body that the number's ending stands for; empty where it stands for none or for several.
  std::string issuer_of(std::string_view number) const {
    const size_t slash = number.rfind('/');
    if (slash == std::string_view::npos) return {};
    std::string_view ending = number.substr(slash + 1);  // "NĐ-CP", "QH15"
    const size_t dash = ending.find('-');
    if (dash != std::string_view::npos) ending.remove_prefix(dash + 1);
    while (!ending.empty() && ending.back() >= '0' && ending.back() <= '9') ending.remove_suffix(1);
    const auto found = issuers_.find(std::string(ending));  // "BTP-BNV" issue together
    return found == issuers_.end() ? std::string() : found->second;
  }

  bool is_act(const std::string& type) const {
    const auto found = acts_.find(type);
    return found != acts_.end() && found->second;
  }
  const Province* province(const std::string& name) const {
    const auto found = provinces_.find(name);
    return found == provinces_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string, bool> acts_;
  std::unordered_map<std::string, Province> provinces_;
  std::unordered_map<std::string, std::string> issuers_;
};

// An issuer as RFC 9676 wants it: the province is a unit of the jurisdiction, not of the authority.
struct Issuer {
  std::string unit;  // "ddak.lak.2025"; empty for central bodies and where no province is named
  std::string authority;
};

std::string dotted(std::string part) {
  for (char& c : part) {
    if (c == '-') c = '.';
  }
  return part;
}

// `author` is the name part of the issuer: "uy-ban-nhan-dan-tinh-ddak-lak".
Issuer split_issuer(const std::string& author, const std::optional<Date>& date,
                    const NameWords& words) {
  for (const std::string_view level : {"-tinh-", "-thanh-pho-"}) {
    const size_t at = author.rfind(level);
    if (at == std::string::npos) continue;
    const std::string name = author.substr(at + level.size());
    const NameWords::Province* province = words.province(name);
    if (province == nullptr) continue;
    Issuer out{dotted(name), dotted(author.substr(0, at))};
    if (province->enlarged && date && *date >= *province->enlarged) {
      out.unit += "." + province->enlarged->iso().substr(0, 4);
    }
    return out;
  }
  return {"", dotted(author)};
}

}  // namespace

std::string name_part(std::string_view words, char separator) {
  constexpr std::string_view kSmall = "đ";
  constexpr std::string_view kCapital = "Đ";
  std::string spelled;
  spelled.reserve(words.size());
  for (size_t at = 0; at < words.size();) {
    if (words.substr(at).starts_with(kSmall) || words.substr(at).starts_with(kCapital)) {
      spelled += "dd";
      at += kSmall.size();
    } else {
      spelled += words[at++];
    }
  }
  std::string out = slug(spelled);
  if (separator == '.') out = dotted(std::move(out));
  return out;
}

DocumentNames document_names(const NamedDocument& document, const Lexicon& lexicon) {
  const auto& words = lexicon.derived<NameWords>();
  DocumentNames out;
  const std::string type = name_part(document.type, '-');
  out.act = words.is_act(type);
  out.subtype = type.empty() ? std::string(kUnknownType) : type;
  out.author = name_part(document.issuer, '-');
  out.iso_date = document.date ? document.date->iso() : std::string(kUnknownDate);
  std::string number = name_part(document.number, '-');
  const bool complete =
      !type.empty() && !number.empty() && !out.author.empty() && document.date.has_value();
  if (number.empty()) number = kNoNumber;
  if (!complete) {
    const size_t last = document.id.rfind('_');
    const std::string closing =
        name_part(last == std::string::npos ? document.id : document.id.substr(last + 1), '-');
    if (!closing.empty()) number += "-" + closing;
  }
  out.akn = std::string("/akn/vn/") + (out.act ? "act/" : "doc/") + out.subtype + "/";
  if (!out.author.empty()) out.akn += out.author + "/";
  out.akn += out.iso_date + "/" + number;

  const Issuer issuer = split_issuer(out.author, document.date, words);
  out.urn = "urn:lex:vn";
  if (!issuer.unit.empty()) out.urn += ";" + issuer.unit;
  out.urn += ":" + (issuer.authority.empty() ? std::string(kUnknownAuthority) : issuer.authority);
  out.urn += ":" + dotted(out.subtype) + ":" + out.iso_date + ";" + number;
  return out;
}

std::optional<DocumentNames> names_from_words(const Reference& reference, const Lexicon& lexicon) {
  if (reference.type.empty() || reference.document == "this") return {};
  const std::optional<Date> date = Date::from_iso(reference.date);
  if (!date) return {};
  const std::string issuer = lexicon.derived<NameWords>().issuer_of(reference.document);
  if (issuer.empty()) return {};
  return document_names({{}, reference.type, reference.document, issuer, date}, lexicon);
}

}  // namespace rasoat
