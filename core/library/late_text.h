// late_text.h: a digest's text that stays where the saved library is stored until it is needed.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

namespace broadsheet {

// Where a saved library is stored.
class SnapshotStore {
 public:
  virtual ~SnapshotStore() = default;
  // Reads the bytes from `offset` on into `room`; false if it cannot.
  virtual bool read(uint64_t offset, std::span<uint8_t> room) = 0;
  // The stored bytes are not what was saved; the affected texts are blank from now on.
  virtual void report_damage() = 0;
};

// The room is allocated from the start: views into it exist before it is filled.
class LateText {
 public:
  // `checksum`: XXH64 of the text, which begins at `offset` in the store.
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
