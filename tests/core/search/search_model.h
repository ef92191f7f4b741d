// search_model.h: a second implementation of the search, as plain as possible: no index, every text read for
// every query, std::map for everything. Slow and obvious; the real search is compared with it.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/index/terms.h"
#include "core/library/library.h"
#include "core/search/searcher.h"
#include "core/text/stemmer.h"

namespace broadsheet::testing {

class SearchModel {
 public:
  explicit SearchModel(const Library& library) : library_(library) {
    for (PaperOrdinal i = 0; i < library.paper_count(); ++i) {
      papers_.push_back({});
      for_each_text(library.paper(i).paper, [&](SearchField field, std::string_view text) {
        for_each_index_term(text, [&](std::string_view term) {
          papers_.back()[static_cast<size_t>(field)].emplace_back(term);
        });
      });
    }
  }

  std::set<std::string> read;  // ids of the works in the set is:read

  struct Score {
    double words = 0;
    double order = 0;  // for word order; only the best by `words` get it
  };
  using Matches = std::map<PaperOrdinal, Score>;

  // The matching appearances of each work, by its id.
  std::map<std::string, Matches> by_work(const Matches& matches) const {
    std::map<std::string, Matches> works;
    for (const auto& [paper, score] : matches)
      works[std::string(library_.paper(paper).paper.arxiv_id.id)].emplace(paper, score);
    return works;
  }

  // The best of appearances with all texts: the newest, then by file, then by line.
  PaperOrdinal best(const Matches& appearances) const {
    PaperOrdinal chosen = appearances.begin()->first;
    for (const auto& [paper, score] : appearances) {
      const PaperRef a = library_.paper(paper);
      const PaperRef b = library_.paper(chosen);
      const DigestHead x = a.volume.head();
      const DigestHead y = b.volume.head();
      if (x.date() != y.date() ? x.date() > y.date() : a.paper.line < b.paper.line) chosen = paper;
    }
    return chosen;
  }

  // The matching papers with their scores, before any facet is selected.
  Matches search(const Query& query) const {
    idfs_.clear();
    Matches hits;
    for (PaperOrdinal i = 0; i < papers_.size(); ++i) {
      if (holds(i, query, query.root)) hits[i] = score(i, query);
    }
    return hits;
  }

 private:
  using Terms = std::map<size_t, std::vector<std::string>>;  // by field

  // Letters inserted, deleted, changed, or swapped with their neighbour.
  static size_t edits_between(const std::string& a, const std::string& b) {
    std::map<std::pair<size_t, size_t>, size_t> least;
    for (size_t i = 0; i <= a.size(); ++i) {
      for (size_t j = 0; j <= b.size(); ++j) {
        size_t edits = i == 0 ? j : j == 0 ? i : SIZE_MAX;
        if (i > 0 && j > 0) {
          const size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
          edits = std::min({least[{i - 1, j}] + 1, least[{i, j - 1}] + 1, least[{i - 1, j - 1}] + change});
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            edits = std::min(edits, least[{i - 2, j - 2}] + 1);
        }
        least[{i, j}] = edits;
      }
    }
    return least[{a.size(), b.size()}];
  }

  static double kind_weight(const QueryTerm& term, const std::string& word) {
    if (word == term.text) return 1.0;
    if (!term.stem.empty() && Stemmer().stem(word) == term.stem) return 0.35;
    if (term.typo && edits_between(word, term.text) == 1) return 0.3;
    if (term.prefix && word.starts_with(term.text)) return term.ideographs ? 1.0 : 0.25;
    return 0.0;
  }

  double weight(PaperOrdinal paper, const Clause& clause, const QueryTerm& term) const {
    double sum = 0;
    for (const auto& [field, words] : papers_[paper]) {
      if ((clause.fields >> field & 1) == 0) continue;
      for (const std::string& word : words)
        sum += static_cast<double>(kFieldWeights[field]) * kind_weight(term, word);
    }
    return sum;
  }

  static double length(const Terms& terms) {
    double sum = 0;
    for (const auto& [field, words] : terms) {
      const bool is_list = field == static_cast<size_t>(SearchField::kAuthors) ||
                           field == static_cast<size_t>(SearchField::kId);
      sum += is_list ? 0 : static_cast<double>(words.size());
    }
    return sum;
  }
  // Rounded to a sixteenth of a doubling.
  static double rounded(double terms) { return std::exp2(std::round(16 * std::log2(1 + terms)) / 16) - 1; }

