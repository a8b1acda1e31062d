// The files that the paths of a command line stand for.
#pragma once

#include <filesystem>
#include <vector>

namespace rasoat {

// Each file as it was given; each folder with all regular files below it, sorted by path, without
// hidden files and folders and without following links to folders (so that no circle is walked). A
// path that does not exist, or a folder that cannot be opened, stays in the list as it is: reading
// it gives the error that names it.
std::vector<std::filesystem::path> list_files(const std::vector<std::filesystem::path>& paths);

}  // namespace rasoat
