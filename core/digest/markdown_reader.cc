#include "core/digest/markdown_reader.h"

#include <algorithm>
#include <bitset>
#include <map>

#include "core/base/find_byte.h"
#include "core/digest/captures.h"
#include "core/digest/dialect.h"
#include "core/digest/digest_name.h"
#include "core/digest/duplicates.h"
#include "core/digest/entry.h"
#include "core/digest/front_matter.h"
#include "core/digest/infer_dialect.h"
#include "core/digest/marked_line.h"
#include "core/digest/missing_fields.h"
#include "core/digest/paper_reader.h"
#include "core/digest/paper_sites.h"
#include "core/digest/table_row.h"
#include "core/digest/text_labels.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = static_cast<size_t>(-1);
constexpr uint32_t kNoLine = static_cast<uint32_t>(-1);

class MarkdownReader {
 public:
  MarkdownReader(Digest& digest, DiagnosticList& diagnostics)
      : digest_(digest), diagnostics_(diagnostics), source_(digest.source), lines_(source_) {}

  void read() {
    head_begin_ = front_matter_end(source_);
    read_front_matter();
    const Detection known = detect_dialect(source_.substr(head_begin_));
    if (known.dialect != nullptr) {
      dialect_ = known.dialect;
      cut_at_known_headings();
    }
    if (known.dialect == nullptr || !is_certain(known) || !names_papers()) infer(known);
    if (first_line_left_ != kNoLine)
      report(
          DiagnosticCode::kUnexpectedText, first_line_left_,
          "more than " + std::to_string(kMaxPapers) + " papers and sections: the rest stays with the last");
    missing_fields_ = MissingFields(expected_fields(*dialect_));
    read_contents();
    const auto is_paper = [](const Chunk& chunk) { return chunk.kind == Kind::kPaper; };
    digest_.papers.reserve(static_cast<size_t>(std::count_if(chunks_.begin(), chunks_.end(), is_paper)));
    for (size_t i = 0; i < chunks_.size(); ++i) {
      read_chunk(chunks_[i]);
      const bool is_last_or_empty = i + 1 == chunks_.size() || chunks_[i + 1].kind != Kind::kPaper;
      if (dialect_->is_inferred && chunks_[i].kind == Kind::kSection && is_last_or_empty)
        report(DiagnosticCode::kUnexpectedText, chunks_[i].line, "no paper follows this heading");
    }
    missing_fields_.report(diagnostics_);
    compare_with_contents();
    report_duplicates(digest_, !dialect_->numbers_restart, diagnostics_);
    describe();
  }

 private:
  enum class Kind : uint8_t { kHead, kSection, kPaper, kBetween };
  struct Chunk {
    Kind kind;
    uint32_t line;
    uint32_t begin;
    uint32_t body;  // after the heading
    uint32_t end;
    uint32_t stretch = 0;  // of an inferred dialect: its place there
  };

  // Any text may hold headings like a dialect's and nothing else of it, for instance in an example: half of
  // the papers must have a line more.
  static bool is_certain(const Detection& known) {
    if (known.dialect == nullptr) return false;
    return known.dialect->one_line ||
           (known.lines > known.papers && (known.lines - known.papers) * 2 >= known.papers);
  }

  // Whether one of the first papers has a number, or a link to a paper anywhere: a title alone, linked or
  // not, is what any heading has.
  bool names_papers() const {
    constexpr size_t kEnough = 8;
    size_t looked_at = 0;
    for (const Chunk& chunk : chunks_) {
      if (chunk.kind != Kind::kPaper) continue;
      LineMatch match;
      find_match(dialect_->papers, chunk.begin, chunk.body, match);
      if (!match.value_of(CaptureKind::kNumber).empty()) return true;
      if (links_paper(chunk)) return true;
      if (++looked_at == kEnough) break;
    }
    return false;
  }

  // Whether the heading, or a line of labels or links right below, leads to a paper.
  bool links_paper(const Chunk& chunk) const {
    constexpr int kNear = 12;
    int count = 0;
    bool found = false;
    for_each_line(chunk.begin, chunk.end, [&](size_t begin, size_t end) {
      if (found || ++count > kNear) return;
      const std::string_view line = trim(source_.substr(begin, end - begin));
      if (!next_paper_ref(line, 0).ref) return;
      found = begin == chunk.begin || label_of_line(line) || is_line_of_marks(line, false);
    });
    return found;
  }

