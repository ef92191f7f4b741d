#include "core/base/checksum.h"

#define XXH_INLINE_ALL
#define XXH_NO_XXH3
#include <xxhash.h>

namespace broadsheet {

uint64_t hash_bytes(std::string_view bytes) { return XXH64(bytes.data(), bytes.size(), 0); }

struct Checksum::State {
  XXH64_state_t xxh;
};

Checksum::Checksum() : state_(std::make_unique<State>()) { XXH64_reset(&state_->xxh, 0); }
Checksum::~Checksum() = default;

void Checksum::add(std::string_view bytes) { XXH64_update(&state_->xxh, bytes.data(), bytes.size()); }

uint64_t Checksum::value() const { return XXH64_digest(&state_->xxh); }

}  // namespace broadsheet
