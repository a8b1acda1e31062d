#include <iostream>

#include "workspace/analysis.h"

int main(int argc, char** argv) {
  bool failed = false;
  for (int i = 2; i < argc; ++i) {
    const auto file = rasoat::analyze_file(argv[i], rasoat::Lexicon::builtin());
    failed |= !file;
    std::cout << (file ? rasoat::analysis_json(argv[i], file->analysis)
                       : rasoat::analysis_error_json(argv[i], file.error()))
              << '\n';
  }
  return failed ? 1 : 0;
}
