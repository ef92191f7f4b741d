// volume_index.h: finds the digests of a library by label or content.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace broadsheet {

class DigestHead;
class Volume;

class VolumeIndex {
 public:
  // Requires: no other volume has this label. The volume must outlive this. Cost: O(1).
  void add(const Volume& volume);

  // nullptr if there is none. Cost: O(1).
  const Volume* by_label(std::string_view label) const;
  const Volume* by_content(uint64_t hash) const;

  // A label for a new digest: its name; its file's name if a volume has that label; otherwise the file's name
  // with the lowest free number, from 2. Cost: O(1), amortized over the volumes.
  std::string free_label(const DigestHead& digest) const;

 private:
  std::unordered_map<std::string_view, const Volume*> by_label_;
  std::unordered_map<uint64_t, const Volume*> by_content_;
  // For a file's name, the first number that may be free. Labels are never removed.
  mutable std::unordered_map<std::string, uint32_t> first_free_;
};

}  // namespace broadsheet
