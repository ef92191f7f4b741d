// paper.h: one paper of a digest, and the digest.
//
// A paper's texts are views into the digest's own text: a field holds exactly what the file has (only invalid
// UTF-8 was replaced, and JSON's escapes decoded). They live as long as the Digest, even if it is moved.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_arena.h"
#include "core/digest/arxiv_id.h"
#include "core/digest/diagnostic.h"

namespace broadsheet {

// The texts that the digest's grammar names, in its order.
enum class TextField : uint8_t { kTldr, kMotivation, kMethod, kResult, kConclusion, kAbstract };
inline constexpr size_t kTextFieldCount = 6;
inline constexpr std::array<std::string_view, kTextFieldCount> kTextFieldNames = {
    "tldr", "motivation", "method", "result", "conclusion", "abstract"};

// Text of no known field: `name` is its label, or "text" if it has none.
struct ExtraField {
  std::string_view name;
  std::string_view text;
};

struct Paper {
  uint32_t number = 0;  // the digest's number for it
  uint32_t line = 0;    // of its heading, 1-based
  ArxivId arxiv_id;
  std::string_view title;
  std::string_view url;
  std::string_view date;  // `2026-01-14` where the dialect dates each paper, else empty
  std::vector<std::string_view> authors;
  std::vector<std::string_view> categories;  // primary first
  std::array<std::optional<std::string_view>, kTextFieldCount> texts;
  std::vector<ExtraField> extra;

  const std::optional<std::string_view>& text(TextField field) const {
    return texts[static_cast<size_t>(field)];
  }
  std::optional<std::string_view>& text(TextField field) { return texts[static_cast<size_t>(field)]; }
};

// The most papers read from one file. A real file has far fewer; a crafted one needs only seven bytes for
// each, and each takes three hundred here.
inline constexpr size_t kMaxPapers = 500'000;

struct Category {
  std::string_view name;
  std::optional<uint32_t>
      claimed;        // the total in the table of contents; absent if it does not name the category
  uint32_t read = 0;  // papers found under it
};

struct Digest {
  std::string file_name;              // without folders
  std::string name;                   // without folders and extension
  std::string date;                   // `2026-01-14`, or empty
  std::string_view dialect;           // as in docs/digest-format.md: "R", "JSON", "unknown"
  std::string_view source;            // the file's text
  std::shared_ptr<const void> owner;  // keeps it alive
  TextArena arena;                    // texts that the source does not have verbatim
  std::vector<Category> categories;   // in the order of the table of contents, then of the sections
  std::vector<Paper> papers;
  std::vector<Diagnostic> diagnostics;  // by line
};

// The paper's own date, else that of its digest; empty if neither has one.
inline std::string_view date_of(const Digest& digest, const Paper& paper) {
  return paper.date.empty() ? std::string_view(digest.date) : paper.date;
}

}  // namespace broadsheet
