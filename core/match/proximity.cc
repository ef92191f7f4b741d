#include "core/match/proximity.h"

#include <algorithm>
#include <bit>

#include "core/index/fields.h"
#include "core/index/terms.h"
#include "core/query/query_words.h"
#include "core/query/scored_terms.h"
#include "core/text/function_words.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

// A number below 256, the same for an ideograph and every pair that begins with it.
unsigned char opening_of_ideographs(std::string_view term) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(term[i]); };
  return term.size() > 2 ? static_cast<unsigned char>(byte(0) ^ byte(1) << 3 ^ byte(2)) : byte(0);
}

}  // namespace

ProximityScorer::ProximityScorer(const Query& query, std::span<const float> idf) {
  for_each_scored_term(query, [&](const Clause& clause, const QueryTerm& term, size_t number) {
    if (clause.alternative) return;
    words_.push_back({&term, idf[number], clause.fields});
    if (term.ideographs) {
      ideograph_openings_.set(opening_of_ideographs(term.text));
    } else {
      openings_.add(term);
    }
  });
}

bool ProximityScorer::is(const QueryTerm& term, std::string_view text, bool ideographs) {
  if (term.ideographs || ideographs) return term.ideographs && ideographs && matches_as_typed(term, text);
  return matches_token(term, text, stemmer_);
}

ProximityScorer::Scan ProximityScorer::scan(std::string_view text, bool is_title) {
  Scan scan;
  WordSet last = 0;
  const auto see = [&](WordSet current) {
    ++scan.terms;
    scan.named += current != 0 ? 1 : 0;
    scan.seen |= current;
    scan.pairs |= last << 1 & current;
    last = current;
  };
  const auto words_that_match = [&](std::string_view term, bool ideographs) {
    WordSet words = 0;
    for (size_t i = 0; i < words_.size(); ++i)
      words |= is(*words_[i].term, term, ideographs) ? WordSet{1} << i : 0;
    return words;
  };
  const auto visit_word = [&](const Token& token) {
    const WordSet current = openings_.may_begin(token.folded) ? words_that_match(token.folded, false) : 0;
    scan.passed_over += is_title && current == 0 && is_function_word(token.folded) ? 1 : 0;
    see(current);
  };
  const auto visit_pair = [&](std::string_view pair) {
    see(ideograph_openings_[opening_of_ideographs(pair)] ? words_that_match(pair, true) : 0);
  };
  const auto visit_ideographs = [&](std::string_view term) {
    const bool ends_run = last != 0 && decode_utf8(term, 0).length == term.size();
    if (!ends_run) visit_pair(term);
  };
  call_for_each_word_and_pair(text, visit_word, visit_ideographs,
                              [&](const char* pair) { visit_pair(std::string_view(pair, 6)); });
  return scan;
}

float ProximityScorer::weight_of_pairs(WordSet pairs) const {
  float weight = 0;
  for (size_t i = 1; i < words_.size(); ++i)
    weight += (pairs >> i & 1) != 0 ? std::min(words_[i - 1].idf, words_[i].idf) : 0.0f;
  return weight;
}

float ProximityScorer::weight_of_first_author(std::string_view name) const {
  std::string family_name;  // the last token
  tokenize(name, [&](const Token& token) { family_name = token.folded; });
  const auto names = [&](const Word& word) {
    return (word.fields & mask_of(SearchField::kAuthors)) != 0 && matches_as_typed(*word.term, family_name);
  };
  const auto word = std::find_if(words_.begin(), words_.end(), names);
  return word == words_.end() || family_name.empty() ? 0.0f : kFirstAuthor * word->idf;
}

Proximity ProximityScorer::score(const Paper& paper, WordsInFields words) {
  Proximity proximity;
  if (words_.empty()) return proximity;
  if (words.in_title() > 0) {
    const Scan title = scan(paper.title, true);
    proximity.pairs = kPairInTitle * weight_of_pairs(title.pairs);
    const bool all_seen = std::popcount(title.seen) == static_cast<int>(words_.size());
    if (title.named > 0) {
      const float share =
          static_cast<float>(title.named) / static_cast<float>(title.terms - title.passed_over);
      proximity.title = title.named == title.terms && all_seen ? kExactTitle : kTitleCoverage * share * share;
    }
  }
  if (words.in_authors() > 0 && !paper.authors.empty())
    proximity.first_author = weight_of_first_author(paper.authors.front());
  if (words_.size() < 2 || (words.in_tldr() < 2 && words.in_abstract() < 2)) return proximity;
  const auto& tldr = paper.text(TextField::kTldr);
  if (says_something(tldr)) {
    if (words.in_tldr() > 1) proximity.pairs += kPairInSummary * weight_of_pairs(scan(*tldr).pairs);
  } else if (const auto& abstract = paper.text(TextField::kAbstract); says_something(abstract)) {
    proximity.pairs += kPairInSummary * weight_of_pairs(scan(*abstract).pairs);
  }
  return proximity;
}

}  // namespace broadsheet
