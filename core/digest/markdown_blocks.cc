#include "core/digest/markdown_blocks.h"

#include <cmark.h>
#include <parser.h>  // cmark's own: the tree as it grows

#include <algorithm>
#include <memory>
#include <optional>

#include "core/base/find_byte.h"

namespace broadsheet {
namespace {

// cmark is fed this much at a time, then the blocks it has closed are freed. A node takes some 150 bytes, a
// block as few as two.
constexpr size_t kChunkBytes = size_t{64} << 10;
// How many levels of the open block are freed too: to go deeper, a line needs bytes for each level.
constexpr int kRelievedLevels = 64;

// cmark frees the text of paragraphs and headings in its inline phase, which never runs.
void free_block(cmark_node* block) {
  cmark_iter* const walk = cmark_iter_new(block);
  while (cmark_iter_next(walk) != CMARK_EVENT_DONE) {
    cmark_node* const node = cmark_iter_get_node(walk);
    if (node->type != CMARK_NODE_PARAGRAPH && node->type != CMARK_NODE_HEADING) continue;
    node->mem->free(node->data);
    node->data = nullptr;
  }
  cmark_iter_free(walk);
  cmark_node_free(block);
}

struct ParserDeleter {
  void operator()(cmark_parser* parser) const {
    cmark_node_free(parser->root);
    cmark_strbuf_free(&parser->content);
    cmark_parser_free(parser);
  }
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_blank(std::string_view line) {
  return std::all_of(line.begin(), line.end(), [](char c) { return is_blank(c); });
}

// Whether the rest of a line is a rule such as `* * *`, and so opens no lists.
bool is_rule(std::string_view rest) {
  const char sign = rest.front();
  return (sign == '*' || sign == '-') &&
         std::all_of(rest.begin(), rest.end(), [&](char c) { return c == sign || is_blank(c); });
}

// The length of the marker that opens a quote or list item at `at`; 0 if there is none.
size_t container_marker(std::string_view line, size_t at) {
  constexpr size_t kMaxDigits = 9;
  if (line[at] == '>') return 1;
  size_t sign = at;
  while (sign < line.size() && sign - at < kMaxDigits && line[sign] >= '0' && line[sign] <= '9') ++sign;
  if (sign == line.size()) return 0;
  const char c = line[sign];
  const bool is_sign = sign > at ? c == '.' || c == ')' : c == '-' || c == '*' || c == '+';
  return is_sign && (sign + 1 == line.size() || is_blank(line[sign + 1])) ? sign + 1 - at : 0;
}

// Where a line opens the first container beyond kMaxLineContainers.
std::optional<size_t> container_too_deep(std::string_view line) {
  size_t count = 0;
  for (size_t at = 0; at < line.size();) {
    if (is_blank(line[at])) {
      ++at;
    } else if (const size_t length = container_marker(line, at); length == 0) {
      return std::nullopt;
    } else if (++count > kMaxLineContainers) {
      return is_rule(line.substr(at)) ? std::nullopt : std::optional(at);
    } else {
      at += length;
    }
  }
  return std::nullopt;
}

class BlockWalk {
 public:
  BlockWalk(std::string_view text, const std::function<void(const Block&)>& visit)
      : text_(text), visit_(visit), parser_(cmark_parser_new(CMARK_OPT_DEFAULT)) {}

  void run() {
    for (size_t begin = 0; begin < text_.size();) {
      const size_t end = end_of_line(text_, std::min(begin + kChunkBytes, text_.size()));
      feed_chunk(begin, end);
      // The last line may lack its line end.
      if (end == text_.size() && text_.back() != '\n' && text_.back() != '\r') feed("\n");
      visit_closed(end == text_.size());
      forget();
      lines_before_ += line_begins_.size();
      begin = end;
    }
  }

 private:
  void feed(std::string_view bytes) {
    if (!bytes.empty()) cmark_parser_feed(parser_.get(), bytes.data(), bytes.size());
  }

