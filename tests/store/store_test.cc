#include "store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <thread>

#include "store/analysis_builder.h"
#include "store/keys.h"
#include "support/temporary_folder.h"

namespace rasoat {
namespace {

using testing::AnalysisBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

SourceRecord source(std::string path, std::string hash) {
  SourceRecord out;
  out.path = std::move(path);
  out.format = "text";
  out.sha256 = std::move(hash);
  out.bytes = 10;
  return out;
}

AnalyzedDocument decision(const std::string& words = "giữ vệ sinh chợ") {
  return AnalysisBuilder("quyet-dinh_7", "07/2025/QĐ-UBND")
      .provision("art_1", "Điều 1. Vệ sinh chợ", -1, 23)
      .provision("art_1__clause_1", "1. Ủy ban nhân dân huyện " + words, 0)
      .duty("ubnd:huyen", Role::kLead)
      .cites("name:luật chợ truyền thống|2024", "art_2")
      .provision("art_2", "Điều 2. Hiệu lực")
      .cites("9/2024/NĐ-CP", "art_5")
      .build();
}

AnalyzedDocument decree(bool with_article_5 = true) {
  AnalysisBuilder out("nghi-dinh_9", "09/2024/NĐ-CP");
  out.head().type = "Nghị định";
  out.head().issuer = "Chính phủ";
  out.provision("art_4", "Điều 4. Ủy ban nhân dân các cấp").duty("ubnd:xa").duty("ubnd:tinh");
  if (with_article_5) out.provision("art_5", "Điều 5. Chợ");
  return out.build();
}

// Moves what the decree and an absent law gave to others.
AnalyzedDocument division() {
  AnalysisBuilder out("nghi-dinh_131", "131/2026/NĐ-CP");
  out.head().type = "Nghị định";
  out.head().issuer = "Chính phủ";
  out.head().date = Date::make(2026, 6, 12);
  return out.provision("art_3", "Điều 3. Thẩm quyền của Ủy ban nhân dân cấp xã", -1, 50)
      .provision("art_3__clause_1", "1. Cho thuê sạp theo Điều 4 Nghị định số 9", 0)
      .cites("9/2024/NĐ-CP", "art_4")
      .moves("", "chu-tich-ubnd:xa")
      .provision("art_3__clause_2", "2. Đóng cửa chợ theo Điều 5 Nghị định số 9", 0)
      .cites("9/2024/NĐ-CP", "art_5")
      .moves("ubnd:huyen", "ubnd:xa")
      .provision("art_3__clause_3", "3. Dời chợ theo Điều 2 Luật Chợ truyền thống", 0)
      .cites("name:luật chợ truyền thống|2024", "art_2")
      .moves("ubnd:huyen", "ubnd:tinh")
      .build();
}

// "art_1+" for a new provision, "art_1" for one with other words, since the change.
std::vector<std::string> changed_since(const Store& store, const std::string& id, uint64_t seq) {
  const auto changed = store.changed_provisions(id, seq);
  const auto held = store.read(id, Lexicon::builtin());
  std::vector<std::string> out;
  if (!changed || !*changed || !held || !*held) return {"not held"};
  EXPECT_EQ((*changed)->provisions, (*held)->analysis.document.provisions.size());
  for (const auto& row : (*changed)->rows) {
    out.push_back((*held)->analysis.document.provisions[row.position].id + (row.is_new ? "+" : ""));
  }
  return out;
}

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override { reopen(); }

  void reopen() {
    store_.reset();
    Result<std::unique_ptr<Store>> opened =
        Store::open(folder_.path() / "store.db", Store::Mode::kWrite);
    ASSERT_TRUE(opened) << to_string(opened.error());
    store_ = std::move(*opened);
  }

  PutResult put(const SourceRecord& file, const AnalyzedDocument& analysis, bool again = false) {
    const Result<PutResult> result = store_->put(file, analysis, Lexicon::builtin(), again);
    EXPECT_TRUE(result) << to_string(result.error());
    return result ? *result : PutResult();
  }

