// The main job: documents go in, questions are answered.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "cli/program.h"
#include "support/shared_data.h"

namespace rasoat::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* kDecision =
    R"(ỦY BAN NHÂN DÂN
TỈNH THỬ NGHIỆM
Số: 12/2023/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thử Nghiệm, ngày 05 tháng 4 năm 2023
QUYẾT ĐỊNH
Về việc quản lý chợ trên địa bàn tỉnh
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Điều 1. Phạm vi điều chỉnh
Quyết định này quy định việc quản lý chợ trên địa bàn tỉnh.
Điều 2. Trách nhiệm của Ủy ban nhân dân cấp huyện
1. Chủ trì, phối hợp với Sở Công Thương kiểm tra các chợ theo quy định tại Điều 1 Quyết định này.
2. Báo cáo kết quả trước ngày 15 tháng 12 hằng năm.
Điều 3. Trách nhiệm của Ủy ban nhân dân cấp xã
1. Ủy ban nhân dân cấp xã tổ chức thu phí chợ theo quy định tại khoản 1 Điều 2 Quyết định này.
)";

std::string same_number_of(const std::string& issuer) {
  return "ỦY BAN NHÂN DÂN\n" + issuer +
         "\nSố: 07/2024/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
         "ngày 01 tháng 3 năm 2024\nQUYẾT ĐỊNH\nVề việc thử\n"
         "Điều 1. Ủy ban nhân dân cấp xã tổ chức thực hiện.\n";
}

class WorkspaceCommandsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("van-ban/12-2023.txt", kDecision);
    const ProgramRun run = rasoat({"add", "van-ban"});
    ASSERT_EQ(run.exit_code, 0) << run.out << run.err;
    ASSERT_THAT(run.out, HasSubstr("Thêm mới: 1"));
  }

  ProgramRun rasoat(const std::vector<std::string>& arguments) const {
    return run_rasoat(arguments, folder_.path());
  }
  json rasoat_json(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    const ProgramRun run = rasoat(arguments);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    return json::parse(run.out, nullptr, false);
  }

  static std::set<std::string> provisions(const json& rows) {
    std::set<std::string> out;
    for (const json& row : rows) out.insert(row["provision"].get<std::string>());
    return out;
  }

  TemporaryFolder folder_;
};

TEST_F(WorkspaceCommandsTest, AddingAgainChangesNothingAndAChangedFileReplaces) {
  EXPECT_THAT(rasoat({"add", "van-ban"}).out,
              HasSubstr("Thêm mới: 0 · Thay thế: 0 · Không đổi: 1"));
  folder_.write("van-ban/12-2023.txt",
                std::string(kDecision) + "2. Ủy ban nhân dân cấp xã báo cáo.\n");
  EXPECT_EQ(rasoat_json({"add", "van-ban"})["replaced"], 1);
  EXPECT_EQ(rasoat_json({"list"})["documents"].size(), 1u);
}

TEST_F(WorkspaceCommandsTest, AFileThatCannotBeReadIsNamedAndTheOthersGoIn) {
  folder_.write("moi/tot.txt", same_number_of("HUYỆN MỘT"));
  const ProgramRun run = rasoat({"add", "moi", "khong-co.txt"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.out, HasSubstr("khong-co.txt"));
  EXPECT_THAT(run.out, HasSubstr("Thêm mới: 1"));
  EXPECT_THAT(run.out, HasSubstr("Lỗi: 1"));
}

TEST_F(WorkspaceCommandsTest, ListShowsTheHead) {
  const json documents = rasoat_json({"list"})["documents"];
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0]["number"], "12/2023/QĐ-UBND");
  EXPECT_TRUE(documents[0]["document"].is_string());
  EXPECT_THAT(rasoat({"list"}).out, HasSubstr("12/2023/QĐ-UBND"));
}

TEST_F(WorkspaceCommandsTest, ShowsTheTreeTheTextAndOneProvision) {
  EXPECT_THAT(rasoat({"show", "12/2023/qd-ubnd"}).out, HasSubstr("\n  2. Báo cáo kết quả"));
  EXPECT_THAT(rasoat({"show", "12/2023/QĐ-UBND", "--text"}).out,
              HasSubstr("Quyết định này quy định việc quản lý chợ"));
  const std::string by_words =
      rasoat({"show", "van-ban/12-2023.txt", "khoản 2, Điều 2", "--text"}).out;
  EXPECT_EQ(by_words, "2. Báo cáo kết quả trước ngày 15 tháng 12 hằng năm.\n");
  EXPECT_EQ(rasoat({"show", "12/2023/QĐ-UBND", "art_2__clause_2", "--text"}).out, by_words);
  const json shown = rasoat_json({"show", "12/2023/QĐ-UBND", "Điều 2"});
  EXPECT_EQ(shown["provisions"].size(), 3u);
  EXPECT_EQ(rasoat({"show", "12/2023/QĐ-UBND", "Điều 99"}).exit_code, 1);
  EXPECT_EQ(rasoat({"show", "99/2023/QĐ-UBND"}).exit_code, 1);
}

