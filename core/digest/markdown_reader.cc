#include "core/digest/markdown_reader.h"

#include <algorithm>
#include <bitset>
#include <map>

#include "core/base/find_byte.h"
#include "core/digest/captures.h"
#include "core/digest/dialect.h"
#include "core/digest/digest_name.h"
#include "core/digest/duplicates.h"
#include "core/digest/front_matter.h"
#include "core/digest/markdown_blocks.h"
#include "core/digest/missing_fields.h"
#include "core/digest/paper_reader.h"
#include "core/digest/text_labels.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = static_cast<size_t>(-1);
constexpr uint32_t kNoLine = static_cast<uint32_t>(-1);

// Whether the line makes a heading of the line above it.
bool is_underline(std::string_view line) {
  line = trim(line);
  return !line.empty() && (line.find_first_not_of('-') == std::string_view::npos ||
                           line.find_first_not_of('=') == std::string_view::npos);
}

class MarkdownReader {
 public:
  MarkdownReader(Digest& digest, DiagnosticList& diagnostics)
      : digest_(digest), diagnostics_(diagnostics), source_(digest.source), lines_(source_) {}

  void read() {
    head_begin_ = front_matter_end(source_);
    read_front_matter();
    const Detection known = detect_dialect(source_.substr(head_begin_));
    // Any text may hold headings like a dialect's and nothing else of it, for instance in an example.
    const bool is_doubtful = known.lines == known.papers;
    if (is_doubtful && cut_at_linked_headings() > known.papers) {
      dialect_ = &unknown_dialect();
    } else {
      dialect_ = known.dialect != nullptr ? known.dialect : &dialects().front();
      cut_at_known_headings();
    }
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
      if (dialect_ == &unknown_dialect() && chunks_[i].kind == Kind::kSection && is_last_or_empty)
        report(DiagnosticCode::kUnexpectedText, chunks_[i].line, "no paper follows this heading");
    }
    missing_fields_.report(diagnostics_);
    compare_with_contents();
    report_duplicates(digest_, !dialect_->numbers_restart, diagnostics_);
    describe();
  }

 private:
  enum class Kind : uint8_t { kHead, kSection, kPaper };
  struct Chunk {
    Kind kind;
    uint32_t line;
    uint32_t begin;
    uint32_t body;  // after the heading
    uint32_t end;
  };

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

  // For no known dialect: a heading that links to the web begins a paper; one that does not, and is above the
  // level of papers, begins a section. Returns the number of papers.
  uint32_t cut_at_linked_headings() {
    const std::string_view text = source_.substr(head_begin_);
    start_stretch(Kind::kHead, lines_.line_of(head_begin_), head_begin_, head_begin_);
    uint32_t paper_level = 7;
    uint32_t papers = 0;
    for_each_block(text, [&](const Block& block) {
      if (block.kind != BlockKind::kHeading) return;
      const size_t begin = block.begin;
      const size_t end = end_of_line(text, begin);
      const bool is_paper = parse_linked_heading(text.substr(begin, end - begin)).has_value();
      if (is_paper) {
        paper_level = block.level;
        ++papers;
      } else if (block.level >= paper_level) {
        return;
      }
      const size_t end_of_next = end_of_line(text, end);
      const size_t body = is_underline(text.substr(end, end_of_next - end)) ? end_of_next : end;
      start_stretch(is_paper ? Kind::kPaper : Kind::kSection, lines_.line_of(head_begin_ + begin),
                    head_begin_ + begin, head_begin_ + body);
    });
    return papers;
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
    for_each_line(head.begin, head.end, [&](size_t begin, size_t end) {
      LineMatch match;
      const std::string_view line = trim(source_.substr(begin, end - begin));
      for (const LinePattern& pattern : dialect_->contents) {
        if (!pattern.match(line, match) || !pattern.matches_next(source_.substr(end))) continue;
        has_contents_ = true;
        set_date(match.value_of(CaptureKind::kDate));
        const std::string_view category = trim(match.value_of(CaptureKind::kCategory));
        const std::string_view name =
            category.empty() ? trim(match.value_of(CaptureKind::kSection)) : category;
        if (!name.empty() && find_category(name) == kNone)
          add_category(name, parse_number(match.value_of(CaptureKind::kTotal)), lines_.line_of(begin));
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
    }
  }

  void enter_section(const Chunk& chunk) {
    LineMatch match;
    find_match(dialect_->sections, chunk.begin, chunk.body, match);
    std::string_view name = trim(match.value_of(CaptureKind::kCategory));
    const std::string_view other_name = trim(match.value_of(CaptureKind::kSection));
    if (dialect_ == &unknown_dialect()) {
      const std::string_view own = source_.substr(chunk.begin, chunk.end - chunk.begin);
      name = trim(own.substr(0, own.find('\n')));
      name = trim(name.substr(std::min(name.find_first_not_of('#'), name.size())));
    }
    current_category_ = find_category(name);
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
    if (dialect_ == &unknown_dialect()) {
      const auto heading = parse_linked_heading(source_.substr(chunk.begin, chunk.body - chunk.begin));
      paper.title = heading->title;
      paper.url = heading->url;
    } else {
      LineMatch match;
      find_match(dialect_->papers, chunk.begin, chunk.body, match);
      apply_captures(match, paper, digest_.arena);
    }
    if (paper.number == 0) paper.number = static_cast<uint32_t>(digest_.papers.size() + 1);
    if (dialect_->one_line) {
      report_stray_lines(chunk.body, chunk.end, false);
    } else {
      read_paper_body({source_, chunk.begin, chunk.body, chunk.end}, *dialect_, lines_, paper, digest_.arena,
                      diagnostics_);
    }
    check_link(paper);
    missing_fields_.look_at(paper);
    digest_.papers.push_back(std::move(paper));
    file_under_category(digest_.papers.back());
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
      if (line.empty() || std::any_of(structure.begin(), structure.end(), names) ||
          (is_head && std::any_of(contents.begin(), contents.end(), names)))
        return;
      report_at(DiagnosticCode::kUnexpectedText, line_begin, "this line belongs to no paper");
    });
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
    if (dialect_ == &unknown_dialect()) {
      std::erase_if(digest_.categories, [](const Category& category) { return category.read == 0; });
      report(DiagnosticCode::kUnknownDialect, 0,
             "no known form of digest; " + std::to_string(digest_.papers.size()) +
                 " headings that link to the web were taken for papers");
    }
    if (!digest_.papers.empty()) return;
    if (trim(source_).empty()) {
      report(DiagnosticCode::kEmptyFile, 0, "the file holds no text");
    } else if (has_contents_) {
      report(DiagnosticCode::kOnlyContents, 0, "a table of contents, and no paper after it");
    } else {
      report(DiagnosticCode::kNoPapers, 0,
             "no line begins a paper, as ### [1] [title](link) would; no heading links to the web");
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
};

}  // namespace

void read_markdown_digest(Digest& digest, DiagnosticList& diagnostics) {
  MarkdownReader(digest, diagnostics).read();
}

}  // namespace broadsheet
