#include <algorithm>

#include "core/collection/json_strings.h"
#include "core/collection/readers.h"
#include "core/digest/json_escapes.h"
#include "core/digest/json_parse.h"
#include "core/digest/json_spans.h"

namespace broadsheet {
namespace {

std::string_view text_of(const Json& object, std::string_view key) {
  const auto found = object.find(std::string(key));
  if (found == object.end() || !found->is_string()) return {};
  return found->get_ref<const std::string&>();
}

// `{"family": "Müller", "given": "Jürgen"}`, `{"literal": "The ATLAS Collaboration"}` or a string.
void add_author(const Json& name, WorkDraft& draft) {
  if (name.is_string()) return draft.author(name.get_ref<const std::string&>());
  if (!name.is_object()) return;
  if (const std::string_view literal = text_of(name, "literal"); !literal.empty())
    return draft.author('{' + std::string(literal) + '}');
  std::string text;
  for (const std::string_view key :
       {"given", "dropping-particle", "non-dropping-particle", "family", "suffix"}) {
    if (const std::string_view part = text_of(name, key); !part.empty())
      (text += text.empty() ? "" : " ") += part;
  }
  draft.author('{' + text + '}');
}

// `{"date-parts": [[2026, 1, 14]]}`, `{"raw": "2026-01"}`
void add_year(const Json& date, WorkDraft& draft) {
  if (!date.is_object()) return;
  for (const std::string_view key : {"raw", "literal"}) draft.year(text_of(date, key));
  const auto parts = date.find("date-parts");
  if (parts == date.end() || !parts->is_array() || parts->empty()) return;
  const Json& first = parts->front();
  if (!first.is_array() || first.empty()) return;
  const Json& year = first.front();
  if (year.is_number_integer()) draft.year(std::to_string(year.get<int64_t>()));
  if (year.is_string()) draft.year(year.get_ref<const std::string&>());
}

void add_item(const Json& item, uint32_t line, WorkList& works) {
  WorkDraft draft(line);
  draft.title(text_of(item, "title"));
  if (const auto authors = item.find("author"); authors != item.end() && authors->is_array()) {
    for (const Json& name : *authors) add_author(name, draft);
  }
  if (const auto issued = item.find("issued"); issued != item.end()) add_year(*issued, draft);
  for (const std::string_view key : {"DOI", "URL"}) draft.address(text_of(item, key));
  for (const std::string_view key : {"note", "number", "archive_location", "container-title", "id"})
    draft.mention(text_of(item, key));
  works.add(std::move(draft));
}

void read_csl(std::string_view text, WorkList& works) {
  for_each_json_span(text, [&](const JsonSpan& span) {
    const bool is_small =
        span.depth <= kMaxJsonDepth && span.keys <= kMaxJsonKeys && span.values <= kMaxJsonValues;
    const MendedEscapes mended = is_small ? mend_lone_surrogates(span.text) : MendedEscapes{};
    const Json item = is_small ? parse_json(mended.text.empty() ? span.text : mended.text) : Json();
    if (!item.is_object()) return works.remark(span.line, "this is not an item of CSL-JSON");
    add_item(item, span.line, works);
  });
}

}  // namespace

void read_json_works(std::string_view text, WorkList& works) {
  if (is_csl_json(text.substr(0, kJsonSample))) return read_csl(text, works);
  for_each_json_string(text, [&](std::string_view string, size_t at) {
    if (!names_one_paper(string)) return;
    WorkDraft draft(works.line_of(at));
    draft.address(string);
    works.add(std::move(draft));
  });
}

}  // namespace broadsheet
