// late_texts.h: late texts of a saved library, read by JavaScript from where they are stored.
#pragma once

#include <emscripten/val.h>

#include "bindings/values.h"
#include "core/library/late_text.h"

namespace broadsheet::bindings {

class LateTexts final : public SnapshotStore {
 public:
  explicit LateTexts(LateTextReader reader) : reader_(std::move(reader)) {}

  bool read(uint64_t offset, std::span<uint8_t> room) override {
    const emscripten::val view(emscripten::typed_memory_view(room.size(), room.data()));
    return reader_.call<bool>("read", static_cast<double>(offset), view);
  }
  void report_damage() override { reader_.call<void>("damaged"); }

 private:
  LateTextReader reader_;
};

}  // namespace broadsheet::bindings
