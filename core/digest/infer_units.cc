#include "core/digest/infer_units.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "core/base/order.h"
#include "core/digest/marked_line.h"
#include "core/digest/table_row.h"
#include "core/digest/text_labels.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

// The blocks that lie side by side in one list or table.
struct Group {
  uint32_t id;
  uint32_t units = 0;
  uint32_t papers = 0;
};

struct FormTally {
  std::vector<UnitCandidate> candidates;
  std::vector<Group> groups;  // those with candidates, in order
  uint32_t units = 0;
  Group open = {0};
};

EntryForm entry_form(UnitForm form) {
  if (is_heading(form)) return EntryForm::kHeading;
  return form == UnitForm::kRow ? EntryForm::kCell : EntryForm::kLine;
}

// What a form of unit explains.
struct Score {
  uint32_t papers = 0;
  uint32_t units = 0;
  uint32_t fields = 0;  // people and texts of its papers
  uint32_t strong = 0;  // titles that more than their place tells
  uint64_t bytes = 0;
};

bool is_about(uint32_t a, uint32_t b) { return a * 10 >= b * 9 && b * 10 >= a * 9; }

// Whether `a` describes a text better than `b`: it explains clearly more papers; or its papers have clearly
// more fields; or more of its units are papers; or more titles are certain; or it is the smaller.
bool is_better(const Score& a, UnitForm form_a, const Score& b, UnitForm form_b) {
  if (!is_about(a.papers, b.papers)) return a.papers > b.papers;
  if (a.fields * 5 > b.fields * 5 + a.papers * 2) return true;
  if (b.fields * 5 > a.fields * 5 + b.papers * 2) return false;
  const auto share = [](uint32_t part, uint32_t whole) {
    return whole == 0 ? 0u : static_cast<uint32_t>(uint64_t{part} * 20 / whole);
  };
  const uint32_t share_a = share(a.papers, a.units);
  const uint32_t share_b = share(b.papers, b.units);
  if (share_a > share_b + 3 || share_b > share_a + 3) return share_a > share_b;
  const uint32_t strong_a = share(a.strong, a.papers);
  const uint32_t strong_b = share(b.strong, b.papers);
  if (strong_a > strong_b + 3 || strong_b > strong_a + 3) return strong_a > strong_b;
  return form_a < form_b;
}

class UnitChooser {
 public:
  UnitChooser(std::string_view text, size_t begin, const TextCounts& counts)
      : text_(text), begin_(begin), counts_(counts) {}

  PaperUnits run() {
    for_each_unit(text_, begin_, [&](const Unit& unit) { collect(unit); });
    for (FormTally& tally : tallies_) flush_group(tally);
    choose();
    const bool is_list = is_certain();
    return {std::move(chosen_), std::move(accepted_), share_, is_list};
  }

 private:
  std::string_view slice(uint32_t begin, uint32_t end) const { return text_.substr(begin, end - begin); }

  static void flush_group(FormTally& tally) {
    if (tally.open.papers > 0) tally.groups.push_back(tally.open);
    tally.open = {0};
  }

  void collect(const Unit& unit) {
    FormTally& tally = tallies_[static_cast<size_t>(unit.form)];
    if (unit.form == UnitForm::kPart && unit.content == unit.head_end) return;
    ++tally.units;
    if (unit.group != tally.open.id) {
      flush_group(tally);
      tally.open.id = unit.group;
    }
    ++tally.open.units;
    const bool may_be = unit.papers.any() || unit.has_authors || unit.says_abstract || unit.has_link ||
                        unit.form == UnitForm::kRow || text_.substr(unit.content).starts_with("**") ||
                        text_.substr(unit.content).starts_with('[');
    if (!may_be || unit.content >= unit.head_end) return;
    UnitCandidate made;
    made.begin = unit.begin;
    made.content = unit.content;
    made.head_end = unit.head_end;
    made.body = unit.body;
    made.end = unit.end;
    made.group = unit.group;
    const EntryTitle title = title_of(unit);
    made.title = unit.is_label ? TitleEvidence::kNone : title.evidence;
    made.links = unit.has_link;
    made.has_people = unit.has_authors || unit.has_names;
    made.has_text = unit.has_abstract;
    const bool has_one = unit.own.one() || (unit.own.any() && unit.in_head.one());
    const bool is_page = is_heading(unit.form) && made.title == TitleEvidence::kLink && unit.says_abstract;
    const bool is_labelled = !unit.papers.any() && ((unit.has_authors && unit.says_abstract) || is_page);
    made.name_hash =
        has_one ? std::max<uint32_t>(static_cast<uint32_t>(std::hash<std::string_view>{}(unit.own.name())), 1)
                : 0;
    made.is_paper = made.title != TitleEvidence::kNone && (has_one || is_labelled);
    if (made.title == TitleEvidence::kNone) return;
    tally.open.papers += made.is_paper ? 1 : 0;
    tally.candidates.push_back(made);
  }

