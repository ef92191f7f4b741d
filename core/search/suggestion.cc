#include "core/search/suggestion.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "core/query/query_edit.h"
#include "core/query/scored_terms.h"
#include "core/search/spelling.h"
#include "core/text/one_edit.h"

namespace broadsheet {
namespace {

constexpr size_t kMostWords = 6;  // of a query that are examined
// A longer query is pasted text, and each respelling would have to be searched as a whole.
constexpr size_t kMostBytes = 4096;
constexpr size_t kMostRespellings = 12;  // tried per word
// A word in more than one of so many papers is meant as typed.
constexpr uint32_t kKnownToAll = 4;
// A respelling of a query that finds something is offered only if it finds this many times more.
constexpr uint32_t kMuchMore = 10;
// How much better a respelling must match than what was typed. At 0 names take over: `Zhong` for `Hong`
// (docs/ranking.md).
constexpr float kClearlyBetter = 0.1f;
// How much a word gains for being in e times as many papers. Chosen for queries without another word to
// decide (docs/ranking.md).
constexpr float kFrequentIsMeant = 0.01f;

// A word that the query searches.
struct TypedWord {
  std::vector<ByteRange> sources;  // in the query's text
  std::string text;                // folded
  bool unfinished;                 // also taken as a prefix
  uint64_t document_frequency;     // of any of its forms
};

bool is_unknown(const TypedWord& word) { return word.document_frequency == 0; }

bool has_word_at(const Query& query, ByteRange source) {
  return std::any_of(query.clauses.begin(), query.clauses.end(), [&](const Clause& clause) {
    return std::any_of(clause.terms.begin(), clause.terms.end(),
                       [&](const QueryTerm& term) { return term.sources.front() == source; });
  });
}

// The words of the results' query that `query` has, too.
std::vector<TypedWord> words_of(const ResultSet& results, const Query& query) {
  std::vector<TypedWord> words;
  for_each_scored_term(results.query(), [&](const Clause& clause, const QueryTerm& term, size_t number) {
    const bool may_be_misspelt = !clause.alternative && can_have_typo(term.text);
    if (words.size() < kMostWords && may_be_misspelt && has_word_at(query, term.sources.front()))
      words.push_back({term.sources, term.text, term.prefix, results.document_frequencies()[number]});
  });
  return words;
}

// Whether the word is surrounded by blanks or preceded by a field name, so not part of a phrase, a group or a
// compound.
bool stands_alone(std::string_view text, const TypedWord& word) {
  constexpr std::string_view kBefore = " \t\n:";
  constexpr std::string_view kAfter = " \t\n";
  return std::all_of(word.sources.begin(), word.sources.end(), [&](ByteRange source) {
    return (source.begin == 0 || kBefore.find(text[source.begin - 1]) != std::string_view::npos) &&
           (source.end == text.size() || kAfter.find(text[source.end]) != std::string_view::npos);
  });
}

// Other words for parts of the query's text, the last part first.
class Replacements {
 public:
  void add(const TypedWord& word, const std::string& text) {
    for (const ByteRange source : word.sources) {
      const auto before = std::find_if(replacements_.begin(), replacements_.end(),
                                       [&](const auto& each) { return each.source.begin < source.begin; });
      replacements_.insert(before, {source, text});
    }
  }
  std::string in(std::string text) const {
    for (const auto& [source, replacement] : replacements_)
      text.replace(source.begin, source.end - source.begin, replacement);
    return text;
  }

 private:
  struct Replacement {
    ByteRange source;
    std::string text;
  };
  std::vector<Replacement> replacements_;
};

std::string with_word(const std::string& text, const TypedWord& word, const std::string& replacement) {
  Replacements replacements;
  replacements.add(word, replacement);
  return replacements.in(text);
}

struct Candidate {
  const TypedWord* word;
  std::string spelling;
  Searcher::QueryFit fit;  // of the query with this spelling
  float value;             // how well papers match that query, plus how likely the spelling is meant
};

bool is_worse(const Candidate& a, const Candidate& b) { return a.value < b.value; }
bool finds_less(const Candidate& a, const Candidate& b) { return a.fit.papers < b.fit.papers; }

class Speller {
 public:
  Speller(Library& library, Searcher& searcher) : library_(library), searcher_(searcher) {}

  // Adds the spellings of the word with which the query finds something.
  void add_candidates(const Query& query, const TypedWord& word, std::vector<Candidate>& found) const {
    const auto typed_df = static_cast<double>(std::max<uint64_t>(word.document_frequency, 1));
    for (Respelling& each : respell(library_, word.text, kMostRespellings)) {
      Query respelt = query;
      replace_term(respelt, word.sources.front(), each.word);
      const Searcher::QueryFit fit = searcher_.fit(respelt);
      if (fit.papers == 0) continue;
      const auto more_frequent = std::log(static_cast<double>(each.document_frequency) / typed_df);
      found.push_back({&word, std::move(each.word), fit,
                       fit.share + kFrequentIsMeant * static_cast<float>(more_frequent)});
    }
  }

