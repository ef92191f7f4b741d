// check.h: a failed check of a fuzz target crashes with a reason.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "core/digest/paper.h"
#include "core/text/utf8.h"

namespace broadsheet::fuzz {

inline void check(bool holds, std::string_view claim, std::string_view detail = {}) {
  if (holds) return;
  std::cerr << "does not hold: " << claim << '\n' << detail << std::endl;
  std::abort();
}

inline bool is_utf8(std::string_view text) {
  std::string copy(text);
  return repair_utf8(copy).replaced == 0;
}

// What every user of a digest relies on.
inline void check_digest(const Digest& digest) {
  const auto text = [](std::string_view value) { check(is_utf8(value), "texts are valid UTF-8", value); };
  for (const Paper& paper : digest.papers) {
    text(paper.title);
    text(paper.url);
    text(paper.date);
    text(paper.arxiv_id.id);
    for (const std::string_view author : paper.authors) {
      text(author);
      check(!author.empty(), "no author is empty");
    }
    for (const std::string_view category : paper.categories) text(category);
    for (const auto& field : paper.texts) text(field.value_or(std::string_view()));
    for (const ExtraField& extra : paper.extra) text(extra.name), text(extra.text);
    check(paper.line > 0, "papers have a line");
  }
  uint32_t last_line = 0;
  for (const Diagnostic& diagnostic : digest.diagnostics) {
    check(diagnostic.line >= last_line, "diagnostics are sorted by line");
    last_line = diagnostic.line;
    check(is_utf8(diagnostic.message), "messages are valid UTF-8", diagnostic.message);
  }
  check(!digest.papers.empty() || !digest.diagnostics.empty(), "a digest without papers says why");
}

}  // namespace broadsheet::fuzz