  std::vector<std::string> ids() {
    std::vector<std::string> out;
    const auto list = store_->list();
    EXPECT_TRUE(list) << to_string(list.error());
    for (const DocumentRecord& record : *list) out.push_back(record.id);
    return out;
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
};

TEST_F(StoreTest, GivesBackADocumentAsItWasAnalysed) {
  AnalyzedDocument in = decision();
  in.document.head.recipients = {"Như Điều 2", "Lưu: VT"};
  in.document.quoted = {{5, 9}};
  in.document.asides = {{30, 40}};
  in.document.diagnostics = {{"repeated-number", "Số bị lặp.", {1, 2}}};
  in.assignments[0].deadline = Deadline{{3, 8}, Date::make(2025, 4, 6), {}, "hang-nam"};
  PlanTask task;
  task.provision = 1;
  task.text = {4, 20};
  task.lead = {"ubnd:huyen", "so-tu-phap"};
  task.product = {6, 12};
  in.tasks.push_back(task);
  in.references.push_back(in.references[0]);
  in.references.back().document = "";
  in.references.back().outcome = Outcome::kGeneric;
  in.delegations.push_back({1,
                            {DelegationKind::kDecentralize, DelegationKind::kAuthorize},
                            {"ubnd:tinh"},
                            {"ubnd:xa", "so-tu-phap"},
                            true,
                            {4, 9},
                            {1, 12},
                            {2, 20}});
  in.transfers.push_back({1, "ubnd:huyen", "ubnd:xa", 1, {3, 9}, {2, 20}});
  put(source("/a.txt", "h1"), in);
  reopen();

  const auto read = store_->read(in.id, Lexicon::builtin());
  ASSERT_TRUE(read) << to_string(read.error());
  ASSERT_TRUE(*read);
  const AnalyzedDocument& out = (*read)->analysis;
  EXPECT_EQ(out.text.text(), in.text.text());
  EXPECT_EQ(out.text.lower(), in.text.lower());
  ASSERT_EQ(out.text.lines().size(), in.text.lines().size());
  for (uint32_t at = 0; at < in.text.text().size(); ++at) {
    ASSERT_EQ(out.text.locate(at), in.text.locate(at)) << at;
  }
  ASSERT_EQ(out.document.provisions.size(), in.document.provisions.size());
  for (size_t i = 0; i < in.document.provisions.size(); ++i) {
    const Provision& a = in.document.provisions[i];
    const Provision& b = out.document.provisions[i];
    EXPECT_EQ(b.id, a.id);
    EXPECT_EQ(b.own, a.own);
    EXPECT_EQ(b.full, a.full);
    EXPECT_EQ(b.heading, a.heading);
    EXPECT_EQ(b.parent, a.parent);
    EXPECT_EQ(b.level, a.level);
  }
  EXPECT_EQ(out.document.head.recipients, in.document.head.recipients);
  EXPECT_EQ(out.document.head.title, in.document.head.title);
  EXPECT_EQ(out.document.head.date, in.document.head.date);
  EXPECT_EQ(out.document.quoted, in.document.quoted);
  EXPECT_EQ(out.document.asides, in.document.asides);
  ASSERT_EQ(out.assignments.size(), 1u);
  EXPECT_EQ(out.assignments[0].quote, in.assignments[0].quote);
  ASSERT_TRUE(out.assignments[0].deadline);
  EXPECT_EQ(out.assignments[0].deadline->from, Date::make(2025, 4, 6));
  EXPECT_EQ(out.assignments[0].deadline->to, std::nullopt);
  EXPECT_EQ(out.assignments[0].deadline->recurrence, "hang-nam");
  ASSERT_EQ(out.references.size(), 3u);
  EXPECT_EQ(out.references[2].outcome, Outcome::kGeneric);
  EXPECT_EQ(out.references[1].document, "9/2024/NĐ-CP");
  EXPECT_EQ(out.references[1].outcome, Outcome::kNotHeld);
  ASSERT_EQ(out.tasks.size(), 1u);
  EXPECT_THAT(out.tasks[0].lead, ElementsAre("ubnd:huyen", "so-tu-phap"));
  EXPECT_EQ(out.tasks[0].product, (Span{6, 12}));
  ASSERT_EQ(out.delegations.size(), 1u);
  EXPECT_EQ(out.delegations[0].provision, 1);
  EXPECT_THAT(out.delegations[0].kinds,
              ElementsAre(DelegationKind::kDecentralize, DelegationKind::kAuthorize));
  EXPECT_THAT(out.delegations[0].from, ElementsAre("ubnd:tinh"));
  EXPECT_THAT(out.delegations[0].to, ElementsAre("ubnd:xa", "so-tu-phap"));
  EXPECT_TRUE(out.delegations[0].more_to);
  EXPECT_EQ(out.delegations[0].matter, (Span{4, 9}));
  EXPECT_EQ(out.delegations[0].act, (Span{1, 12}));
  EXPECT_EQ(out.delegations[0].quote, (Span{2, 20}));
  ASSERT_EQ(out.transfers.size(), 1u);
  EXPECT_EQ(out.transfers[0].provision, 1);
  EXPECT_EQ(out.transfers[0].from, "ubnd:huyen");
  EXPECT_EQ(out.transfers[0].to, "ubnd:xa");
  EXPECT_EQ(out.transfers[0].reference, 1u);
  EXPECT_EQ(out.transfers[0].holder, (Span{3, 9}));
  EXPECT_EQ(out.transfers[0].quote, (Span{2, 20}));
  EXPECT_EQ((*read)->record.tasks, 1u);
  ASSERT_EQ((*read)->diagnostics.size(), 1u);
  EXPECT_EQ((*read)->diagnostics[0].code, "repeated-number");
}

TEST_F(StoreTest, TheSameFileAgainChangesNothing) {
  EXPECT_EQ(put(source("/a.txt", "h1"), decision()).outcome, PutOutcome::kAdded);
  EXPECT_EQ(put(source("/a.txt", "h1"), decision()).outcome, PutOutcome::kUnchanged);
  EXPECT_EQ(*store_->count_changes_after(1), 0u) << "no change is logged";
  EXPECT_EQ(put(source("/a.txt", "h1"), decision(), true).outcome, PutOutcome::kReplaced)
      << "unless it is asked for";
}

TEST_F(StoreTest, AChangedFileReplacesItsDocument) {
  put(source("/a.txt", "h1"), decision());
  EXPECT_EQ(put(source("/a.txt", "h2"), decree()).outcome, PutOutcome::kReplaced);
  EXPECT_THAT(ids(), ElementsAre("nghi-dinh_9")) << "the old document has no file any more";
  EXPECT_EQ(store_->counts()->sources, 1u);
  EXPECT_EQ(store_->duties({.agencies = {"ubnd:huyen"}}, Lexicon::builtin())->size(), 0u);
  const auto changes = store_->changes_after(0, 10);
  ASSERT_EQ(changes->size(), 2u) << "the index is told of both";
}

TEST_F(StoreTest, FilesThatAgreeInTheHeadAreOneDocument) {
  put(source("/a.pdf", "h1"), decision());
  const PutResult same = put(source("/a.docx", "h2"), decision());
  EXPECT_THAT(same.diagnostics, IsEmpty()) << "the same words";
  const PutResult other = put(source("/b.txt", "h3"), decision("quét dọn chợ"));
  ASSERT_EQ(other.diagnostics.size(), 1u);
  EXPECT_EQ(other.diagnostics[0].code, "sources-differ");
  ASSERT_THAT(ids(), ElementsAre("quyet-dinh_7"));
  const auto record = store_->find_id("quyet-dinh_7");
  ASSERT_EQ((*record)->sources.size(), 3u);
  EXPECT_TRUE((*record)->sources[2].counts) << "the newest added counts";
  EXPECT_FALSE((*record)->sources[0].counts);
  EXPECT_THAT(store_->duties({}, Lexicon::builtin())->front().quote,
              ::testing::HasSubstr("quét dọn"));
}

TEST_F(StoreTest, TheDocumentOfAFileThatWentElsewhereIsReadFromAnotherSource) {
  put(source("/a.txt", "h1"), decision());
  put(source("/b.txt", "h2"), decision("quét dọn chợ"));
  put(source("/b.txt", "h3"), decree());
  EXPECT_THAT(ids(), ElementsAre("nghi-dinh_9", "quyet-dinh_7"));
  EXPECT_THAT(*store_->sources_to_read_again(), ElementsAre("/a.txt"));
  put(source("/a.txt", "h1"), decision());
  EXPECT_THAT(*store_->sources_to_read_again(), IsEmpty()) << "even though the file is unchanged";
}

TEST_F(StoreTest, OutcomesFollowWhatIsHeld) {
  const auto outcome = [&] {
    const auto rows =
        store_->references({.document = "quyet-dinh_7", .provision = "art_2"}, Lexicon::builtin());
    EXPECT_TRUE(rows) << to_string(rows.error());
    EXPECT_EQ(rows->rows.size(), 1u);
    return rows->rows.front().reference.outcome;
  };
  put(source("/a.txt", "h1"), decision());
  EXPECT_EQ(outcome(), Outcome::kNotHeld);
  put(source("/b.txt", "h2"), decree());
  EXPECT_EQ(outcome(), Outcome::kResolved) << "the cited document has come since";
  put(source("/b.txt", "h3"), decree(false));
  EXPECT_EQ(outcome(), Outcome::kNotHeld) << "it begins with Điều 4: a text held in part";
  put(source("/b.txt", "h5"),
      AnalysisBuilder("nghi-dinh_9", "09/2024/NĐ-CP").provision("art_1", "Điều 1. x").build());
  EXPECT_EQ(outcome(), Outcome::kDangling) << "it has lost the article";
  put(source("/b.txt", "h4"), AnalysisBuilder("other", "1/KH").provision("sec_1", "I. x").build());
  EXPECT_EQ(outcome(), Outcome::kNotHeld) << "it has gone";
}

TEST_F(StoreTest, FindsWhatCitesADocument) {
  put(source("/a.txt", "h1"), decision());
  put(source("/b.txt", "h2"), decree());
  const auto rows =
      store_->references({.document = "nghi-dinh_9", .incoming = true}, Lexicon::builtin());
  ASSERT_TRUE(rows) << to_string(rows.error());
  ASSERT_EQ(rows->rows.size(), 1u);
  const ReferenceRow& row = rows->rows.front();
  EXPECT_EQ(row.document.id, "quyet-dinh_7");
  EXPECT_EQ(row.provision.id, "art_2");
  EXPECT_EQ(row.provision.name, "Điều 2");
  ASSERT_TRUE(row.target);
  EXPECT_EQ(row.target->number, "09/2024/NĐ-CP");
  const auto to = [&](const char* unit) {
    return store_
        ->references({.document = "nghi-dinh_9", .provision = unit, .incoming = true},
                     Lexicon::builtin())
        ->total;
  };
  EXPECT_EQ(to("art_5"), 1u);
  EXPECT_EQ(to("art_4"), 0u);
  EXPECT_EQ(to("art_"), 0u) << "a piece of an id is no id";
  put(source("/c.txt", "h3"),
      AnalysisBuilder("nghi-dinh_9", "09/2024/NĐ-CP").provision("att_1__art_5", "Điều 5").build());
  EXPECT_EQ(to("att_1__art_5"), 1u) << "the regulation was left out by whoever cites it";
}

TEST_F(StoreTest, OutgoingReferencesOfAProvisionIncludeThoseBelow) {
  put(source("/a.txt", "h1"), decision());
  const auto of = [&](const char* unit) {
    return store_->references({.document = "quyet-dinh_7", .provision = unit}, Lexicon::builtin())
        ->total;
  };
  EXPECT_EQ(of(""), 2u);
  EXPECT_EQ(of("art_1"), 1u) << "it stands in the clause";
  EXPECT_EQ(of("art_1__clause_1"), 1u);
  EXPECT_EQ(of("art_9"), 0u) << "no such provision";
}

TEST_F(StoreTest, ListsTransfersWithTheUnitsThatAreHeld) {
  put(source("/d.txt", "h1"), division());
  const auto rows = [&](TransferFilter filter = {}) {
    const auto list = store_->transfers(filter, Lexicon::builtin());
    EXPECT_TRUE(list) << to_string(list.error());
    return *list;
  };
  ASSERT_EQ(rows().total, 3u);
  EXPECT_EQ(rows().rows[0].target, std::nullopt);
  EXPECT_EQ(rows().rows[0].target_provision, "");

  AnalysisBuilder held("nghi-dinh_9", "09/2024/NĐ-CP");
  held.head().type = "Nghị định";
  held.provision("art_4", "Điều 4. Sạp")
      .provision("art_4__clause_1", "1. Ủy ban nhân dân huyện cho thuê sạp", 0)
      .duty("ubnd:huyen")
      .duty("ubnd:tinh")
      .provision("art_5", "Điều 5. Chợ");
  put(source("/n.txt", "h2"), held.build());
  const TransferList all = rows();
  ASSERT_EQ(all.rows.size(), 3u);
  EXPECT_EQ(all.rows[0].provision.id, "art_3__clause_1");
  EXPECT_EQ(all.rows[0].place.line, 2u);
  EXPECT_EQ(all.rows[0].to_name, "Chủ tịch Ủy ban nhân dân cấp xã");
  EXPECT_EQ(all.rows[0].quote, "1. Cho thuê sạp theo Điều 4 Nghị định số 9");
  EXPECT_EQ(all.rows[0].target->id, "nghi-dinh_9");
  EXPECT_EQ(all.rows[0].target_provision, "art_4");
  EXPECT_THAT(all.rows[0].former, ElementsAre("ubnd:huyen")) << "a body that stands is no former";
  EXPECT_EQ(all.rows[1].from_name, "Ủy ban nhân dân cấp huyện");
  EXPECT_THAT(all.rows[1].former, IsEmpty());
  EXPECT_EQ(all.rows[2].target, std::nullopt);
  EXPECT_EQ(all.rows[2].unit.outcome, Outcome::kNotHeld);

  EXPECT_EQ(rows({.from = {"ubnd:huyen"}}).total, 3u);
  EXPECT_EQ(rows({.from = {"ubnd:tinh"}}).total, 0u);
  EXPECT_EQ(rows({.to = {"ubnd:xa", "ubnd:tinh"}}).total, 2u);
  EXPECT_EQ(rows({.document = "nghi-dinh_9"}).total, 2u) << "as the one whose tasks are moved";
  EXPECT_EQ(rows({.document = "nghi-dinh_131"}).total, 3u);
  const TransferList page = rows({.offset = 1, .limit = 1});
  EXPECT_EQ(page.total, 3u);
  ASSERT_EQ(page.rows.size(), 1u);
  EXPECT_EQ(page.rows[0].provision.id, "art_3__clause_2");
}

TEST_F(StoreTest, ListsDelegations) {
  AnalyzedDocument in = decision();
  const Span quote = in.document.provisions[1].own;
  in.delegations.push_back({1,
                            {DelegationKind::kDecentralize},
                            {"ubnd:tinh"},
                            {"ubnd:xa"},
                            false,
                            {quote.begin, quote.begin + 2},
                            in.document.provisions[0].own,
                            quote});
  in.delegations.push_back({2,
                            {DelegationKind::kAuthorize},
                            {},
                            {"so-tu-phap"},
                            false,
                            {},
                            {},
                            in.document.provisions[2].own});
  put(source("/a.txt", "h1"), in);
  const auto rows = [&](DelegationFilter filter = {}) {
    const auto list = store_->delegations(filter, Lexicon::builtin());
    EXPECT_TRUE(list) << to_string(list.error());
    return *list;
  };
  const DelegationList all = rows();
  ASSERT_EQ(all.rows.size(), 2u);
  EXPECT_EQ(all.rows[0].provision.id, "art_1__clause_1");
  EXPECT_EQ(all.rows[0].provision.name, "khoản 1 Điều 1");
  EXPECT_THAT(all.rows[0].from_names, ElementsAre("Ủy ban nhân dân cấp tỉnh"));
  EXPECT_THAT(all.rows[0].to_names, ElementsAre("Ủy ban nhân dân cấp xã"));
  EXPECT_EQ(all.rows[0].matter, "1.");
  EXPECT_EQ(all.rows[0].act, "Điều 1. Vệ sinh chợ");
  EXPECT_EQ(all.rows[0].quote, "1. Ủy ban nhân dân huyện giữ vệ sinh chợ");
  EXPECT_EQ(all.rows[0].place.line, 2u);
  EXPECT_THAT(all.rows[1].from, IsEmpty());
  EXPECT_EQ(rows({.from = {"ubnd:tinh"}}).total, 1u);
  EXPECT_EQ(rows({.to = {"so-tu-phap", "so-noi-vu"}}).total, 1u);
  EXPECT_EQ(rows({.from = {"ubnd:tinh"}, .to = {"so-tu-phap"}}).total, 0u);
  EXPECT_EQ(rows({.document = "quyet-dinh_7"}).total, 2u);
  EXPECT_EQ(rows({.document = "quyet-dinh_8"}).total, 0u);
  const DelegationList page = rows({.offset = 1, .limit = 1});
  EXPECT_EQ(page.total, 2u);
  ASSERT_EQ(page.rows.size(), 1u);
  EXPECT_THAT(page.rows[0].kinds, ElementsAre(DelegationKind::kAuthorize));
  put(source("/a.txt", "h2"), decision());
  EXPECT_EQ(rows().total, 0u);
}

TEST_F(StoreTest, ReadsAgainWhatAnOlderFormLacks) {
  put(source("/d.txt", "h1"), division());
  EXPECT_EQ(*store_->count_older(), 0u);
  store_.reset();
  const std::string file = (folder_.path() / "store.db").string();
  sqlite3* raw = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &raw), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(raw,
                         "DROP INDEX documents_without_source; "
                         "DROP TABLE transfers; DROP TABLE delegations; "
                         "ALTER TABLE documents DROP COLUMN facts; "
                         "DROP TABLE watches; ALTER TABLE provisions DROP COLUMN added; "
                         "ALTER TABLE provisions DROP COLUMN changed; "
                         "UPDATE meta SET value = '4' WHERE name = 'version'",
                         nullptr, nullptr, nullptr),
            SQLITE_OK)
      << sqlite3_errmsg(raw);
  sqlite3_close(raw);

