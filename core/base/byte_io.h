// byte_io.h: numbers and text as bytes, little-endian, and back. Reading never leaves the input: past its end
// everything reads as zero, and `failed()` is true.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace broadsheet {

static_assert(std::endian::native == std::endian::little, "numbers are kept as the machine has them");

using ByteSpan = std::span<const uint8_t>;

inline std::string_view as_text(ByteSpan bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline ByteSpan as_bytes(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}
// The next multiple of `alignment`.
constexpr uint64_t aligned(uint64_t size, uint64_t alignment) {
  return (size + alignment - 1) / alignment * alignment;
}

inline void append_varint(uint32_t value, std::vector<uint8_t>& out) {
  while (value >= 0x80) {
    out.push_back(static_cast<uint8_t>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<uint8_t>(value));
}

// Requires: bytes written by append_varint.
inline uint32_t read_varint(const uint8_t*& cursor) {
  uint32_t value = *cursor++;
  if (value < 0x80) return value;
  value &= 0x7F;
  for (uint32_t shift = 7;; shift += 7) {
    const uint8_t byte = *cursor++;
    value |= static_cast<uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

class ByteWriter {
 public:
  explicit ByteWriter(std::vector<uint8_t>& out) : out_(out) {}

  template <typename T>
  void number(T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes({reinterpret_cast<const uint8_t*>(&value), sizeof value});
  }
  void varint(uint32_t value) { append_varint(value, out_); }
  void bytes(ByteSpan bytes) { out_.insert(out_.end(), bytes.begin(), bytes.end()); }
  // The size as a varint, then the bytes.
  void text(std::string_view text) {
    varint(static_cast<uint32_t>(text.size()));
    bytes(as_bytes(text));
  }
  // Pads with zeros until the output's size is a multiple of `alignment`.
  void align(size_t alignment) { out_.resize(static_cast<size_t>(aligned(out_.size(), alignment))); }
  size_t size() const { return out_.size(); }

 private:
  std::vector<uint8_t>& out_;
};

class ByteReader {
 public:
  explicit ByteReader(ByteSpan bytes) : bytes_(bytes) {}

  bool failed() const { return failed_; }
  bool at_end() const { return at_ == bytes_.size(); }
  size_t offset() const { return at_; }
  size_t left() const { return bytes_.size() - at_; }

  template <typename T>
  T number() {
    T value{};
    if (const ByteSpan from = bytes(sizeof value); !from.empty())
      std::memcpy(&value, from.data(), sizeof value);
    return value;
  }
  // Most numbers take one byte: reading those is too short for a call.
  [[gnu::always_inline]] uint32_t varint() {
    if (!failed_ && at_ < bytes_.size() && bytes_[at_] < 0x80) return bytes_[at_++];
    return long_varint();
  }
  ByteSpan bytes(size_t size) {
    if (failed_ || size > left()) {
      failed_ = true;
      return {};
    }
    at_ += size;
    return bytes_.subspan(at_ - size, size);
  }
  std::string_view text() {
    const ByteSpan found = bytes(varint());
    return {reinterpret_cast<const char*>(found.data()), found.size()};
  }
  void align(size_t alignment) { bytes((alignment - at_ % alignment) % alignment); }

 private:
  uint32_t long_varint() {
    uint32_t value = 0;
    for (uint32_t shift = 0; shift < 35 && !failed_ && at_ < bytes_.size(); shift += 7) {
      const uint8_t byte = bytes_[at_++];
      value |= static_cast<uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    failed_ = true;
    return 0;
  }

  ByteSpan bytes_;
  size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace broadsheet
