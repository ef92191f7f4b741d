#include "core/show/highlight.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/index/compounds.h"
#include "core/match/phrase.h"
#include "core/query/query_words.h"
#include "core/query/scored_terms.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

// Makes ranges sorted and disjoint; adjacent ones become one.
void normalize(std::vector<ByteRange>& ranges) {
  put_in_order(ranges, [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
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

Highlighter::Highlighter(const Query& query) {
  for_each_scored_term(query, [&](const Clause& clause, const QueryTerm& term, size_t number) {
    if (parts_.empty() || parts_.back().clause != &clause) parts_.push_back({&clause, number});
    ++term_count_;
    if (term.ideographs) {
      last_bytes_.set(static_cast<unsigned char>(term.text.back()));
    } else {
      openings_.add(term);
    }
  });
}

void Highlighter::tokenize_into_scratch(std::string_view text) {
  text_ = text;
  tokens_.clear();
  candidates_.clear();
  tokenize(text, [&](const Token& token) {
    // Words changed by folding do not outlive their token.
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
  // Nearly all words are ruled out here: they match other terms of the query.
  const bool begins_so = word[0] == term.text[0] || (!term.stem.empty() && word[0] == term.stem[0]);
  if (!begins_so && !term.typo) return {};
  if (matches_token(term, word, stemmer_)) return token.range;
  // A compound that was typed as one word.
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
  PhraseFinder finder(*part.clause);
  bool found = false;
  for (size_t i = 0; i < tokens_.size(); ++i) {
    if (!finder.ends_with(tokens_[i].folded)) continue;
    hits.ranges.push_back({tokens_[i + 1 - size].range.begin, tokens_[i].range.end});
    found = true;
  }
  for (size_t t = 0; found && t < part.clause->terms.size(); ++t) hits.terms[part.first_term + t] = true;
}

}  // namespace broadsheet
