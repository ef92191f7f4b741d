#include "core/digest/text_slices.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/text/utf8.h"

namespace broadsheet {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::string_view trim(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size() && is_blank(text[begin])) ++begin;
  if (begin == text.size()) return text.substr(0, 0);
  return trim_right(text.substr(begin));
}

std::string_view trim_right(std::string_view text) {
  size_t end = text.size();
  while (end > 0 && is_blank(text[end - 1])) --end;
  return text.substr(0, end);
}

std::string_view beginning_of(std::string_view text, size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && is_continuation_byte(text[most])) --most;
  return text.substr(0, most);
}

std::string_view drop_line_ends(std::string_view text, int count) {
  for (; count > 0 && !text.empty(); --count) {
    if (text.back() == '\n') {
      text.remove_suffix(1);
      if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    } else if (text.back() == '\r') {
      text.remove_suffix(1);
    } else {
      break;
    }
  }
  return text;
}

bool is_name_suffix(std::string_view entry) {
  constexpr std::array<std::string_view, 6> kSuffixes = {"Jr.", "Jr", "Sr.", "Sr", "II", "III"};
  return std::find(kSuffixes.begin(), kSuffixes.end(), entry) != kSuffixes.end();
}

bool is_author(std::string_view entry) { return !entry.empty() && entry != ":"; }

std::vector<std::string_view> split_authors(std::string_view list) {
  std::vector<std::string_view> authors;
  // A library keeps some hundred thousand names: reserve no more room than needed, and none for what is
  // between commas in a row.
  constexpr size_t kUsual = 64;
  const auto commas = static_cast<size_t>(std::count(list.begin(), list.end(), ','));
  authors.reserve(std::min(commas + (list.empty() ? 0 : 1), kUsual));
  while (!list.empty()) {
    const size_t comma = list.find(',');
    const std::string_view author = trim(list.substr(0, comma));
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    if (!is_author(author)) continue;
    if (!authors.empty() && is_name_suffix(author)) {
      const char* begin = authors.back().data();
      authors.back() = {begin, static_cast<size_t>(author.data() + author.size() - begin)};
    } else {
      authors.push_back(author);
    }
  }
  if (commas >= kUsual) authors.shrink_to_fit();
  return authors;
}

std::optional<uint32_t> parse_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<uint64_t>(c - '0');
    if (value > std::numeric_limits<uint32_t>::max()) return std::nullopt;
  }
  return static_cast<uint32_t>(value);
}

uint32_t LineCounter::line_of(size_t byte_offset) {
  const auto begin = text_.begin();
  if (byte_offset < counted_to_) {
    const size_t stride = byte_offset / kStride;
    counted_to_ = stride * kStride;
    line_ = line_of_stride_[stride];
  }
  while (counted_to_ < byte_offset) {
    const size_t stride_end = (counted_to_ / kStride + 1) * kStride;
    const size_t end = std::min(byte_offset, stride_end);
    line_ += static_cast<uint32_t>(std::count(begin + static_cast<std::ptrdiff_t>(counted_to_),
                                              begin + static_cast<std::ptrdiff_t>(end), '\n'));
    counted_to_ = end;
    if (end == stride_end && end / kStride == line_of_stride_.size()) line_of_stride_.push_back(line_);
  }
  return line_;
}

}  // namespace broadsheet
