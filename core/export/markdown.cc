// Markdown in dialect R (docs/digest-format.md): our own reader makes the same papers of it.
//
// What R has no place for becomes a paragraph with a label, which R's readers keep: further categories, a
// paper's own date, a link beside arXiv's. A line of a text that would begin a paper, section or field is
// indented by two blanks, as paragraphs of abstracts are.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/digest/arxiv_id.h"
#include "core/digest/repair.h"
#include "core/digest/text_labels.h"
#include "core/digest/text_slices.h"
#include "core/export/formats.h"
#include "core/export/person_name.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 5> kDetailLabels = {
    "Motivation:", "Method:", "Result:", "Conclusion:", "Abstract:"};

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::erase(line, '\0');
  return line;
}

// Which lines of a text the reader would take for something else.
struct Dangers {
  bool details = false;                     // before the details: `<details`, and R's lines of the header
  size_t first_due = kDetailLabels.size();  // in the details: from this label on, after a blank line
};

bool begins_paper_or_section(std::string_view line) {
  return line.starts_with("### [") ||
         (line.starts_with("# ") && line.find("[[Back]]") != std::string_view::npos);
}

bool is_dangerous(std::string_view line, bool after_blank_line, const Dangers& dangers) {
  if (begins_paper_or_section(line)) return true;
  if (dangers.details && line.starts_with("<details")) return true;
  for (size_t i = dangers.first_due; i < kDetailLabels.size(); ++i) {
    if (after_blank_line && line.starts_with(kDetailLabels[i])) return true;
  }
  return false;
}

// Lines of extra text come before the TL;DR, where the reader still waits for the header's lines.
bool is_header_line(std::string_view line) {
  return line.starts_with('*') || line.starts_with("Main category:") || line.starts_with("TL;DR:");
}

// A text after its label, or at the start of a line.
void add_text(std::string_view text, bool is_labelled, bool is_extra, const Dangers& dangers,
              std::string& out) {
  bool after_blank_line = true;
  for (bool at_line_start = !is_labelled;; at_line_start = true) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (at_line_start &&
        (is_dangerous(line, after_blank_line, dangers) || (is_extra && is_header_line(line))))
      out += "  ";
    out += line;
    if (end == text.size()) return;
    out += '\n';
    after_blank_line = trim(line).empty();
    text.remove_prefix(end + 1);
  }
}

// A name that a list separated by commas gives back.
std::string listed_author(std::string_view author) {
  std::string name = one_line(author);
  if (split_authors(name).size() == 1) return name;
  const PersonName parts = divide_name(name);
  if (parts.is_whole) {
    std::replace(name.begin(), name.end(), ',', ' ');
    return name;
  }
  std::string text(parts.given);
  for (const std::string_view part : {parts.particle, parts.family, parts.suffix}) {
    if (part.empty()) continue;
    (text += is_name_suffix(part) ? ", " : " ") += part;
  }
  return text;
}

class PaperWriter {
 public:
  PaperWriter(const Paper& paper, size_t number, std::string& out)
      : paper_(paper), number_(number), out_(out) {}

  void write() {
    write_heading();
    write_authors();
    if (!paper_.categories.empty()) ((out_ += "Main category: ") += one_line(paper_.categories[0])) += "\n\n";
    write_extra();
    if (const auto& tldr = paper_.text(TextField::kTldr)) {
      out_ += "TL;DR: ";
      add_text(*tldr, true, false, {.details = true}, out_);
      out_ += "\n\n\n";
    }
    out_ += "<details>\n  <summary>Details</summary>\n";
    for (size_t i = 0; i < kDetailLabels.size(); ++i) {
      const auto& text = paper_.texts[i + 1];
      if (!text) continue;
      (out_ += kDetailLabels[i]) += ' ';
      add_text(*text, true, false, {.first_due = i + 1}, out_);
      out_ += "\n\n";
    }
    out_ += "</details>\n";
  }

