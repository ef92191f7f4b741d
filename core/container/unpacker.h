// unpacker.h: the digests inside a gzip or a zip, one after the other.
//
// Nothing is written anywhere, so a name can lead nowhere; names that try to are refused all the same. Memory
// holds one unpacked file at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/container/container_kind.h"
#include "core/container/zip_reader.h"

namespace broadsheet {

inline constexpr size_t kMaxUnpackedFileBytes = size_t{512} << 20;
inline constexpr uint64_t kMaxUnpackedBytes = uint64_t{2} << 30;  // of all files of a container
inline constexpr uint64_t kMaxEntries = 20'000;
// Digests pack to a third or a sixth. Beyond the first megabytes nothing honest packs to less than this part.
inline constexpr uint64_t kMaxPackingRatio = 200;
inline constexpr uint64_t kUnsuspiciousBytes = uint64_t{16} << 20;

// Whether a file may be a digest, or hold some, by its name: .md .markdown .txt .jsonl .json, and these
// with .gz; with `containers` .gz and .zip too. For files that nobody chose one by one.
bool has_digest_ending(std::string_view file_name, bool containers);

struct UnpackedFile {
  std::string name;  // UTF-8, with its folders: `2026/2026-01-14.md`
  Result<std::string> bytes;
};

class Unpacker {
 public:
  // Requires: container_kind_of(bytes) != kNone. Takes the bytes.
  Unpacker(std::string_view name, std::string bytes);
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  // The next file that may be a digest, or why one could not be unpacked: "unsafe_path", "nested_archive",
  // "encrypted", "unsupported_compression", "too_large", "broken_archive" cost that file only. "zip_bomb",
  // "too_many_files", "no_digests" and a damaged directory end the container, under its own name. Absent
  // behind the last. A gzip's file has the gzip's name without `.gz`. Cost: O(packed + unpacked bytes).
  std::optional<UnpackedFile> next();

 private:
  std::optional<UnpackedFile> next_of_zip();
  UnpackedFile unpack_entry(std::string name);
  UnpackedFile end_with(Error error);
  size_t room() const;  // bytes that may still be unpacked

  std::string name_;
  std::string bytes_;
  std::optional<ZipReader> zip_;
  uint64_t unpacked_ = 0;
  uint64_t files_ = 0;
  bool ended_ = false;
};

}  // namespace broadsheet
