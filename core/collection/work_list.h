// work_list.h: what the readers of collections fill: works made of fields as files have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/collection/collection.h"
#include "core/digest/text_slices.h"

namespace broadsheet {

// A work as a reader collects it.
class WorkDraft {
 public:
  explicit WorkDraft(uint32_t line) { work_.line = line; }

  // `text`: with TeX or without. The first title counts.
  void title(std::string_view text);
  // One name, `Müller, Jürgen` or `Jürgen Müller`; a group may be in braces.
  void author(std::string_view name);
  // The first year in a date, as far as it has one: `2026-01-14`, `January 2026`.
  void year(std::string_view date);
  // An arXiv id, DOI or link that is all of the text.
  void address(std::string_view text);
  // A text that may name the paper somewhere: `arXiv preprint arXiv:2601.00001`.
  void mention(std::string_view text);

  bool has_address() const;
  CollectedWork release() { return std::move(work_); }

 private:
  CollectedWork work_;
};

class WorkList {
 public:
  explicit WorkList(std::string_view text) : lines_(text) {}

  uint32_t line_of(size_t byte_offset) { return lines_.line_of(byte_offset); }
  // Adds the work; one with neither title nor name is a remark.
  void add(WorkDraft&& draft);
  void remark(uint32_t line, std::string_view message);
  void remark(const Diagnostic& diagnostic) {
    diagnostics_.add(diagnostic.code, diagnostic.line, diagnostic.message);
  }
  Collection release(CollectionFormat format);

 private:
  LineCounter lines_;
  Collection collection_;
  DiagnosticList diagnostics_;
  size_t left_out_ = 0;
};

}  // namespace broadsheet