  // The text with its unknown words respelt, the last one first; nothing if one of them cannot be. `query`:
  // of the text.
  std::optional<std::string> respell_unknown(const std::string& text, Query query,
                                             const std::vector<TypedWord>& words) const {
    Replacements replacements;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
      if (!is_unknown(*word)) continue;
      Query known = query;
      for (auto before = std::next(word); before != words.rend(); ++before) {
        if (is_unknown(*before)) remove_term(known, before->sources.front());
      }
      std::vector<Candidate> found;
      add_candidates(known, *word, found);
      if (found.empty()) return std::nullopt;
      const Candidate& best = *std::max_element(found.begin(), found.end(), is_worse);
      replace_term(query, word->sources.front(), best.spelling);
      replacements.add(*word, best.spelling);
    }
    return replacements.in(text);
  }

 private:
  Library& library_;
  Searcher& searcher_;
};

// The word as the query interprets it, so that grouping it finds no less.
std::string as_taken(const TypedWord& word) { return word.unfinished ? word.text + "*" : word.text; }

// Uses the results for the text if there are more. Returns whether there are.
bool show(Answer& answer, Suggested as, Searcher& searcher, SearchRequest request, std::string text) {
  request.text = std::move(text);
  request.typing = request.typing && as == Suggested::kIncluded;
  ResultSet results = searcher.search(request);
  if (results.total() <= answer.results.total()) return false;
  answer.suggested = as;
  answer.results = std::move(results);
  return true;
}

// Whether the respelt query is more likely meant than the typed one: its papers match it better, and not just
// because it asks for less, as `and` does in place of `any`.
bool is_rather_meant(const Candidate& candidate, const Searcher::QueryFit& typed) {
  return candidate.value > typed.share + kClearlyBetter && candidate.fit.score > typed.score;
}

// Suggests a spelling for a query that finds something.
void suggest_beside(Answer& answer, const std::vector<Candidate>& candidates, Searcher& searcher,
                    const SearchRequest& request) {
  const Candidate& best = *std::max_element(candidates.begin(), candidates.end(), is_worse);
  const TypedWord& word = *best.word;
  // A word without others beside it is meant as typed.
  const bool has_context = scored_term_count(answer.results.query()) > 1;
  if (has_context && stands_alone(request.text, word) &&
      is_rather_meant(best, searcher.fit(answer.results.query()))) {
    if (show(answer, Suggested::kIncluded, searcher, request,
             with_word(request.text, word, "(" + as_taken(word) + " OR " + best.spelling + ")"))) {
      answer.suggestion = with_word(request.text, word, best.spelling);
      answer.as_typed = with_word(request.text, word, "(" + as_taken(word) + ")");
    }
    return;
  }
  const Candidate& most = *std::max_element(candidates.begin(), candidates.end(), finds_less);
  if (most.fit.papers < answer.results.total() * kMuchMore) return;
  answer.suggestion = with_word(request.text, *most.word, most.spelling);
  answer.suggested = Suggested::kOffered;
}

void suggest_instead(Answer& answer, std::string suggestion, Searcher& searcher,
                     const SearchRequest& request) {
  answer.suggestion = std::move(suggestion);
  answer.suggested = Suggested::kOffered;
  if (answer.results.total() == 0) show(answer, Suggested::kInstead, searcher, request, answer.suggestion);
}

}  // namespace

Answer answer(Library& library, Searcher& searcher, const SearchRequest& request) {
  Answer answer{searcher.search(request)};
  answer.issues = answer.results.query().issues;
  const uint32_t total = answer.results.total();
  if (total > kFewPapers || answer.results.query().empty() || request.text.size() > kMostBytes) return answer;
  // What is hidden was found: the query means what it says.
  if (total == 0 && answer.results.hidden() > 0) return answer;
  const Query query =
      request.typing ? parse_query(request.text, false, library.vocabulary()) : answer.results.query();
  const std::vector<TypedWord> words = words_of(answer.results, query);
  const Speller speller(library, searcher);
  if (std::any_of(words.begin(), words.end(), is_unknown)) {
    if (auto respelt = speller.respell_unknown(request.text, query, words))
      suggest_instead(answer, std::move(*respelt), searcher, request);
    return answer;
  }
  std::vector<Candidate> candidates;
  for (const TypedWord& word : words) {
    if (word.document_frequency <= library.paper_count() / kKnownToAll)
      speller.add_candidates(query, word, candidates);
  }
  if (candidates.empty()) return answer;
  if (total > 0) {
    suggest_beside(answer, candidates, searcher, request);
  } else {
    const Candidate& best = *std::max_element(candidates.begin(), candidates.end(), is_worse);
    suggest_instead(answer, with_word(request.text, *best.word, best.spelling), searcher, request);
  }
  return answer;
}

}  // namespace broadsheet
