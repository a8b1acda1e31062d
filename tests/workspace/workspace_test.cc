#include "workspace/workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "support/temporary_folder.h"
#include "workspace/files.h"
#include "workspace/sample_decision.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::SampleDecision;
using ::testing::SizeIs;

std::unique_ptr<Workspace> opened(const fs::path& folder, Workspace::Mode mode) {
  Result<std::unique_ptr<Workspace>> out = Workspace::open(folder, mode);
  EXPECT_TRUE(out) << to_string(out.error());
  return out ? std::move(*out) : nullptr;
}

class WorkspaceTest : public ::testing::Test {
 protected:
  fs::path data() const { return folder_.path() / "data"; }
  fs::path input() const { return folder_.path() / "in"; }

  void write(const std::string& name, const SampleDecision& decision) {
    folder_.write(fs::path("in") / name, decision.text());
  }

  AddSummary add(AddOptions options = {}) {
    auto workspace = opened(data(), Workspace::Mode::kWrite);
    const Result<AddSummary> summary = workspace->add({input()}, options);
    EXPECT_TRUE(summary) << to_string(summary.error());
    return summary ? *summary : AddSummary();
  }

  testing::TemporaryFolder folder_;
};

using Provisions = std::set<std::string>;

Provisions searched(const Workspace& workspace, const std::string& query) {
  const Result<SearchResult> result = workspace.search(query, {.limit = 0});
  EXPECT_TRUE(result) << to_string(result.error());
  Provisions out;
  if (!result) return out;
  for (const SearchHit& hit : result->hits) out.insert(hit.document.id + " " + hit.provision.id);
  EXPECT_EQ(result->total, out.size());
  return out;
}

Provisions given(const Workspace& workspace, const std::string& agency) {
  const auto keys = workspace.agency_keys(agency);
  EXPECT_TRUE(keys) << to_string(keys.error());
  Provisions out;
  if (!keys) return out;
  DutyFilter filter;
  filter.agencies = *keys;
  const auto rows = workspace.duties(filter);
  for (const DutyRow& row : *rows) {
    out.insert(row.document.id + " " + row.provision.id);
  }
  return out;
}

TEST_F(WorkspaceTest, ThreeWaysOfAskingGiveTheSameProvisions) {
  write("1.txt", {.number = 1});
  write("2.txt", {.number = 2, .body = "Uỷ ban nhân dân các huyện, thị xã"});
  write("3.txt", {.number = 3, .body = "UBND cấp huyện"});
  write("4.txt", {.number = 4, .body = "Ủy ban nhân dân cấp xã"});
  add();
  const auto workspace = opened(data(), Workspace::Mode::kRead);
  const Provisions wanted = given(*workspace, "UBND huyện");
  EXPECT_THAT(wanted, SizeIs(9)) << "three decisions with three articles";
  for (const char* words :
       {"UBND cấp huyện", "uy ban nhan dan cap huyen", "Uỷ ban nhân dân cấp huyện",
        "Ủy ban nhân dân cấp huyện", "UỶ BAN NHÂN DÂN CẤP HUYỆN", "ubnd huyen", "UBND huyện",
        "Uỷ Ban Nhân Dân Quận", "u\u0309y ban nhân dân huyê\u0323n"}) {
    EXPECT_EQ(given(*workspace, words), wanted) << words;
    EXPECT_EQ(searched(*workspace, "quy định nào giao nhiệm vụ cho " + std::string(words)), wanted)
        << words;
    EXPECT_EQ(searched(*workspace, "quy dinh nao giao nhiem vu cho " + std::string(words) + "?"),
              wanted)
        << words;
    EXPECT_EQ(searched(*workspace, "agency:\"" + std::string(words) + "\""), wanted) << words;
  }
}

