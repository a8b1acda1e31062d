// A server of a part of an index, Xapian's own, on a port of this machine.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace rasoat::testing {

// Whether xapian-tcpsrv (Debian: xapian-tools) is installed; tests skip where it is not.
bool can_serve_indexes();

class IndexServer {
 public:
  // Answers when this returns; a failure of the test where it does not within a while.
  explicit IndexServer(const std::filesystem::path& database);
  ~IndexServer();
  IndexServer(const IndexServer&) = delete;
  IndexServer& operator=(const IndexServer&) = delete;

  std::string place() const;  // "127.0.0.1:7001"
  // Ends it, with the processes that serve its connections.
  void kill();

 private:
  bool start(const std::filesystem::path& database);

  int port_ = 0;
  pid_t process_ = -1;
};

}  // namespace rasoat::testing
