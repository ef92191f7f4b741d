#include "core/search/highlight.h"

#include <algorithm>

#include "core/search/compounds.h"
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
    for (const QueryTerm& term : clause.terms) {
      if (term.ideographs) {
        last_bytes_.set(static_cast<unsigned char>(term.text.back()));
      } else {
        openings_.add(term);
      }
    }
  }
}

void Highlighter::tokenize_into_scratch(std::string_view text) {
  text_ = text;
  tokens_.clear();
  candidates_.clear();
  tokenize(text, [&](const Token& token) {
    // Words that folding has changed do not outlive their token.
    const bool stays = token.ideograph || token.folded.data() == text.data() + token.begin;
    const size_t letters = token.ideograph ? 0 : letters_before_digits(token.folded);
    const bool may_match = token.ideograph ? last_bytes_[static_cast<unsigned char>(token.folded.back())]
                                           : letters > 0 || openings_.may_begin(token.folded);
    if (may_match) candidates_.push_back(static_cast<uint32_t>(tokens_.size()));
    tokens_.push_back({stays ? token.folded : folded_.add(token.folded),
                       {token.begin, token.end},
                       static_cast<uint32_t>(letters),
                       token.ideograph,
                       token.glued});
  });
}

Hits Highlighter::find(std::string_view text, SearchField field) {
  Hits hits;
  hits.terms.assign(term_count_, false);
  const auto looks_here = [&](const Part& part) { return (part.clause->fields & mask_of(field)) != 0; };
  if (std::none_of(parts_.begin(), parts_.end(), looks_here)) return hits;
  tokenize_into_scratch(text);
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

ByteRange Highlighter::match_word(const QueryTerm& term, size_t i) {
  const FoundToken& token = tokens_[i];
  const std::string_view word = token.folded;
  if (term.ideographs) {
    if (!token.ideograph) return {};
    if (word == term.text) return token.range;
    if (!token.glued || i == 0 || !term.text.ends_with(word)) return {};
    const std::string_view first = tokens_[i - 1].folded;
    const bool is_pair = first.size() + word.size() == term.text.size() && term.text.starts_with(first);
    return is_pair ? ByteRange{tokens_[i - 1].range.begin, token.range.end} : ByteRange{};
  }
  if (token.ideograph) return {};
  if (token.letters > 0) {
    const bool as_written = token.range.end - token.range.begin == word.size();
    const uint32_t middle = token.range.begin + token.letters;
    if (word.substr(0, token.letters) == term.text)
      return as_written ? ByteRange{token.range.begin, middle} : token.range;
    if (word.substr(token.letters) == term.text)
      return as_written ? ByteRange{middle, token.range.end} : token.range;
  }
  // Nearly all words end here: those of the query's other terms.
  const bool begins_so = word[0] == term.text[0] || (!term.stem.empty() && word[0] == term.stem[0]);
  if (!begins_so && !term.typo) return {};
  if (matches_token(term, word, stemmer_)) return token.range;
  // A compound, typed as one word.
  if (!term.text.starts_with(word)) return {};
  size_t matched = word.size();
  for (size_t j = i + 1; j < tokens_.size() && !tokens_[j].ideograph; ++j) {
    const uint32_t gap_begin = tokens_[j - 1].range.end;
    const std::string_view gap = text_.substr(gap_begin, tokens_[j].range.begin - gap_begin);
    if (gap != " " && !joins_words(gap)) return {};
    const std::string_view next = tokens_[j].folded;
    if (!std::string_view(term.text).substr(matched).starts_with(next)) return {};
    matched += next.size();
    if (matched == term.text.size()) return {token.range.begin, tokens_[j].range.end};
  }
  return {};
}

void Highlighter::find_words(const Part& part, Hits& hits) {
  for (const uint32_t i : candidates_) {
    for (size_t t = 0; t < part.clause->terms.size(); ++t) {
      const ByteRange range = match_word(part.clause->terms[t], i);
      if (range.begin == range.end) continue;
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
