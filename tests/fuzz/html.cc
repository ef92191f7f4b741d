// Pages: read without a crash, each line of the Markdown has one of the page, and no word of a text is lost.
#include <algorithm>

#include "core/digest/digest_reader.h"
#include "core/digest/html_lines.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string input(reinterpret_cast<const char*>(data), size);
  const auto digest = read_digest("2026-01-14.html", "<html>" + input);
  if (digest.ok()) fuzz::check_digest(digest.value());
  repair_utf8(input);
  const HtmlLines page = html_as_lines(input);
  fuzz::check(fuzz::is_utf8(page.text), "a page is UTF-8", page.text);
  const auto ends = static_cast<size_t>(std::count(page.text.begin(), page.text.end(), '\n'));
  fuzz::check(page.lines.size() == ends, "each line has a line", page.text);
  const auto last = static_cast<uint32_t>(std::count(input.begin(), input.end(), '\n') + 1);
  for (const uint32_t line : page.lines)
    fuzz::check(line >= 1 && line <= last, "each is a line of the page", input);
  const HtmlLines longer = html_as_lines("<p>first word</p>" + input);
  fuzz::check(longer.text.starts_with("first word\n"), "what follows changes nothing before", longer.text);
  return 0;
}
