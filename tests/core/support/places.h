// places.h: where this checkout and its command are. Only one file depends on it, so that compiler caches can
// share all others between checkouts.
#pragma once

#include <filesystem>
#include <string>

namespace broadsheet::testing {

std::filesystem::path source_dir();

// Path of the native command; empty in a wasm build, which has none.
std::string command_path();

}  // namespace broadsheet::testing