TEST_F(WorkspaceCommandsTest, AnAmbiguousNumberListsItsCandidates) {
  folder_.write("hai/a.txt", same_number_of("HUYỆN MỘT"));
  folder_.write("hai/b.txt", same_number_of("HUYỆN HAI"));
  ASSERT_EQ(rasoat({"add", "hai"}).exit_code, 0);
  const ProgramRun run = rasoat({"show", "07/2024/QĐ-UBND"});
  EXPECT_EQ(run.exit_code, 1);
  const json list = rasoat_json({"list"});
  for (const json& document : list["documents"]) {
    if (document["number"] != "07/2024/QĐ-UBND") continue;
    const std::string id = document["document"];
    EXPECT_THAT(run.err, HasSubstr(id));
    EXPECT_EQ(rasoat({"show", id}).exit_code, 0);
  }
}

TEST_F(WorkspaceCommandsTest, ThreeWaysOfAskingGiveTheSameProvisions) {
  const json duties = rasoat_json({"duties", "--agency", "UBND huyện"});
  const std::set<std::string> asked = provisions(duties["assignments"]);
  EXPECT_THAT(asked, ::testing::Contains("art_2__clause_1"));
  EXPECT_EQ(duties["total"], duties["assignments"].size());
  for (const json& row : duties["assignments"]) EXPECT_EQ(row["agency"], "ubnd:huyen");
  for (const char* question : {"quy định nào giao nhiệm vụ cho UBND cấp huyện",
                               "quy dinh nao giao nhiem vu cho uy ban nhan dan cap huyen"}) {
    EXPECT_EQ(provisions(rasoat_json({"search", question, "--limit", "0"})["hits"]), asked)
        << question;
  }
}

