#include "core/search/highlight.h"

#include <algorithm>

#include "core/search/query_words.h"
#include "core/search/text_check.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

// Sorted and disjoint; ranges that touch become one.
void normalize(std::vector<ByteRange>& ranges) {
  std::sort(ranges.begin(), ranges.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  size_t kept = 0;
  for (const ByteRange range : ranges) {
    if (kept > 0 && range.begin <= ranges[kept - 1].end) {
      ranges[kept - 1].end = std::max(ranges[kept - 1].end, range.end);
    } else {
      ranges[kept++] = range;
    }
  }
  ranges.resize(kept);
}

}  // namespace

Highlighter::Highlighter(const Query& query) : query_(query) {
  for (const Clause& clause : query_.clauses) {
    if (clause.negated || clause.terms.empty()) continue;
    parts_.push_back({&clause, term_count_});
    term_count_ += clause.terms.size();
  }
}

Hits Highlighter::find(std::string_view text, SearchField field) {
  Hits hits;
  hits.terms.assign(term_count_, false);
  const auto looks_here = [&](const Part& part) { return (part.clause->fields & mask_of(field)) != 0; };
  if (std::none_of(parts_.begin(), parts_.end(), looks_here)) return hits;
  tokens_.clear();
  tokenize(text, [&](const Token& token) {
    tokens_.push_back({std::string(token.folded),
                       std::string(token.ideograph ? "" : stemmer_.stem(token.folded)),
                       {token.begin, token.end},
                       token.ideograph,
                       token.glued});
  });
  for (const Part& part : parts_) {
    if (!looks_here(part)) continue;
    if (part.clause->phrase.empty()) {
      find_words(part, hits);
    } else {
      find_phrase(part, hits);
    }
  }
  normalize(hits.ranges);
  return hits;
}

void Highlighter::find_words(const Part& part, Hits& hits) const {
  for (size_t i = 0; i < tokens_.size(); ++i) {
    const FoundToken& token = tokens_[i];
    const std::string pair =
        token.ideograph && token.glued && i > 0 ? tokens_[i - 1].folded + token.folded : "";
    for (size_t t = 0; t < part.clause->terms.size(); ++t) {
      const QueryTerm& term = part.clause->terms[t];
      ByteRange range = token.range;
      if (term.ideographs) {
        const bool is_pair = !pair.empty() && pair == term.text;
        if (!is_pair && token.folded != term.text) continue;
        if (is_pair) range.begin = tokens_[i - 1].range.begin;
      } else if (token.ideograph || !matches_token(term, token.folded, token.stem)) {
        continue;
      }
      hits.ranges.push_back(range);
      hits.terms[part.first_term + t] = true;
    }
  }
}

void Highlighter::find_phrase(const Part& part, Hits& hits) const {
  const size_t size = part.clause->phrase.size();
  for (size_t i = 0; i + size <= tokens_.size(); ++i) {
    size_t matched = 0;
    while (matched < size && matches_phrase_token(*part.clause, matched, tokens_[i + matched].folded))
      ++matched;
    if (matched < size) continue;
    hits.ranges.push_back({tokens_[i].range.begin, tokens_[i + size - 1].range.end});
    for (size_t t = 0; t < part.clause->terms.size(); ++t) hits.terms[part.first_term + t] = true;
  }
}

}  // namespace broadsheet