TEST_F(WorkspaceTest, HitsCarryTheWordsAndTheirPlace) {
  write("1.txt", {.number = 1});
  add();
  const auto workspace = opened(data(), Workspace::Mode::kRead);
  const auto by_agency = workspace->search("agency:\"UBND huyện\"", {.limit = 1});
  ASSERT_TRUE(by_agency) << to_string(by_agency.error());
  EXPECT_EQ(by_agency->total, 3u);
  ASSERT_THAT(by_agency->hits, SizeIs(1));
  const SearchHit& duty = by_agency->hits[0];
  EXPECT_EQ(duty.document.number, "01/2025/QĐ-UBND");
  EXPECT_EQ(duty.provision.id, "art_1__clause_1");
  EXPECT_EQ(duty.provision.name, "khoản 1 Điều 1");
  EXPECT_THAT(duty.provision.heading, HasSubstr("Quản lý chợ khu vực 1"));
  EXPECT_THAT(duty.quote, HasSubstr("thu gom rác thải"));
  EXPECT_GT(duty.place.line, 10u);
  EXPECT_EQ(duty.place.path, (input() / "1.txt").string());

  const auto by_words = workspace->search("\"rac thai\"", {.explain = true});
  ASSERT_TRUE(by_words) << to_string(by_words.error());
  ASSERT_THAT(by_words->hits, SizeIs(3));
  const SearchHit& words = by_words->hits[0];
  ASSERT_THAT(words.marks, SizeIs(2));
  EXPECT_EQ(words.marks[0].of(words.quote), "rác");
  EXPECT_EQ(words.marks[1].of(words.quote), "thải");
  EXPECT_GT(words.score, 0);
  EXPECT_EQ(by_words->query, "\"rac thai\"");
  EXPECT_FALSE(by_words->plan.empty());
}

TEST_F(WorkspaceTest, FieldsThatDependOnWhatIsHeld) {
  write("1.txt", {.number = 1, .cites = 2});
  add();
  auto workspace = opened(data(), Workspace::Mode::kRead);
  const Provisions not_held = searched(*workspace, "outcome:not-held cites:02/2025/QĐ-UBND");
  EXPECT_THAT(not_held, SizeIs(1));
  EXPECT_THAT(searched(*workspace, "cited-by:01/2025/QĐ-UBND"), IsEmpty());
  EXPECT_EQ(workspace->search("cited-by:02/2025/QĐ-UBND").error().code, ErrorCode::kNotFound);

  write("2.txt", {.number = 2});
  add();
  workspace = opened(data(), Workspace::Mode::kRead);
  EXPECT_THAT(searched(*workspace, "outcome:not-held cites:02/2025/QĐ-UBND"), IsEmpty());
  EXPECT_EQ(searched(*workspace, "outcome:resolved cites:02/2025/QĐ-UBND"), not_held);
  EXPECT_EQ(searched(*workspace, "cited-by:\"số 01/2025/qd-ubnd\""),
            searched(*workspace, "number:02/2025/QĐ-UBND provision:\"Điều 2\""));
}

TEST_F(WorkspaceTest, AFolderAgainChangesNothingAndAChangedFileReplaces) {
  write("1.txt", {.number = 1});
  write("b/2.txt", {.number = 2});
  AddSummary summary = add();
  EXPECT_EQ(summary.added, 2u);
  EXPECT_THAT(summary.failed, IsEmpty());
  summary = add();
  EXPECT_EQ(summary.unchanged, 2u);
  EXPECT_EQ(summary.added + summary.replaced, 0u);
  write("b/2.txt", {.number = 5});
  summary = add();
  EXPECT_EQ(summary.unchanged, 1u);
  EXPECT_EQ(summary.replaced, 1u);
  const auto workspace = opened(data(), Workspace::Mode::kRead);
  const auto list = workspace->list();
  ASSERT_THAT(*list, SizeIs(2));
  EXPECT_EQ((*list)[0].number, "01/2025/QĐ-UBND");
  EXPECT_EQ((*list)[1].number, "05/2025/QĐ-UBND");
  EXPECT_THAT(*workspace->check(), IsEmpty());
  EXPECT_EQ(workspace->status()->counts.sources, 2u);
}

