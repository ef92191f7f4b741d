#include "core/query/query_edit.h"

#include <algorithm>
#include <utility>

#include "core/query/query_words.h"
#include "core/text/one_edit.h"

namespace broadsheet {
namespace {

bool is_typed_at(const QueryTerm& term, ByteRange source) {
  return std::find(term.sources.begin(), term.sources.end(), source) != term.sources.end();
}

struct TermPlace {
  size_t clause;
  size_t term;
};
TermPlace find_term(const Query& query, ByteRange source) {
  for (size_t i = 0;; ++i) {
    const Clause& clause = query.clauses.at(i);
    const auto term = std::find_if(clause.terms.begin(), clause.terms.end(),
                                   [&](const QueryTerm& each) { return is_typed_at(each, source); });
    if (term != clause.terms.end()) return {i, static_cast<size_t>(term - clause.terms.begin())};
  }
}

// The joined form of the clause's compound, or nullptr.
Clause* joined_form(Query& query, size_t clause) {
  const size_t next = clause + 1;
  if (next == query.clauses.size() || !query.clauses[next].alternative) return nullptr;
  return query.clauses[next].terms.empty() ? nullptr : &query.clauses[next];
}

// A clause has each word once. If one is a prefix, both are.
void merge_with_same_word(std::vector<QueryTerm>& terms, size_t changed) {
  const auto term = terms.begin() + static_cast<std::ptrdiff_t>(changed);
  const auto is_same = [&](const QueryTerm& each) { return &each != &*term && each.text == term->text; };
  const auto same = std::find_if(terms.begin(), terms.end(), is_same);
  if (same == terms.end()) return;
  const auto [kept, dropped] = std::minmax(term, same);
  if (dropped->prefix) std::swap(*kept, *dropped);
  for (const ByteRange source : dropped->sources) {
    const auto next = std::find_if(kept->sources.begin(), kept->sources.end(),
                                   [&](ByteRange each) { return each.begin > source.begin; });
    kept->sources.insert(next, source);
  }
  terms.erase(dropped);
}

// Replaces the term in the joined form of its compound. Another way to write the clause that does not join
// its words, as that of a name in the other order, has nothing to replace there.
void replace_in_joined(std::string& joined, const Clause& compound, const QueryTerm& replaced,
                       std::string_view spelling) {
  for (auto source = replaced.sources.rbegin(); source != replaced.sources.rend(); ++source) {
    size_t before = 0;
    for (const QueryTerm& term : compound.terms) {
      for (const ByteRange each : term.sources) before += each.begin < source->begin ? term.text.size() : 0;
    }
    if (joined.compare(std::min(before, joined.size()), replaced.text.size(), replaced.text) == 0)
      joined.replace(before, replaced.text.size(), spelling);
  }
}

// Removes what has lost all its words. Returns whether nothing is left of the node.
bool prune(QueryNode& node, const std::vector<Clause>& clauses) {
  if (node.kind == QueryNode::Kind::kClause) {
    const Clause& clause = clauses[node.clause];
    return clause.kind == Clause::Kind::kText && clause.terms.empty();
  }
  std::erase_if(node.children, [&](QueryNode& child) { return prune(child, clauses); });
  return node.children.empty();
}

}  // namespace

void replace_term(Query& query, ByteRange source, std::string_view spelling) {
  const TermPlace place = find_term(query, source);
  Clause& clause = query.clauses[place.clause];
  QueryTerm& replaced = clause.terms[place.term];
  QueryWords words;
  const auto respell = [&](QueryTerm& term, std::string_view text) {
    term.text = text;
    term.typo = term.typo && can_have_typo(text);
    if (!term.stem.empty()) words.find_stem(term);
  };
  if (Clause* const joined = joined_form(query, place.clause)) {
    std::string text = joined->terms.front().text;
    replace_in_joined(text, clause, replaced, spelling);
    respell(joined->terms.front(), text);
  }
  for (std::string& word : clause.phrase) {
    if (word == replaced.text) word = spelling;
  }
  for (std::vector<QueryTerm>& sequence : clause.near) {
    for (QueryTerm& word : sequence) {
      if (is_typed_at(replaced, word.sources.front())) respell(word, spelling);
    }
  }
  respell(replaced, spelling);
  merge_with_same_word(clause.terms, place.term);
}

void remove_term(Query& query, ByteRange source) {
  const TermPlace place = find_term(query, source);
  Clause& clause = query.clauses[place.clause];
  const auto term = clause.terms.begin() + static_cast<std::ptrdiff_t>(place.term);
  clause.open_phrase = clause.open_phrase && clause.phrase.back() != term->text;
  std::erase(clause.phrase, term->text);
  if (clause.phrase.size() < 2) {
    clause.phrase.clear();
    clause.open_phrase = false;
  }
  clause.near.clear();
  clause.distances.clear();
  clause.terms.erase(term);
  if (Clause* const joined = joined_form(query, place.clause)) joined->terms.clear();
  if (prune(query.root, query.clauses)) query.root = {};
}

}  // namespace broadsheet
