// search_model.h: the search written a second time, as plainly as can be: no index, every text read for
// every query, std::map for everything. Slow and obvious; what the real one is compared with.
#pragma once

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/library/library.h"
#include "core/library/result_set.h"
#include "core/search/terms.h"
#include "core/text/stemmer.h"

namespace broadsheet::testing {

class SearchModel {
 public:
  explicit SearchModel(const Library& library) : library_(library) {
    for (PaperOrdinal i = 0; i < library.paper_count(); ++i) {
      papers_.push_back({});
      for_each_text(library.paper(i).paper, [&](SearchField field, std::string_view text) {
        for_each_term(text, [&](std::string_view term) {
          papers_.back()[static_cast<size_t>(field)].emplace_back(term);
        });
      });
    }
  }

  // A work's appearances that match, by its id.
  using MatchesOfWorks = std::map<std::string, std::map<PaperOrdinal, double>>;
  MatchesOfWorks by_work(const std::map<PaperOrdinal, double>& matches) const {
    MatchesOfWorks works;
    for (const auto& [paper, score] : matches)
      works[std::string(library_.paper(paper).paper.arxiv_id.id)].emplace(paper, score);
    return works;
  }

  // Of appearances with all texts: the newest, then by file, then by line.
  PaperOrdinal best(const std::map<PaperOrdinal, double>& appearances) const {
    PaperOrdinal chosen = appearances.begin()->first;
    for (const auto& [paper, score] : appearances) {
      const PaperRef a = library_.paper(paper);
      const PaperRef b = library_.paper(chosen);
      const Digest& x = a.volume.digest;
      const Digest& y = b.volume.digest;
      if (x.date != y.date ? x.date > y.date : a.paper.line < b.paper.line) chosen = paper;
    }
    return chosen;
  }

  // Papers that match, with their scores, before any facet is chosen.
  std::map<PaperOrdinal, double> search(const Query& query) const {
    std::map<PaperOrdinal, double> hits;
    for (PaperOrdinal i = 0; i < papers_.size(); ++i) {
      bool all = true;
      for (const Clause& clause : query.clauses) all = all && holds(i, clause) != clause.negated;
      if (all) hits[i] = score(i, query);
    }
    return hits;
  }

 private:
  using Terms = std::map<size_t, std::vector<std::string>>;  // by field

  static double kind_weight(const QueryTerm& term, const std::string& word) {
    if (word == term.text) return 1.0;
    if (!term.stem.empty() && Stemmer().stem(word) == term.stem) return 0.8;
    if (term.prefix && word.starts_with(term.text)) return term.ideographs ? 1.0 : 0.4;
    return 0.0;
  }

  double weight(PaperOrdinal paper, const Clause& clause, const QueryTerm& term) const {
    double sum = 0;
    for (const auto& [field, words] : papers_[paper]) {
      if ((clause.fields >> field & 1) == 0) continue;
      double frequency = 0;
      for (const std::string& word : words) frequency += kind_weight(term, word);
      const double b = static_cast<double>(kLengthNormalization[field]);
      const double length = static_cast<double>(words.size());
      sum +=
          static_cast<double>(kFieldWeights[field]) * frequency / (1 - b + b * length / mean_length(field));
    }
    return sum;
  }

  double mean_length(size_t field) const {
    double total = 0;
    for (const Terms& terms : papers_)
      total += terms.contains(field) ? static_cast<double>(terms.at(field).size()) : 0;
    return total == 0 ? 1 : total / static_cast<double>(papers_.size());
  }

  bool holds(PaperOrdinal paper, const Clause& clause) const {
    const Paper& p = library_.paper(paper).paper;
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
    return clause.phrase.empty() || holds_phrase(p, clause);
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

  double score(PaperOrdinal paper, const Query& query) const {
    double sum = 0;
    for (const Clause& clause : query.clauses) {
      if (clause.negated) continue;
      for (const QueryTerm& term : clause.terms) {
        double df = 0;
        for (PaperOrdinal i = 0; i < papers_.size(); ++i) df += weight(i, clause, term) > 0 ? 1 : 0;
        const double w = weight(paper, clause, term);
        sum += std::log(1 + (static_cast<double>(papers_.size()) - df + 0.5) / (df + 0.5)) * w / (1.2 + w);
      }
    }
    return sum;
  }

  const Library& library_;
  std::vector<Terms> papers_;
};

}  // namespace broadsheet::testing