TEST_F(WorkspaceTest, ADocumentIsReadFromItsOtherSourceWhenOneGoesElsewhere) {
  write("a.txt", {.number = 1, .matter = "chợ"});
  write("b.txt", {.number = 1, .body = "Sở Công Thương", .matter = "chợ"});
  add();
  EXPECT_THAT(given(*opened(data(), Workspace::Mode::kRead), "Sở Công Thương"), SizeIs(3))
      << "the newest counts";
  write("b.txt", {.number = 2, .matter = "chợ"});
  add();
  const auto workspace = opened(data(), Workspace::Mode::kRead);
  EXPECT_THAT(given(*workspace, "Sở Công Thương"), IsEmpty());
  EXPECT_THAT(given(*workspace, "UBND huyện"), SizeIs(6));
  EXPECT_THAT(*workspace->check(), IsEmpty());
}

TEST_F(WorkspaceTest, OneThreadGivesWhatManyGive) {
  for (int i = 1; i <= 30; ++i) {
    // Every third agrees with the one before in its head, and differs in its words.
    write("f" + std::to_string(i) + ".txt",
          {.number = i % 3 == 0 ? i - 1 : i, .articles = 1 + i % 7, .cites = i / 2 + 1});
  }
  const auto exported = [&](unsigned threads) {
    const fs::path folder = folder_.path() / ("data" + std::to_string(threads));
    auto workspace = opened(folder, Workspace::Mode::kWrite);
    AddOptions options;
    options.threads = threads;
    const Result<AddSummary> summary = workspace->add({input()}, options);
    EXPECT_TRUE(summary) << to_string(summary.error());
    EXPECT_EQ(summary->files.size(), 30u);
    EXPECT_TRUE(std::is_sorted(summary->files.begin(), summary->files.end(),
                               [](const auto& a, const auto& b) { return a.path < b.path; }));
    std::ostringstream out;
    EXPECT_TRUE(workspace->export_json(out));
    // Times of adding differ.
    std::string text = std::move(out).str();
    for (size_t at = text.find("\"added\":\""); at != std::string::npos;
         at = text.find("\"added\":\"", at + 1)) {
      text.erase(at, text.find(',', at) - at);
    }
    return text;
  };
  const std::string one = exported(1);
  EXPECT_EQ(exported(4), one);
  EXPECT_EQ(exported(3), one);
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 20);
}

TEST_F(WorkspaceTest, ResolvesReferencesAmongWhatIsHeld) {
  write("1.txt", {.number = 1, .cites = 2});
  add();
  const auto outcomes = [&] {
    const auto workspace = opened(data(), Workspace::Mode::kRead);
    const auto citing = workspace->find_document("1/2025/qd-ubnd");
    EXPECT_TRUE(citing) << to_string(citing.error());
    ReferenceFilter filter;
    filter.document = citing->id;
    filter.provision = "art_1";
    std::vector<Outcome> out;
    const auto rows = workspace->references(filter);
    for (const ReferenceRow& row : rows->rows) out.push_back(row.reference.outcome);
    return out;
  };
  EXPECT_THAT(outcomes(), ElementsAre(Outcome::kNotHeld));
  write("2.txt", {.number = 2});
  add();
  EXPECT_THAT(outcomes(), ElementsAre(Outcome::kResolved));
  write("2.txt", {.number = 2, .articles = 1});
  add();
  EXPECT_THAT(outcomes(), ElementsAre(Outcome::kDangling));
}