 private:
  void write_heading() {
    std::string url = one_line(paper_.url);
    const ArxivId linked = arxiv_id_of_url(url);
    if (!paper_.arxiv_id.empty() &&
        (linked.id != paper_.arxiv_id.id || linked.version != paper_.arxiv_id.version)) {
      if (!url.empty()) link_ = url;
      (url = "https://arxiv.org/abs/") += paper_.arxiv_id.id;
      if (paper_.arxiv_id.version > 0) (url += 'v') += std::to_string(paper_.arxiv_id.version);
    }
    ((out_ += "### [") += std::to_string(number_)) += "] [";
    (((out_ += one_line(paper_.title)) += "](") += url) += ")\n";
  }

  void write_authors() {
    std::string list;
    for (const std::string_view author : paper_.authors)
      (list += list.empty() ? "" : ",") += listed_author(author);
    if (!list.empty()) ((out_ += '*') += list) += '*';
    out_ += list.empty() ? "\n" : "\n\n";
  }

  void write_extra() {
    for (const ExtraField& field : paper_.extra) {
      if (!has_label(field)) add_paragraph("", field.text);
    }
    for (const ExtraField& field : paper_.extra) {
      if (has_label(field)) add_paragraph(field.name, field.text);
    }
    std::string categories;
    for (const std::string_view category : paper_.categories)
      (categories += categories.empty() ? "" : ", ") += one_line(category);
    if (paper_.categories.size() > 1) add_paragraph("Categories", categories);
    add_paragraph("Date", paper_.date);
    add_paragraph("Link", link_);
  }
  static bool has_label(const ExtraField& field) {
    const std::string labelled = std::string(field.name) + ": " + std::string(field.text.substr(0, 8));
    const auto read = parse_label(labelled);
    return field.name != "text" && !is_header_line(labelled) && read && read->label == field.name;
  }
  void add_paragraph(std::string_view label, std::string_view text) {
    text = trim(text);
    if (text.empty()) return;
    if (!label.empty()) (out_ += label) += ": ";
    add_text(text, !label.empty(), true, {.details = true}, out_);
    out_ += "\n\n";
  }

  const Paper& paper_;
  size_t number_;
  std::string link_;  // if the heading has another one
  std::string& out_;
};

}  // namespace

void write_markdown(std::span<const Citation> citations, const ExportOptions&, ExportReport&,
                    std::string& out) {
  // Grouped by main category, those without one first: a section gives its category to them.
  std::map<std::string, size_t> place_of;
  std::vector<std::vector<const Citation*>> groups(1);
  std::vector<std::string> names(1);
  for (const Citation& citation : citations) {
    const auto& categories = citation.paper->categories;
    const std::string name = categories.empty() ? "" : one_line(categories.front());
    const size_t place = name.empty() ? 0 : place_of.try_emplace(name, groups.size()).first->second;
    if (place == groups.size()) {
      groups.emplace_back();
      names.push_back(name);
    }
    groups[place].push_back(&citation);
  }
  out += "<div id=toc></div>\n\n# Table of Contents\n\n";
  for (size_t i = 1; i < groups.size(); ++i)
    out += "- [" + names[i] + "](#" + names[i] + ") [Total: " + std::to_string(groups[i].size()) + "]\n";
  size_t number = 0;
  for (size_t i = 0; i < groups.size(); ++i) {
    if (i > 0) out += "\n\n<div id='" + names[i] + "'></div>\n\n# " + names[i] + " [[Back]](#toc)\n";
    for (const Citation* citation : groups[i]) {
      out += i > 0 || number > 0 ? "\n" : "\n\n";
      // Zeros will be left out of the file: a line must not become dangerous by that.
      TextArena arena;
      const std::optional<Paper> mended = without_zeros(*citation->paper, arena);
      PaperWriter(mended ? *mended : *citation->paper, ++number, out).write();
    }
  }
}

}  // namespace broadsheet
