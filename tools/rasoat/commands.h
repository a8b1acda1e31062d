// The commands of rasoat: each registers itself, its flags and its help with the program.
#pragma once

#include "session.h"

namespace CLI {
class App;
}

namespace rasoat::cli {

void register_analyze(CLI::App& app, Session& session);
void register_eval(CLI::App& app, Session& session);
void register_version(CLI::App& app, Session& session);

}  // namespace rasoat::cli