  // Reads the file by the structure that it turns out to have, unless the dialect that it may be in explains
  // more papers.
  void infer(const Detection& known) {
    inference_ = infer_dialect(source_, head_begin_, digest_.arena);
    if (known.dialect != nullptr && inference_.papers < known.papers && names_papers()) return;
    if (inference_.papers == 0) {
      dialect_ = &dialects().front();
      cut_at_known_headings();
    } else {
      dialect_ = &inference_.dialect;
      cut_at_stretches();
    }
  }

  void cut_at_stretches() {
    const std::vector<InferredStretch>& stretches = inference_.stretches;
    chunks_.clear();
    first_line_left_ = kNoLine;
    const size_t first =
        stretches.empty() ? head_begin_ : std::min<size_t>(head_begin_, stretches.front().begin);
    start_stretch(Kind::kHead, lines_.line_of(first), first, first);
    for (uint32_t i = 0; i < stretches.size(); ++i) {
      const InferredStretch& stretch = stretches[i];
      const size_t count = chunks_.size();
      start_stretch(stretch.is_paper ? Kind::kPaper : Kind::kSection, lines_.line_of(stretch.begin),
                    stretch.begin, stretch.body);
      if (chunks_.size() == count) return;
      chunks_.back().stretch = i;
      const size_t next = i + 1 < stretches.size() ? stretches[i + 1].begin : source_.size();
      if (stretch.is_paper && stretch.end < next)
        start_stretch(Kind::kBetween, lines_.line_of(stretch.end), stretch.end, stretch.end);
    }
  }

  void report(DiagnosticCode code, uint32_t line, std::string_view message) {
    diagnostics_.add(code, line, message);
  }
  void report_at(DiagnosticCode code, size_t byte_offset, std::string_view message) {
    report(code, lines_.line_of(byte_offset), message);
  }

  // Calls visit(begin, end) for every line in [begin, end) of the source; its end is after the line feed.
  template <typename Visit>
  void for_each_line(size_t begin, size_t end, Visit&& visit) const {
    while (begin < end) {
      const size_t line_feed = find_byte(source_.substr(0, end), '\n', begin);
      const size_t line_end = line_feed == std::string_view::npos ? end : line_feed + 1;
      visit(begin, line_end);
      begin = line_end;
    }
  }

  void read_front_matter() {
    for_each_line(0, head_begin_, [&](size_t begin, size_t end) {
      const std::string_view line = source_.substr(begin, end - begin);
      if (line.starts_with("date:")) set_date(line.substr(5));
    });
  }
  void set_date(std::string_view text) {
    if (std::string date = date_of(text); !date.empty()) digest_.date = std::move(date);
  }

  // Beyond kMaxPapers, everything stays with the last chunk.
  void start_stretch(Kind kind, uint32_t line, size_t begin, size_t body) {
    if (chunks_.size() > kMaxPapers) {
      first_line_left_ = std::min(first_line_left_, line);
      return;
    }
    if (!chunks_.empty()) chunks_.back().end = static_cast<uint32_t>(begin);
    chunks_.push_back({kind, line, static_cast<uint32_t>(begin), static_cast<uint32_t>(body),
                       static_cast<uint32_t>(source_.size())});
  }

  const LinePattern* find_match(const std::vector<LinePattern>& patterns, size_t begin, size_t end,
                                LineMatch& match) const {
    const std::string_view line = trim_right(source_.substr(begin, end - begin));
    for (const LinePattern& pattern : patterns) {
      if (pattern.match(line, match) && pattern.matches_next(source_.substr(end))) return &pattern;
    }
    return nullptr;
  }

  void cut_at_known_headings() {
    std::bitset<256> first_bytes;
    for (const LinePattern& pattern : dialect_->papers) first_bytes.set(pattern.first_byte());
    for (const LinePattern& pattern : dialect_->sections) first_bytes.set(pattern.first_byte());
    chunks_.clear();
    first_line_left_ = kNoLine;
    uint32_t next_line = lines_.line_of(head_begin_);
    start_stretch(Kind::kHead, next_line, head_begin_, head_begin_);
    for_each_line(head_begin_, source_.size(), [&](size_t begin, size_t end) {
      const uint32_t line = next_line++;
      if (!first_bytes[static_cast<unsigned char>(source_[begin])]) return;
      LineMatch match;
      if (find_match(dialect_->papers, begin, end, match) != nullptr) {
        start_stretch(Kind::kPaper, line, begin, end);
      } else if (find_match(dialect_->sections, begin, end, match) != nullptr &&
                 (chunks_.size() > 1 || find_match(dialect_->contents, begin, end, match) == nullptr)) {
        start_stretch(Kind::kSection, line, begin, end);
      }
    });
  }

