#include "core/digest/digest_reader.h"

#include <algorithm>
#include <unordered_map>

#include "core/digest/digest_name.h"
#include "core/digest/duplicates.h"
#include "core/digest/json_reader.h"
#include "core/digest/json_spans.h"
#include "core/digest/markdown_blocks.h"
#include "core/digest/markdown_lines.h"
#include "core/digest/paper_reader.h"
#include "core/digest/text_slices.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = static_cast<size_t>(-1);

bool looks_binary(std::string_view bytes) {
  constexpr size_t kSample = 4096;
  constexpr size_t kStray = 8;  // real digests hold a NUL or two, where an escape ate a letter
  const std::string_view head = bytes.substr(0, kSample);
  const auto nul_count = static_cast<size_t>(std::count(head.begin(), head.end(), '\0'));
  return nul_count > kStray && nul_count * 50 > head.size();
}

class DigestReader {
 public:
  DigestReader(Digest& digest) : digest_(digest), source_(*digest.source), lines_(source_) {}

  void read() {
    cut_at_headings();
    read_table_of_contents();
    for (size_t i = 0; i < stretches_.size(); ++i) read_stretch(stretches_[i]);
    compare_with_table_of_contents();
  }

 private:
  enum class Kind : uint8_t { kHead, kCategory, kPaper };
  struct Stretch {
    Kind kind;
    size_t begin;
    size_t end;
  };

  void report(DiagnosticCode code, uint32_t line, std::string message) {
    digest_.diagnostics.push_back({code, line, std::move(message)});
  }
  void report_at(DiagnosticCode code, size_t byte_offset, std::string message) {
    report(code, lines_.line_of(byte_offset), std::move(message));
  }

  void cut_at_headings() {
    stretches_.push_back({Kind::kHead, 0, source_.size()});
    for (size_t begin = 0; begin < source_.size();) {
      const size_t line_feed = source_.find('\n', begin);
      const size_t end = line_feed == std::string_view::npos ? source_.size() : line_feed + 1;
      if (source_[begin] == '#') {
        const std::string_view line = source_.substr(begin, end - begin);
        if (parse_paper_heading(line)) {
          start_stretch(Kind::kPaper, begin);
        } else if (parse_category_heading(line)) {
          start_stretch(Kind::kCategory, begin);
        }
      }
      begin = end;
    }
  }
  void start_stretch(Kind kind, size_t begin) {
    stretches_.back().end = begin;
    stretches_.push_back({kind, begin, source_.size()});
  }

  size_t find_category(std::string_view name) const {
    const auto found = category_index_.find(name);
    return found == category_index_.end() ? kNone : found->second;
  }
  size_t add_category(std::string_view name, std::optional<uint32_t> claimed, size_t byte_offset) {
    category_index_.emplace(name, digest_.categories.size());
    category_lines_.push_back(lines_.line_of(byte_offset));
    digest_.categories.push_back({name, claimed, 0});
    return digest_.categories.size() - 1;
  }

  void read_table_of_contents() {
    const std::string_view head = source_.substr(0, stretches_.front().end);
    const std::vector<uint32_t> offsets = line_offsets(head);
    for (const uint32_t i : list_item_lines(head)) {
      if (i + 1 >= offsets.size()) continue;
      const auto entry = parse_toc_line(head.substr(offsets[i], offsets[i + 1] - offsets[i]));
      if (entry && find_category(entry->category) == kNone)
        add_category(entry->category, entry->total, offsets[i]);
    }
    has_table_of_contents_ = !digest_.categories.empty();
  }

  void read_stretch(const Stretch& stretch) {
    switch (stretch.kind) {
      case Kind::kHead:
        report_stray_lines(stretch.begin, stretch.end);
        break;
      case Kind::kCategory:
        enter_category(stretch);
        break;
      case Kind::kPaper:
        digest_.papers.push_back(
            read_paper(source_, stretch.begin, stretch.end, lines_, digest_.diagnostics));
        file_under_category(digest_.papers.back(), stretch.begin);
        break;
    }
  }

