#include "core/digest/repair.h"

#include <string>

#include "core/digest/failure_text.h"
#include "core/text/control_repair.h"

namespace broadsheet {

namespace {

// Calls visit(std::string_view&) for every text of the paper that a reader sees.
template <typename PaperLike, typename Visit>
void for_each_shown_text(PaperLike& paper, Visit&& visit) {
  visit(paper.title);
  for (auto& author : paper.authors) visit(author);
  for (auto& category : paper.categories) visit(category);
  for (auto& text : paper.texts) {
    if (text) visit(*text);
  }
  for (auto& extra : paper.extra) {
    visit(extra.name);
    visit(extra.text);
  }
}

}  // namespace

std::optional<Paper> repaired(const Paper& paper, TextArena& arena) {
  bool unchanged = true;
  std::string mended;
  for_each_shown_text(paper,
                      [&](std::string_view text) { unchanged = unchanged && !mend_controls(text, mended); });
  if (unchanged) return std::nullopt;
  Paper result = paper;
  for_each_shown_text(result, [&](std::string_view& text) {
    if (mend_controls(text, mended)) text = arena.add(mended);
  });
  return result;
}

Paper as_shown(const Paper& paper, TextArena& arena) {
  Paper shown = repaired(paper, arena).value_or(paper);
  for (auto& text : shown.texts) {
    if (text && is_failure_text(*text)) text.reset();
  }
  std::erase_if(shown.extra, [](const ExtraField& extra) { return is_failure_text(extra.text); });
  return shown;
}

bool has_summary(const Paper& paper) { return says_something(paper.text(TextField::kTldr)); }

}  // namespace broadsheet
