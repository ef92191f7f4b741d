#include "core/container/zip_names.h"

#include "core/text/utf8.h"

namespace broadsheet {
namespace {

uint32_t number_at(std::string_view bytes, size_t offset, size_t size) {
  uint32_t value = 0;
  for (size_t i = 0; i < size; ++i)
    value |= static_cast<uint32_t>(static_cast<unsigned char>(bytes[offset + i])) << (8 * i);
  return value;
}

}  // namespace

std::optional<std::string> unicode_path_of(std::string_view extra, uint32_t name_crc) {
  constexpr uint32_t kUnicodePath = 0x7075;
  constexpr size_t kFieldHead = 4;  // the field's kind and size
  constexpr size_t kPathHead = 5;   // a version and the checksum
  while (extra.size() >= kFieldHead) {
    const uint32_t kind = number_at(extra, 0, 2);
    const size_t size = number_at(extra, 2, 2);
    extra.remove_prefix(kFieldHead);
    if (size > extra.size()) break;
    const std::string_view field = extra.substr(0, size);
    extra.remove_prefix(size);
    if (kind != kUnicodePath || size <= kPathHead || field[0] != 1) continue;
    const std::string_view path = field.substr(kPathHead);
    if (number_at(field, 1, 4) == name_crc && is_utf8(path)) return std::string(path);
  }
  return std::nullopt;
}

}  // namespace broadsheet
