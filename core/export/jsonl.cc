// JSON Lines as the tools of the daily-arXiv family write them, and as our own reader takes them.
#include "core/export/formats.h"
#include "core/export/json.h"

namespace broadsheet {

void write_jsonl(std::span<const Citation> citations, const ExportOptions&, ExportReport&, std::string& out) {
  for (const Citation& citation : citations) (out += paper_to_record(*citation.paper)) += '\n';
}

}  // namespace broadsheet