  double norm(PaperOrdinal paper) const {
    double total = 0;
    for (const Terms& terms : papers_) total += length(terms);
    const double b = static_cast<double>(kLengthNormalization);
    const double mean = total / static_cast<double>(papers_.size());
    return static_cast<double>(kSaturation) * (1 - b + b * rounded(length(papers_[paper])) / mean);
  }

  // Cached: every paper asks for it again.
  double idf(const Clause& clause, const QueryTerm& term) const {
    const auto known = idfs_.find(&term);
    if (known != idfs_.end()) return known->second;
    double df = 0;
    for (PaperOrdinal i = 0; i < papers_.size(); ++i) df += weight(i, clause, term) > 0 ? 1 : 0;
    return idfs_[&term] = std::log(1 + (static_cast<double>(papers_.size()) - df + 0.5) / (df + 0.5));
  }

  // The words of the query in order, with their weights.
  struct Word {
    QueryTerm term;
    double idf;
  };
  std::vector<Word> words_in_order(const Query& query) const {
    std::vector<Word> words;
    for (const Clause& clause : query.clauses) {
      if (clause.negated || clause.alternative) continue;
      for (const QueryTerm& term : clause.terms) words.push_back({term, idf(clause, term)});
    }
    return words;
  }

  static bool is_han(const std::string& word) { return static_cast<unsigned char>(word.front()) >= 0xE3; }

  // For each term of a text, the query words it matches; after a matching term, the last ideograph of its run
  // is skipped.
  static std::vector<std::set<size_t>> named_words(std::string_view text, const std::vector<Word>& words) {
    std::vector<std::set<size_t>> places;
    for_each_term(text, [&](std::string_view term) {
      const std::string word(term);
      if (is_han(word) && word.size() <= 4 && !places.empty() && !places.back().empty()) return;
      std::set<size_t> named;
      for (size_t i = 0; i < words.size(); ++i) {
        if (words[i].term.ideographs == is_han(word) && kind_weight(words[i].term, word) > 0) named.insert(i);
      }
      places.push_back(named);
    });
    return places;
  }

  // How often a title has the one function word among the words of these papers, if the query does not name
  // it.
  static double passed_over(std::string_view title, const std::vector<Word>& words) {
    const auto is_the = [&](const Word& word) { return kind_weight(word.term, "the") > 0; };
    if (std::any_of(words.begin(), words.end(), is_the)) return 0;
    double count = 0;
    for_each_term(title, [&](std::string_view term) { count += term == "the" ? 1 : 0; });
    return count;
  }

  static double pairs(const std::vector<std::set<size_t>>& places, const std::vector<Word>& words) {
    double sum = 0;
    for (size_t i = 0; i + 1 < words.size(); ++i) {
      bool found = false;
      for (size_t at = 0; at + 1 < places.size(); ++at)
        found = found || (places[at].contains(i) && places[at + 1].contains(i + 1));
      sum += found ? std::min(words[i].idf, words[i + 1].idf) : 0;
    }
    return sum;
  }

  double proximity(PaperOrdinal paper, const Query& query) const {
    const std::vector<Word> words = words_in_order(query);
    if (words.empty()) return 0;
    const Paper& p = library_.paper(paper).paper;
    const auto title = named_words(p.title, words);
    double sum = 0.5 * pairs(title, words);
    std::set<size_t> seen;
    double named = 0;
    for (const std::set<size_t>& place : title) {
      seen.insert(place.begin(), place.end());
      named += place.empty() ? 0 : 1;
    }
    const bool is_exact = named == static_cast<double>(title.size()) && seen.size() == words.size();
    const double telling = std::max(1.0, static_cast<double>(title.size()) - passed_over(p.title, words));
    sum += title.empty() ? 0 : is_exact ? 1000 : 2 * (named / telling) * (named / telling);
    const auto& summary = p.text(TextField::kTldr) ? p.text(TextField::kTldr) : p.text(TextField::kAbstract);
    if (summary) sum += 0.4 * pairs(named_words(*summary, words), words);
    return sum;
  }

  bool holds(PaperOrdinal paper, const Query& query, const QueryNode& node) const {
    if (node.kind == QueryNode::Kind::kClause) return holds(paper, query.clauses[node.clause]);
    if (node.kind == QueryNode::Kind::kNot) return !holds(paper, query, node.children[0]);
    size_t count = 0;
    for (const QueryNode& child : node.children) count += holds(paper, query, child) ? 1 : 0;
    return node.kind == QueryNode::Kind::kAny ? count > 0 : count == node.children.size();
  }

