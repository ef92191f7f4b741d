// unpacker.h: the digests inside a gzip or a zip, one at a time.
//
// Nothing is written to disk, so a name cannot escape anywhere; names that try to are refused all the same.
// Memory holds one unpacked file at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/container/container_kind.h"
#include "core/container/zip_reader.h"
#include "core/text/encoding.h"

namespace broadsheet {

inline constexpr size_t kMaxUnpackedFileBytes = size_t{512} << 20;
// Of all files of a container together, damaged ones included.
inline constexpr uint64_t kMaxUnpackedBytes = uint64_t{2} << 30;
inline constexpr uint64_t kMaxEntries = 20'000;
// Digests pack to between a third and a sixth of their size. Beyond the first megabytes (kUnsuspiciousBytes)
// nothing honest unpacks to more than this many times the container's size.
inline constexpr uint64_t kMaxPackingRatio = 200;
inline constexpr uint64_t kUnsuspiciousBytes = uint64_t{16} << 20;

// Whether a file may be a digest, or hold some, by its name: .md .markdown .txt .jsonl .json .xml .rss .atom
// .html .htm, each also with .gz; with `containers` also .gz and .zip. For files that nobody chose one by
// one.
bool has_digest_ending(std::string_view file_name, bool containers);
// Whether it may be any page of a website: .html .htm, each also with .gz. One that nobody chose and that
// lists no papers is left alone.
bool has_page_ending(std::string_view file_name);

struct UnpackedFile {
  std::string name;  // UTF-8, with its folders: `2026/2026-01-14.md`
  Result<std::string> bytes;
};

class Unpacker {
 public:
  // Requires: container_kind_of(bytes) != kNone. Takes the bytes. `decode` is for names in a zip that are not
  // UTF-8.
  Unpacker(std::string_view name, std::string bytes, Decoder decode = {});
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  // The next file that may be a digest, or why it could not be unpacked; absent after the last.
  // "unsafe_path", "nested_archive", "encrypted", "unsupported_compression", "too_large" and "broken_archive"
  // cost only that file. "zip_bomb", "too_many_files", "no_digests" and a damaged directory end the container
  // and are reported under its own name. The file in a gzip has the gzip's name without `.gz`.
  // Cost: O(packed + unpacked bytes); over all calls at most the container's size, since entries that share
  // bytes end it, plus kMaxUnpackedBytes.
  std::optional<UnpackedFile> next();

  // The share of the container's entries before the next file, from 0 to 1.
  double share() const;

 private:
  std::optional<UnpackedFile> next_of_zip();
  UnpackedFile unpack_entry(std::string name);
  UnpackedFile end_with(Error error);
  size_t room() const;  // bytes that may still be unpacked

  std::string name_;
  std::string bytes_;
  Decoder decode_;
  std::optional<ZipReader> zip_;
  uint64_t unpacked_ = 0;  // bytes that came out, even of files that failed
  uint64_t packed_ = 0;    // bytes of the zip that its entries took
  uint64_t files_ = 0;
  uint64_t entries_ = 0;
  bool ended_ = false;
};

}  // namespace broadsheet
