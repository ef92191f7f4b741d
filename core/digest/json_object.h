// json_object.h: JSON whose objects keep their keys in file order, each once.
#pragma once

#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace broadsheet {

// nlohmann's ordered_map compares a key with all earlier ones; this does so only while they are few.
// Requires: keys are added only by operator[], as parsing does, and never removed. Cost of adding or finding
// a key: O(log keys).
template <typename Key, typename Value, typename Less, typename Allocator>
class JsonObject : public nlohmann::ordered_map<Key, Value, Less, Allocator> {
  using Base = nlohmann::ordered_map<Key, Value, Less, Allocator>;

 public:
  using Base::Base;
  using typename Base::const_iterator;
  using typename Base::iterator;

  Value& operator[](const Key& key) {
    const size_t place = place_of(key);
    if (place < this->size()) return this->data()[place].second;
    this->emplace_back(key, Value());
    if (this->size() > kFew + 1) {
      places_.emplace(key, place);
    } else if (this->size() == kFew + 1) {
      for (size_t i = 0; i < this->size(); ++i) places_.emplace(this->data()[i].first, i);
    }
    return this->back().second;
  }

  iterator find(std::string_view key) { return this->begin() + static_cast<std::ptrdiff_t>(place_of(key)); }
  const_iterator find(std::string_view key) const {
    return this->begin() + static_cast<std::ptrdiff_t>(place_of(key));
  }

 private:
  static constexpr size_t kFew = 16;

  // size() if there is no such key.
  size_t place_of(std::string_view key) const {
    if (!places_.empty()) {
      const auto found = places_.find(key);
      return found == places_.end() ? this->size() : found->second;
    }
    const auto has_key = [&](const auto& entry) {
      return entry.first.size() == key.size() && std::memcmp(entry.first.data(), key.data(), key.size()) == 0;
    };
    return static_cast<size_t>(std::find_if(this->begin(), this->end(), has_key) - this->begin());
  }

  std::map<Key, size_t, std::less<>> places_;  // of the keys of a large object
};

using Json = nlohmann::basic_json<JsonObject>;

}  // namespace broadsheet
