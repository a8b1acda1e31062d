#include "citation/unit_id.h"

#include "text/lower.h"

namespace rasoat {
namespace {

std::string join(const std::string& base, const std::string& part) {
  return base.empty() || part.empty() ? base + part : base + "__" + part;
}

// The id of the enclosing provision of a level; empty if none encloses.
std::string enclosing(const Place& place, Level level) {
  const std::vector<Provision>& provisions = place.document().provisions;
  for (int32_t p = place.from(); p >= 0; p = provisions[p].parent) {
    if (provisions[p].level == level) return provisions[p].id;
  }
  return {};
}

std::string attachment_prefix(const Document& document, const std::string& type) {
  for (const Component& component : document.components) {
    if (component.kind == Component::Kind::kAttachment &&
        lower_same_length(component.type) == lower_same_length(type))
      return component.prefix;
  }
  return {};
}

// Phần, Chương, Mục, Tiểu mục.
std::string own_heading_id(const Place& place, const UnitPath& path, const std::string& prefix) {
  std::string id;
  if (path.has(UnitLevel::kChapter)) {
    id = path.at(UnitLevel::kChapter) == "this" ? enclosing(place, Level::kChapter)
                                                : prefix + path.at(UnitLevel::kChapter);
  } else if (path.has(UnitLevel::kPart)) {
    id = path.at(UnitLevel::kPart) == "this" ? enclosing(place, Level::kPart)
                                             : prefix + path.at(UnitLevel::kPart);
  }
  if (path.has(UnitLevel::kSection)) {
    if (path.at(UnitLevel::kSection) == "this") {
      id = enclosing(place, Level::kSection);
      if (id.empty()) id = enclosing(place, Level::kHeading);
    } else {
      if (id.empty()) id = enclosing(place, Level::kChapter);
      id = id.empty() ? prefix + path.at(UnitLevel::kSection)
                      : join(id, path.at(UnitLevel::kSection));
    }
  }
  if (path.has(UnitLevel::kSubsection)) {
    id = path.at(UnitLevel::kSubsection) == "this"
             ? enclosing(place, Level::kSubsection)
             : join(id.empty() ? enclosing(place, Level::kSection) : id,
                    path.at(UnitLevel::kSubsection));
  }
  return id;
}

}  // namespace

std::string other_unit_id(const UnitPath& path, bool attached) {
  std::string id;
  const auto add = [&](UnitLevel level) {
    if (path.has(level) && path.at(level) != "this") id = join(id, path.at(level));
  };
  if (path.has(UnitLevel::kArticle) || path.has(UnitLevel::kClause) ||
      path.has(UnitLevel::kPoint)) {
    add(UnitLevel::kArticle);
    if (!path.has(UnitLevel::kArticle)) {  // a plan: "điểm a khoản 2 Mục II"
      add(UnitLevel::kPart);
      add(UnitLevel::kSection);
    }
    add(UnitLevel::kClause);
    add(UnitLevel::kPoint);
  } else {
    if (!path.has(UnitLevel::kChapter)) add(UnitLevel::kPart);
    add(UnitLevel::kChapter);
    add(UnitLevel::kSection);
    add(UnitLevel::kSubsection);
  }
  return (attached && !id.empty() ? "att_1__" : "") + id;
}

std::string own_unit_id(const Place& place, const UnitPath& path, const DocumentMention* mention) {
  const Document& document = place.document();
  std::string prefix;
  const Component& component = place.component();
  const bool main_named =
      mention != nullptr && mention->type == document.head.type && !document.head.type.empty();
  if (component.kind == Component::Kind::kAttachment && !main_named) prefix = component.prefix;
  if (component.kind == Component::Kind::kMain && mention != nullptr && !main_named)
    prefix = attachment_prefix(document, mention->type);

  if (!path.has(UnitLevel::kArticle) && !path.has(UnitLevel::kClause) &&
      !path.has(UnitLevel::kPoint))
    return own_heading_id(place, path, prefix);
  std::string id;
  if (path.has(UnitLevel::kArticle)) {
    id = path.at(UnitLevel::kArticle) == "this" ? enclosing(place, Level::kArticle)
                                                : prefix + path.at(UnitLevel::kArticle);
  } else if (path.at(UnitLevel::kSection) == "this") {
    id = enclosing(place, Level::kSection);
    if (id.empty()) id = enclosing(place, Level::kHeading);
  } else if (path.has(UnitLevel::kSection)) {
    const std::string& part = path.at(UnitLevel::kPart);
    if (part.starts_with("sec_")) id = part;
    id = prefix + join(id, path.at(UnitLevel::kSection));
  }
  if (path.has(UnitLevel::kClause)) {
    if (path.at(UnitLevel::kClause) == "this") {
      id = enclosing(place, Level::kClause);
    } else {
      if (id.empty()) id = enclosing(place, Level::kArticle);
      if (id.empty()) id = enclosing(place, Level::kHeading);
      id = join(id, path.at(UnitLevel::kClause));
    }
  }
  if (path.has(UnitLevel::kPoint)) {
    if (path.at(UnitLevel::kPoint) == "this") return enclosing(place, Level::kPoint);
    if (id.empty()) id = enclosing(place, Level::kClause);
    if (id.empty()) id = enclosing(place, Level::kArticle);
    id = join(id, path.at(UnitLevel::kPoint));
  }
  return id;
}

}  // namespace rasoat
