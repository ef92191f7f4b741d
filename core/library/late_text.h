// late_text.h: a digest's text that stays where the saved library is kept until somebody reads in it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

namespace broadsheet {

// Where a saved library is kept.
class SnapshotStore {
 public:
  virtual ~SnapshotStore() = default;
  // Puts the bytes from `offset` on into `room`; false where they are not to be had.
  virtual bool read(uint64_t offset, std::span<uint8_t> room) = 0;
  // What it holds is not what was saved. The texts in question are blank from now on.
  virtual void report_damage() = 0;
};

// The room has its place in memory already: views into it are made before there is anything to see.
class LateText {
 public:
  // `checksum`: XXH64 of the text, which begins at `offset` of the store.
  LateText(std::shared_ptr<SnapshotStore> store, uint64_t offset, std::span<uint8_t> room, uint64_t checksum)
      : store_(std::move(store)), offset_(offset), room_(room), checksum_(checksum) {}

  size_t size() const { return room_.size(); }
  // Cost: O(size()).
  void read();

 private:
  std::shared_ptr<SnapshotStore> store_;
  uint64_t offset_;
  std::span<uint8_t> room_;
  uint64_t checksum_;
};

}  // namespace broadsheet
