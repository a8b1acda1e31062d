#include "citation/generic_mentions.h"

#include <gmock/gmock.h>

#include "citation/support.h"

namespace rasoat {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> mentions_in(std::string_view text) {
  const testing::FoundReferences found = testing::find_in(text);
  std::vector<std::string> out;
  for (const Reference& mention :
       find_generic_mentions(found.text, found.document, found.references, Lexicon::builtin())) {
    EXPECT_EQ(mention.outcome, Outcome::kGeneric);
    EXPECT_TRUE(mention.document.empty());
    out.push_back(found.document.provisions[mention.from].id + ": " +
                  std::string(found.text.of(mention.span)));
  }
  return out;
}

TEST(GenericMentions, StandWithTheirProvision) {
  EXPECT_THAT(mentions_in("Điều 1. Bến\n1. Phí đò theo quy định của pháp luật.\n2. Chủ bến theo "
                          "Luật Bến nước và pháp luật có liên quan.\n"),
              ElementsAre("art_1__clause_1: quy định của pháp luật",
                          "art_1__clause_2: pháp luật có liên quan"));
}

TEST(GenericMentions, TheLongestWordsCount) {
  EXPECT_THAT(mentions_in("Điều 1. Bến\nTheo QUY ĐỊNH KHÁC của pháp luật có liên quan.\n"),
              ElementsAre("art_1: QUY ĐỊNH KHÁC của pháp luật có liên quan"));
}

TEST(GenericMentions, NotInsideWordsNorInNamesOfDocuments) {
  EXPECT_THAT(mentions_in("Điều 1. Bến\nNgười đại diện theo pháp luật của chủ bến, người vi phạm "
                          "pháp luật.\n"),
              IsEmpty());
}

}  // namespace
}  // namespace rasoat