  const auto refused = Store::open(file, Store::Mode::kRead);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kStore);
  reopen();
  EXPECT_EQ(ids().size(), 1u);
  EXPECT_EQ(*store_->count_older(), 1u);
  EXPECT_THAT(changed_since(*store_, "nghi-dinh_131", 0), SizeIs(4)) << "came with its last change";
  const uint64_t last = *store_->last_change();
  EXPECT_THAT(changed_since(*store_, "nghi-dinh_131", last), IsEmpty());
  EXPECT_THAT(*store_->source_hashes({"/d.txt"}), IsEmpty()) << "so that the file is read again";
  EXPECT_EQ(store_->transfers({}, Lexicon::builtin())->total, 0u);
  EXPECT_EQ(put(source("/d.txt", "h1"), division()).outcome, PutOutcome::kReplaced);
  EXPECT_EQ(*store_->count_older(), 0u);
  EXPECT_EQ(store_->transfers({}, Lexicon::builtin())->total, 3u);
  EXPECT_THAT(changed_since(*store_, "nghi-dinh_131", last), IsEmpty()) << "the same words";
  EXPECT_EQ(put(source("/d.txt", "h1"), division()).outcome, PutOutcome::kUnchanged);
}

TEST_F(StoreTest, FiltersDuties) {
  put(source("/a.txt", "h1"), decision());
  put(source("/b.txt", "h2"), decree());
  const auto keys = [&](const DutyFilter& filter) {
    std::vector<std::string> out;
    const auto rows = store_->duties(filter, Lexicon::builtin());
    EXPECT_TRUE(rows) << to_string(rows.error());
    for (const DutyRow& row : *rows) out.push_back(row.agency);
    return out;
  };
  EXPECT_THAT(keys({}), ElementsAre("ubnd:xa", "ubnd:tinh", "ubnd:huyen"));
  EXPECT_THAT(keys({.agencies = {"ubnd:huyen", "ubnd:xa"}}), ElementsAre("ubnd:xa", "ubnd:huyen"));
  EXPECT_THAT(keys({.levels = {AdminLevel::kProvince}}), ElementsAre("ubnd:tinh"));
  EXPECT_THAT(keys({.roles = {Role::kLead}}), ElementsAre("ubnd:huyen"));
  EXPECT_THAT(keys({.document = "quyet-dinh_7"}), ElementsAre("ubnd:huyen"));
  EXPECT_THAT(keys({.document = "quyet-dinh_7", .provision = "art_1"}), ElementsAre("ubnd:huyen"));
  EXPECT_THAT(keys({.document = "quyet-dinh_7", .provision = "art_2"}), IsEmpty());
  EXPECT_THAT(keys({.agencies = {"'; DROP TABLE documents; --", "\xFF\xFE"}}), IsEmpty())
      << "values are bound, not spliced";
  EXPECT_FALSE(
      store_->duties({.agencies = std::vector<std::string>(5000, "x")}, Lexicon::builtin()));
  const auto rows = store_->duties({.agencies = {"ubnd:huyen"}}, Lexicon::builtin());
  const DutyRow& row = rows->front();
  EXPECT_EQ(row.agency_name, "Ủy ban nhân dân cấp huyện");
  EXPECT_EQ(row.provision.heading, "Điều 1. Vệ sinh ch") << "of the article above";
  EXPECT_EQ(row.provision.name, "khoản 1 Điều 1");
  EXPECT_EQ(row.place.path, "/a.txt");
  EXPECT_EQ(row.place.line, 2u);
}