TEST_F(WorkspaceCommandsTest, DutiesSayWhatIsToBeDoneOnWhichCondition) {
  folder_.write(
      "ben.txt",
      "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố: 43/2023/QĐ-UBND\n\nQUYẾT ĐỊNH\nVề bến đò\n\n"
      "Điều 1. Bến đò\n1. Ủy ban nhân dân cấp xã quản lý bến đò.\n"
      "2. Trường hợp nước lớn, Ủy ban nhân dân cấp xã quyết định đóng bến đò, trừ bến của "
      "đồn biên phòng.\n");
  ASSERT_EQ(rasoat({"add", "ben.txt"}).exit_code, 0);
  const std::vector<std::string> ask = {"duties", "--document", "43/2023/QĐ-UBND", "--action",
                                        "Quyết định"};
  const json found = rasoat_json(ask);
  ASSERT_EQ(found["total"], 1);
  const json& duty = found["assignments"][0];
  EXPECT_EQ(duty["provision"], "art_1__clause_2");
  EXPECT_EQ(duty["actions"], json({"decide"}));
  EXPECT_EQ(duty["verbs"], "quyết định");
  EXPECT_EQ(duty["object"], "đóng bến đò");
  EXPECT_EQ(duty["condition"], "Trường hợp nước lớn");
  EXPECT_EQ(duty["exception"], "trừ bến của đồn biên phòng");
  EXPECT_THAT(rasoat(ask).out, HasSubstr("1 nhiệm vụ, quyền hạn trong 1 văn bản"));
  const auto wrong = rasoat({"duties", "--action", "trông đò"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("decide (quyết định)"));
}

TEST_F(WorkspaceCommandsTest, TheDutiesOfAHeadAreCountedAndAddedWhenAskedFor) {
  folder_.write("cho.txt",
                "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố: 41/2023/QĐ-UBND\n\nQUYẾT ĐỊNH\nVề bến đò\n\n"
                "Điều 1. Bến đò\n1. Ủy ban nhân dân cấp xã quản lý bến đò.\n"
                "2. Chủ tịch Ủy ban nhân dân cấp xã quyết định việc mở bến đò.\n");
  ASSERT_EQ(rasoat({"add", "cho.txt"}).exit_code, 0);
  const std::vector<std::string> ask = {"duties", "--agency", "UBND xã", "--document",
                                        "41/2023/QĐ-UBND"};
  const json body = rasoat_json(ask);
  EXPECT_EQ(body["total"], 1);
  EXPECT_EQ(body["of_heads"], 1);
  EXPECT_THAT(rasoat(ask).out, HasSubstr("--with-heads"));
  std::vector<std::string> with_heads = ask;
  with_heads.push_back("--with-heads");
  const json both = rasoat_json(with_heads);
  EXPECT_EQ(both["total"], 2);
  EXPECT_EQ(both["of_heads"], 0);
  EXPECT_THAT(rasoat(with_heads).out, ::testing::Not(HasSubstr("--with-heads")));
}

TEST_F(WorkspaceCommandsTest, DutiesAreFiltered) {
  const json by_level = rasoat_json({"duties", "--level", "xa"});
  for (const json& row : by_level["assignments"]) {
    EXPECT_EQ(row["agency"], "ubnd:xa");
  }
  const json by_role = rasoat_json({"duties", "--role", "lead"});
  for (const json& row : by_role["assignments"]) {
    EXPECT_EQ(row["role"], "lead");
  }
  EXPECT_EQ(rasoat({"duties", "--level", "lang"}).exit_code, 2);
  EXPECT_EQ(rasoat({"duties", "--role", "x"}).exit_code, 2);
  EXPECT_EQ(rasoat({"duties", "--agency", "con mèo"}).exit_code, 2);
  EXPECT_EQ(rasoat({"duties", "--document", "99/2023/QĐ-UBND"}).exit_code, 1);
}

TEST_F(WorkspaceCommandsTest, TablesShowDocumentProvisionAndQuotation) {
  const std::string table = rasoat({"duties", "--agency", "UBND huyện"}).out;
  for (const char* words : {"12/2023/QĐ-UBND", "khoản 1 Điều 2", "chủ trì"}) {
    EXPECT_THAT(table, HasSubstr(words));
  }
}

TEST_F(WorkspaceCommandsTest, ReferencesGoBothWays) {
  const json outgoing = rasoat_json({"refs", "12/2023/QĐ-UBND", "Điều 3", "--outgoing"});
  ASSERT_FALSE(outgoing["references"].empty());
  for (const json& row : outgoing["references"]) {
    for (const char* field : {"from", "text", "document", "provision", "kind", "outcome"}) {
      EXPECT_TRUE(row.contains(field)) << field;
    }
  }
  const json incoming = rasoat_json({"refs", "12/2023/QĐ-UBND", "khoản 1 Điều 2", "--incoming"});
  ASSERT_EQ(incoming["references"].size(), 1u);
  EXPECT_EQ(incoming["references"][0]["from"], "art_3__clause_1");
  EXPECT_EQ(rasoat({"refs", "12/2023/QĐ-UBND", "--incoming", "--outgoing"}).exit_code, 2);
  EXPECT_EQ(rasoat({"refs", "12/2023/QĐ-UBND", "--outcome", "x"}).exit_code, 2);
}

TEST_F(WorkspaceCommandsTest, ReportsAreWrittenInThreeFormats) {
  for (const char* name : {"a.xlsx", "a.html", "a.csv"}) {
    const ProgramRun run = rasoat({"report", "provisions", "--agency", "UBND huyện", "-o", name});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_GT(std::filesystem::file_size(folder_.path() / name), 100u);
  }
  EXPECT_THAT(read_file(folder_.path() / "a.csv"), HasSubstr("Khoản 1 Điều 2"));
  EXPECT_EQ(read_file(folder_.path() / "a.xlsx").substr(0, 2), "PK");
  EXPECT_EQ(rasoat({"report", "provisions"}).exit_code, 2) << "XLSX needs a file";
  EXPECT_EQ(rasoat({"report", "provisions", "-o", "khong-co/a.html"}).exit_code, 1);
  EXPECT_EQ(rasoat({"report", "provisions", "-o", "a.odt"}).exit_code, 2);
  EXPECT_THAT(rasoat({"report", "provisions", "--format", "html"}).out, HasSubstr("</html>"));
}

TEST_F(WorkspaceCommandsTest, ExportAndIndex) {
  const ProgramRun run = rasoat({"export"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(json::parse(run.out)["document"]["number"], "12/2023/QĐ-UBND");
  EXPECT_EQ(rasoat_json({"index"})["documents"], 1);
  std::filesystem::remove_all(folder_.path() / "rasoat-data" / "index");
  EXPECT_EQ(rasoat({"index", "--rebuild"}).exit_code, 0);
  EXPECT_GT(rasoat_json({"search", "kiểm tra"})["total"], 0);
}

TEST_F(WorkspaceCommandsTest, AkomaNtosoGoesToAFolderOrOneDocumentToTheScreen) {
  const ProgramRun all = rasoat({"export", "--format", "akn", "-o", "moi/xml"});
  EXPECT_EQ(all.exit_code, 0) << all.err;
  const json document = rasoat_json({"list"})["documents"][0];
  const std::string xml =
      read_file(folder_.path() / "moi/xml" / (document["document"].get<std::string>() + ".xml"));
  EXPECT_EQ(document["akn"].get<std::string>().find("/akn/vn/act/quyet-ddinh/"), 0u);
  EXPECT_THAT(xml, HasSubstr("<FRBRuri value=\"" + document["akn"].get<std::string>() + "\"/>"));
  EXPECT_THAT(xml, HasSubstr("value=\"" + document["urn"].get<std::string>() + "\"/>"));
  EXPECT_EQ(rasoat({"export", "12/2023/qđ-ubnd", "--format", "akn"}).out, xml);
  const json exported = json::parse(rasoat({"export", "12/2023/QĐ-UBND"}).out);
  EXPECT_EQ(exported["akn"], document["akn"]);
  EXPECT_EQ(rasoat_json({"show", "12/2023/QĐ-UBND"})["urn"], document["urn"]);

  EXPECT_EQ(rasoat({"export", "--format", "akn"}).exit_code, 2) << "many files need a folder";
  EXPECT_EQ(rasoat({"export", "-o", "moi"}).exit_code, 2);
  EXPECT_EQ(rasoat({"export", "--format", "xml"}).exit_code, 2);
  EXPECT_EQ(rasoat({"export", "99/2023/QĐ-UBND"}).exit_code, 1);
  folder_.write("tep", "");
  EXPECT_EQ(rasoat({"export", "--format", "akn", "-o", "tep"}).exit_code, 1) << "no folder";
}

TEST_F(WorkspaceCommandsTest, TheWorkspaceIsAGlobalOptionOnEitherSide) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--workspace", "khac", "list"},
        std::vector<std::string>{"list", "--workspace", "khac"}}) {
    const ProgramRun run = rasoat(arguments);
    EXPECT_EQ(run.exit_code, 1) << "there is no such workspace";
    EXPECT_THAT(run.err, HasSubstr("khac"));
  }
}

