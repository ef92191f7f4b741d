// entry.h: what a line about a paper holds when nothing but its marks tells: the title is what is linked to
// the paper, bold, in the heading or in front; the rest is known by its form.
#pragma once

#include <string_view>

#include "core/base/text_arena.h"
#include "core/digest/paper.h"

namespace broadsheet {

enum class EntryForm : uint8_t {
  kHeading,
  kLine,
  kCell,
  kTitleCell,  // of a column of titles: one word may be one
};

enum class TitleEvidence : uint8_t {
  kNone,   // no title: a sentence, a list of links, a label
  kPlain,  // words in front of a link that only says what it leads to
  kBold,   // bold or italic words, or a heading
  kLink,   // the text of a link
};

struct EntryTitle {
  std::string_view title;
  TitleEvidence evidence = TitleEvidence::kNone;
  bool links_to_paper = false;
};

// The title of an entry. `line` has no marker of its block (`##`, `-`, `|`). Cost: O(line).
EntryTitle title_of_entry(std::string_view line, EntryForm form);

// Puts title, link, id, people, day, subjects and a sentence (as TL;DR) of an entry into `paper`, each only
// where the paper has none yet; what is left becomes extra fields. Text made for it is kept in `arena`.
// Cost: O(line).
void apply_entry(std::string_view line, EntryForm form, Paper& paper, TextArena& arena);

// Whether the line holds nothing but links, ids, days, people and subjects, with signs between them. With
// `people_may_be_plain`, names need no mark. Cost: O(line).
bool is_line_of_marks(std::string_view line, bool people_may_be_plain);

// Puts what such a line holds into `paper`; `name` names a link whose text does not. Anything else in it
// becomes an extra field `name`. Cost: O(line).
void apply_marks(std::string_view name, std::string_view line, Paper& paper, TextArena& arena);

// A label's value may end with more labels: `2026-01-14 | Category: cs.RO`. Puts those into `paper` and
// returns what is before them. Cost: O(value) a bar, and only up to 2,000 bytes.
std::string_view take_after_bars(std::string_view value, Paper& paper, TextArena& arena);

// The values of labels.
void apply_day(std::string_view name, std::string_view value, Paper& paper, TextArena& arena);
void apply_people(std::string_view name, std::string_view value, Paper& paper);
void apply_subjects(std::string_view value, Paper& paper);
void apply_title(std::string_view value, Paper& paper, TextArena& arena);
// Under a label such as `Paper:`. The text of a link to the paper is its title, rather than a heading that is
// no link.
void apply_paper(std::string_view value, Paper& paper, TextArena& arena);

// Adds a link: the paper's first link to a paper is its own, any other an extra field `name`.
void add_paper_link(std::string_view name, std::string_view url, Paper& paper);

// A paper without a link gets the one under a label for links, else one to its id or DOI. Cost: O(extra
// fields).
void complete_link(Paper& paper, TextArena& arena);

}  // namespace broadsheet
