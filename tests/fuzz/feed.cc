// Feeds: read without a crash, and what is broken costs neither the item before nor the one after.
#include "core/digest/digest_reader.h"
#include "core/digest/feed_reader.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const auto digest = read_digest("2026-01-14.xml", input);
  if (digest.ok()) fuzz::check_digest(digest.value());
  // Alone in UTF-8: what is around it would change what another encoding is taken for.
  if (!fuzz::is_utf8(input) || input.find('\0') != std::string::npos) return 0;
  const auto within = [](const std::string& text) { return read_digest("2026-01-14.xml", text); };
  const std::string before = "<rss><channel><item><title>first</title></item><item>";
  const auto cut = within(before + input);
  if (!cut.ok()) return 0;  // not a text
  fuzz::check_digest(cut.value());
  fuzz::check(!cut.value().papers.empty() && cut.value().papers.front().title == "first",
              "what is broken does not reach back", input);
  return 0;
}
