#include "tests/bench/learned/across.h"

#include <algorithm>
#include <functional>

#include "core/learned/association.h"
#include "core/learned/learned_scorer.h"
#include "core/learned/sources.h"
#include "core/query/query.h"
#include "tests/bench/learned/clock.h"
#include "tests/bench/learned/queries.h"

namespace broadsheet::learned {
namespace {

struct Ranks {
  double mrr10 = 0;
  double recall10 = 0;
  double recall100 = 0;
  size_t queries = 0;
  void add(size_t rank) {
    ++queries;
    mrr10 += rank < 10 ? 1.0 / static_cast<double>(rank + 1) : 0;
    recall10 += rank < 10 ? 1 : 0;
    recall100 += rank < 100 ? 1 : 0;
  }
};

}  // namespace

Figures measure_across(const std::vector<ArchivePaper>& papers) {
  Figures figures;
  const auto counts = count_fourgrams(papers);
  std::vector<bool> held(papers.size());
  for (size_t i = 0; i < papers.size(); ++i) held[i] = is_held_out(papers[i]);
  using MakeQuery = std::function<std::string(const ArchivePaper&)>;
  const auto run = [&](const char* name, Library& library, const MakeQuery& query_of) {
    const Clock making;
    const ForwardIndex index(library);
    figures.emplace_back(std::string(name) + " index ms", making.milliseconds());
    Associator associator(library, index);
    Ranks ranks;
    std::vector<double> times;
    std::vector<PaperOrdinal> ordinals(papers.size());
    for (size_t i = 0; i < papers.size(); ++i) {
      if (held[i]) ordinals[i] = library.works().first(*library.works().find(papers[i].id));
    }
    for (size_t i = 0; i < papers.size(); ++i) {
      const std::string text = held[i] ? query_of(papers[i]) : "";
      if (text.empty()) continue;
      const Clock asking;
      const Query query = parse_query(text, false);
      const auto learned = associator.learn(sources_of(query, text), {});
      const std::vector<float> scores = score_learned(library, index, learned);
      times.push_back(asking.milliseconds());
      const float own = scores[ordinals[i]];
      size_t rank = own > 0 ? 0 : papers.size();
      for (size_t j = 0; j < papers.size(); ++j) {
        if (held[j] && j != i && scores[ordinals[j]] >= own) ++rank;
      }
      ranks.add(rank);
    }
    const auto n = static_cast<double>(ranks.queries);
    figures.emplace_back(std::string(name) + " queries", n);
    figures.emplace_back(std::string(name) + " MRR@10", ranks.mrr10 / n);
    figures.emplace_back(std::string(name) + " recall@10", ranks.recall10 / n);
    figures.emplace_back(std::string(name) + " recall@100", ranks.recall100 / n);
    std::sort(times.begin(), times.end());
    figures.emplace_back(std::string(name) + " median ms", times[times.size() / 2]);
    figures.emplace_back(std::string(name) + " p95 ms", times[times.size() * 95 / 100]);
  };
  {
    Library library;
    make_library(
        papers, [&](size_t i) { return held[i] ? Kept::kEnglish : Kept::kAll; }, library);
    run("P1", library, [&](const ArchivePaper& paper) { return rarest_fourgrams(paper.tldr, counts); });
    run("P2", library, [&](const ArchivePaper& paper) { return first_clause(paper.tldr); });
  }
  Library library;
  make_library(
      papers, [&](size_t i) { return held[i] ? Kept::kChinese : Kept::kAll; }, library);
  run("P3", library, [&](const ArchivePaper& paper) { return paper.title; });
  return figures;
}

}  // namespace broadsheet::learned
