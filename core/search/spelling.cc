#include "core/search/spelling.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/base/order.h"
#include "core/text/one_edit.h"

namespace broadsheet {
namespace {

// Shorter words are two edits from everything.
constexpr size_t kMinTwoEditBytes = 6;
// The first letter is mistyped less often than others.
constexpr double kOtherFirstLetter = 0.3;

// Optimal string alignment distance (Damerau 1964, for edits that do not overlap). Gives up above `most`.
size_t edits_between(std::string_view a, std::string_view b, size_t most) {
  constexpr size_t kLongest = 64;
  if (a.size() > kLongest || b.size() > kLongest) return most + 1;
  std::array<std::array<uint8_t, kLongest + 1>, 3> rows;
  for (size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<uint8_t>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& last = rows[(i + 2) % 3];
    const auto& before = rows[(i + 1) % 3];
    row[0] = static_cast<uint8_t>(i);
    size_t least = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      size_t edits = std::min({size_t{last[j]} + 1, size_t{row[j - 1]} + 1, size_t{last[j - 1]} + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        edits = std::min(edits, size_t{before[j - 2]} + 1);
      row[j] = static_cast<uint8_t>(edits);
      least = std::min(least, edits);
    }
    if (least > most) return most + 1;
  }
  return rows[a.size() % 3][b.size()];
}

void add_two_edits(const Library& library, std::string_view word,
                   std::unordered_map<std::string, uint64_t>& found) {
  for (const IndexedPapers& each : library.segments()) {
    const Segment& segment = each.segment;
    const auto [first, last] = segment.terms_with_prefix(word.substr(0, 1));
    for (TermId id = first; id < last; ++id) {
      const std::string_view term = segment.term(id);
      const size_t difference = std::max(term.size(), word.size()) - std::min(term.size(), word.size());
      if (difference <= 2 && edits_between(term, word, 2) == 2)
        found[std::string(term)] += segment.postings(id).document_frequency();
    }
  }
}

}  // namespace

std::vector<Respelling> respell(const Library& library, std::string_view word, size_t count) {
  if (!can_have_typo(word)) return {};
  std::unordered_map<std::string, uint64_t> found;
  for (const IndexedPapers& each : library.segments()) {
    for (const TermId id : each.segment.terms_near(word))
      found[std::string(each.segment.term(id))] += each.segment.postings(id).document_frequency();
  }
  if (found.empty() && word.size() >= kMinTwoEditBytes) add_two_edits(library, word, found);
  std::vector<Respelling> words;
  for (const auto& [other, df] : found) words.push_back({other, df});
  const auto value = [&](const Respelling& each) {
    return static_cast<double>(each.document_frequency) *
           (each.word.front() == word.front() ? 1 : kOtherFirstLetter);
  };
  keep_first(words, count, [&](const Respelling& a, const Respelling& b) {
    return value(a) != value(b) ? value(a) > value(b) : a.word < b.word;
  });
  return words;
}

}  // namespace broadsheet
