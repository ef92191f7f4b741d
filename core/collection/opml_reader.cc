#include "core/collection/readers.h"
#include "core/digest/markup.h"

namespace broadsheet {

void read_opml(std::string_view text, WorkList& works) {
  MarkupReader reader(text);
  for (MarkupToken token; reader.next(token);) {
    if (token.kind != MarkupToken::Kind::kOpen || !is_tag(token.text, "outline")) continue;
    WorkDraft draft(works.line_of(token.begin));
    for (const std::string_view name : {"title", "text"})
      draft.title(decoded(attribute_of(token.inside, name)));
    for (const std::string_view name : {"htmlurl", "xmlurl", "url"})
      draft.address(decoded(attribute_of(token.inside, name)));
    // A folder of outlines has a title and no link.
    if (draft.has_address()) works.add(std::move(draft));
  }
}

}  // namespace broadsheet
