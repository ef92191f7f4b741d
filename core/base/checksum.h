// checksum.h: checksums to detect changed bytes, by the xxHash library. Not for secrets.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace broadsheet {

// XXH64. Cost: O(bytes), at memory speed.
uint64_t hash_bytes(std::string_view bytes);

// The same for bytes that arrive in pieces.
class Checksum {
 public:
  Checksum();
  ~Checksum();

  void add(std::string_view bytes);
  uint64_t value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet
