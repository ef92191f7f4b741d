#include "core/digest/repair.h"

#include <algorithm>
#include <string>

#include "core/digest/failure_text.h"
#include "core/text/control_repair.h"
#include "core/text/tex_words.h"

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

// The paper with its texts as mend(text, mended) makes them, which says whether it did; nothing if none is.
template <typename Mend>
std::optional<Paper> mended_paper(const Paper& paper, TextArena& arena, Mend&& mend) {
  bool unchanged = true;
  std::string mended;
  for_each_shown_text(paper, [&](std::string_view text) { unchanged = unchanged && !mend(text, mended); });
  if (unchanged) return std::nullopt;
  Paper result = paper;
  for_each_shown_text(result, [&](std::string_view& text) {
    if (mend(text, mended)) text = arena.add(mended);
  });
  return result;
}

}  // namespace

std::optional<Paper> repaired(const Paper& paper, TextArena& arena) {
  return mended_paper(paper, arena, mend_controls);
}

std::optional<Paper> without_zeros(const Paper& paper, TextArena& arena) {
  return mended_paper(paper, arena, [](std::string_view text, std::string& mended) {
    if (text.find('\0') == std::string_view::npos) return false;
    mended = text;
    std::erase(mended, '\0');
    return true;
  });
}

void spell_authors(Paper& paper, TextArena& arena) {
  for (std::string_view& author : paper.authors) {
    if (std::find_if(author.begin(), author.end(), is_tex_sign) == author.end()) continue;
    if (const std::string shown = shown_text(author); shown != author) author = arena.add(shown);
  }
}

Paper as_shown(const Paper& paper, TextArena& arena) {
  Paper shown = repaired(paper, arena).value_or(paper);
  spell_authors(shown, arena);
  for (auto& text : shown.texts) {
    if (text && is_failure_text(*text)) text.reset();
  }
  std::erase_if(shown.extra, [](const ExtraField& extra) { return is_failure_text(extra.text); });
  return shown;
}

bool has_summary(const Paper& paper) { return says_something(paper.text(TextField::kTldr)); }

}  // namespace broadsheet
