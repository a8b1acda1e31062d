#include "duty_flags.h"

#include <map>

#include "command_line.h"
#include "names.h"

namespace rasoat::cli {

void add_level_option(CLI::App& command, std::vector<std::string>& levels,
                      const std::string& help) {
  command.add_option("--level", levels, help)
      ->type_name("CẤP")
      ->expected(1)
      ->take_all()
      ->check([](const std::string& words) {
        return level_from_words(words) ? std::string()
                                       : "\"" + words +
                                             "\" không phải là trung-uong, tinh, huyen "
                                             "hoặc xa";
      });
}

void add_duty_flags(CLI::App& command, DutyFlags& flags) {
  command
      .add_option("--agency", flags.agencies,
                  "Cơ quan được giao, viết thế nào cũng được: \"UBND huyện\", \"so tu phap\"; "
                  "nêu nhiều lần để lấy nhiều cơ quan")
      ->type_name("TÊN")
      ->expected(1)
      ->take_all();
  command.add_flag("--with-heads", flags.with_heads,
                   "Lấy cả nhiệm vụ, quyền hạn của người đứng đầu cơ quan nêu ở --agency");
  add_level_option(command, flags.levels,
                   "Cấp của cơ quan: trung-uong, tinh, huyen, xa; nêu được nhiều lần");
  command
      .add_option("--role", flags.roles,
                  "Vai trò: lead (chủ trì), coordinate (phối hợp), delegate (phân cấp, ủy quyền), "
                  "other (thực hiện); nêu được nhiều lần")
      ->type_name("VAI_TRÒ")
      ->expected(1)
      ->take_all()
      ->check([](const std::string& name) {
        return role_from_name(name) ? std::string()
                                    : "\"" + name +
                                          "\" không phải là lead, coordinate, delegate "
                                          "hoặc other";
      });
  command
      .add_option("--document", flags.document, "Chỉ trong một văn bản: số, ký hiệu, mã hoặc tệp")
      ->type_name("DOC");
}

namespace {

void keep_abolished(std::vector<DutyRow>& duties, std::optional<Date> on, const Lexicon& lexicon) {
  if (!on) return;
  std::map<std::string, bool> abolished;
  std::erase_if(duties, [&](const DutyRow& duty) {
    const auto [body, is_new] = abolished.try_emplace(duty.agency);
    if (is_new) body->second = agency_abolished(duty.agency, *on, lexicon);
    return !body->second;
  });
}

}  // namespace

Result<ChosenDuties> choose_duties(const Workspace& workspace, const DutyFlags& flags,
                                   std::optional<Date> abolished_on) {
  ChosenDuties out;
  for (const std::string& words : flags.agencies) {
    const Result<std::vector<std::string>> keys = workspace.agency_keys(words);
    if (!keys) return keys.error();
    out.filter.agencies.insert(out.filter.agencies.end(), keys->begin(), keys->end());
  }
  DutyFilter heads;  // a chairman is not his committee: asked for apart
  heads.agencies = keys_of_heads(out.filter.agencies, workspace.lexicon());
  if (flags.with_heads) {
    out.filter.agencies.insert(out.filter.agencies.end(), heads.agencies.begin(),
                               heads.agencies.end());
  }
  for (const std::string& words : flags.levels) {
    out.filter.levels.push_back(*level_from_words(words));
  }
  for (const std::string& name : flags.roles) out.filter.roles.push_back(*role_from_name(name));
  if (!flags.document.empty()) {
    const Result<DocumentRecord> document = workspace.find_document(flags.document);
    if (!document) return document.error();
    out.filter.document = document->id;
    out.document = short_name(*document);
  }
  Result<std::vector<DutyRow>> duties = workspace.duties(out.filter);
  if (!duties) return duties.error();
  out.duties = std::move(*duties);
  keep_abolished(out.duties, abolished_on, workspace.lexicon());
  if (flags.with_heads || heads.agencies.empty()) return out;
  heads.levels = out.filter.levels;
  heads.roles = out.filter.roles;
  heads.document = out.filter.document;
  Result<std::vector<DutyRow>> of_heads = workspace.duties(heads);
  if (!of_heads) return of_heads.error();
  keep_abolished(*of_heads, abolished_on, workspace.lexicon());
  out.of_heads = of_heads->size();
  return out;
}

}  // namespace rasoat::cli
