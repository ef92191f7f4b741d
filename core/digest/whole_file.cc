#include "core/digest/whole_file.h"

#include "core/digest/entry.h"
#include "core/digest/field_names.h"
#include "core/digest/front_matter.h"
#include "core/digest/text_labels.h"
#include "core/digest/text_slices.h"
#include "core/digest/unit_walk.h"

namespace broadsheet {

std::optional<WholePaper> paper_of_whole_file(std::string_view text, size_t begin, bool has_code) {
  struct {
    bool title = false, people = false, paper = false, text = false;
  } in_front, in_body;
  if (begin > 0) {
    for_each_key(text.substr(0, begin), [&](std::string_view key, std::string_view value) {
      if (value.empty()) return;
      const FieldName* field = field_named(key);
      if (next_paper_ref(value, 0).ref ||
          (field != nullptr && field->kind == CaptureKind::kMarks && paper_of_name(value)))
        in_front.paper = true;
      if (field == nullptr) return;
      in_front.title = in_front.title || field->kind == CaptureKind::kTitleText;
      in_front.people = in_front.people || field->kind == CaptureKind::kPeople;
      in_front.text = in_front.text || (field->kind == CaptureKind::kText && value.size() >= 20);
    });
  }
  std::optional<Line> heading;
  bool has_lower_heading = false;
  size_t labels_of_people = 0;
  PapersNamed own;
  for_each_markdown_line(text, begin, [&](const Line& line) {
    if (line.kind == LineKind::kBlank || line.kind == LineKind::kCode || line.kind == LineKind::kRow) return;
    if (line.kind == LineKind::kHeading && line.level == 1 && !heading) heading = line;
    has_lower_heading = has_lower_heading || (line.kind == LineKind::kHeading && line.level == 1 && heading &&
                                              heading->begin != line.begin);
    const std::string_view whole = text.substr(line.begin, line.end - line.begin);
    const std::string_view content = line.kind == LineKind::kHeading ? whole : trim(whole);
    const auto label = label_of_line(trim(content));
    if (label && label->field != nullptr) {
      if (label->field->kind == CaptureKind::kPeople && !label->value.empty() && ++labels_of_people > 0)
        in_body.people = true;
      if (label->field->kind == CaptureKind::kText) in_body.text = true;
    }
    PapersNamed named;
    for (NamedPaperInText found = next_paper_ref(content, 0); found.ref;
         found = next_paper_ref(content, found.end))
      named.add(found.ref);
    const bool is_own =
        (label && label->field != nullptr) || (named.any() && is_line_of_marks(content, false));
    if (is_own) own.add(named);
  });
  in_body.paper = own.any();
  const bool has_title = in_front.title || heading;
  const bool has_people = in_front.people || (in_body.people && labels_of_people == 1);
  const bool has_text = in_front.text || in_body.text;
  const bool has_paper = in_front.paper || in_body.paper;
  // An ordinary page has a title and an author too, and its code has no place in a paper.
  const bool is_front =
      in_front.title && has_people && (has_paper || (in_front.people && in_front.text && in_body.text));
  const bool is_headed = heading && !has_lower_heading && has_people && has_paper && has_text && !has_code;
  if (!has_title || !(is_front || is_headed)) return std::nullopt;
  const auto end = static_cast<uint32_t>(text.size());
  if (in_front.title) return WholePaper{true, 0, 0, 0, static_cast<uint32_t>(begin), end};
  return WholePaper{false, heading->begin, heading->content, heading->end, heading->next, end};
}

}  // namespace broadsheet
