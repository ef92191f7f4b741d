// text_arena.h: text made while reading, at addresses that never change.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace broadsheet {

// Its views live as long as the arena, even if it is moved. Nothing is freed earlier.
class TextArena {
 public:
  // Returns a copy of `text`. Cost: O(text), at most one allocation.
  std::string_view add(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left_) {
      left_ = std::max(text.size(), kChunkBytes);
      chunks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
      next_ = chunks_.back().get();
    }
    char* const begin = next_;
    std::memcpy(begin, text.data(), text.size());
    next_ += text.size();
    left_ -= text.size();
    return {begin, text.size()};
  }

 private:
  static constexpr size_t kChunkBytes = size_t{64} << 10;

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  size_t left_ = 0;
};

}  // namespace broadsheet