  EntryTitle title_of(const Unit& unit) {
    const std::string_view head = slice(unit.content, unit.head_end);
    if (unit.form != UnitForm::kRow) {
      if (const auto label = label_of_line(head); label && !is_heading(unit.form) && !label->value.empty())
        return title_of_entry(label->value, EntryForm::kCell);
      return title_of_entry(head, entry_form(unit.form));
    }
    if (unit.group != table_) {
      table_ = unit.group;
      columns_ = TableColumns(text_, table_ - 1);
    }
    const std::string_view row = slice(unit.begin, unit.head_end);
    EntryTitle best = columns_.title_of(row);
    if (best.evidence != TitleEvidence::kNone) return best;
    for (const std::string_view cell : split_cells(row)) {
      const EntryTitle title = title_of_entry(cell, EntryForm::kCell);
      if (title.evidence > best.evidence) best = title;
    }
    return best;
  }

  bool is_free(const UnitCandidate& unit) const {
    const auto after =
        std::lower_bound(accepted_.begin(), accepted_.end(), unit.begin,
                         [](const AcceptedUnit& a, uint32_t begin) { return a.unit.begin < begin; });
    if (after != accepted_.end() && after->unit.begin < unit.end) return false;
    return after == accepted_.begin() || (after - 1)->unit.end <= unit.begin;
  }

  // A list or table is one of papers if half of it is; elsewhere each unit stands for itself.
  bool group_is_papers(UnitForm form, uint32_t id, uint32_t percent) const {
    if (!is_item(form) && form != UnitForm::kRow) return true;
    const std::vector<Group>& groups = tallies_[static_cast<size_t>(form)].groups;
    const auto found =
        std::lower_bound(groups.begin(), groups.end(), id,
                         [](const Group& group, uint32_t wanted) { return group.id < wanted; });
    return found != groups.end() && found->id == id && found->papers * 100 >= found->units * percent;
  }

  Score score_of(UnitForm form) const {
    const FormTally& tally = tallies_[static_cast<size_t>(form)];
    Score score;
    score.units = tally.units;
    std::vector<uint32_t> names;
    for (const UnitCandidate& unit : tally.candidates) {
      if (!unit.is_paper || !is_free(unit) || !group_is_papers(form, unit.group, 30)) continue;
      ++score.papers;
      score.fields += (unit.has_people ? 1u : 0u) + (unit.has_text ? 1u : 0u);
      score.strong += unit.title >= TitleEvidence::kBold ? 1 : 0;
      score.bytes += unit.end - unit.begin;
      if (unit.name_hash != 0) names.push_back(unit.name_hash);
    }
    // A paper that is named again and again is what a text is about, not a list.
    std::sort(names.begin(), names.end());
    const auto distinct = static_cast<size_t>(std::unique(names.begin(), names.end()) - names.begin());
    if (distinct * 2 < names.size()) score.papers = static_cast<uint32_t>(distinct);
    if (names.size() > 1 && distinct == 1) score.papers = 0;
    return score;
  }

  void choose() {
    while (chosen_.size() < 4) {
      std::optional<UnitForm> best;
      Score best_score;
      for (size_t i = 0; i < kUnitForms; ++i) {
        const auto form = static_cast<UnitForm>(i);
        if (std::find(chosen_.begin(), chosen_.end(), form) != chosen_.end()) continue;
        const Score score = score_of(form);
        const uint32_t least =
            chosen_.empty() ? 1 : std::max<uint32_t>(2, static_cast<uint32_t>(accepted_.size() / 30));
        // Paragraphs and parts are only taken where nothing else is found: prose has them too.
        const bool is_weak =
            form == UnitForm::kParagraph || form == UnitForm::kPart || form == UnitForm::kLooseItem;
        if (score.papers < least || (is_weak && !chosen_.empty())) continue;
        if (!best || is_better(score, form, best_score, *best)) best = form, best_score = score;
      }
      if (!best) return;
      accept(*best);
    }
  }