  size_t find_category(std::string_view name) const {
    const auto found = category_index_.find(name);
    return found == category_index_.end() ? kNone : found->second;
  }
  size_t add_category(std::string_view name, std::optional<uint32_t> claimed, uint32_t line) {
    category_index_.emplace(name, digest_.categories.size());
    category_lines_.push_back(line);
    digest_.categories.push_back({name, claimed, 0});
    return digest_.categories.size() - 1;
  }

  void read_contents() {
    const Chunk& head = chunks_.front();
    if (dialect_->is_inferred) set_date(inference_.title);
    for_each_line(head.begin, head.end, [&](size_t begin, size_t end) {
      LineMatch match;
      const std::string_view line = trim(source_.substr(begin, end - begin));
      if (dialect_->is_inferred) {
        // `Last update: 2026-08-21`, where neither the file's name nor its title has a day
        const auto label = digest_.date.empty() ? label_of_line(line) : std::nullopt;
        if (label && label->field != nullptr && label->field->kind == CaptureKind::kDay)
          set_date(label->value);
        return;
      }
      for (const LinePattern& pattern : dialect_->contents) {
        if (!pattern.match(line, match) || !pattern.matches_next(source_.substr(end))) continue;
        has_contents_ = true;
        set_date(match.value_of(CaptureKind::kDate));
        const std::string_view category = trim(match.value_of(CaptureKind::kCategory));
        const std::string_view section = trim(match.value_of(CaptureKind::kSection));
        const std::string_view name = category.empty() ? section : category;
        if (!name.empty() && find_category(name) == kNone)
          add_category(name, parse_number(match.value_of(CaptureKind::kTotal)), lines_.line_of(begin));
        // The section may be called as its anchor is, not as the line shows it.
        if (!category.empty() && !section.empty()) anchors_.emplace(section, find_category(name));
        return;
      }
    });
    contents_name_categories_ = !digest_.categories.empty();
  }

  void read_chunk(const Chunk& chunk) {
    switch (chunk.kind) {
      case Kind::kHead:
        report_stray_lines(chunk.begin, chunk.end, true);
        break;
      case Kind::kSection:
        enter_section(chunk);
        report_stray_lines(chunk.body, chunk.end, false);
        break;
      case Kind::kPaper:
        read_paper(chunk);
        break;
      case Kind::kBetween:
        report_stray_lines(chunk.begin, chunk.end, false);
        break;
    }
  }

  void enter_section(const Chunk& chunk) {
    LineMatch match;
    find_match(dialect_->sections, chunk.begin, chunk.body, match);
    std::string_view name = trim(match.value_of(CaptureKind::kCategory));
    const std::string_view other_name = trim(match.value_of(CaptureKind::kSection));
    if (dialect_->is_inferred) {
      const InferredStretch& stretch = inference_.stretches[chunk.stretch];
      const std::string_view heading = source_.substr(stretch.content, stretch.head_end - stretch.content);
      name = title_of_entry(heading, EntryForm::kHeading).title;
      // Papers under a day are that day's.
      section_day_ = date_of(heading);
      if (name.empty() || is_day_alone(name)) {
        current_category_ = kNone;
        return;
      }
    }
    current_category_ = find_category(name);
    if (const auto anchor = anchors_.find(name); current_category_ == kNone && anchor != anchors_.end()) {
      current_category_ = anchor->second;
      category_index_.emplace(name, current_category_);
      digest_.categories[current_category_].name = name;
    }
    if (current_category_ == kNone && !other_name.empty()) {
      current_category_ = find_category(other_name);
      if (current_category_ != kNone) {
        category_index_.emplace(name, current_category_);
        digest_.categories[current_category_].name = name;
      }
    }
    if (current_category_ == kNone) {
      current_category_ = add_category(name, std::nullopt, chunk.line);
      if (contents_name_categories_) {
        report_at(DiagnosticCode::kCategoryNotInToc, chunk.begin,
                  "the table of contents does not name " + std::string(name));
      }
    }
    category_lines_[current_category_] = chunk.line;
  }

