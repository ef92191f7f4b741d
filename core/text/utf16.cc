#include "core/text/utf16.h"

#include "core/text/code_points.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kSample = 4096;
constexpr uint32_t kByteOrderMark = 0xFEFF;
constexpr char kIllFormed = '\xFF';

uint32_t unit_at(std::string_view bytes, size_t offset, ByteOrder order) {
  const auto byte = [&](size_t i) {
    return static_cast<uint32_t>(static_cast<unsigned char>(bytes[offset + i]));
  };
  return order == ByteOrder::kLittleEndian ? byte(0) | byte(1) << 8 : byte(1) | byte(0) << 8;
}

bool is_surrogate(uint32_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; }

// Counts of characters at the head of a text, by what they indicate.
struct Shape {
  size_t ascii = 0;
  size_t impossible = 0;
  size_t total = 0;
};

Shape shape_of(std::string_view head, ByteOrder order) {
  Shape shape;
  for (size_t i = 0; i + 1 < head.size(); i += 2) {
    const uint32_t unit = unit_at(head, i, order);
    const bool is_control = unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r';
    shape.ascii += unit < 0x80 && !is_control;
    shape.impossible += is_control || (is_impossible(unit) && !is_surrogate(unit));
    ++shape.total;
  }
  return shape;
}

}  // namespace

std::optional<ByteOrder> utf16_byte_order(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kSample);
  for (const ByteOrder order : {ByteOrder::kLittleEndian, ByteOrder::kBigEndian}) {
    if (head.size() < 2) return std::nullopt;
    const bool marked = unit_at(head, 0, order) == kByteOrderMark;
    const Shape shape = shape_of(marked ? head.substr(2) : head, order);
    // Links, names and line feeds make a third of any digest ASCII. In the other byte order, or in UTF-8,
    // there is next to none.
    if ((marked || shape.ascii * 10 >= shape.total) && shape.impossible * 20 <= shape.total) return order;
  }
  return std::nullopt;
}

std::string utf16_to_utf8(std::string_view bytes, ByteOrder order) {
  std::string text;
  text.reserve(bytes.size());
  size_t i = bytes.size() >= 2 && unit_at(bytes, 0, order) == kByteOrderMark ? 2 : 0;
  for (; i + 1 < bytes.size(); i += 2) {
    const uint32_t unit = unit_at(bytes, i, order);
    if (!is_surrogate(unit)) {
      append_utf8(unit, text);
      continue;
    }
    const uint32_t next = i + 3 < bytes.size() ? unit_at(bytes, i + 2, order) : 0;
    if (unit > 0xDBFF || next < 0xDC00 || next > 0xDFFF) {
      text.push_back(kIllFormed);
      continue;
    }
    append_utf8(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00), text);
    i += 2;
  }
  if (i < bytes.size()) text.push_back(kIllFormed);
  return text;
}

}  // namespace broadsheet
