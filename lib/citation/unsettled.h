// Units whose document or whose higher levels stand further on in their paragraph.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "citation/document_mention.h"
#include "citation/pinpoint.h"
#include "citation/reference.h"

namespace rasoat {

class UnsettledUnits {
 public:
  // To be called for each reference to a unit that is put at the end of `found`. `named`: its
  // words name a document.
  void add(std::vector<Reference>& found, UnitPath path, bool named, bool attached);

  // A unit or document that is named further on, with its document: the units before that are done
  // the same are its too ("Khoản 6 Điều 1; cụm từ “…” tại khoản 1 Điều 2 Thông tư số X hết hiệu
  // lực"), and those of "các điều 9 và 12, trừ quy định tại khoản 1 Điều 12 của Luật X".
  // `begin`: where its words begin.
  void share_document(std::string_view lower, uint32_t begin, const DocumentMention& mention,
                      ReferenceKind kind, std::vector<Reference>& found);

  // "Sửa đổi điểm đ và điểm e; bổ sung điểm g khoản 1 Điều 2": the points before are of khoản 1.
  void lend_levels(const UnitPath& path, const Reference& from, std::vector<Reference>& found);

  // At the end of the paragraph. A text does not amend itself: "Bổ sung hồ sơ theo khoản 2",
  // whatever the verb does.
  void settle(std::vector<Reference>& found);

 private:
  struct Unit {
    size_t reference;  // index into the references found
    UnitPath path;
    bool named;
    bool attached;
  };
  void give_document(const Unit& unit, const DocumentMention& mention,
                     std::vector<Reference>& found) const;

  static constexpr size_t kRemembered = 256;

  std::vector<Unit> units_;
  bool lacks_levels_ = false;  // one of them lacks its article
};

}  // namespace rasoat