  bool holds(PaperOrdinal paper, const Clause& clause) const {
    const Paper& p = library_.paper(paper).paper;
    const std::string date = library_.paper(paper).volume.head().date();
    if (clause.kind == Clause::Kind::kDate)
      return date >= clause.dates.from && (clause.dates.to.empty() || date < clause.dates.to);
    if (clause.kind == Clause::Kind::kFeature) {
      if (clause.feature != Feature::kMath) return clause.feature == Feature::kSummary;
      bool found = false;
      for_each_text(p, [&](SearchField, std::string_view text) {
        found = found || std::count(text.begin(), text.end(), '$') > 1;
      });
      return found;
    }
    if (clause.kind == Clause::Kind::kSet) return read.contains(std::string(p.arxiv_id.id));
    if (clause.kind == Clause::Kind::kId)
      return std::string(p.arxiv_id.id).starts_with(clause.value) && !p.arxiv_id.empty();
    if (clause.kind == Clause::Kind::kCategory) {
      for (const std::string_view category : p.categories) {
        if (fold(category) == clause.value) return true;
      }
      return false;
    }
    for (const QueryTerm& term : clause.terms) {
      if (!(weight(paper, clause, term) > 0)) return false;
    }
    if (!clause.near.empty()) return holds_near(p, clause);
    return clause.phrase.empty() || holds_phrase(p, clause);
  }

  static bool holds_near(const Paper& paper, const Clause& clause) {
    bool found = false;
    for_each_text(paper, [&](SearchField field, std::string_view text) {
      if ((clause.fields & mask_of(field)) == 0) return;
      std::vector<std::string> tokens;
      tokenize(text, [&](const Token& token) { tokens.emplace_back(token.folded); });
      found = found || is_near(tokens, clause, 0, 0);
    });
    return found;
  }
  static bool is_near(const std::vector<std::string>& tokens, const Clause& clause, size_t word,
                      size_t last) {
    if (word == clause.near.size()) return true;
    const std::vector<QueryTerm>& wanted = clause.near[word];
    for (size_t at = 0; at + wanted.size() <= tokens.size(); ++at) {
      bool here = true;
      for (size_t i = 0; i < wanted.size(); ++i) here = here && kind_weight(wanted[i], tokens[at + i]) > 0;
      if (here && word > 0) {
        const size_t last_size = clause.near[word - 1].size();
        const bool before =
            at + wanted.size() <= last && last - (at + wanted.size()) <= clause.distances[word - 1];
        const bool after = last + last_size <= at && at - (last + last_size) <= clause.distances[word - 1];
        here = before || after;
      }
      if (here && is_near(tokens, clause, word + 1, at)) return true;
    }
    return false;
  }

  static bool holds_phrase(const Paper& paper, const Clause& clause) {
    bool found = false;
    for_each_text(paper, [&](SearchField field, std::string_view text) {
      if ((clause.fields & mask_of(field)) == 0) return;
      std::vector<std::string> tokens;
      tokenize(text, [&](const Token& token) { tokens.emplace_back(token.folded); });
      for (size_t i = 0; i + clause.phrase.size() <= tokens.size(); ++i) {
        bool same = true;
        for (size_t n = 0; n < clause.phrase.size(); ++n) {
          const bool open = clause.open_phrase && n + 1 == clause.phrase.size();
          const std::string& token = tokens[i + n];
          same = same && (token == clause.phrase[n] || (open && token.starts_with(clause.phrase[n])));
        }
        found = found || same;
      }
    });
    return found;
  }

  Score score(PaperOrdinal paper, const Query& query) const {
    double sum = 0;
    bool scores = false;
    for (const Clause& clause : query.clauses) {
      if (clause.negated) continue;
      for (const QueryTerm& term : clause.terms) {
        const double w = weight(paper, clause, term);
        const bool in_lists = clause.fields == mask_of(SearchField::kAuthors);
        sum += idf(clause, term) * w / ((in_lists ? 1.2 : norm(paper)) + w);
        scores = true;
      }
    }
    return scores ? Score{sum, proximity(paper, query)} : Score{};
  }

  const Library& library_;
  std::vector<Terms> papers_;
  mutable std::map<const QueryTerm*, double> idfs_;  // for the terms of the current query
};

}  // namespace broadsheet::testing