  void enter_category(const Stretch& stretch) {
    const size_t line_end = std::min(source_.find('\n', stretch.begin), stretch.end);
    const std::string_view name =
        *parse_category_heading(source_.substr(stretch.begin, line_end - stretch.begin));
    current_category_ = find_category(name);
    if (current_category_ == kNone) {
      current_category_ = add_category(name, std::nullopt, stretch.begin);
      if (has_table_of_contents_) {
        report_at(DiagnosticCode::kCategoryNotInToc, stretch.begin,
                  "the table of contents does not name " + std::string(name));
      }
    }
    category_lines_[current_category_] = lines_.line_of(stretch.begin);
    report_stray_lines(line_end, stretch.end);
  }

  void file_under_category(Paper& paper, size_t byte_offset) {
    size_t category = current_category_;
    if (category == kNone && !paper.categories.empty()) {
      category = find_category(paper.categories.front());
      if (category == kNone) category = add_category(paper.categories.front(), std::nullopt, byte_offset);
    }
    if (category == kNone) return;
    ++digest_.categories[category].read;
    if (paper.categories.empty()) paper.categories.push_back(digest_.categories[category].name);
  }

  // Outside papers the grammar has the table of contents and anchors, nothing else.
  void report_stray_lines(size_t begin, size_t end) {
    while (begin < end) {
      const size_t line_end = std::min(source_.find('\n', begin), end);
      const std::string_view line = trim(source_.substr(begin, line_end - begin));
      if (!line.empty() && !is_anchor_line(line) && line != "# Table of Contents" && !parse_toc_line(line) &&
          stretches_.size() > 1) {
        report_at(DiagnosticCode::kUnexpectedText, begin, "this line belongs to no paper");
      }
      begin = line_end + 1;
    }
  }

  void compare_with_table_of_contents() {
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

  Digest& digest_;
  const std::string_view source_;
  LineCounter lines_;
  std::vector<Stretch> stretches_;
  std::unordered_map<std::string_view, size_t> category_index_;
  std::vector<uint32_t> category_lines_;  // where a category's section begins, else its line in the contents
  bool has_table_of_contents_ = false;
  size_t current_category_ = kNone;
};

}  // namespace

Result<Digest> read_digest(std::string_view file_name, std::string bytes) {
  if (bytes.size() > kMaxDigestBytes) {
    return Error{"too_large", "the file has " + std::to_string(bytes.size() >> 20) + " MB, at most " +
                                  std::to_string(kMaxDigestBytes >> 20) + " MB are read"};
  }
  if (looks_binary(bytes)) return Error{"not_text", "expected a text file in UTF-8"};
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  const size_t size = bytes.size();
  const Utf8Repair repair = repair_utf8(bytes);
  if (repair.replaced > 16 && repair.replaced > size / 20)
    return Error{"not_text", "expected a text file in UTF-8"};

  Digest digest;
  digest.file_name = base_name_of(file_name);
  digest.name = digest_name_of(file_name);
  digest.date = date_of(digest.name);
  digest.source = std::make_unique<const std::string>(std::move(bytes));
  if (repair.replaced > 0) {
    digest.diagnostics.push_back(
        {DiagnosticCode::kInvalidUtf8, LineCounter(*digest.source).line_of(repair.first_offset),
         std::to_string(repair.replaced) + " ill-formed byte sequences were replaced by U+FFFD; " +
             "the first is in this line"});
  }
  const bool is_json = looks_like_json(*digest.source);
  if (is_json) {
    read_json_digest(digest);
  } else {
    DigestReader(digest).read();
  }
  if (digest.papers.empty()) {
    digest.diagnostics.push_back({DiagnosticCode::kNoPapers, 0,
                                  is_json ? "no JSON object with a title was found"
                                          : "no paper heading such as ### [1] [title](link) was found"});
  }
  report_duplicates(digest);
  std::stable_sort(digest.diagnostics.begin(), digest.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  return digest;
}

}  // namespace broadsheet