TEST_F(StoreTest, FindsDocumentsByWhatOfficersType) {
  put(source("/văn bản/a.txt", "h1"), decision());
  put(source("/b.txt", "h2"), decree());
  AnalysisBuilder law("luat", "31/2024/QH15");
  law.head().type = "Luật";
  law.head().title = "ĐẤT  ĐAI";
  put(source("/c.txt", "h3"), law.provision("art_1", "Điều 1").build());
  for (const char* number : {"07/2025/QĐ-UBND", "7/2025/qđ-ubnd", "07/2025/QD-UBND",
                             "Số: 07/2025/QĐ–UBND", " 7 / 2025 / QĐ - UBND"}) {
    const auto found = store_->find_number(number);
    ASSERT_EQ(found->size(), 1u) << number;
    EXPECT_EQ(found->front().id, "quyet-dinh_7");
  }
  EXPECT_EQ(store_->find_number("7/2025")->size(), 0u);
  EXPECT_EQ(store_->find_number("")->size(), 0u);
  EXPECT_EQ(store_->find_name("Luật Đất đai")->size(), 1u);
  EXPECT_EQ(store_->find_path("/văn bản/a.txt")->size(), 1u);
  EXPECT_EQ(store_->find_path("a.txt")->size(), 1u);
  EXPECT_EQ(store_->find_path(".txt")->size(), 0u) << "not the end of a name";
  EXPECT_EQ(store_->find_path("%")->size(), 0u);
  EXPECT_EQ(store_->find_path("\xFF")->size(), 0u);
}

