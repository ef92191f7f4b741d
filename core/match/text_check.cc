#include "core/match/text_check.h"

#include <algorithm>
#include <vector>

#include "core/index/terms.h"
#include "core/match/phrase.h"
#include "core/query/query_words.h"
#include "core/text/stemmer.h"

namespace broadsheet {
namespace {

bool contains_phrase(std::string_view text, const Clause& clause) {
  PhraseFinder finder(clause);
  bool found = false;
  tokenize(text, [&](const Token& token) { found = found || finder.ends_with(token.folded); });
  return found;
}

// A range of tokens, half-open.
struct Place {
  size_t begin;
  size_t end;
};

std::vector<Place> places_of(const std::vector<std::string>& tokens, const std::vector<QueryTerm>& words,
                             Stemmer& stemmer) {
  std::vector<Place> places;
  for (size_t i = 0; i + words.size() <= tokens.size(); ++i) {
    size_t matched = 0;
    while (matched < words.size() && matches_token(words[matched], tokens[i + matched], stemmer)) ++matched;
    if (matched == words.size()) places.push_back({i, i + words.size()});
  }
  return places;
}

// Whether the ranges do not overlap and have at most `distance` tokens between them.
bool are_near(Place a, Place b, uint32_t distance) {
  if (a.begin > b.begin) std::swap(a, b);
  return a.end <= b.begin && b.begin - a.end <= distance;
}

bool contains_near(std::string_view text, const Clause& clause) {
  Stemmer stemmer;
  std::vector<std::string> tokens;
  tokenize(text, [&](const Token& token) { tokens.emplace_back(token.folded); });
  // Places of the last word so far from which all words before it are within reach.
  std::vector<Place> reached = places_of(tokens, clause.near.front(), stemmer);
  for (size_t i = 1; i < clause.near.size() && !reached.empty(); ++i) {
    std::vector<Place> next = places_of(tokens, clause.near[i], stemmer);
    const uint32_t distance = clause.distances[i - 1];
    std::erase_if(next, [&](Place place) {
      // `reached` ascends and its places all have the same length: only those around this one can be near.
      const size_t reach = distance + (reached[0].end - reached[0].begin);
      const auto first = std::lower_bound(reached.begin(), reached.end(), place.begin,
                                          [&](Place r, size_t at) { return r.begin + reach < at; });
      for (auto r = first; r != reached.end() && r->begin <= place.end + distance; ++r) {
        if (are_near(*r, place, distance)) return false;
      }
      return true;
    });
    reached = std::move(next);
  }
  return !reached.empty();
}

// Marks in `seen` the clause's terms that the text holds.
void note_terms(std::string_view text, const Clause& clause, std::vector<bool>& seen) {
  Stemmer stemmer;
  for_each_index_term(text, [&](std::string_view term) {
    for (size_t i = 0; i < clause.terms.size(); ++i) {
      const QueryTerm& wanted = clause.terms[i];
      seen[i] = seen[i] ||
                (wanted.ideographs ? matches_as_typed(wanted, term) : matches_token(wanted, term, stemmer));
    }
  });
}

// Calls visit(std::string_view) for every text that the clause searches.
template <typename Visit>
void for_each_text_of(const Paper& paper, const Clause& clause, Visit&& visit) {
  if (clause.extra_field.empty()) {
    for_each_text(paper, [&](SearchField field, std::string_view text) {
      if ((clause.fields & mask_of(field)) != 0) visit(text);
    });
    return;
  }
  for (const ExtraField& extra : paper.extra) {
    if (!is_failure_text(extra.text) && label_key(extra.name) == clause.extra_field) visit(extra.text);
  }
}

}  // namespace

bool holds_in_text(const Paper& paper, const Clause& clause) {
  if (clause.phrase.empty() && clause.near.empty()) {
    std::vector<bool> seen(clause.terms.size(), false);
    for_each_text_of(paper, clause, [&](std::string_view text) { note_terms(text, clause, seen); });
    return std::find(seen.begin(), seen.end(), false) == seen.end();
  }
  bool found = false;
  for_each_text_of(paper, clause, [&](std::string_view text) {
    if (!found) found = clause.near.empty() ? contains_phrase(text, clause) : contains_near(text, clause);
  });
  return found;
}

}  // namespace broadsheet
