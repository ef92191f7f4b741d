#include "core/library/volume_index.h"

#include "core/library/volume.h"

namespace broadsheet {

void VolumeIndex::add(const Volume& volume) {
  by_label_.try_emplace(volume.label, &volume);
  by_content_.try_emplace(volume.content_hash, &volume);
}

const Volume* VolumeIndex::by_label(std::string_view label) const {
  const auto found = by_label_.find(label);
  return found == by_label_.end() ? nullptr : found->second;
}

const Volume* VolumeIndex::by_content(uint64_t hash) const {
  const auto found = by_content_.find(hash);
  return found == by_content_.end() ? nullptr : found->second;
}

std::string VolumeIndex::free_label(const DigestHead& digest) const {
  if (!by_label_.contains(digest.name())) return digest.name();
  if (!by_label_.contains(digest.file_name())) return digest.file_name();
  uint32_t& n = first_free_.try_emplace(digest.file_name(), 2).first->second;
  for (;; ++n) {
    std::string label = digest.file_name() + "~" + std::to_string(n);
    if (!by_label_.contains(label)) return label;
  }
}

}  // namespace broadsheet
