// line_pattern.h: the small language that describes a dialect's lines.
//
//   ### [{number}] [{title}]({url})       signs stand for themselves, {name} captures the text between them
//   TL;DR: {tldr...}                      last capture with dots: a text begins here and may run on
//   # {title}\n**{_}                      after \n: a pattern for the next line that is not blank
//
// Names: number, title, url, pdf, id, authors, category, categories, section, date, total, the six texts
// (kTextFieldNames), and `_` for what is not kept. Any other name is an extra field of that name. A line may
// lack the blank between a label (`Label: `, `**Label:** `) and its capture.
//
// These take text in any notation and find what it holds by its form (core/digest/entry.h, marked_line.h):
//   entry        a title with what stands beside it: links, ids, people, dates, subjects, a sentence
//   heading      the same in a heading, whose text is the title if no link of it is
//   row          a table row, by the names of its columns
//   paper        a title or a link to the paper, under a label
//   caption      a title in its marks
//   links, people, subjects, day
//   label        in Dialect::groups: an extra field of this name begins
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/digest/paper.h"

namespace broadsheet {

enum class CaptureKind : uint8_t {
  kIgnored,
  kNumber,  // decimal, or the line does not match
  kTitle,
  kUrl,
  kPdf,  // a second link
  kId,
  kAuthors,
  kCategory,
  kCategories,  // separated by commas, primary first
  kSection,     // another name for the section's category
  kDate,
  kTotal,  // decimal, or the line does not match
  kText,
  kExtra,
  kEntry,
  kHeading,
  kRow,
  kPaper,
  kMarks,
  kTitleText,
  kPeople,
  kSubjects,
  kDay,
  kLabel,
};

struct CaptureName {
  CaptureKind kind;
  TextField field;        // of kText
  std::string_view name;  // as in the pattern
};

struct Captured {
  const CaptureName* name;
  std::string_view value;
};

// What a line holds, by the pattern it matches.
class LineMatch {
 public:
  static constexpr size_t kMaxCaptures = 8;

  LineMatch() = default;
  // One capture alone.
  LineMatch(const CaptureName& name, std::string_view value) : size_(1) { captures_[0] = {&name, value}; }

  const Captured* begin() const { return captures_.data(); }
  const Captured* end() const { return captures_.data() + size_; }
  // The value captured as `kind`; empty if there is none.
  std::string_view value_of(CaptureKind kind) const;

 private:
  friend class LinePattern;
  std::array<Captured, kMaxCaptures> captures_{};
  size_t size_ = 0;
};

class LinePattern {
 public:
  // Requires: balanced braces, signs between any two captures, at most LineMatch::kMaxCaptures captures, dots
  // in the last one only. `pattern` must outlive this.
  explicit LinePattern(std::string_view pattern);

  // Whether `line`, already trimmed, has this form. A title is as long as possible: what follows it is
  // matched from the line's end. Other captures are as short as possible. Cost: O(line).
  bool match(std::string_view line, LineMatch& match) const;

  // Whether the next line that is not blank has the form the pattern asks for, if it asks for one. `rest`
  // begins after the line. Cost: O(its leading blank lines and the line after them).
  bool matches_next(std::string_view rest) const;

  // Whether it begins a text that may span lines. Its capture holds the text's beginning.
  bool opens_text() const { return opens_text_; }
  // Whether any line matches: a text without a label.
  bool matches_anything() const { return parts_.size() == 1 && parts_.front().literal.empty(); }
  // The byte that every matching line begins with. Requires: the pattern begins with a sign.
  unsigned char first_byte() const {
    return static_cast<unsigned char>(parts_.empty() ? ending_.front() : parts_.front().literal.front());
  }
  const std::vector<CaptureName>& captures() const { return names_; }
  // As given to the constructor.
  std::string_view source() const { return source_; }

 private:
  struct Part {
    std::string_view literal;  // before the capture
    bool blank = false;        // a blank may follow the literal, which is a label
  };
  static std::string_view skip_blank(std::string_view text, bool blank);

  std::string_view source_;
  std::vector<Part> parts_;  // one for each capture
  std::vector<CaptureName> names_;
  std::string_view ending_;  // the literal after the last capture
  size_t widest_ = 0;        // the capture that takes what the others leave
  bool opens_text_ = false;
  std::vector<LinePattern> next_;  // none or one
};

}  // namespace broadsheet
