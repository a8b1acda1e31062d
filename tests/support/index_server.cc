#include "support/index_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>
#include <string_view>

namespace rasoat::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kServer = "xapian-tcpsrv";
constexpr const char* kThisMachine = "127.0.0.1";

sockaddr_in address(int port) {
  sockaddr_in out{};
  out.sin_family = AF_INET;
  out.sin_port = htons(static_cast<uint16_t>(port));
  inet_pton(AF_INET, kThisMachine, &out.sin_addr);
  return out;
}

// A port that nobody listens on now.
int free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in here = address(0);
  socklen_t size = sizeof here;
  if (::bind(socket, reinterpret_cast<sockaddr*>(&here), size) != 0 ||
      ::getsockname(socket, reinterpret_cast<sockaddr*>(&here), &size) != 0) {
    here.sin_port = 0;
  }
  ::close(socket);
  return ntohs(here.sin_port);
}

bool somebody_listens(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in there = address(port);
  const bool out = ::connect(socket, reinterpret_cast<const sockaddr*>(&there), sizeof there) == 0;
  ::close(socket);
  return out;
}

}  // namespace

bool can_serve_indexes() {
  const char* const path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((fs::path(folder) / kServer).c_str(), X_OK) == 0) return true;
  }
  return false;
}

IndexServer::IndexServer(const fs::path& database) {
  // Another process may take the port between the look and the start.
  for (int tried = 0; tried < 5; ++tried) {
    if (start(database)) return;
    kill();
  }
  ADD_FAILURE() << kServer << " does not answer";
}

bool IndexServer::start(const fs::path& database) {
  port_ = free_port();
  const std::string port = std::to_string(port_);
  const std::string folder = database.string();
  const char* arguments[] = {kServer,  "--quiet",    "--interface",  kThisMachine,
                             "--port", port.c_str(), folder.c_str(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  // A group of its own: it serves each connection in a process of its own.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setpgroup(&attributes, 0);
  const int spawned = posix_spawnp(&process_, kServer, &actions, &attributes,
                                   const_cast<char* const*>(arguments), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (spawned != 0) {
    process_ = -1;
    return false;
  }
  for (int waited = 0; waited < 3000; ++waited) {
    if (somebody_listens(port_)) return true;
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == process_) {
      process_ = -1;
      return false;
    }
    ::poll(nullptr, 0, 10);
  }
  return false;
}

IndexServer::~IndexServer() { kill(); }

std::string IndexServer::place() const {
  return std::string(kThisMachine) + ":" + std::to_string(port_);
}

void IndexServer::kill() {
  if (process_ < 0) return;
  ::kill(-process_, SIGKILL);
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
}

}  // namespace rasoat::testing
