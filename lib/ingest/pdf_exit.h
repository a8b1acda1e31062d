// What rasoat-read-pdf says with its exit status.
#pragma once

namespace rasoat {

enum class PdfExit {
  kLines = 0,  // lines were written to standard output
  kUsage = 64,
  kDamaged = 65,
  kEncrypted = 66,
  kTooLarge = 67,  // too many pages, too much text or memory
};

}  // namespace rasoat
