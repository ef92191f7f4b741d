#include "cli/inputs.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>

#include "cli/iconv_decoder.h"
#include "core/container/unpacker.h"
#include "core/digest/text_file.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;
using Visit = std::function<Taken(Input)>;

constexpr std::string_view kStandardInput = "-";

// The most bytes read from a file: the limit for a digest or, for archives, for unpacked data.
size_t most_bytes_of(std::string_view head) {
  return container_kind_of(head) == ContainerKind::kNone ? kMaxTextFileBytes : size_t{kMaxUnpackedBytes};
}

class InputReader {
 public:
  InputReader(DiagnosticFormat format, const Visit& visit) : format_(format), visit_(visit) {}

  void read(const std::string& path) {
    std::error_code error;
    if (path != kStandardInput && fs::is_directory(path, error)) {
      read_folder(path);
    } else {
      read_file(path, false);
    }
  }

  bool all_read() const { return failures_ == 0; }

 private:
  void fail(std::string_view path, std::string_view code, std::string_view message) {
    print_error(path, code, message, format_);
    ++failures_;
  }

  void visit(const std::string& path, std::string bytes, bool found) {
    const bool is_found_page = found && has_page_ending(path);
    if (visit_({path, std::move(bytes), is_found_page}) == Taken::kTaken) ++taken_;
  }

  void read_folder(const std::string& path) {
    const uint32_t before = taken_ + failures_;
    for (const std::string& file : digests_in(path)) read_file(file, true);
    if (taken_ + failures_ == before)
      fail(path, "no_digests", "the folder holds no file that could be a digest");
  }

  // The files of a folder that may be digests, at any depth, by name. Links to folders are not followed: they
  // may form loops.
  std::vector<std::string> digests_in(const std::string& path) {
    std::vector<std::string> files;
    std::vector<fs::path> folders = {path};
    while (!folders.empty()) {
      const fs::path folder = std::move(folders.back());
      folders.pop_back();
      std::error_code error;
      fs::directory_iterator entry(folder, error);
      for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_directory(ignored)) {
          if (!entry->is_symlink(ignored)) folders.push_back(entry->path());
        } else if (has_digest_ending(entry->path().filename().string(), true) &&
                   may_be_read(entry->status(ignored).type())) {
          files.push_back(entry->path().string());
        }
      }
      if (error) fail(folder.string(), "unreadable", error.message());
    }
    std::sort(files.begin(), files.end());
    return files;
  }

  // Not pipes or devices, which nobody asked for. A broken link is tried, and so reported.
  static bool may_be_read(fs::file_type type) {
    return type == fs::file_type::regular || type == fs::file_type::not_found ||
           type == fs::file_type::none || type == fs::file_type::unknown;
  }

  void read_file(const std::string& path, bool found) {
    std::optional<std::string> bytes = bytes_of(path);
    if (!bytes) return;
    std::string name = path;
    repair_utf8(name);
    if (container_kind_of(*bytes) == ContainerKind::kNone) {
      visit(name, std::move(*bytes), found);
    } else {
      unpack(name, std::move(*bytes), found);
    }
  }

  // All bytes of a file; nothing, and a message, if it cannot be read.
  std::optional<std::string> bytes_of(const std::string& path) {
    const bool is_standard_input = path == kStandardInput;
    const std::unique_ptr<FILE, int (*)(FILE*)> file(
        is_standard_input ? stdin : std::fopen(path.c_str(), "rb"),
        is_standard_input ? [](FILE*) { return 0; } : std::fclose);
    std::string bytes;
    if (file) {
      char buffer[1 << 16];
      while (const size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) {
        const size_t most = most_bytes_of(bytes.empty() ? std::string_view(buffer, count) : bytes);
        if (count > most - bytes.size()) {
          fail(path, "too_large",
               "the file has more than the " + std::to_string(most >> 20) + " MB that are read");
          return std::nullopt;
        }
        bytes.append(buffer, count);
      }
      if (!std::ferror(file.get())) return bytes;
    }
    fail(path, "unreadable", std::strerror(errno));
    return std::nullopt;
  }

  void unpack(const std::string& path, std::string bytes, bool found) {
    const uint32_t before = taken_ + failures_;
    const bool is_zip = container_kind_of(bytes) == ContainerKind::kZip;
    Unpacker unpacker(path, std::move(bytes), decode_with_iconv);
    while (auto file = unpacker.next()) {
      const std::string inner = is_zip && file->name != path ? path + "/" + file->name : file->name;
      if (file->bytes.ok()) {
        visit(inner, std::move(file->bytes.value()), found || is_zip);
      } else {
        fail(inner, name_of(file->bytes.error().code), file->bytes.error().message);
      }
    }
    if (is_zip && !found && taken_ + failures_ == before)
      fail(path, "no_digests", "the archive holds no file that could be a digest");
  }

  DiagnosticFormat format_;
  const Visit& visit_;
  uint32_t taken_ = 0;
  uint32_t failures_ = 0;
};

}  // namespace

bool for_each_input(const std::vector<std::string>& arguments, DiagnosticFormat format, const Visit& visit) {
  InputReader reader(format, visit);
  for (const std::string& argument : arguments) reader.read(argument);
  return reader.all_read();
}

bool means_file(const std::string& argument) {
  std::error_code ignored;
  return argument == kStandardInput || has_digest_ending(argument, true) || fs::exists(argument, ignored);
}

}  // namespace broadsheet