  void read_paper(const Chunk& chunk) {
    Paper paper;
    paper.line = chunk.line;
    if (dialect_->is_inferred) {
      read_inferred_head(chunk, paper);
    } else {
      LineMatch match;
      find_match(dialect_->papers, chunk.begin, chunk.body, match);
      apply_captures(match, paper, digest_.arena);
    }
    if (paper.number == 0) paper.number = static_cast<uint32_t>(digest_.papers.size() + 1);
    if (dialect_->one_line) {
      report_stray_lines(chunk.body, chunk.end, false);
    } else {
      const bool is_loose = dialect_->is_inferred && inference_.stretches[chunk.stretch].is_loose;
      read_paper_body({source_, chunk.begin, chunk.body, chunk.end, is_loose}, *dialect_, lines_, paper,
                      digest_.arena, diagnostics_);
    }
    if (dialect_->is_inferred) finish_inferred(chunk, paper);
    check_link(paper);
    missing_fields_.look_at(paper);
    digest_.papers.push_back(std::move(paper));
    file_under_category(digest_.papers.back());
  }

  void read_inferred_head(const Chunk& chunk, Paper& paper) {
    const InferredStretch& stretch = inference_.stretches[chunk.stretch];
    if (stretch.table != InferredStretch::kNoTable) {
      if (stretch.table != table_) {
        table_ = stretch.table;
        columns_ = TableColumns(source_, table_);
      }
      columns_.apply(source_.substr(stretch.begin, stretch.head_end - stretch.begin), paper, digest_.arena);
      return;
    }
    if (stretch.head_end == 0) {
      for_each_key(source_.substr(0, head_begin_), [&](std::string_view key, std::string_view value) {
        apply_key(key, value, paper, digest_.arena);
      });
      return;
    }
    const std::string_view head = trim(source_.substr(stretch.begin, stretch.head_end - stretch.begin));
    const std::string_view content = source_.substr(stretch.content, stretch.head_end - stretch.content);
    LineMatch match;
    const auto fits = [&](const LinePattern& pattern) { return pattern.match(head, match); };
    const auto label = head.starts_with('#') ? std::nullopt : label_of_line(content);
    if (label && label->field != nullptr && !label->value.empty()) {
      apply_paper(label->value, paper, digest_.arena);
    } else if (std::any_of(dialect_->papers.begin(), dialect_->papers.end(), fits)) {
      apply_captures(match, paper, digest_.arena);
    } else {
      apply_entry(content, EntryForm::kHeading, paper, digest_.arena);
    }
  }

  void finish_inferred(const Chunk& chunk, Paper& paper) {
    complete_link(paper, digest_.arena);
    if (paper.title.empty()) {
      const InferredStretch& stretch = inference_.stretches[chunk.stretch];
      paper.title = trim(source_.substr(stretch.content, stretch.head_end - stretch.content));
    }
    if (paper.date.empty() && !section_day_.empty()) paper.date = digest_.arena.add(section_day_);
  }

  // Whether a heading says nothing but a day: `2026-08-21`, `🗓 August 21 2026`.
  static bool is_day_alone(std::string_view name) {
    constexpr size_t kLongestDay = 28;
    return name.size() <= kLongestDay && !date_of(name).empty();
  }

  void check_link(Paper& paper) {
    const ArxivId linked = arxiv_id_of_url(paper.url);
    if (paper.arxiv_id.empty() || (paper.arxiv_id.version == 0 && linked.id == paper.arxiv_id.id))
      paper.arxiv_id = linked.empty() ? paper.arxiv_id : linked;
    if (paper.url.empty()) {
      report(DiagnosticCode::kHeadingWithoutLink, paper.line, "the paper has no link");
    } else if (!is_web_url(paper.url)) {
      report(DiagnosticCode::kUnsafeLink, paper.line,
             "the link is neither http nor https, it is shown as text only");
    }
  }

