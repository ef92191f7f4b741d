// html_elements.h: what the elements of a page mean for its text.
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet {

enum class HtmlElement : uint8_t {
  kInline,   // is only what it holds
  kBlock,    // begins and ends a paragraph
  kBreak,    // ends a line
  kHeading,  // h1 to h6
  kItem,     // li, dt
  kDefinition,
  kList,
  kTable,
  kRow,
  kCell,
  kSummary,
  kLink,
  kBold,
  kItalic,
  kCode,
  kImage,
  kRule,
  kRaw,  // not shown, nor what is inside
};

// Names in either case; one that is not known is kInline. Cost: O(1).
HtmlElement html_element(std::string_view name);

}  // namespace broadsheet