TEST_F(StoreTest, KeepsPathsThatAreNoUtf8) {
  put(source("/\xFF\xC3.txt", "h1"), decision());
  EXPECT_EQ(store_->find_path("/\xFF\xC3.txt")->size(), 1u);
  EXPECT_EQ((*store_->find_id("quyet-dinh_7"))->sources[0].path, "/\xFF\xC3.txt");
}

TEST_F(StoreTest, ReadersSeeWholeDocumentsWhileOneWrites) {
  put(source("/a.txt", "h1"), decision());
  std::thread writer([&] {
    for (int i = 0; i < 40; ++i) {
      put(source("/a.txt", "w" + std::to_string(i)), i % 2 == 0 ? decree() : decision());
    }
  });
  const auto reader = Store::open(folder_.path() / "store.db", Store::Mode::kRead);
  ASSERT_TRUE(reader) << to_string(reader.error());
  int seen = 0;
  for (int i = 0; i < 200; ++i) {
    for (const char* id : {"quyet-dinh_7", "nghi-dinh_9"}) {
      const auto read = (*reader)->read(id, Lexicon::builtin());
      ASSERT_TRUE(read) << to_string(read.error());
      if (!*read) continue;
      ++seen;
      ASSERT_EQ((*read)->analysis.assignments.size(), (*read)->record.assignments);
      ASSERT_EQ((*read)->analysis.document.provisions.size(), (*read)->record.provisions);
    }
  }
  writer.join();
  EXPECT_GT(seen, 0);
}

