// field_names.h: what the labels, columns and keys mean by which people name a paper's fields, in English,
// Chinese, Japanese, Korean, German and French. The only table of such names, for Markdown, front matter,
// tables and JSON.
#pragma once

#include <string>
#include <string_view>

#include "core/digest/line_pattern.h"

namespace broadsheet {

enum class NameStrength : uint8_t {
  kPlain,       // means this and nothing else
  kSummary,     // `Summary`: the abstract, unless another label of the file says abstract; then the TL;DR
  kTranslated,  // `摘要`: likewise, but then a field of its own
};

struct FieldName {
  CaptureKind kind;
  TextField field = TextField::kTldr;  // of kText
  NameStrength strength = NameStrength::kPlain;
};

// nullptr if the name means no field. kExtra: a usual name for a field that a paper has no place for, such as
// Keywords. Case, blanks, hyphens, underscores, brackets, pictures and a colon at the end do not count.
// Cost: O(name), at most a few dozen bytes.
const FieldName* field_named(std::string_view name);

// Whether a link's text only says what it leads to: `PDF`, `论文`, `arXiv:2601.00001`, an address.
// Cost: O(text).
bool is_word_for_link(std::string_view text);

// Without the pictures and blanks at its beginning. Cost: O(what is left out).
std::string_view without_pictures(std::string_view text);

// Without numbers, pictures, bullets and brackets before a title, as in `3. 🔥 Title`, `[3] Title`,
// `Paper 3: Title`. Cost: O(what is left out).
std::string_view without_markers(std::string_view text);

}  // namespace broadsheet
