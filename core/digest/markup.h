// markup.h: XML and HTML as a row of tags and texts, for the readers of feeds and of pages.
//
// Nothing is built and nothing nests here, so no input is too deep, and what is broken reaches no farther
// than its tag. A parser of XML stops at the first mistake, which would cost the papers after it. No entity
// is defined by the text: only characters have names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

struct MarkupToken {
  enum class Kind : uint8_t { kText, kVerbatim, kOpen, kClose };
  Kind kind;                // kVerbatim: the text of a CDATA section, without entities
  std::string_view text;    // the text; of a tag: its name without the namespace's prefix
  std::string_view inside;  // of kOpen: its attributes
  bool is_closed = false;   // of kOpen: `<br/>`
  size_t begin = 0;         // bytes in the text, half-open
  size_t end = 0;

  bool is_text() const { return kind == Kind::kText || kind == Kind::kVerbatim; }
};

class MarkupReader {
 public:
  explicit MarkupReader(std::string_view text) : text_(text) {}

  // The next tag or text; false at the end. Comments, declarations and processing instructions are left out;
  // one that never ends is left out as far as its first `>`. A `<` that begins no tag is text. Cost: O(bytes
  // passed); for the whole text O(text).
  bool next(MarkupToken& token);

  // Goes on after the tag that closes `name`, or at the end: what is in a `<script>` is no markup.
  // Cost: O(bytes passed).
  void skip_to_close(std::string_view name);

 private:
  // After `terminator`, or after the first `>` if there is none.
  size_t after(std::string_view terminator, size_t from, bool& is_missing) const;
  bool read_tag(MarkupToken& token);
  size_t end_of_tag(size_t from) const;

  std::string_view text_;
  size_t at_ = 0;
  bool no_comment_ends_ = false;
  bool no_verbatim_ends_ = false;
  bool no_instruction_ends_ = false;
  bool no_declaration_ends_ = false;
};

// Whether two names are the same, ASCII letters in either case. Cost: O(names).
bool is_tag(std::string_view name, std::string_view lower_case);

// The value of an attribute, undecoded; empty if there is none. `name` is in lower case. Cost: O(inside).
std::string_view attribute_of(std::string_view inside, std::string_view name);

// Appends the text with entities as characters: `&amp;`, `&#252;`, `&#xFC;`, `&ouml;`, `&ndash;`. What is no
// entity stays as it is. Cost: O(text).
void append_decoded(std::string_view text, std::string& out);
std::string decoded(std::string_view text);

}  // namespace broadsheet