  // Feeds a chunk without what costs much and changes nothing: only the first of several blank lines, since
  // cmark follows each through all open lists, and at most kMaxLineContainers containers a line.
  void feed_chunk(size_t begin, size_t end) {
    const std::vector<uint32_t> offsets = line_offsets(text_.substr(begin, end - begin));
    line_begins_.clear();
    size_t fed = begin;
    for (size_t i = 0; i + 1 < offsets.size(); ++i) {
      const size_t line_begin = begin + offsets[i];
      const size_t line_end = begin + offsets[i + 1];
      const std::string_view line = text_.substr(line_begin, line_end - line_begin);
      const bool follows_blank = is_behind_blank_;
      is_behind_blank_ = is_blank(line);
      if (is_behind_blank_ && follows_blank) {
        feed(text_.substr(fed, line_begin - fed));
        fed = line_end;
        continue;
      }
      line_begins_.push_back(line_begin);
      if (const std::optional<size_t> deep = container_too_deep(line)) {
        feed(text_.substr(fed, line_begin + *deep - fed));
        feed("x");
        fed = line_begin + *deep + 1;
      }
    }
    feed(text_.substr(fed, end - fed));
  }

  // All top-level blocks but the last are closed; at the text's end the last one is complete too.
  void visit_closed(bool is_end) {
    for (cmark_node* node = cmark_node_first_child(parser_->root); node != nullptr;) {
      cmark_node* const next = cmark_node_next(node);
      const auto line = static_cast<size_t>(cmark_node_get_start_line(node));
      const size_t begin = line > lines_before_ ? line_begins_[line - lines_before_ - 1] : open_begin_;
      if (next == nullptr && !is_end) {
        open_begin_ = begin;
        relieve(node);
        return;
      }
      const cmark_node_type type = cmark_node_get_type(node);
      if (type == CMARK_NODE_HEADING) {
        visit_({BlockKind::kHeading, static_cast<uint32_t>(cmark_node_get_heading_level(node)), begin});
      } else if (type == CMARK_NODE_HTML_BLOCK) {
        visit_({BlockKind::kHtml, 0, begin});
      }
      free_block(node);
      node = next;
    }
  }

  // Frees what is closed inside the open block, except the last two children: cmark asks whether an item has
  // any, and may take back the last one.
  static void relieve(cmark_node* node) {
    for (int level = 0; node != nullptr && level < kRelievedLevels; ++level) {
      cmark_node* const last = cmark_node_last_child(node);
      cmark_node* const kept = last == nullptr ? nullptr : cmark_node_previous(last);
      while (kept != nullptr && cmark_node_first_child(node) != kept)
        free_block(cmark_node_first_child(node));
      node = last;
    }
  }

  // Forgets most of an open block's text. cmark needs only the beginning: the line that opens a fence, and
  // what shows that a paragraph holds only references. It keeps none of those (cmake/cmark_blocks_only.c).
  void forget() {
    constexpr auto kKept = static_cast<bufsize_t>(kChunkBytes);
    if (parser_->content.size <= kKept) return;
    cmark_strbuf_truncate(&parser_->content, kKept);
    parser_->content.ptr[kKept - 1] = '\n';
  }

  const std::string_view text_;
  const std::function<void(const Block&)>& visit_;
  const std::unique_ptr<cmark_parser, ParserDeleter> parser_;
  bool is_behind_blank_ = false;
  size_t lines_before_ = 0;          // lines that cmark read before this chunk
  std::vector<size_t> line_begins_;  // of the lines it reads in this chunk
  size_t open_begin_ = 0;            // of the top-level block still open from an earlier chunk
};

}  // namespace

void for_each_block(std::string_view text, const std::function<void(const Block&)>& visit) {
  BlockWalk(text, visit).run();
}

size_t end_of_line(std::string_view text, size_t at) {
  const size_t end = text.find_first_of("\r\n", at);
  if (end == std::string_view::npos) return text.size();
  return text.substr(end).starts_with("\r\n") ? end + 2 : end + 1;
}

std::vector<uint32_t> line_offsets(std::string_view text) {
  std::vector<uint32_t> offsets = {0};
  size_t carriage_return = find_byte(text, '\r');
  for (size_t i = 0; i < text.size();) {
    const size_t line_feed = std::min(find_byte(text, '\n', i), text.size());
    // A lone CR ends a line too; most texts have none.
    for (; carriage_return < line_feed; carriage_return = find_byte(text, '\r', carriage_return + 1)) {
      if (carriage_return + 1 < line_feed) offsets.push_back(static_cast<uint32_t>(carriage_return + 1));
    }
    i = line_feed + 1;
    if (i < text.size()) offsets.push_back(static_cast<uint32_t>(i));
  }
  offsets.push_back(static_cast<uint32_t>(text.size()));
  return offsets;
}

}  // namespace broadsheet
