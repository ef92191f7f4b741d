#include <algorithm>

#include "core/collection/id_line.h"
#include "core/collection/readers.h"

namespace broadsheet {

void read_ids(std::string_view text, WorkList& works) {
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    IdLine line(text.substr(at, end - at));
    const uint32_t number = line.is_blank() ? 0 : works.line_of(at);
    if (!line.is_blank() && line.ids().empty())
      works.remark(number, "this line begins with no id, DOI or link");
    for (const std::string_view id : line.ids()) {
      WorkDraft draft(number);
      draft.address(id);
      if (line.ids().size() == 1) draft.title(line.rest());
      works.add(std::move(draft));
    }
    at = end + 1;
  }
}

}  // namespace broadsheet
