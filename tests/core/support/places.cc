#include "tests/core/support/places.h"

namespace broadsheet::testing {

std::filesystem::path source_dir() { return BROADSHEET_SOURCE_DIR; }
std::string command_path() { return BROADSHEET_CLI; }

}  // namespace broadsheet::testing
