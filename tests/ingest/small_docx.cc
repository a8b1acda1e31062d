#include "ingest/small_docx.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

namespace rasoat::testing {

std::string make_zip(const std::map<std::string, std::string>& members) {
  size_t room = 4096;
  for (const auto& [name, content] : members) room += 2 * name.size() + content.size() * 2 + 512;
  std::string out(room, '\0');
  size_t used = 0;
  archive* zip = archive_write_new();
  archive_write_set_format_zip(zip);
  EXPECT_EQ(archive_write_open_memory(zip, out.data(), out.size(), &used), ARCHIVE_OK);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(archive_write_header(zip, entry), ARCHIVE_OK);
    archive_write_data(zip, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(zip);
  archive_write_free(zip);
  out.resize(used);
  return out;
}

std::string part(std::string_view name, std::string_view inside) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:";
  out.append(name).append(
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
      " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
      " xmlns:v=\"urn:schemas-microsoft-com:vml\">");
  return out.append(inside).append("</w:").append(name).append(">");
}

std::string make_docx(std::string_view body, const std::map<std::string, std::string>& parts) {
  std::map<std::string, std::string> members = parts;
  members["word/document.xml"] = part("document", "<w:body>" + std::string(body) + "</w:body>");
  members.emplace("[Content_Types].xml", "<Types/>");
  return make_zip(members);
}

}  // namespace rasoat::testing
