#include "core/learned/association.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "core/base/order.h"
#include "core/learned/log_likelihood.h"
#include "core/learned/rows_holding.h"
#include "core/match/ranking.h"

namespace broadsheet {
namespace {

void keep_best(const ForwardIndex& index, std::vector<LearnedWord>& words, size_t most) {
  keep_first(words, most, [&](const LearnedWord& a, const LearnedWord& b) {
    return a.weight != b.weight ? a.weight > b.weight : index.stem(a.term) < index.stem(b.term);
  });
}

}  // namespace

void Associator::add(const Bits& holding, Script script, std::vector<float>& weights) {
  Bits bilingual = holding;
  bilingual &= index_.bilingual();
  uint32_t held = 0;
  touched_.clear();
  const Term end = index_.end_of(script);
  const Term first =
      script == Script{} ? 0 : index_.end_of(static_cast<Script>(static_cast<int>(script) - 1));
  for (size_t i = 0; i < bilingual.words().size() && held < kNewestRows; ++i) {
    for (uint64_t word = bilingual.words()[i]; word != 0 && held < kNewestRows; word &= word - 1, ++held) {
      const auto row = static_cast<Row>(i * 64 + static_cast<size_t>(std::countr_zero(word)));
      index_.for_each(row, [&](Term term, TermCounts) {
        if (term >= first && term < end) return;
        if (counts_[term]++ == 0) touched_.push_back(term);
      });
    }
  }
  const double all = index_.bilingual_count();
  std::vector<LearnedWord> kept;
  for (const Term term : touched_) {
    const uint32_t count = std::exchange(counts_[term], 0);
    const uint32_t others = index_.bilingual_frequency(term);
    if (count < kFewestMeetings || count * all <= kLeastSurplus * held * others) continue;
    const double surprise = surprise_.ratio({count, held, others});
    kept.push_back({term, static_cast<float>(surprise)});
  }
  keep_best(index_, kept, kKeptOfSource);
  float sum = 0;
  for (const LearnedWord& each : kept) sum += each.weight;
  if (!(sum > 0)) return;
  const float share = std::sqrt(inverse_document_frequency(index_.row_count(), holding.count()));
  for (const LearnedWord& each : kept) weights[each.term] += each.weight / sum * share;
}

std::vector<LearnedWord> Associator::learn(std::span<const SourceTerm> sources,
                                           std::span<const std::string> excluded) {
  if (index_.bilingual_count() == 0) return {};
  counts_.resize(index_.term_count(), 0);
  std::vector<float> weights(index_.term_count(), 0.0f);
  Bits before;
  Script script_before{};
  for (size_t i = 0; i < sources.size(); ++i) {
    const Script script = script_of(sources[i].text);
    Bits rows = rows_holding(library_, index_, sources[i].text, sources[i].stem);
    add(rows, script, weights);
    if (i > 0 && script == Script::kLetters && script_before == Script::kLetters) {
      before &= rows;
      add(before, script, weights);
    }
    before = std::move(rows);
    script_before = script;
  }
  std::vector<LearnedWord> learned;
  for (Term term = 0; term < weights.size(); ++term) {
    if (weights[term] > 0 && std::find(excluded.begin(), excluded.end(), index_.stem(term)) == excluded.end())
      learned.push_back({term, weights[term]});
  }
  keep_best(index_, learned, kKeptLearned);
  return learned;
}

std::vector<Associator::Row> Associator::witnesses(const SourceTerm& source, Term term, size_t most) const {
  std::vector<Row> found;
  Bits rows = rows_holding(library_, index_, source.text, source.stem);
  rows &= index_.bilingual();
  rows.for_each([&](size_t row) {
    if (found.size() == most) return;
    bool has = false;
    index_.for_each(static_cast<Row>(row), [&](Term each, TermCounts) { has = has || each == term; });
    if (has) found.push_back(static_cast<Row>(row));
  });
  return found;
}

}  // namespace broadsheet
