#include "core/search/proximity.h"

#include <algorithm>
#include <bit>

#include "core/search/fields.h"
#include "core/search/query_words.h"
#include "core/search/terms.h"

namespace broadsheet {

ProximityScorer::ProximityScorer(const Query& query, std::span<const float> idf) {
  size_t scored = 0;
  for (const Clause& clause : query.clauses) {
    if (clause.negated) continue;
    for (const QueryTerm& term : clause.terms) {
      const float term_idf = idf[scored++];
      if (clause.alternative) continue;
      words_.push_back({&term, term_idf});
      if (term.typo) first_bytes_.set();
      first_bytes_.set(static_cast<unsigned char>(term.text.front()));
    }
  }
}

bool ProximityScorer::is(const QueryTerm& term, std::string_view text, bool ideographs) {
  if (term.ideographs || ideographs)
    return term.ideographs && (text == term.text || (term.prefix && text.starts_with(term.text)));
  return matches_token(term, text, may_have_stem(text, term.stem) ? stemmer_.stem(text) : std::string_view());
}

ProximityScorer::Scan ProximityScorer::scan(std::string_view text) {
  Scan scan;
  WordSet last = 0;
  for_each_term(text, [&](std::string_view term) {
    const auto first = static_cast<unsigned char>(term.front());
    const bool ideographs =
        first >= 0x80 && fold_char(decode_utf8(term, 0).value).char_class == CharClass::kIdeograph;
    if (ideographs && last != 0 && decode_utf8(term, 0).length == term.size()) return;  // the end of a run
    WordSet current = 0;
    if (first_bytes_[first]) {
      for (size_t i = 0; i < words_.size(); ++i)
        current |= is(*words_[i].term, term, ideographs) ? WordSet{1} << i : 0;
    }
    ++scan.terms;
    scan.named += current != 0 ? 1 : 0;
    scan.seen |= current;
    scan.pairs |= last << 1 & current;
    last = current;
  });
  return scan;
}

float ProximityScorer::weight_of_pairs(WordSet pairs) const {
  float weight = 0;
  for (size_t i = 1; i < words_.size(); ++i)
    weight += (pairs >> i & 1) != 0 ? std::min(words_[i - 1].idf, words_[i].idf) : 0.0f;
  return weight;
}

Proximity ProximityScorer::score(const Paper& paper) {
  Proximity proximity;
  if (words_.empty()) return proximity;
  const Scan title = scan(paper.title);
  proximity.pairs = kPairInTitle * weight_of_pairs(title.pairs);
  const bool all_seen = std::popcount(title.seen) == static_cast<int>(words_.size());
  if (title.terms > 0) {
    const float share = static_cast<float>(title.named) / static_cast<float>(title.terms);
    proximity.title = title.named == title.terms && all_seen ? kExactTitle : kTitleCoverage * share * share;
  }
  if (words_.size() < 2) return proximity;
  const auto says_something = [](const auto& text) { return text && !is_failure_text(*text); };
  const auto& tldr = paper.text(TextField::kTldr);
  const auto& summary = says_something(tldr) ? tldr : paper.text(TextField::kAbstract);
  if (says_something(summary)) proximity.pairs += kPairInSummary * weight_of_pairs(scan(*summary).pairs);
  return proximity;
}

}  // namespace broadsheet
