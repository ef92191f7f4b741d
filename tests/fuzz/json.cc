// JSON Lines and arrays: read without a crash, and a whole record after the input is never lost.
#include "core/digest/digest_reader.h"
#include "core/digest/json_spans.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const auto digest = read_digest("2026-01-14.jsonl", input);
  if (digest.ok()) fuzz::check_digest(digest.value());

  // In JSON Lines, each line is independent.
  std::string one_line = input;
  for (char& c : one_line) c = c == '\n' || c == '\0' ? ' ' : c;
  const auto lines =
      read_digest("2026-01-14.jsonl", "{\"title\":\"first\"}\n" + one_line + "\n{\"title\":\"last\"}\n");
  if (!lines.ok()) return 0;  // not a text
  const auto& papers = lines.value().papers;
  fuzz::check(papers.size() >= 2 && papers.front().title == "first" && papers.back().title == "last",
              "a broken line costs no other one", one_line);
  return 0;
}
