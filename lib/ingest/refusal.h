// Why a file is not read, in the officer's words.
#pragma once

#include "base/error.h"
#include "ingest/legacy_encoding.h"
#include "ingest/read_file.h"

namespace rasoat {

// The error for a file of this format with its remedy; the subject is set by read_file().
Error refusal(ErrorCode code, FileFormat format);

// kLegacyEncoding with the name of the encoding where it is known.
Error legacy_refusal(LegacyEncoding encoding, FileFormat format);

// The name of a format as an officer knows it: "tệp Word đời cũ (.doc)".
std::string_view vietnamese_name_of(FileFormat format);

}  // namespace rasoat