  void file_under_category(Paper& paper) {
    size_t category = current_category_;
    if (category == kNone && !paper.categories.empty()) {
      category = find_category(paper.categories.front());
      if (category == kNone) category = add_category(paper.categories.front(), std::nullopt, paper.line);
    }
    if (category == kNone) return;
    ++digest_.categories[category].read;
    if (paper.categories.empty()) paper.categories.push_back(digest_.categories[category].name);
  }

  // Reports lines outside papers that the dialect does not name.
  void report_stray_lines(size_t begin, size_t end, bool is_head) {
    if (chunks_.size() == 1) return;
    for_each_line(begin, end, [&](size_t line_begin, size_t line_end) {
      const std::string_view line = trim(source_.substr(line_begin, line_end - line_begin));
      const std::string_view rest = source_.substr(line_end);
      LineMatch ignored;
      const auto names = [&](const LinePattern& pattern) {
        return pattern.match(line, ignored) && pattern.matches_next(rest);
      };
      const auto& structure = dialect_->structure;
      const auto& contents = dialect_->contents;
      if (dialect_->is_inferred && is_markup(line, rest)) return;
      if (line.empty() || std::any_of(structure.begin(), structure.end(), names) ||
          (is_head && std::any_of(contents.begin(), contents.end(), names)))
        return;
      report_at(DiagnosticCode::kUnexpectedText, line_begin, "this line belongs to no paper");
    });
  }

  // Tags alone, and the lines that make a table of its rows.
  static bool is_markup(std::string_view line, std::string_view rest) {
    const auto is_delimiter = [](std::string_view text) {
      return text.find('|') != std::string_view::npos &&
             text.find_first_not_of("|-: \t\r") == std::string_view::npos;
    };
    const bool is_header =
        line.find('|') != std::string_view::npos && is_delimiter(rest.substr(0, rest.find('\n')));
    return without_tags(line).empty() || is_delimiter(line) || is_header;
  }

  void compare_with_contents() {
    for (size_t i = 0; i < digest_.categories.size(); ++i) {
      const Category& category = digest_.categories[i];
      if (!category.claimed || *category.claimed == category.read) continue;
      const std::string claim = "the table of contents claims " + std::to_string(*category.claimed) +
                                " papers in " + std::string(category.name) + ", ";
      if (category.read == 0) {
        report(DiagnosticCode::kTocCategoryMissing, category_lines_[i], claim + "there are none");
      } else {
        report(DiagnosticCode::kTocTotalDiffers, category_lines_[i],
               claim + std::to_string(category.read) + " were read");
      }
    }
  }

  // Reports what concerns the whole file: that its dialect is unknown, or why it has no papers.
  void describe() {
    digest_.dialect = dialect_->name;
    if (dialect_->is_inferred) {
      std::erase_if(digest_.categories, [](const Category& category) { return category.read == 0; });
      if (!digest_.papers.empty())
        report(DiagnosticCode::kUnknownDialect, 0,
               "no known form of digest; its structure was inferred: " + inference_.found);
    }
    if (!digest_.papers.empty()) return;
    if (trim(source_).empty()) {
      report(DiagnosticCode::kEmptyFile, 0, "the file holds no text");
    } else if (has_contents_) {
      report(DiagnosticCode::kOnlyContents, 0, "a table of contents, and no paper after it");
    } else {
      report(DiagnosticCode::kNoPapers, 0, inference_.found);
    }
  }

  Digest& digest_;
  DiagnosticList& diagnostics_;
  const std::string_view source_;
  LineCounter lines_;
  size_t head_begin_ = 0;
  const Dialect* dialect_ = nullptr;
  MissingFields missing_fields_;
  std::vector<Chunk> chunks_;
  uint32_t first_line_left_ = kNoLine;  // of the first chunk beyond kMaxPapers
  std::map<std::string_view, size_t> category_index_;
  std::vector<uint32_t> category_lines_;  // where its section begins, else its line in the contents
  bool has_contents_ = false;
  bool contents_name_categories_ = false;
  size_t current_category_ = kNone;
  std::map<std::string_view, size_t> anchors_;  // of the categories in the table of contents

  Inference inference_;
  uint32_t table_ = InferredStretch::kNoTable;
  TableColumns columns_;     // of the table at table_
  std::string section_day_;  // of the section that is being read, if it is a day's
};

}  // namespace

void read_markdown_digest(Digest& digest, DiagnosticList& diagnostics) {
  MarkdownReader(digest, diagnostics).read();
}

}  // namespace broadsheet
