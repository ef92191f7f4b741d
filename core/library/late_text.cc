#include "core/library/late_text.h"

#include <algorithm>

#include "core/base/checksum.h"

namespace broadsheet {

void LateText::read() {
  const auto is_whole = [&] {
    return hash_bytes({reinterpret_cast<const char*>(room_.data()), room_.size()}) == checksum_;
  };
  if (store_->read(offset_, room_) && is_whole()) return;
  // Blanks say nothing, but are well-formed wherever a view begins and ends.
  std::fill(room_.begin(), room_.end(), uint8_t{' '});
  store_->report_damage();
}

}  // namespace broadsheet