TEST_F(StoreTest, RefusesWhatIsNoStore) {
  testing::TemporaryFolder folder;
  const auto absent = Store::open(folder.path() / "none.db", Store::Mode::kRead);
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "none.db")) << "reading makes nothing";

  const auto other = folder.write("other.db", std::string(5000, 'x'));
  const auto damaged = Store::open(other, Store::Mode::kRead);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, ErrorCode::kStore);
  EXPECT_FALSE(damaged.error().remedy.empty());

  EXPECT_FALSE(Store::open(folder.path() / "a\"b.db", Store::Mode::kWrite));
}

TEST_F(StoreTest, ADamagedTextIsAnErrorAndNoCrash) {
  put(source("/a.txt", "h1"), decision());
  put(source("/d.txt", "h2"), division());
  store_.reset();
  const auto file = folder_.path() / "store.db";
  const uintmax_t size = std::filesystem::file_size(file);
  for (uintmax_t at = 4096; at + 64 < size; at += 512) {
    testing::TemporaryFolder copy;
    std::filesystem::copy_file(file, copy.path() / "store.db");
    {
      std::fstream bytes(copy.path() / "store.db", std::ios::in | std::ios::out | std::ios::binary);
      bytes.seekp(static_cast<std::streamoff>(at));
      bytes << std::string(64, '\x5A');
    }
    const auto opened = Store::open(copy.path() / "store.db", Store::Mode::kRead);
    if (!opened) continue;
    (void)(*opened)->read("quyet-dinh_7", Lexicon::builtin());
    (void)(*opened)->duties({}, Lexicon::builtin());
    (void)(*opened)->references({.document = "quyet-dinh_7"}, Lexicon::builtin());
    (void)(*opened)->transfers({}, Lexicon::builtin());
    (void)(*opened)->delegations({}, Lexicon::builtin());
    (void)(*opened)->check();
  }
}

