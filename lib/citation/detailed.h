// The law whose units a text details: "Nghị định này quy định chi tiết khoản 3 Điều 22, Điều 34; …"
// names units of the law, not its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/document_mention.h"
#include "citation/pinpoint.h"
#include "citation/place.h"

namespace rasoat {

class DetailedLaw {
 public:
  // `cues`: words that say that a text details another. All must outlive this.
  DetailedLaw(const DocumentMentionReader& reader, const std::vector<std::string>& cues,
              const DocumentHead& head)
      : reader_(reader), cues_(cues), head_(head) {}

  // The document that a bare unit, which begins at `at`, belongs to where its sentence or what
  // introduces the list says that the text details it; null otherwise.
  const DocumentMention* find(const Place& place, uint32_t at, const UnitPath& path);

 private:
  struct Answer {
    int32_t from = -1;
    uint32_t line = 0;
    Span said;  // behind it, units are the law's; empty: nowhere
    std::optional<DocumentMention> law;
  };

  void read(const Place& place);
  const std::optional<DocumentMention>& law_of_list(const Place& place);
  size_t details(std::string_view lower) const;
  const std::optional<DocumentMention>& law_of_title(const Place& place);
  std::optional<DocumentMention> first_in(std::string_view text, std::string_view lower,
                                          Span within) const;

  const DocumentMentionReader& reader_;
  const std::vector<std::string>& cues_;
  const DocumentHead& head_;
  std::optional<std::optional<DocumentMention>> of_title_;
  Answer answer_;            // of the place asked last
  int32_t list_below_ = -1;  // the provision whose units were asked for last, and what it says
  std::optional<DocumentMention> of_list_;
};

}  // namespace rasoat
