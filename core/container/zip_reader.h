// zip_reader.h: the entries of a zip that is in memory, one after the other. With inflate.h the only door to
// zlib.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace broadsheet {

class ZipReader {
 public:
  // `bytes` outlive the reader. Errors: "broken_archive" where no directory of entries is found.
  static Result<ZipReader> open(std::string_view bytes);
  ZipReader(ZipReader&&) noexcept;
  ZipReader& operator=(ZipReader&&) noexcept;
  ~ZipReader();

  uint64_t entry_count() const;

  // Goes to the next entry, at first to the first; whether there is one. Errors: "broken_archive".
  Result<bool> next();

  // The entry's name as the archive has it: any bytes, folders before `/`.
  const std::string& name() const;

  // Unpacks the entry. What its header says of sizes is not relied on. Errors: "encrypted";
  // "unsupported_compression"; "too_large" (more than max_bytes); "broken_archive" (cut, or its checksum
  // differs). Cost: O(packed and unpacked bytes).
  Result<std::string> read(size_t max_bytes);

 private:
  struct State;
  explicit ZipReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet
