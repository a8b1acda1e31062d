// The commands of rasoat: each registers itself, its flags and its help with the program.
#pragma once

#include "session.h"

namespace CLI {
class App;
}

namespace rasoat::cli {

void register_add(CLI::App& app, Session& session);
void register_list(CLI::App& app, Session& session);
void register_show(CLI::App& app, Session& session);
void register_search(CLI::App& app, Session& session);
void register_watch(CLI::App& app, Session& session);
void register_duties(CLI::App& app, Session& session);
void register_refs(CLI::App& app, Session& session);
void register_plan(CLI::App& app, Session& session);
void register_transfers(CLI::App& app, Session& session);
void register_delegations(CLI::App& app, Session& session);
void register_report(CLI::App& app, Session& session);
void register_leads(CLI::App& app, Session& session);
void register_matrix(CLI::App& app, Session& session);
void register_analyze(CLI::App& app, Session& session);
void register_export(CLI::App& app, Session& session);
void register_eval(CLI::App& app, Session& session);
void register_index(CLI::App& app, Session& session);
void register_lexicon(CLI::App& app, Session& session);
void register_version(CLI::App& app, Session& session);

}  // namespace rasoat::cli
