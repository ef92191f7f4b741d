// The readers of collections: the first byte chooses the format, the rest is the file.
#include "core/collection/collection.h"

#include <array>
#include <string>

#include "core/digest/arxiv_id.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  constexpr std::array<const char*, 7> kNames = {"a.bib", "a.ris", "a.csv", "a.opml", "a.json", "a.txt", "a"};
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Result<Collection> read = read_collection(kNames[data[0] % kNames.size()], bytes);
  if (!read.ok()) return 0;
  for (const Diagnostic& each : read.value().diagnostics)
    fuzz::check(fuzz::is_utf8(each.message), "messages are valid UTF-8", each.message);
  for (const CollectedWork& work : read.value().works) {
    for (const std::string& text : {work.title, work.year, work.arxiv_id, work.doi, work.url})
      fuzz::check(fuzz::is_utf8(text), "texts are valid UTF-8", text);
    for (const std::string& author : work.authors)
      fuzz::check(fuzz::is_utf8(author), "names are valid UTF-8", author);
    fuzz::check(work.url.empty() || is_web_url(work.url), "links are of the web", work.url);
    fuzz::check(work.line > 0, "works have a line");
    fuzz::check(!work.title.empty() || !work.arxiv_id.empty() || !work.doi.empty() || !work.url.empty(),
                "every work has a name");
  }
  return 0;
}
