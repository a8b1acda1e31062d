#include "ingest/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/small_docx.h"
#include "support/shared_data.h"

namespace rasoat {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class ReadFile : public ::testing::Test {
 protected:
  ReadFile() {
    std::string pattern = (fs::temp_directory_path() / "rasoat-ingest-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~ReadFile() override { fs::remove_all(folder_); }

  fs::path put(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }
  ErrorCode code(const fs::path& path, const IngestLimits& limits = {}) const {
    const Result<SourceFile> file = read_file(path, limits);
    if (file) return ErrorCode::kInternal;
    EXPECT_EQ(file.error().subject, path.string());
    EXPECT_THAT(file.error().message, Not(IsEmpty()));
    EXPECT_THAT(file.error().remedy, Not(IsEmpty()));
    return file.error().code;
  }

  fs::path folder_;
};

// A PDF of one page with this content stream, in Helvetica.
std::string small_pdf(const std::string& stream) {
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<<"
         "/F 5 0 R>>>>>>endobj\n4 0 obj<</Length " +
         std::to_string(stream.size()) + ">>stream\n" + stream +
         "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>endobj\n"
         "trailer<</Root 1 0 R>>\n";
}

TEST_F(ReadFile, TellsTheFileItsSizeAndHash) {
  const Result<SourceFile> file = read_file(put("a.pdf", "abc"));
  ASSERT_TRUE(file);
  EXPECT_EQ(file->format, FileFormat::kText) << "the name is not believed";
  EXPECT_EQ(file->bytes, 3U);
  EXPECT_EQ(file->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(ReadFile, RefusesWhatIsNoRegularFileWithoutWaiting) {
  EXPECT_EQ(code(folder_), ErrorCode::kUnreadable);
  EXPECT_EQ(code(folder_ / "none"), ErrorCode::kNotFound);
  EXPECT_EQ(code("/dev/zero"), ErrorCode::kUnreadable);
  const fs::path fifo = folder_ / "fifo";
  ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
  EXPECT_EQ(code(fifo), ErrorCode::kUnreadable);
  fs::create_symlink(folder_ / "gone", folder_ / "dangling");
  EXPECT_EQ(code(folder_ / "dangling"), ErrorCode::kNotFound);
  fs::create_symlink(folder_ / "loop", folder_ / "loop");
  EXPECT_EQ(code(folder_ / "loop"), ErrorCode::kUnreadable);
}

TEST_F(ReadFile, RefusesWithTheReason) {
  EXPECT_EQ(code(put("empty.txt", "")), ErrorCode::kEmpty);
  EXPECT_EQ(code(put("blank.txt", " \n\n 12 \n")), ErrorCode::kEmpty) << "no letters";
  EXPECT_EQ(code(put("a.doc", "{\\rtf1 a}")), ErrorCode::kUnsupportedFormat);
  EXPECT_EQ(code(put("a.bin", std::string("\0\1\2\3", 4))), ErrorCode::kUnknownFormat);
  EXPECT_EQ(code(put("a.xlsx", testing::make_zip({{"xl/workbook.xml", "<a/>"}}))),
            ErrorCode::kUnsupportedFormat);
  EXPECT_EQ(code(put("b.pdf", "%PDF-1.4\nnothing behind it")), ErrorCode::kDamaged);
  IngestLimits small;
  small.max_file_bytes = 2;
  EXPECT_EQ(code(put("c.txt", "abc"), small), ErrorCode::kTooLarge);
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  std::string stream;
  for (const char c : std::string("EncryptedPackage")) stream += {c, '\0'};
  EXPECT_EQ(code(put("locked.docx", ole + stream)), ErrorCode::kEncrypted);
}

TEST_F(ReadFile, ReadsPdfInTheChild) {
  std::string stream = "BT /F 12 Tf 80 700 Td ";
  for (int i = 0; i < 12; ++i) {
    stream +=
        "(The committee of ward " + std::to_string(i) + " keeps the list of roads) Tj 0 -16 Td ";
  }
  const fs::path path = put("a.doc", small_pdf(stream + "ET"));
  const Result<SourceFile> file = read_file(path);
  ASSERT_TRUE(file) << to_string(file.error());
  EXPECT_EQ(file->format, FileFormat::kPdf);
  ASSERT_EQ(file->text.lines.size(), 12U);
  EXPECT_EQ(file->text.lines[3].text, "The committee of ward 3 keeps the list of roads");
  EXPECT_EQ(file->text.lines[3].page, 1U);
  EXPECT_EQ(file->text.lines[3].line, 4U);
  EXPECT_TRUE(file->text.lines[3].bold);
  EXPECT_NEAR(file->text.lines[3].font_size, 12, 0.1);
  EXPECT_EQ(code(put("scan.pdf", small_pdf("0 0 10 10 re f"))), ErrorCode::kNoTextLayer);
#ifndef __SANITIZE_ADDRESS__  // its shadow alone needs more address space than any limit leaves
  IngestLimits small;
  small.max_child_memory = 1 << 20;
  EXPECT_NE(code(path, small), ErrorCode::kInternal) << "without memory it fails, and says so";
#endif
  IngestLimits short_text;
  short_text.max_text_bytes = 10;
  EXPECT_EQ(code(path, short_text), ErrorCode::kTooLarge);
}

TEST_F(ReadFile, GivesTheSameFromManyThreads) {
  std::vector<fs::path> paths;
  for (const fs::path& path :
       testing::files_below(testing::source_dir() / "corpus" / "samples", ".docx")) {
    paths.push_back(path);
  }
  for (const fs::path& path :
       testing::files_below(testing::source_dir() / "corpus" / "samples", ".pdf")) {
    paths.push_back(path);
  }
  ASSERT_GT(paths.size(), 2U);
  const auto all_text = [&paths] {
    std::string out;
    for (const fs::path& path : paths) {
      const Result<SourceFile> file = read_file(path);
      if (!file) return to_string(file.error());
      for (const RawLine& line : file->text.lines) out += line.text + '\n';
    }
    return out;
  };
  const std::string alone = all_text();
  std::vector<std::string> together(3);
  {
    std::vector<std::thread> threads;
    for (std::string& out : together) threads.emplace_back([&] { out = all_text(); });
    for (std::thread& thread : threads) thread.join();
  }
  for (const std::string& out : together) EXPECT_EQ(out, alone);
}

TEST(Samples, AreAllRead) {
  size_t read = 0;
  for (const char* extension : {".txt", ".docx", ".html", ".pdf"}) {
    for (const fs::path& path :
         testing::files_below(testing::source_dir() / "corpus" / "samples", extension)) {
      const Result<SourceFile> file = read_file(path);
      ASSERT_TRUE(file) << to_string(file.error());
      std::string text;
      for (const RawLine& line : file->text.lines) text += line.text + '\n';
      EXPECT_THAT(text, HasSubstr("Độc lập - Tự do - Hạnh phúc")) << path;
      EXPECT_THAT(text, Not(HasSubstr("Tìm kiếm văn bản"))) << path << ": the portal's menu";
      ++read;
    }
  }
  EXPECT_GT(read, 10U);
}

// --- Real files

std::vector<std::map<std::string, std::string>> manifest() {
  std::istringstream in(testing::read_file(testing::shared_dir() / "data/files/manifest.tsv"));
  std::vector<std::map<std::string, std::string>> out;
  std::vector<std::string> columns;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    if (columns.empty()) {
      columns = cells;
      continue;
    }
    out.emplace_back();
    for (size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
      out.back()[columns[i]] = cells[i];
    }
  }
  return out;
}

// What becomes of a file that the manifest describes: the name of an error, or "read".
std::string expected(const std::map<std::string, std::string>& row) {
  const std::string& format = row.at("format");
  if (format != "pdf") {
    const bool readable = format == "html" || format == "docx" || format == "txt";
    return readable ? "read" : "unsupported-format";
  }
  if (row.at("encoding") != "Unicode") return "legacy-encoding";
  return row.at("path").starts_with("pdf-scan/") ? "no-text-layer" : "read";
}

TEST(RealFiles, AreReadOrRefusedWithTheRightReason) {
  RASOAT_NEEDS_SHARED_DATA();
  size_t files = 0;
  for (const auto& row : manifest()) {
    const fs::path path = testing::shared_dir() / "data/files" / row.at("path");
    if (!fs::exists(path)) continue;
    const Result<SourceFile> file = read_file(path);
    const std::string outcome = file ? "read" : std::string(error_code_name(file.error().code));
    EXPECT_EQ(outcome, expected(row)) << row.at("path");
    if (file && row.at("format") != "txt") {
      EXPECT_EQ(name_of(file->format), row.at("format")) << row.at("path");
    }
    ++files;
  }
  EXPECT_GT(files, 100U);
}

// Damaged copies of real files: whatever they give, they give it in time and without a crash.
TEST(RealFiles, MayBeDamaged) {
  RASOAT_NEEDS_SHARED_DATA();
  struct Kind {
    const char* folder;
    const char* extension;
    int variants;  // a PDF takes a process each
  };
  const fs::path files = testing::shared_dir() / "data/files";
  std::string pattern = (fs::temp_directory_path() / "rasoat-damaged-XXXXXX").string();
  const fs::path folder = mkdtemp(pattern.data());
  std::mt19937 random(20'260'601);
  for (const Kind& kind : {Kind{"docx", ".docx", 120}, Kind{"html", ".html", 40},
                           Kind{"txt", ".txt", 60}, Kind{"pdf-text", ".pdf", 40}}) {
    std::vector<fs::path> sources = testing::files_below(files / kind.folder, kind.extension);
    std::erase_if(sources, [](const fs::path& path) { return fs::file_size(path) > 1'500'000; });
    for (int i = 0; i < kind.variants && !sources.empty(); ++i) {
      std::string content = testing::read_file(sources[random() % sources.size()]);
      if (i % 3 == 0) content.resize(random() % content.size());
      const size_t flips = i % 3 == 1 ? 1 : random() % 50;
      for (size_t flip = 0; flip < flips && !content.empty(); ++flip) {
        content[random() % content.size()] = static_cast<char>(random());
      }
      const fs::path path = folder / "damaged";
      std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
      const Result<SourceFile> file = read_file(path);
      if (file) {
        EXPECT_THAT(file->text.lines, Not(IsEmpty())) << kind.folder << " variant " << i;
      } else {
        EXPECT_NE(file.error().code, ErrorCode::kInternal) << kind.folder << " variant " << i;
      }
    }
  }
  fs::remove_all(folder);
}

}  // namespace
}  // namespace rasoat