TEST_F(StoreTest, TellsWithWhichChangeTheWordsOfAProvisionCame) {
  put(source("/a.txt", "h1"), decision());
  const uint64_t first = *store_->last_change();
  EXPECT_THAT(changed_since(*store_, "quyet-dinh_7", 0),
              ElementsAre("art_1+", "art_1__clause_1+", "art_2+"));
  EXPECT_THAT(changed_since(*store_, "quyet-dinh_7", first), IsEmpty());
  put(source("/a.txt", "h2"), decision("giữ  vệ sinh\tchợ"));
  EXPECT_THAT(changed_since(*store_, "quyet-dinh_7", first), IsEmpty()) << "white space alone";
  put(source("/a.txt", "h3"), decision("giữ vệ sinh chợ và bến xe"));
  const uint64_t third = *store_->last_change();
  EXPECT_THAT(changed_since(*store_, "quyet-dinh_7", first), ElementsAre("art_1__clause_1"));
  put(source("/a.txt", "h4"), AnalysisBuilder("quyet-dinh_7").provision("art_9", "Điều 9").build());
  EXPECT_THAT(changed_since(*store_, "quyet-dinh_7", third), ElementsAre("art_9+"));
  EXPECT_THAT(changed_since(*store_, "khac", 0), ElementsAre("not held"));
}

