#include "core/base/checksum.h"

#define XXH_INLINE_ALL
#define XXH_NO_XXH3
#include <xxhash.h>

#include "core/base/hot.h"

namespace broadsheet {

namespace {
constexpr size_t kStep = size_t{1} << 18;
}

struct Checksum::State {
  XXH64_state_t xxh;
};

Checksum::Checksum() : state_(std::make_unique<State>()) { XXH64_reset(&state_->xxh, 0); }
Checksum::~Checksum() = default;

BROADSHEET_HOT void Checksum::add(std::string_view bytes) {
  XXH64_update(&state_->xxh, bytes.data(), bytes.size());
}

uint64_t Checksum::value() const { return XXH64_digest(&state_->xxh); }

uint64_t hash_bytes(std::string_view bytes) {
  Checksum checksum;
  for (size_t at = 0; at < bytes.size(); at += kStep) checksum.add(bytes.substr(at, kStep));
  return checksum.value();
}

}  // namespace broadsheet
