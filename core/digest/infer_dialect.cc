#include "core/digest/infer_dialect.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "core/base/order.h"
#include "core/digest/entry.h"
#include "core/digest/field_names.h"
#include "core/digest/front_matter.h"
#include "core/digest/marked_line.h"
#include "core/digest/table_row.h"
#include "core/digest/text_labels.h"
#include "core/digest/text_slices.h"
#include "core/digest/unit_walk.h"

namespace broadsheet {
namespace {

// A unit that may be a paper, in few bytes.
struct Candidate {
  uint32_t begin;
  uint32_t content;
  uint32_t head_end;
  uint32_t body;
  uint32_t end;
  uint32_t group;
  uint32_t name_hash;  // of its paper's name; 0: it has none of its own
  TitleEvidence title;
  bool is_paper;  // has a title and one paper of its own, or labels that only papers have
  bool links;     // its first line links to the web
  bool has_people;
  bool has_text;
};

// The blocks that lie side by side in one list or table.
struct Group {
  uint32_t id;
  uint32_t units = 0;
  uint32_t papers = 0;
};

struct FormTally {
  std::vector<Candidate> candidates;
  std::vector<Group> groups;  // those with candidates, in order
  uint32_t units = 0;
  Group open = {0};
};

bool is_heading(UnitForm form) { return form >= UnitForm::kHeading6 && form <= UnitForm::kHeading1; }
bool is_item(UnitForm form) { return form >= UnitForm::kItem3 && form <= UnitForm::kItem1; }

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

std::string plural(size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

std::string_view name_of_form(UnitForm form) {
  if (is_heading(form)) return "heading";
  if (is_item(form) || form == UnitForm::kLooseItem) return "list item";
  if (form == UnitForm::kRow) return "table row";
  if (form == UnitForm::kBoldLine) return "bold line";
  return form == UnitForm::kPart ? "part between rules" : "paragraph";
}

class Inferrer {
 public:
  Inferrer(std::string_view text, size_t begin, TextArena& arena)
      : text_(text), begin_(begin), arena_(arena) {}

  Inference run() {
    made_.dialect.name = "unknown";
    made_.dialect.is_inferred = true;
    made_.dialect.numbers_restart = true;
    made_.dialect.header.in_order = false;
    made_.dialect.header.after_blank_line = false;
    collect();
    choose();
    if (!is_certain() && !take_whole_file()) {
      explain_why_none();
      chosen_.clear();
      accepted_.clear();
      describe_lines();
      return std::move(made_);
    }
    cut();
    describe_lines();
    made_.papers = static_cast<uint32_t>(accepted_.size());
    return std::move(made_);
  }

 private:
  struct Accepted {
    Candidate unit;
    UnitForm form;
  };

  std::string_view slice(uint32_t begin, uint32_t end) const { return text_.substr(begin, end - begin); }

  void collect() {
    for_each_unit(text_, begin_, [&](const Unit& unit) { collect(unit); });
    for (FormTally& tally : tallies_) flush_group(tally);
    for_each_markdown_line(text_, begin_, [&](const Line& line) {
      const uint32_t bytes = line.end - line.content;
      text_bytes_ += bytes;
      if (line.kind == LineKind::kCode) code_bytes_ += bytes;
      if (line.kind == LineKind::kHeading) ++headings_, ++headings_of_level_[line.level];
      if (line.kind == LineKind::kItem) ++items_;
      if (line.kind == LineKind::kRow) ++rows_;
      if (line.kind == LineKind::kCode || line.kind == LineKind::kBlank) return;
      const std::string_view content = slice(line.content, line.end);
      for (NamedPaperInText found = next_paper_ref(content, 0); found.ref;
           found = next_paper_ref(content, found.end))
        ++links_;
    });
  }

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
    Candidate made;
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

  bool is_free(const Candidate& unit) const {
    const auto after =
        std::lower_bound(accepted_.begin(), accepted_.end(), unit.begin,
                         [](const Accepted& a, uint32_t begin) { return a.unit.begin < begin; });
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
    for (const Candidate& unit : tally.candidates) {
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
    for (const Candidate& unit : tally.candidates)
      papers += unit.is_paper && is_free(unit) && group_is_papers(form, unit.group, 30) ? 1 : 0;
    std::vector<Accepted> added;
    for (const Candidate& unit : tally.candidates) {
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
      for (const Candidate& unit : tallies_[i].candidates) {
        const auto overlaps = [&](const Accepted& other) {
          return other.unit.begin < unit.end && unit.begin < other.unit.end;
        };
        const bool is_linked = unit.links && unit.title == TitleEvidence::kLink && papers * 4 >= tally.units;
        if (is_linked && std::none_of(added.begin(), added.end(), overlaps)) added.push_back({unit, form});
      }
    }
    // Only the innermost of units that hold each other: none do within one form, but in disordered lists.
    accepted_.insert(accepted_.end(), added.begin(), added.end());
    put_in_order(accepted_, [](const Accepted& a, const Accepted& b) { return a.unit.begin < b.unit.begin; });
  }

  // A unit without a link to a paper, among many with one.
  bool is_like_papers(const Candidate& unit, UnitForm form, uint32_t papers) const {
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
      const Candidate& unit = accepted_[i].unit;
      bytes += unit.end - unit.begin;
    }
    if (chosen_.front() == UnitForm::kParagraph) bytes = bytes * 2;  // what follows one is its paper's
    const uint64_t whole = std::max<uint64_t>(text_bytes_, 1);
    const size_t papers = accepted_.size();
    share_ = static_cast<uint32_t>(std::min<uint64_t>(100, bytes * 100 / whole));
    if (papers == 1) {
      const Candidate& unit = accepted_.front().unit;
      const bool has_fields = unit.has_people || unit.has_text;
      const bool is_own_link = unit.title == TitleEvidence::kLink && is_heading(chosen_.front());
      return share_ >= 33 && code_bytes_ == 0 && chosen_.front() != UnitForm::kHeading1 &&
             (has_fields || is_own_link);
    }
    // Paragraphs and headings above prose: most of them must be papers.
    const FormTally& tally = tallies_[static_cast<size_t>(chosen_.front())];
    const bool is_prose_like = is_heading(chosen_.front()) || chosen_.front() == UnitForm::kParagraph ||
                               chosen_.front() == UnitForm::kPart;
    if (is_prose_like && papers * 5 < tally.units && papers < 10) return false;
    // Between code, a few papers are what it is based on.
    if (code_bytes_ > 0 && papers < 4) return share_ >= 66;
    return share_ >= 33 || (papers >= 6 && share_ >= 20) || (papers >= 20 && share_ >= 10);
  }

  // One paper that is the file: front matter or a first heading, and the fields of a paper.
  bool take_whole_file() {
    struct {
      bool title = false, people = false, paper = false, text = false;
    } in_front, in_body;
    if (begin_ > 0) {
      for_each_key(text_.substr(0, begin_), [&](std::string_view key, std::string_view value) {
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
    for_each_markdown_line(text_, begin_, [&](const Line& line) {
      if (line.kind == LineKind::kBlank || line.kind == LineKind::kCode || line.kind == LineKind::kRow)
        return;
      if (line.kind == LineKind::kHeading && line.level == 1 && !heading) heading = line;
      has_lower_heading = has_lower_heading || (line.kind == LineKind::kHeading && line.level == 1 &&
                                                heading && heading->begin != line.begin);
      const std::string_view whole = slice(line.begin, line.end);
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
    const bool is_headed =
        heading && !has_lower_heading && has_people && has_paper && has_text && code_bytes_ == 0;
    if (!has_title || !(is_front || is_headed)) return false;
    accepted_.clear();
    chosen_.clear();
    is_whole_ = true;
    Candidate unit{};
    const bool is_from_front = in_front.title;
    unit.begin = is_from_front ? 0 : heading->begin;
    unit.content = is_from_front ? 0 : heading->content;
    unit.head_end = is_from_front ? 0 : heading->end;
    unit.body = is_from_front ? static_cast<uint32_t>(begin_) : heading->next;
    unit.end = static_cast<uint32_t>(text_.size());
    accepted_.push_back({unit, UnitForm::kHeading1});
    made_.found = is_from_front ? "the whole file is one paper, from its front matter"
                                : "the whole file is one paper, from its first heading";
    return true;
  }

  void explain_why_none() {
    std::string parts;
    const auto add = [&](uint32_t count, std::string_view what) {
      if (count > 0) parts += (parts.empty() ? "" : ", ") + plural(count, what);
    };
    add(headings_, "heading");
    add(items_, "list item");
    add(rows_, "table row");
    if (parts.empty()) parts = "text";
    made_.found = parts + "; ";
    if (links_ == 0) {
      made_.found += "no links to papers, and no labelled titles and authors";
    } else if (accepted_.empty() || share_ >= 33) {
      made_.found +=
          plural(links_, "link") + " to papers, in no block that repeats with a title of its own each";
    } else {
      made_.found += plural(links_, "link") + " to papers, but they are " + std::to_string(share_) +
                     " % of the text, which is about something else";
    }
  }

  // Where each unit ends, and the headings above them.
  void cut() {
    std::vector<InferredStretch> sections;
    std::vector<uint32_t> ends;  // headings, rules: where a unit that is open ends
    std::optional<Line> first_heading;
    for_each_markdown_line(text_, begin_, [&](const Line& line) {
      if (line.kind == LineKind::kRule) ends.push_back(line.begin);
      if (line.kind != LineKind::kHeading || is_inside(line.begin)) return;
      if (!first_heading) first_heading = line;
      ends.push_back(line.begin);
      sections.push_back({false, line.begin, line.content, line.end, line.next, 0});
      levels_.push_back(line.level);
      has_blank_heading_[line.level] = has_blank_heading_[line.level] || line.content == line.end;
    });
    const bool has_own_title = first_heading && !is_whole_ && headings_of_level_[first_heading->level] == 1 &&
                               (accepted_.empty() || first_heading->begin < accepted_.front().unit.begin);
    if (has_own_title) {
      made_.title = slice(first_heading->content, first_heading->end);
      title_level_ = first_heading->level;
      sections.erase(sections.begin());
      levels_.erase(levels_.begin());
    }
    for (size_t i = 0; i < accepted_.size(); ++i) {
      Accepted& accepted = accepted_[i];
      if (accepted.form == UnitForm::kParagraph) {
        uint32_t end =
            i + 1 < accepted_.size() ? accepted_[i + 1].unit.begin : static_cast<uint32_t>(text_.size());
        const auto stop = std::lower_bound(ends.begin(), ends.end(), accepted.unit.end);
        if (stop != ends.end()) end = std::min(end, *stop);
        accepted.unit.end = std::max(end, accepted.unit.end);
      }
      InferredStretch paper{true,
                            accepted.unit.begin,
                            accepted.unit.content,
                            accepted.unit.head_end,
                            accepted.unit.body,
                            accepted.unit.end};
      if (accepted.form == UnitForm::kRow) paper.table = accepted.unit.group - 1;
      paper.is_loose = accepted.form == UnitForm::kBoldLine || accepted.form == UnitForm::kLooseItem ||
                       accepted.form == UnitForm::kParagraph;
      made_.stretches.push_back(paper);
    }
    made_.stretches.insert(made_.stretches.end(), sections.begin(), sections.end());
    put_in_order(made_.stretches,
                 [](const InferredStretch& a, const InferredStretch& b) { return a.begin < b.begin; });
    if (is_whole_) return;
    std::map<UnitForm, size_t> counts;
    for (const Accepted& accepted : accepted_) ++counts[accepted.form];
    for (const UnitForm form : chosen_) {
      if (counts[form] > 0)
        made_.found += (made_.found.empty() ? "" : " and ") + plural(counts[form], name_of_form(form));
    }
    made_.found += links_ > 0 ? " with a link to a paper each" : " with labelled authors each";
  }

  bool is_inside(uint32_t at) const {
    const auto after =
        std::upper_bound(accepted_.begin(), accepted_.end(), at,
                         [](uint32_t place, const Accepted& a) { return place < a.unit.begin; });
    return after != accepted_.begin() && at < (after - 1)->unit.end;
  }

  void add_pattern(std::vector<LinePattern>& patterns, std::string_view text) {
    const auto is_there = [&](const LinePattern& pattern) { return pattern.source() == text; };
    if (std::none_of(patterns.begin(), patterns.end(), is_there)) patterns.emplace_back(arena_.add(text));
  }

  void describe_lines() {
    Dialect& dialect = made_.dialect;
    for (const char* rule : {"---", "***", "___", "* * *"}) add_pattern(dialect.structure, rule);
    add_pattern(dialect.contents, "- [{_}](#{_})");
    add_pattern(dialect.contents, "* [{_}](#{_})");
    if (title_level_ > 0) add_pattern(dialect.contents, std::string(title_level_, '#') + " {_}");
    for (const Accepted& accepted : accepted_) {
      if (dialect.papers.size() < 12 && !is_whole_) add_pattern(dialect.papers, pattern_of_head(accepted));
    }
    // What matches anything comes last.
    std::stable_partition(dialect.papers.begin(), dialect.papers.end(),
                          [](const LinePattern& p) { return !p.matches_anything(); });
    std::array<bool, 7> has_level{};
    for (const uint8_t level : levels_) has_level[level] = true;
    for (size_t level = 1; level <= 6; ++level) {
      if (has_level[level]) add_pattern(dialect.sections, std::string(level, '#') + " {category}");
      if (has_blank_heading_[level]) add_pattern(dialect.structure, std::string(level, '#'));
    }
    if (!accepted_.empty()) describe_labels();
  }

  std::string pattern_of_head(const Accepted& accepted) const {
    const std::string_view marker = trim(slice(accepted.unit.begin, accepted.unit.content));
    if (is_heading(accepted.form)) return std::string(std::max<size_t>(marker.size(), 1), '#') + " {heading}";
    if (accepted.form == UnitForm::kRow)
      return marker.starts_with('|') || text_.substr(accepted.unit.content).starts_with('|') ? "|{row}"
                                                                                             : "{row}";
    if (marker.empty()) return "{entry}";
    const size_t digits = std::min(marker.find_first_not_of("0123456789"), marker.size());
    const std::string sign(marker.substr(digits));
    return (digits > 0 ? "{_}" : "") + sign + " {entry}";
  }

  struct LabelSeen {
    LineLabel label;
    uint32_t count = 0;
    uint32_t order = 0;
  };

  void describe_labels() {
    constexpr size_t kMostLabels = 400;
    std::map<std::string_view, LabelSeen> seen;
    uint8_t group_level = 7;
    bool in_group = false;  // of a paper that is the whole file: its own words may be labelled like fields
    size_t next = 0;
    for_each_markdown_line(text_, begin_, [&](const Line& line) {
      while (next < accepted_.size() && accepted_[next].unit.end <= line.begin) ++next;
      if (next == accepted_.size() || line.begin < accepted_[next].unit.body) return;
      if (line.kind == LineKind::kBlank || line.kind == LineKind::kCode ||
          accepted_[next].form == UnitForm::kRow)
        return;
      const std::string_view content = trim(slice(line.begin, line.end));
      const auto label = label_of_line(content);
      if (line.kind == LineKind::kHeading && !(is_whole_ && line.level == 1)) {
        const bool is_known = label && label->field != nullptr;
        if (!is_known) group_level = std::min(group_level, line.level);
        in_group = is_whole_ && !is_known;
      }
      const bool is_text = label && (label->field == nullptr || label->field->kind == CaptureKind::kText ||
                                     label->field->kind == CaptureKind::kExtra);
      if (in_group && is_text && line.kind != LineKind::kHeading) return;
      if (!label || label->literal.find_first_of("{}") != std::string_view::npos) return;
      if (label->field == nullptr && label->form != LabelForm::kMarked && label->form != LabelForm::kSummary)
        return;
      const auto found = seen.find(label->literal);
      if (found != seen.end()) {
        ++found->second.count;
      } else if (seen.size() < kMostLabels) {
        seen.emplace(label->literal, LabelSeen{*label, 1, static_cast<uint32_t>(seen.size())});
      }
    });
    bool has_abstract = false;
    uint32_t abstracts = 0;
    uint32_t summaries = 0;
    for (const auto& [literal, each] : seen) {
      if (each.label.field == nullptr || each.label.field->kind != CaptureKind::kText) continue;
      if (each.label.field->field != TextField::kAbstract) continue;
      const bool is_plain = each.label.field->strength == NameStrength::kPlain;
      has_abstract = has_abstract || is_plain;
      abstracts += is_plain ? each.count : 0;
      summaries += is_plain ? 0 : each.count;
    }
    std::vector<const LabelSeen*> order;
    for (const auto& [literal, each] : seen) order.push_back(&each);
    put_in_order(order, [](const LabelSeen* a, const LabelSeen* b) {
      // Labels that the table has come first, then the frequent, then the earlier.
      const bool known_a = a->label.field != nullptr;
      const bool known_b = b->label.field != nullptr;
      if (known_a != known_b) return known_a;
      return a->count != b->count ? a->count > b->count : a->order < b->order;
    });
    constexpr size_t kMostPatterns = 96;
    if (order.size() > kMostPatterns) order.resize(kMostPatterns);
    for (const LabelSeen* each : order) add_label(each->label, has_abstract);
    if (is_whole_) add_pattern(made_.dialect.header.lines, "# {heading}");
    // Headings that the table does not have begin extra fields; those below them belong to these.
    if (group_level <= 6) add_pattern(made_.dialect.groups, std::string(group_level, '#') + " {label}");
    made_.dialect.names_follow_title = true;
    made_.dialect.longest_text_is_abstract =
        (abstracts + summaries) * 2 < accepted_.size() || accepted_.size() == 1;
  }

  void add_label(const LineLabel& label, bool has_abstract) {
    std::string pattern(label.literal);
    if (pattern.ends_with(':') || pattern.ends_with('*')) pattern += ' ';
    pattern += '{';
    const FieldName extra{CaptureKind::kExtra};
    FieldName field = label.field != nullptr ? *label.field : extra;
    if (field.kind == CaptureKind::kText && field.field == TextField::kAbstract && has_abstract) {
      if (field.strength == NameStrength::kSummary) field = {CaptureKind::kText, TextField::kTldr};
      if (field.strength == NameStrength::kTranslated) field = extra;
    }
    switch (field.kind) {
      case CaptureKind::kTitleText:
        pattern += "caption";
        break;
      case CaptureKind::kPaper:
        pattern += "paper";
        break;
      case CaptureKind::kPeople:
        pattern += "people";
        break;
      case CaptureKind::kMarks:
        pattern += "links";
        break;
      case CaptureKind::kDay:
        pattern += "day";
        break;
      case CaptureKind::kSubjects:
        pattern += "subjects";
        break;
      case CaptureKind::kText:
        pattern += std::string(kTextFieldNames[static_cast<size_t>(field.field)]) + "...";
        break;
      default:
        pattern += name_of_extra(label.label) + "...";
        break;
    }
    pattern += '}';
    add_pattern(made_.dialect.header.lines, pattern);
  }

  // An extra field's name as the file writes it; a word of the language of patterns gets a capital.
  static std::string name_of_extra(std::string_view label) {
    std::string name(label);
    const bool is_reserved = LinePattern("{" + name + "}").captures().front().kind != CaptureKind::kExtra;
    if (is_reserved && name.front() >= 'a' && name.front() <= 'z')
      name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
  }

  const std::string_view text_;
  const size_t begin_;
  TextArena& arena_;
  Inference made_;
  std::array<FormTally, kUnitForms> tallies_;
  TableColumns columns_;  // of the table whose header begins at table_ - 1
  uint32_t table_ = 0;
  std::vector<UnitForm> chosen_;
  std::vector<Accepted> accepted_;           // by begin
  std::vector<uint8_t> levels_;              // of the headings above papers
  std::array<bool, 7> has_blank_heading_{};  // among them, of each level
  std::array<uint32_t, 7> headings_of_level_{};
  size_t title_level_ = 0;
  bool is_whole_ = false;
  uint64_t text_bytes_ = 0;
  uint64_t code_bytes_ = 0;
  uint32_t headings_ = 0;
  uint32_t items_ = 0;
  uint32_t rows_ = 0;
  uint32_t links_ = 0;
  uint32_t share_ = 0;  // of the text that is papers, in hundredths
};

}  // namespace

Inference infer_dialect(std::string_view text, size_t begin, TextArena& arena) {
  return Inferrer(text, begin, arena).run();
}

}  // namespace broadsheet
