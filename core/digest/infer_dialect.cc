#include "core/digest/infer_dialect.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "core/base/order.h"
#include "core/digest/infer_labels.h"
#include "core/digest/infer_units.h"
#include "core/digest/text_slices.h"
#include "core/digest/whole_file.h"

namespace broadsheet {
namespace {

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
      : text_(text),
        begin_(begin),
        arena_(arena),
        counts_(count_text(text, begin)),
        units_(find_paper_units(text, begin, counts_)) {}

  Inference run() {
    made_.dialect.name = "unknown";
    made_.dialect.is_inferred = true;
    made_.dialect.numbers_restart = true;
    made_.dialect.header.in_order = false;
    made_.dialect.header.after_blank_line = false;
    if (!units_.is_certain && !take_whole_file()) {
      explain_why_none();
      units_.papers.clear();
      describe_lines();
      return std::move(made_);
    }
    cut();
    describe_lines();
    made_.papers = static_cast<uint32_t>(units_.papers.size());
    return std::move(made_);
  }

 private:
  std::string_view slice(uint32_t begin, uint32_t end) const { return text_.substr(begin, end - begin); }

  bool take_whole_file() {
    const auto whole = paper_of_whole_file(text_, begin_, counts_.code_bytes > 0);
    if (!whole) return false;
    is_whole_ = true;
    UnitCandidate unit{};
    unit.begin = whole->begin;
    unit.content = whole->content;
    unit.head_end = whole->head_end;
    unit.body = whole->body;
    unit.end = whole->end;
    units_.papers = {{unit, UnitForm::kHeading1}};
    made_.found = whole->is_from_front ? "the whole file is one paper, from its front matter"
                                       : "the whole file is one paper, from its first heading";
    return true;
  }

  void explain_why_none() {
    std::string parts;
    const auto add = [&](uint32_t count, std::string_view what) {
      if (count > 0) parts += (parts.empty() ? "" : ", ") + plural(count, what);
    };
    add(counts_.headings, "heading");
    add(counts_.items, "list item");
    add(counts_.rows, "table row");
    if (parts.empty()) parts = "text";
    made_.found = parts + "; ";
    if (counts_.links == 0) {
      made_.found += "no links to papers, and no labelled titles and authors";
    } else if (units_.papers.empty() || units_.share >= 33) {
      made_.found +=
          plural(counts_.links, "link") + " to papers, in no block that repeats with a title of its own each";
    } else {
      made_.found += plural(counts_.links, "link") + " to papers, but they are " +
                     std::to_string(units_.share) + " % of the text, which is about something else";
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
    const bool has_own_title =
        first_heading && !is_whole_ && counts_.headings_of_level[first_heading->level] == 1 &&
        (units_.papers.empty() || first_heading->begin < units_.papers.front().unit.begin);
    if (has_own_title) {
      made_.title = slice(first_heading->content, first_heading->end);
      title_level_ = first_heading->level;
      sections.erase(sections.begin());
      levels_.erase(levels_.begin());
    }
    for (size_t i = 0; i < units_.papers.size(); ++i) {
      AcceptedUnit& accepted = units_.papers[i];
      if (accepted.form == UnitForm::kParagraph) {
        uint32_t end = i + 1 < units_.papers.size() ? units_.papers[i + 1].unit.begin
                                                    : static_cast<uint32_t>(text_.size());
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
    for (const AcceptedUnit& accepted : units_.papers) ++counts[accepted.form];
    for (const UnitForm form : units_.forms) {
      if (counts[form] > 0)
        made_.found += (made_.found.empty() ? "" : " and ") + plural(counts[form], name_of_form(form));
    }
    made_.found += counts_.links > 0 ? " with a link to a paper each" : " with labelled authors each";
  }

  bool is_inside(uint32_t at) const {
    const auto after =
        std::upper_bound(units_.papers.begin(), units_.papers.end(), at,
                         [](uint32_t place, const AcceptedUnit& a) { return place < a.unit.begin; });
    return after != units_.papers.begin() && at < (after - 1)->unit.end;
  }

  void describe_lines() {
    Dialect& dialect = made_.dialect;
    for (const char* rule : {"---", "***", "___", "* * *"}) add_pattern(dialect.structure, rule, arena_);
    add_pattern(dialect.contents, "- [{_}](#{_})", arena_);
    add_pattern(dialect.contents, "* [{_}](#{_})", arena_);
    if (title_level_ > 0) add_pattern(dialect.contents, std::string(title_level_, '#') + " {_}", arena_);
    for (const AcceptedUnit& accepted : units_.papers) {
      if (dialect.papers.size() < 12 && !is_whole_)
        add_pattern(dialect.papers, pattern_of_head(accepted), arena_);
    }
    // What matches anything comes last.
    std::stable_partition(dialect.papers.begin(), dialect.papers.end(),
                          [](const LinePattern& p) { return !p.matches_anything(); });
    std::array<bool, 7> has_level{};
    for (const uint8_t level : levels_) has_level[level] = true;
    for (size_t level = 1; level <= 6; ++level) {
      if (has_level[level]) add_pattern(dialect.sections, std::string(level, '#') + " {category}", arena_);
      if (has_blank_heading_[level]) add_pattern(dialect.structure, std::string(level, '#'), arena_);
    }
    if (!units_.papers.empty()) describe_labels(text_, begin_, units_.papers, is_whole_, arena_, dialect);
  }

  std::string pattern_of_head(const AcceptedUnit& accepted) const {
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

  const std::string_view text_;
  const size_t begin_;
  TextArena& arena_;
  const TextCounts counts_;
  PaperUnits units_;
  Inference made_;
  std::vector<uint8_t> levels_;              // of the headings above papers
  std::array<bool, 7> has_blank_heading_{};  // among them, of each level
  size_t title_level_ = 0;
  bool is_whole_ = false;
};

}  // namespace

Inference infer_dialect(std::string_view text, size_t begin, TextArena& arena) {
  return Inferrer(text, begin, arena).run();
}

}  // namespace broadsheet
