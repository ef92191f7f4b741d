#include "core/library/suggestion.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "core/library/spelling.h"
#include "core/text/one_edit.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

constexpr size_t kMostWords = 6;         // of a query that are looked at
constexpr size_t kMostRespellings = 12;  // of a word that are tried
// A word in more than one paper of so many is meant.
constexpr uint32_t kKnownToAll = 4;
// A query that finds something must find so many times more respelt to be worth an offer.
constexpr uint32_t kMuchMore = 10;
// By so much must a respelling fill the query better than what was typed. At 0 names take over: `Zhong` for
// `Hong` (docs/ranking.md).
constexpr float kClearlyBetter = 0.1f;
// How much more likely a word is meant that stands in e times as many papers. Chosen where a query has no
// other word to tell (docs/ranking.md).
constexpr float kFrequentIsMeant = 0.01f;

struct Suspect {
  size_t begin;  // bytes in the query's text
  size_t end;
  std::string word;
  bool unfinished;  // taken as a prefix too
  uint64_t document_frequency;
};

bool is_unknown(const Suspect& word) { return word.document_frequency == 0; }

// Words of the text that the query searches, and in how many papers they are found in any form.
std::vector<Suspect> words_of(std::string_view text, const ResultSet& results) {
  std::vector<Suspect> words;
  tokenize(text, [&](const Token& token) {
    if (token.ideograph || !can_have_typo(token.folded)) return;
    size_t scored = 0;
    for (const Clause& clause : results.query().clauses) {
      if (clause.negated) continue;
      for (const QueryTerm& term : clause.terms) {
        const uint64_t df = results.document_frequencies()[scored++];
        if (term.text != token.folded || clause.alternative) continue;
        words.push_back({token.begin, token.end, std::string(token.folded), term.prefix, df});
        return;
      }
    }
  });
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

// Whether blanks stand around the word, or a field before it: it is no part of a phrase, a group or a
// compound.
bool stands_alone(std::string_view text, const Suspect& word) {
  constexpr std::string_view kBefore = " \t\n:";
  constexpr std::string_view kBehind = " \t\n";
  return (word.begin == 0 || kBefore.find(text[word.begin - 1]) != std::string_view::npos) &&
         (word.end == text.size() || kBehind.find(text[word.end]) != std::string_view::npos);
}

std::string with_word(std::string_view text, const Suspect& word, std::string_view replacement) {
  std::string changed(text);
  return changed.replace(word.begin, word.end - word.begin, replacement);
}

struct Candidate {
  const Suspect* word;
  std::string spelling;
  Searcher::Fit fit;  // of the query with it
  float value;        // how well papers fill that query, and how likely it is that the spelling is meant
};

bool is_worse(const Candidate& a, const Candidate& b) { return a.value < b.value; }
bool finds_less(const Candidate& a, const Candidate& b) { return a.fit.papers < b.fit.papers; }

class Speller {
 public:
  Speller(Library& library, Searcher& searcher) : library_(library), searcher_(searcher) {}

  // Adds the spellings of the word with which the text finds something.
  void add_candidates(std::string_view text, const Suspect& word, std::vector<Candidate>& found) const {
    const auto typed_df = static_cast<double>(std::max<uint64_t>(word.document_frequency, 1));
    for (Respelling& each : respell(library_, word.word, kMostRespellings)) {
      const Searcher::Fit fit =
          searcher_.fit(parse_query(with_word(text, word, each.word), false, library_.vocabulary()));
      if (fit.papers == 0) continue;
      const auto more_frequent = std::log(static_cast<double>(each.document_frequency) / typed_df);
      found.push_back({&word, std::move(each.word), fit,
                       fit.share + kFrequentIsMeant * static_cast<float>(more_frequent)});
    }
  }

  // The text with the words that are nowhere respelt; nothing if one of them can't be.
  std::optional<std::string> respell_unknown(std::string_view text, const std::vector<Suspect>& words) const {
    std::string respelt(text);
    std::string known(text);  // unknown words left out
    for (const Suspect& word : words) {
      if (is_unknown(word)) known = with_word(known, word, std::string(word.end - word.begin, ' '));
    }
    // From behind, so that places stay where they are.
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
      if (!is_unknown(*word)) continue;
      std::vector<Candidate> found;
      add_candidates(known, *word, found);
      if (found.empty()) return std::nullopt;
      const Candidate& best = *std::max_element(found.begin(), found.end(), is_worse);
      known = with_word(known, *word, best.spelling);
      respelt = with_word(respelt, *word, best.spelling);
    }
    return respelt;
  }

 private:
  Library& library_;
  Searcher& searcher_;
};

// The word as the query takes it, so that a group of it finds no less.
std::string as_taken(const Suspect& word) { return word.unfinished ? word.word + "*" : word.word; }

// Shows what the text finds, if that is more. Returns whether it is.
bool show(Answer& answer, Suggested as, Searcher& searcher, SearchRequest request, std::string text) {
  request.text = std::move(text);
  request.typing = request.typing && as == Suggested::kIncluded;
  ResultSet results = searcher.search(request);
  if (results.total() <= answer.results.total()) return false;
  answer.suggested = as;
  answer.results = std::move(results);
  return true;
}

// Whether papers that fit the query respelt are rather meant than those that it finds as it was typed: they
// fill it better, and not for being asked for less, as with `and` for `any`.
bool is_rather_meant(const Candidate& candidate, const Searcher::Fit& typed) {
  return candidate.value > typed.share + kClearlyBetter && candidate.fit.score > typed.score;
}

// For a query that finds something.
void suggest_beside(Answer& answer, const std::vector<Candidate>& candidates, Searcher& searcher,
                    const SearchRequest& request) {
  const Candidate& best = *std::max_element(candidates.begin(), candidates.end(), is_worse);
  const Suspect& word = *best.word;
  // A word that has no others beside it is meant as it stands.
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
  if (total > kFewPapers || answer.results.query().empty()) return answer;
  const std::vector<Suspect> words = words_of(request.text, answer.results);
  const Speller speller(library, searcher);
  if (std::any_of(words.begin(), words.end(), is_unknown)) {
    if (auto respelt = speller.respell_unknown(request.text, words))
      suggest_instead(answer, std::move(*respelt), searcher, request);
    return answer;
  }
  std::vector<Candidate> candidates;
  for (const Suspect& word : words) {
    if (word.document_frequency <= library.paper_count() / kKnownToAll)
      speller.add_candidates(request.text, word, candidates);
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
