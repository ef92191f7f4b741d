#include <algorithm>
#include <array>
#include <optional>

#include "core/collection/readers.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;

struct Entity {
  std::string_view name;
  char sign;
};
constexpr std::array<Entity, 5> kEntities = {
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

std::optional<uint32_t> code_point_of(std::string_view name) {
  if (!name.starts_with('#')) return std::nullopt;
  const bool is_hex = name.size() > 2 && (name[1] | 0x20) == 'x';
  uint32_t value = 0;
  for (const char c : name.substr(is_hex ? 2 : 1)) {
    const char small = static_cast<char>(c | 0x20);
    uint32_t digit = 16;
    if (c >= '0' && c <= '9') digit = static_cast<uint32_t>(c - '0');
    if (is_hex && small >= 'a' && small <= 'f') digit = static_cast<uint32_t>(small - 'a') + 10;
    if (digit == 16 || value > 0x10FFFF) return std::nullopt;
    value = value * (is_hex ? 16 : 10) + digit;
  }
  const bool is_scalar = value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return is_scalar ? std::optional(value) : std::nullopt;
}

std::string unescaped(std::string_view value) {
  constexpr size_t kLongestEntity = 10;
  std::string text;
  for (size_t i = 0; i < value.size(); ++i) {
    const size_t end = value[i] == '&' ? value.substr(i, kLongestEntity).find(';') : kNone;
    const std::string_view name = end == kNone ? std::string_view() : value.substr(i + 1, end - 1);
    const auto entity =
        std::find_if(kEntities.begin(), kEntities.end(), [&](const Entity& e) { return e.name == name; });
    const auto code_point = code_point_of(name);
    if (entity != kEntities.end()) {
      text += entity->sign;
    } else if (code_point) {
      append_utf8(*code_point, text);
    } else {
      text += value[i];
      continue;
    }
    i += end;
  }
  return text;
}

}  // namespace

void read_opml(std::string_view text, WorkList& works) {
  constexpr std::string_view kTag = "<outline";
  for (size_t at = 0; (at = text.find(kTag, at)) != kNone;) {
    WorkDraft draft(works.line_of(at));
    at += kTag.size();
    // Attributes: `name="value"`, until the tag ends.
    while (at < text.size() && text[at] != '>') {
      const size_t begin = at;
      at = std::min(text.find_first_of("=<>", at), text.size());
      if (at == text.size() || text[at] != '=') break;
      std::string_view name = trim(text.substr(begin, at - begin));
      while (name.starts_with('/')) name.remove_prefix(1);
      const size_t quote = text.find_first_not_of(" \t\r\n", at + 1);
      if (quote == kNone || (text[quote] != '"' && text[quote] != '\'')) {
        ++at;
        continue;
      }
      const size_t end = text.find(text[quote], quote + 1);
      if (end == kNone) {
        works.remark(works.line_of(begin), "this attribute does not end");
        at = text.size();
        break;
      }
      const std::string value = unescaped(text.substr(quote + 1, end - quote - 1));
      if (name == "title" || name == "text") draft.title(value);
      if (name == "htmlUrl" || name == "xmlUrl" || name == "url") draft.address(value);
      at = end + 1;
    }
    // A folder of outlines has a title and no link.
    if (draft.has_address()) works.add(std::move(draft));
  }
}

}  // namespace broadsheet