TEST_F(StoreTest, WatchesAreKeptByName) {
  EXPECT_TRUE(*store_->add_watch({"b", "rác", "", "", 3}));
  EXPECT_TRUE(*store_->add_watch({"a", "đất", "", "", 0}));
  EXPECT_FALSE(*store_->add_watch({"a", "khác", "", "", 0}));
  auto watches = *store_->watches();
  ASSERT_EQ(watches.size(), 2u);
  EXPECT_EQ(watches[0].query, "đất");
  EXPECT_EQ(watches[1].seen, 3u);
  EXPECT_EQ(watches[1].last_run, "");
  EXPECT_EQ(watches[1].added.size(), 20u);
  watches[1].seen = 7;
  watches[0] = {"a", "câu hỏi cũ", "", "", 9};
  ASSERT_TRUE(store_->watches_ran(watches));
  EXPECT_EQ((*store_->watches())[0].seen, 0u) << "made anew with another query meanwhile";
  EXPECT_EQ((*store_->watches())[1].seen, 7u);
  EXPECT_TRUE(*store_->remove_watch("a"));
  EXPECT_FALSE(*store_->remove_watch("a"));
}

TEST_F(StoreTest, ASoundStoreHasNothingToReport) {
  put(source("/a.txt", "h1"), decision());
  put(source("/b.txt", "h2"), decree());
  put(source("/a.txt", "h3"), decree());
  EXPECT_THAT(*store_->check(), IsEmpty());
  EXPECT_TRUE(store_->sync());
}

TEST(NumberKeyTest, KeepsWhatTellsNumbersApart) {
  EXPECT_NE(number_key("10/2025/QĐ-UBND"), number_key("1/2025/QĐ-UBND"));
  EXPECT_NE(number_key("100/2025"), number_key("10/2025"));
  EXPECT_EQ(number_key("0010/2025"), "10/2025");
  EXPECT_EQ(number_key("2005/QĐ"), "2005/qd") << "zeros inside a number stay";
  EXPECT_EQ(number_key("0"), "0");
  EXPECT_EQ(number_key("\xFF"), "");
}

}  // namespace
}  // namespace rasoat
