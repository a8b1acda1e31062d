// What amending provisions amend, for the units below them that leave it out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "citation/kind.h"
#include "citation/pinpoint.h"
#include "citation/place.h"
#include "citation/reference.h"

namespace rasoat {

struct AmendedTarget {
  std::string document;
  bool attached = false;  // the regulation issued with it
  UnitPath unit;
};

class AmendedTargets {
 public:
  AmendedTargets(const Document& document, const KindReader& kinds);

  // The target that bare units at this place belong to, if their sentence amends another document;
  // null otherwise.
  const AmendedTarget* find(const Place& place, const UnitPath& path);

  // Whether the title says that this document amends others.
  bool title_amends() const { return title_amends_ || of_title_.has_value(); }

  // Keeps what a reference at this place amends, for the provisions below.
  void remember(const Place& place, const Reference& reference, bool attached,
                const UnitPath& path);

  // "1. Sửa đổi khoản 2" below "Điều 1. Sửa đổi một số khoản của Điều 5": khoản 2 of Điều 5.
  static void lend_unit(const UnitPath& above, UnitPath& path);

 private:
  bool sentence_amends(const Place& place);

  const KindReader& kinds_;
  std::vector<std::optional<AmendedTarget>> of_provision_;
  std::optional<AmendedTarget> of_title_;
  bool title_amends_ = false;
  // Of the place asked last: the provision, the begin of the paragraph, the answer.
  int32_t last_from_ = -1;
  uint32_t last_line_ = 0;
  bool last_amends_ = false;
};

}  // namespace rasoat
