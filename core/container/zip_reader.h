// zip_reader.h: the entries of a zip in memory, one at a time. Only this and inflate.h use zlib. Entries may
// give false offsets and share bytes: a caller that reads many must sum up packed_size().
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/text/encoding.h"

namespace broadsheet {

class ZipReader {
 public:
  // `bytes` must outlive the reader. Errors: "broken_archive" if no directory of entries is found.
  static Result<ZipReader> open(std::string_view bytes, Decoder decode = {});
  ZipReader(ZipReader&&) noexcept;
  ZipReader& operator=(ZipReader&&) noexcept;
  ~ZipReader();

  uint64_t entry_count() const;

  // Moves to the next entry, at first to the first one. False if there is none. Errors: "broken_archive". The
  // first call reads the names of all entries.
  Result<bool> next();

  // The entry's name in UTF-8, with `/` after folders. An entry may state its name in UTF-8, by a flag or in
  // a field; names without either go through decode_names(), all together.
  const std::string& name() const;

  // How many bytes of the zip the entry takes, by the directory: read() reads no more.
  uint64_t packed_size() const;

  // Unpacks the entry, without relying on the unpacked size in its header. `unpacked` grows by the bytes that
  // came out, even if an error follows. Errors: "encrypted"; "unsupported_compression"; "too_large" (more
  // than max_bytes); "broken_archive" (cut, or its checksum differs).
  // Cost: O(packed_size() + unpacked bytes).
  Result<std::string> read(size_t max_bytes, uint64_t& unpacked);

 private:
  struct State;
  explicit ZipReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet
