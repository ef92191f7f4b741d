#include "core/search/feedback.h"

#include <algorithm>
#include <utility>

#include "core/base/order.h"
#include "core/digest/text_slices.h"
#include "core/learned/log_likelihood.h"
#include "core/learned/script.h"
#include "core/learned/sources.h"
#include "core/learned/wording.h"
#include "core/match/term_frequencies.h"
#include "core/search/document_frequency.h"

namespace broadsheet {
namespace {

constexpr FieldFactors kFactors = {.title = 2, .tldr = 2, .abstract = 1};

// The stems of other scripts, each once for every paper that has it, in order.
std::vector<std::string> stems_of_others(const Library& library, std::span<const Hit> hits, Script own) {
  std::vector<std::string> all;
  for (const Hit& hit : hits) {
    std::string texts;
    for_each_text(library.text(hit.paper), [&](SearchField field, std::string_view text) {
      if (kFactors.of(field) > 0) (texts += beginning_of(text, kMostFeedbackText)) += '\n';
    });
    for (std::string& stem : stems_of(texts)) {
      if (script_of(stem) != own) all.push_back(std::move(stem));
    }
  }
  put_in_order(all);
  return all;
}

// Those that surprise most, the most surprising first, then by stem.
std::vector<FeedbackWord> most_surprising(const Library& library, const std::vector<std::string>& stems) {
  constexpr auto kPapers = static_cast<uint32_t>(kFeedbackPapers);
  const uint32_t all = library.paper_count();
  std::vector<FeedbackWord> kept;
  for (uint32_t papers = kPapers; papers >= kFewestMeetings; --papers) {
    // Less often, a word surprises less even if no other paper has it.
    const double most = log_likelihood_ratio({papers, kPapers, papers}, all);
    if (kept.size() == kFeedbackWords && most <= kept.back().surprise) break;
    for (size_t i = 0, end = 0; i < stems.size(); i = end) {
      while (end < stems.size() && stems[end] == stems[i]) ++end;
      if (end - i != papers) continue;
      const QueryTerm word{.text = stems[i], .stem = stems[i]};
      const auto surprise_with = [&](uint64_t frequency) {
        const auto others = static_cast<uint32_t>(std::max<uint64_t>(frequency, papers));
        const bool is_expected = papers * static_cast<double>(all) <= kLeastSurplus * kPapers * others;
        return is_expected ? 0.0 : log_likelihood_ratio({papers, kPapers, others}, all);
      };
      const double least = kept.size() == kFeedbackWords ? kept.back().surprise : 0;
      if (surprise_with(least_document_frequency_of(library, word)) <= least) continue;
      const double surprise = surprise_with(document_frequency_of(library, word));
      if (surprise <= least) continue;
      size_t place = 0;
      while (place < kept.size() && kept[place].surprise >= surprise) ++place;
      kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(place), {stems[i], surprise});
      if (kept.size() > kFeedbackWords) kept.pop_back();
    }
  }
  return kept;
}

}  // namespace

float Feedback::of(PaperOrdinal paper) const {
  for (const auto& [to, score] : added) {
    if (to == paper) return score;
  }
  return 0;
}

// Built small; inlined into the search, which is built for speed, it would take 0.8 kB more.
[[gnu::noinline]] Feedback feedback_of(const Library& library, const Query& query, std::string_view text,
                                       std::span<const Hit> hits, float most) {
  Feedback feedback;
  if (hits.size() <= kFeedbackPapers) return feedback;
  const std::vector<SourceTerm> sources = sources_of(query, text);
  if (sources.empty() || sources.size() > kMostFeedbackTerms) return feedback;
  const Script own = script_of(sources.front().text);
  if (own == Script::kLetters) return feedback;
  for (const SourceTerm& each : sources) {
    if (script_of(each.text) != own) return feedback;
  }
  const std::span<const Hit> best = hits.first(kFeedbackPapers);
  size_t foreign = 0;
  for (const Hit& hit : best) {
    const std::string_view title = library.text(hit.paper).title;
    foreign += !title.empty() && script_of(title) != own ? 1 : 0;
  }
  if (foreign < kFeedbackPapers / 2) return feedback;
  feedback.words = most_surprising(library, stems_of_others(library, best, own));
  std::vector<float> scores(hits.size(), 0.0f);
  float highest = 0;
  for (const IndexedPapers& each : library.segments()) {
    TermFrequencies frequencies(each.segment, kFactors);
    for (const FeedbackWord& word : feedback.words) {
      frequencies.find({.text = word.stem, .stem = word.stem});
      for (size_t i = 0; i < hits.size(); ++i) {
        const PaperOrdinal paper = hits[i].paper - each.first_paper;  // wraps for earlier segments
        if (paper >= each.segment.paper_count()) continue;
        scores[i] += static_cast<float>(word.surprise) * saturate(frequencies[paper], kSaturation);
        highest = std::max(highest, scores[i]);
      }
    }
  }
  for (size_t i = 0; i < hits.size(); ++i) {
    if (scores[i] > 0)
      feedback.added.emplace_back(hits[i].paper, kFeedbackShare * most * scores[i] / highest);
  }
  return feedback;
}

}  // namespace broadsheet