TEST(SamplesTest, TheSamplesAnswerTheQuestion) {
  const std::filesystem::path samples = source_dir() / "corpus/samples";
  if (!std::filesystem::is_directory(samples)) GTEST_SKIP() << "no corpus/samples";
  const TemporaryFolder folder;
  run_rasoat({"add", samples.string()}, folder.path());
  const ProgramRun run =
      run_rasoat({"duties", "--agency", "UBND huyện", "--format", "json"}, folder.path());
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_GT(json::parse(run.out)["total"], 0);
}

// ---- laws by name ----

constexpr const char* kRule =
    R"(ỦY BAN NHÂN DÂN
TỈNH THỬ NGHIỆM
Số: 31/2032/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thử Nghiệm, ngày 05 tháng 4 năm 2032
QUYẾT ĐỊNH
Về bến nước trên địa bàn tỉnh
Căn cứ Luật Bến nước;
Điều 1. Ủy ban nhân dân cấp xã quản lý bến nước theo Điều 2 Luật Bến nước.
Điều 2. Sở Xây dựng hướng dẫn thực hiện Điều 7 Quyết định này.
Điều 3. Quyết định này có hiệu lực thi hành từ ngày ký.
)";

std::string law(const std::string& number, const std::string& date) {
  return "QUỐC HỘI\nLuật số: " + number +
         "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, " + date +
         "\nLUẬT\nBẾN NƯỚC\nQuốc hội ban hành Luật Bến nước.\n"
         "Điều 1. Bến nước do xã quản lý.\nĐiều 2. Xã thu phí bến nước.\n";
}