TEST_F(WorkspaceTest, FindsDocumentsByNumberIdAndFile) {
  write("1.txt", {.number = 1});
  write("khác.txt", {.number = 2});
  std::string other = SampleDecision{.number = 1}.text();
  for (size_t at = other.find("SÔNG VÂN"); at != std::string::npos; at = other.find("SÔNG VÂN")) {
    other.replace(at, std::string("SÔNG VÂN").size(), "ĐÔNG HẢI");
  }
  folder_.write("in/3.txt", other);
  add();
  const auto workspace = opened(data(), Workspace::Mode::kRead);
  const auto two = workspace->find_document("2/2025/qđ-ubnd");
  ASSERT_TRUE(two) << to_string(two.error());
  EXPECT_EQ(two->number, "02/2025/QĐ-UBND");
  EXPECT_EQ(workspace->find_document(two->id)->id, two->id);
  EXPECT_EQ(workspace->find_document((input() / "khác.txt").string())->id, two->id);
  EXPECT_EQ(workspace->find_document((input() / "." / "khác.txt").string())->id, two->id);
  EXPECT_EQ(workspace->find_document("khác.txt")->id, two->id);

  const auto ambiguous = workspace->find_document("01/2025/QĐ-UBND");
  ASSERT_FALSE(ambiguous) << "two provinces used the number";
  EXPECT_EQ(ambiguous.error().code, ErrorCode::kAmbiguous);
  const auto candidates = workspace->find_documents("01/2025/QĐ-UBND");
  for (const DocumentRecord& record : *candidates) {
    EXPECT_THAT(ambiguous.error().message, HasSubstr(record.id));
  }
  for (const char* name : {"", "nothing", "99/2025/QĐ-UBND", "\xFF\xFE", "/", "..", "'; --"}) {
    const auto none = workspace->find_document(name);
    ASSERT_FALSE(none) << name;
    EXPECT_EQ(none.error().code, ErrorCode::kNotFound) << name;
  }
}

TEST_F(WorkspaceTest, OneWriterAtATime) {
  const auto first = opened(data(), Workspace::Mode::kWrite);
  const auto second = Workspace::open(data(), Workspace::Mode::kWrite);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kLocked);
  EXPECT_FALSE(second.error().remedy.empty());
  EXPECT_TRUE(Workspace::open(data(), Workspace::Mode::kRead)) << "readers are not kept out";
}

TEST_F(WorkspaceTest, ReadingMakesNoWorkspace) {
  const auto absent = Workspace::open(data(), Workspace::Mode::kRead);
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(absent.error().remedy, HasSubstr("rasoat add"));
  EXPECT_FALSE(fs::exists(data()));
  fs::create_directories(data());
  EXPECT_FALSE(Workspace::open(data(), Workspace::Mode::kRead)) << "an empty folder is none";
}

TEST_F(WorkspaceTest, FailuresAreRowsAndTheRestGoesIn) {
  write("1.txt", {.number = 1});
  auto workspace = opened(data(), Workspace::Mode::kWrite);
  const Result<AddSummary> summary =
      workspace->add({input(), folder_.path() / "absent", "/dev/null"}, {});
  ASSERT_TRUE(summary) << to_string(summary.error());
  EXPECT_EQ(summary->added, 1u);
  ASSERT_THAT(summary->failed, SizeIs(2));
  EXPECT_EQ(summary->failed[0].code, ErrorCode::kNotFound);
  EXPECT_THAT(summary->failed[0].subject, HasSubstr("absent"));
  EXPECT_EQ(summary->files.size(), 3u);
}

TEST_F(WorkspaceTest, StopsWhenAskedAndKeepsWhatIsIn) {
  for (int i = 1; i <= 40; ++i) write(std::to_string(i) + ".txt", {.number = i});
  std::atomic<bool> cancel = false;
  AddOptions options;
  options.threads = 1;
  options.cancel = &cancel;
  options.progress = [&](uint64_t done, uint64_t total, const std::string&) {
    EXPECT_EQ(total, 40u);
    if (done == 3) cancel = true;
  };
  const AddSummary summary = add(options);
  EXPECT_TRUE(summary.cancelled);
  EXPECT_GE(summary.added, 3u);
  EXPECT_LT(summary.added, 40u) << "files that were not begun stay out";
  EXPECT_EQ(add().added + summary.added, 40u);
}

