// Markdown of any kind: read without a crash, and nothing lost.
#include "core/digest/digest_reader.h"
#include "core/digest/feed_reader.h"
#include "core/digest/html_lines.h"
#include "core/digest/json_spans.h"
#include "core/digest/repair.h"
#include "tests/core/support/nothing_lost.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const auto digest = read_digest("2026-01-14.md", input);
  if (!digest.ok() || looks_like_json(digest.value().source) || looks_like_feed(digest.value().source))
    return 0;
  std::string text = input;
  repair_utf8(text);
  if (looks_like_html(text)) return 0;  // its lines are those of the page
  fuzz::check_digest(digest.value());
  const std::string lost = testing::first_lost_line(digest.value());
  fuzz::check(lost.empty(), "no line is lost", lost);
  TextArena arena;
  for (const Paper& paper : digest.value().papers) {
    const Paper shown = as_shown(paper, arena);
    fuzz::check(fuzz::is_utf8(shown.title), "mended titles are valid UTF-8", shown.title);
    for (const auto& field : shown.texts)
      fuzz::check(fuzz::is_utf8(field.value_or("")), "mended texts are valid UTF-8");
  }
  return 0;
}