  void accept(UnitForm form) {
    FormTally& tally = tallies_[static_cast<size_t>(form)];
    chosen_.push_back(form);
    uint32_t papers = 0;
    for (const UnitCandidate& unit : tally.candidates)
      papers += unit.is_paper && is_free(unit) && group_is_papers(form, unit.group, 30) ? 1 : 0;
    std::vector<AcceptedUnit> added;
    for (const UnitCandidate& unit : tally.candidates) {
      if (!is_free(unit)) continue;
      const bool belongs =
          unit.is_paper ? group_is_papers(form, unit.group, 30) : is_like_papers(unit, form, papers);
      if (belongs) added.push_back({unit, form});
    }
    // A heading that links to the web is a paper among such headings, whatever its level.
    constexpr size_t kFew = 1000;
    for (size_t i = 0; is_heading(form) && accepted_.empty() && added.size() < kFew && i < kUnitForms; ++i) {
      const bool is_other = is_heading(static_cast<UnitForm>(i)) && static_cast<UnitForm>(i) != form;
      if (!is_other || tallies_[i].candidates.size() > kFew) continue;
      for (const UnitCandidate& unit : tallies_[i].candidates) {
        const auto overlaps = [&](const AcceptedUnit& other) {
          return other.unit.begin < unit.end && unit.begin < other.unit.end;
        };
        const bool is_linked = unit.links && unit.title == TitleEvidence::kLink && papers * 4 >= tally.units;
        if (is_linked && std::none_of(added.begin(), added.end(), overlaps)) added.push_back({unit, form});
      }
    }
    // Only the innermost of units that hold each other: none do within one form, but in disordered lists.
    accepted_.insert(accepted_.end(), added.begin(), added.end());
    put_in_order(accepted_,
                 [](const AcceptedUnit& a, const AcceptedUnit& b) { return a.unit.begin < b.unit.begin; });
  }

  // A unit without a link to a paper, among many with one.
  bool is_like_papers(const UnitCandidate& unit, UnitForm form, uint32_t papers) const {
    const FormTally& tally = tallies_[static_cast<size_t>(form)];
    if (is_heading(form))
      return papers * 4 >= tally.units &&
             ((unit.links && unit.title == TitleEvidence::kLink) || (unit.has_people && unit.has_text));
    if (form == UnitForm::kRow) return group_is_papers(form, unit.group, 50);
    return is_item(form) && unit.title >= TitleEvidence::kBold && group_is_papers(form, unit.group, 60);
  }

  // The share of the text that is papers decides: a list of papers is about papers, while a text that cites
  // some is about something else. One paper alone must have a paper's fields.
  bool is_certain() {
    if (accepted_.empty() || chosen_.empty()) return false;
    uint64_t bytes = 0;
    for (size_t i = 0; i < accepted_.size(); ++i) {
      const UnitCandidate& unit = accepted_[i].unit;
      bytes += unit.end - unit.begin;
    }
    if (chosen_.front() == UnitForm::kParagraph) bytes = bytes * 2;  // what follows one is its paper's
    const uint64_t whole = std::max<uint64_t>(counts_.bytes, 1);
    const size_t papers = accepted_.size();
    share_ = static_cast<uint32_t>(std::min<uint64_t>(100, bytes * 100 / whole));
    if (papers == 1) {
      const UnitCandidate& unit = accepted_.front().unit;
      const bool has_fields = unit.has_people || unit.has_text;
      const bool is_own_link = unit.title == TitleEvidence::kLink && is_heading(chosen_.front());
      return share_ >= 33 && counts_.code_bytes == 0 && chosen_.front() != UnitForm::kHeading1 &&
             (has_fields || is_own_link);
    }
    // Paragraphs and headings above prose: most of them must be papers.
    const FormTally& tally = tallies_[static_cast<size_t>(chosen_.front())];
    const bool is_prose_like = is_heading(chosen_.front()) || chosen_.front() == UnitForm::kParagraph ||
                               chosen_.front() == UnitForm::kPart;
    if (is_prose_like && papers * 5 < tally.units && papers < 10) return false;
    // Between code, a few papers are what it is based on.
    if (counts_.code_bytes > 0 && papers < 4) return share_ >= 66;
    return share_ >= 33 || (papers >= 6 && share_ >= 20) || (papers >= 20 && share_ >= 10);
  }

  const std::string_view text_;
  const size_t begin_;
  const TextCounts& counts_;
  std::array<FormTally, kUnitForms> tallies_;
  TableColumns columns_;  // of the table whose header begins at table_ - 1
  uint32_t table_ = 0;
  std::vector<UnitForm> chosen_;
  std::vector<AcceptedUnit> accepted_;  // by begin
  uint32_t share_ = 0;
};

}  // namespace

TextCounts count_text(std::string_view text, size_t begin) {
  TextCounts counts;
  for_each_markdown_line(text, begin, [&](const Line& line) {
    const uint32_t bytes = line.end - line.content;
    counts.bytes += bytes;
    if (line.kind == LineKind::kCode) counts.code_bytes += bytes;
    if (line.kind == LineKind::kHeading) ++counts.headings, ++counts.headings_of_level[line.level];
    if (line.kind == LineKind::kItem) ++counts.items;
    if (line.kind == LineKind::kRow) ++counts.rows;
    if (line.kind == LineKind::kCode || line.kind == LineKind::kBlank) return;
    const std::string_view content = text.substr(line.content, bytes);
    for (NamedPaperInText found = next_paper_ref(content, 0); found.ref;
         found = next_paper_ref(content, found.end))
      ++counts.links;
  });
  return counts;
}

PaperUnits find_paper_units(std::string_view text, size_t begin, const TextCounts& counts) {
  return UnitChooser(text, begin, counts).run();
}

}  // namespace broadsheet