TEST_F(WorkspaceCommandsTest, ARowOfTheWorkspaceTellsWhichLawANameMeans) {
  folder_.write("van-ban/quyet-dinh.txt", kRule);
  folder_.write("van-ban/cu.txt", law("951/2021/QH15", "ngày 01 tháng 6 năm 2021"));
  folder_.write("van-ban/moi.txt", law("952/2031/QH16", "ngày 01 tháng 12 năm 2031"));
  ASSERT_EQ(rasoat({"add", "van-ban"}).exit_code, 0);
  const auto cited = [&] {
    const json found = rasoat_json({"refs", "31/2032/QĐ-UBND"});
    for (const json& row : found["references"]) {
      if (row["document"] == "name:luật bến nước" && row["provision"] == "art_2") return row;
    }
    return json();
  };
  EXPECT_EQ(cited()["outcome"], "ambiguous") << "whether the new one is in force is not known";
  EXPECT_EQ(cited()["versions"], json({"951/2021/QH15", "952/2031/QH16"}));
  EXPECT_EQ(cited()["candidates"].size(), 2u);
  EXPECT_TRUE(cited()["resolved"].is_null());

  folder_.write("rasoat-data/lexicon/laws.tsv",
                "number\tname\tadopted\tin_force\tend\n"
                "951/2021/QH15\tLuật Bến nước\t2021-06-01\t2022-01-01\t2032-03-01\n"
                "952/2031/QH16\tLuật Bến nước\t2031-12-01\t2032-03-01\n");
  EXPECT_EQ(cited()["outcome"], "resolved");
  EXPECT_EQ(cited()["resolved"], "952/2031/QH16");
  EXPECT_EQ(rasoat_json({"refs", "952/2031/QH16", "Điều 2", "--incoming"})["total"], 1);
  EXPECT_EQ(rasoat({"lexicon", "check"}).exit_code, 0);

  folder_.write("rasoat-data/lexicon/laws.tsv",
                "number\tname\tadopted\n1/2030/QH16\tLuật A\tmai\n");
  const ProgramRun check = rasoat({"lexicon", "check"});
  EXPECT_EQ(check.exit_code, 1);
  EXPECT_THAT(check.out, HasSubstr("laws.tsv:2"));
  const ProgramRun json_check = rasoat({"lexicon", "check", "--format", "json"});
  EXPECT_EQ(json::parse(json_check.out)["faults"].size(), 1u);
  const ProgramRun refused = rasoat({"list"});
  EXPECT_EQ(refused.exit_code, 2) << "no answers from a table that is half read";
  EXPECT_THAT(refused.err, HasSubstr("laws.tsv:2"));
}

TEST_F(WorkspaceCommandsTest, DanglingReferencesOfTheWholeWorkspaceAreListedInPages) {
  folder_.write("van-ban/quyet-dinh.txt", kRule);
  folder_.write("van-ban/khac.txt",
                std::string(kRule).replace(std::string(kRule).find("31/2032"), 7, "32/2032"));
  ASSERT_EQ(rasoat({"add", "van-ban"}).exit_code, 0);
  const json all = rasoat_json({"refs", "--outcome", "dangling"});
  ASSERT_EQ(all["total"], 2);
  EXPECT_EQ(all["references"][0]["provision"], "art_7");
  EXPECT_EQ(all["references"][0]["citing_number"], "31/2032/QĐ-UBND");
  const json second =
      rasoat_json({"refs", "--outcome", "dangling", "--limit", "1", "--offset", "1"});
  EXPECT_EQ(second["total"], 2);
  ASSERT_EQ(second["references"].size(), 1u);
  EXPECT_EQ(second["references"][0]["citing_number"], "32/2032/QĐ-UBND");
  EXPECT_THAT(rasoat({"refs", "--outcome", "dangling", "--limit", "1"}).out,
              HasSubstr("--offset 1"));
  EXPECT_EQ(rasoat({"refs", "--incoming"}).exit_code, 2);
}

TEST_F(WorkspaceCommandsTest, GenericMentionsAreListedOnlyWhenAskedFor) {
  folder_.write("van-ban/quyet-dinh.txt",
                std::string(kRule) + "Điều 4. Phí đò thực hiện theo quy định của pháp luật.\n");
  ASSERT_EQ(rasoat({"add", "van-ban"}).exit_code, 0);
  const json all = rasoat_json({"refs", "31/2032/QĐ-UBND"});
  for (const json& row : all["references"]) EXPECT_NE(row["outcome"], "generic");
  EXPECT_EQ(rasoat_json({"list"})["documents"][0]["references"], all["total"]);
  const json generic = rasoat_json({"refs", "--outcome", "generic"});
  ASSERT_EQ(generic["total"], 1);
  EXPECT_EQ(generic["references"][0]["text"], "quy định của pháp luật");
  EXPECT_EQ(generic["references"][0]["from"], "art_4");
}

}  // namespace
}  // namespace rasoat::testing
