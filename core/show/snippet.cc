#include "core/show/snippet.h"

#include <algorithm>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

// The share of the budget for the text before the first hit, so that the hit is read within its sentence.
constexpr size_t kLeadDivisor = 5;
// How many bytes an end may move to reach the end of a word or a formula.
constexpr size_t kMaxWordBytes = 32;
constexpr size_t kMaxFormulaBytes = 400;

size_t forward(std::string_view text, size_t from, size_t code_points) {
  for (; code_points > 0 && from < text.size(); --code_points) from += decode_utf8(text, from).length;
  return from;
}

size_t backward(std::string_view text, size_t from, size_t code_points) {
  for (; code_points > 0 && from > 0; --code_points) {
    do --from;
    while (is_continuation_byte(text[from]));
  }
  return from;
}

bool is_word_byte(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

bool cuts_word(std::string_view text, size_t at) {
  return at > 0 && at < text.size() && is_word_byte(text[at - 1]) && is_word_byte(text[at]);
}

// The formulas between `$` signs: [begin, end) of each, including the signs.
std::vector<ByteRange> find_formulas(std::string_view text) {
  std::vector<ByteRange> formulas;
  size_t open = std::string_view::npos;
  for (size_t i = text.find('$'); i != std::string_view::npos; i = text.find('$', i + 1)) {
    if (i > 0 && text[i - 1] == '\\') continue;
    if (open == std::string_view::npos) {
      open = i;
    } else {
      if (i - open <= kMaxFormulaBytes)
        formulas.push_back({static_cast<uint32_t>(open), static_cast<uint32_t>(i + 1)});
      open = std::string_view::npos;
    }
  }
  return formulas;
}

}  // namespace

ByteRange pick_snippet(std::string_view text, const std::vector<ByteRange>& hits, size_t budget) {
  const auto full_text = ByteRange{0, static_cast<uint32_t>(text.size())};
  if (forward(text, 0, budget) == text.size()) return full_text;
  size_t best = 0;
  size_t best_count = 0;
  for (size_t first = 0, last = 0; first < hits.size(); ++first) {
    const size_t window_end = forward(text, hits[first].begin, budget - budget / kLeadDivisor);
    last = std::max(last, first);
    while (last < hits.size() && hits[last].end <= window_end) ++last;
    if (last - first > best_count) {
      best_count = last - first;
      best = first;
    }
  }
  size_t begin = hits.empty() ? 0 : backward(text, hits[best].begin, budget / kLeadDivisor);
  if (forward(text, begin, budget) == text.size()) begin = backward(text, text.size(), budget);
  size_t end = forward(text, begin, budget);
  for (size_t i = 0; i < kMaxWordBytes && cuts_word(text, begin); ++i) --begin;
  for (size_t i = 0; i < kMaxWordBytes && cuts_word(text, end); ++i) ++end;
  for (const ByteRange formula : find_formulas(text)) {
    if (formula.begin < begin && begin < formula.end) begin = formula.begin;
    if (formula.begin < end && end < formula.end) end = formula.end;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace broadsheet