TEST_F(WorkspaceTest, SearchHealsAnIndexThatFellBehind) {
  write("1.txt", {.number = 1});
  add();
  fs::remove_all(data() / "index");
  const auto workspace = opened(data(), Workspace::Mode::kRead);
  EXPECT_THAT(searched(*workspace, "rác"), SizeIs(3));
  EXPECT_THAT(*workspace->check(), IsEmpty());
}

TEST_F(WorkspaceTest, SaysWhatIsNotIndexedWhileAnotherWrites) {
  write("1.txt", {.number = 1});
  add();
  fs::remove_all(data() / "index");
  const auto writer = opened(data(), Workspace::Mode::kWrite);
  const auto reader = opened(data(), Workspace::Mode::kRead);
  const auto result = reader->search("rác");
  ASSERT_TRUE(result) << to_string(result.error());
  EXPECT_EQ(result->total, 0u);
  EXPECT_EQ(result->not_indexed, 1u);
}

TEST_F(WorkspaceTest, NoWordsBreakIt) {
  write("1.txt", {.number = 1});
  add();
  const auto workspace = opened(data(), Workspace::Mode::kRead);
  const std::string long_words(100'000, 'a');
  for (const std::string& words :
       {std::string("\xFF\xFE\x00 x", 5), std::string("(((((("), std::string("agency:"), long_words,
        std::string("agency:\"\xFF\""), std::string(3000, '"'), std::string("UBND \xC3 huyện")}) {
    (void)workspace->search(words);
    (void)workspace->agency_keys(words);
    (void)workspace->find_document(words);
    (void)workspace->document(words);
    (void)workspace->references({.document = words, .provision = words});
    DutyFilter filter;
    filter.agencies = {words};
    filter.document = words;
    filter.provision = words;
    (void)workspace->duties(filter);
  }
  EXPECT_FALSE(workspace->document("nothing"));
}

TEST_F(WorkspaceTest, ItsOwnFolderIsNotRead) {
  folder_.write("in/1.txt", SampleDecision{.number = 1}.text());
  auto workspace = opened(input() / "rasoat-data", Workspace::Mode::kWrite);
  const Result<AddSummary> summary = workspace->add({input()}, {});
  EXPECT_EQ(summary->files.size(), 1u);
}

TEST(FindFilesTest, WalksSortedWithoutHiddenFilesAndWithoutCircles) {
  testing::TemporaryFolder folder;
  for (const char* name :
       {"b/2.txt", "b/1.txt", "a.txt", "c/.hidden/x.txt", "c/.x.txt", "c/~$lock.docx", "c/y.txt"}) {
    folder.write(name, "x");
  }
  fs::create_directory_symlink(folder.path(), folder.path() / "b" / "circle");
  fs::create_directory_symlink(folder.path() / "c", folder.path() / "d");
  fs::create_symlink(folder.path() / "a.txt", folder.path() / "z.txt");
  fs::create_symlink(folder.path() / "nowhere", folder.path() / "broken.txt");
  const FoundFiles found = find_files({folder.path(), folder.path() / "a.txt"});
  std::vector<std::string> names;
  for (const fs::path& file : found.files) {
    names.push_back(fs::relative(file, folder.path()).string());
  }
  EXPECT_THAT(names, ElementsAre("a.txt", "b/1.txt", "b/2.txt", "c/y.txt"));
  ASSERT_THAT(found.failed, SizeIs(1)) << "the broken link is told";
  EXPECT_EQ(found.failed[0].code, ErrorCode::kNotFound);

  const FoundFiles hidden = find_files({folder.path() / "c" / ".x.txt"});
  EXPECT_THAT(hidden.files, SizeIs(1)) << "a hidden file that was named is read";
}

}  // namespace
}  // namespace rasoat
