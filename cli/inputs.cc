#include "cli/inputs.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/container/unpacker.h"

namespace broadsheet {
namespace {

using Visit = std::function<void(const std::string& path, std::string bytes)>;

// The files of a folder that may be digests, at any depth, by name. Links to folders are not followed: they
// may lead back.
std::vector<std::string> digests_in(const std::filesystem::path& folder, std::error_code& error) {
  std::vector<std::string> paths;
  std::filesystem::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored) && has_digest_ending(entry->path().filename().string(), true))
      paths.push_back(entry->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool visit_file(const std::string& path, DiagnosticFormat format, const Visit& visit) {
  std::optional<std::string> bytes = read_file(path, format);
  if (!bytes) return false;
  if (container_kind_of(*bytes) == ContainerKind::kNone) {
    visit(path, std::move(*bytes));
    return true;
  }
  bool all_read = true;
  const bool is_zip = container_kind_of(*bytes) == ContainerKind::kZip;
  Unpacker unpacker(path, std::move(*bytes));
  while (auto file = unpacker.next()) {
    const std::string inner = is_zip && file->name != path ? path + "/" + file->name : file->name;
    if (file->bytes.ok()) {
      visit(inner, std::move(file->bytes.value()));
    } else {
      print_error(inner, file->bytes.error().code, file->bytes.error().message, format);
      all_read = false;
    }
  }
  return all_read;
}

}  // namespace

bool for_each_input(const std::vector<std::string_view>& arguments, DiagnosticFormat format,
                    const Visit& visit) {
  bool all_read = true;
  for (const std::string_view argument : arguments) {
    const std::string path(argument);
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
      all_read = visit_file(path, format, visit) && all_read;
      continue;
    }
    error.clear();
    const std::vector<std::string> files = digests_in(path, error);
    if (error || files.empty()) {
      print_error(path, error ? "unreadable" : "no_digests",
                  error ? error.message() : "the folder holds no file that could be a digest", format);
      all_read = false;
    }
    for (const std::string& file : files) all_read = visit_file(file, format, visit) && all_read;
  }
  return all_read;
}

}  // namespace broadsheet
