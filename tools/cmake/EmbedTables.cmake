# cmake -DOUT=file.cc -DFOLDER=corpus/lexicon -P EmbedTables.cmake
#
# Writes a C++ source that holds every *.tsv of FOLDER as an array of bytes (not as a string literal:
# compilers bound the length of those).
file(GLOB tables ${FOLDER}/*.tsv)
list(SORT tables)
set(arrays "")
set(entries "")
foreach(path ${tables})
  get_filename_component(name ${path} NAME_WE)
  file(READ ${path} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(MAKE_C_IDENTIFIER ${name} id)
  string(APPEND arrays "const unsigned char k_${id}[] = {${bytes}0};\n")
  string(APPEND entries
         "    {\"${name}\", {reinterpret_cast<const char*>(k_${id}), sizeof k_${id} - 1}},\n")
endforeach()
file(WRITE ${OUT} "// Generated from corpus/lexicon; do not edit.
#include \"lexicon/embedded_tables.h\"

namespace rasoat {
namespace {

${arrays}
}  // namespace

std::span<const EmbeddedTable> embedded_tables() {
  static const EmbeddedTable tables[] = {
${entries}  };
  return tables;
}

}  // namespace rasoat
")
