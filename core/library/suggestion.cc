#include "core/library/suggestion.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/library/spelling.h"
#include "core/text/one_edit.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

constexpr size_t kMostWords = 6;        // of a query that are looked at
constexpr size_t kMostRespellings = 8;  // of a word that are tried
// A query that finds something must be much better respelt.
constexpr uint32_t kMuchMore = 10;

struct Suspect {
  size_t begin;  // bytes in the query's text
  size_t end;
  std::string word;
  uint64_t document_frequency;
};

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
        words.push_back({token.begin, token.end, std::string(token.folded), df});
        return;
      }
    }
  });
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

class Speller {
 public:
  Speller(Library& library, Searcher& searcher, std::string_view text)
      : library_(library), searcher_(searcher), text_(text) {}

  // The text with the words that are nowhere respelt; nothing if one of them can't be.
  std::optional<std::string> respell_unknown(const std::vector<Suspect>& words) {
    std::string respelt(text_);
    // From behind, so that places stay where they are.
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
      if (word->document_frequency > 0) continue;
      const auto better = best(respelt, *word, words, 1);
      if (!better) return std::nullopt;
      respelt = *better;
    }
    return respelt;
  }

  // The text with that one word respelt that finds the most papers, at least `at_least`.
  std::optional<std::string> respell_one(const std::vector<Suspect>& words, uint32_t at_least) {
    std::optional<std::string> best_text;
    for (const Suspect& word : words) {
      if (auto better = best(std::string(text_), word, {}, at_least)) {
        at_least = found_ + 1;
        best_text = std::move(better);
      }
    }
    return best_text;
  }

 private:
  // The respelling of one word that finds the most papers, those of `others` that are nowhere left aside.
  std::optional<std::string> best(const std::string& text, const Suspect& word,
                                  const std::vector<Suspect>& others, uint32_t at_least) {
    std::optional<std::string> best_text;
    for (const Respelling& each : respell(library_, word.word, kMostRespellings)) {
      std::string respelt = text;
      respelt.replace(word.begin, word.end - word.begin, each.word);
      std::string known = respelt;
      for (const Suspect& other : others) {
        if (other.document_frequency == 0 && other.begin < word.begin)
          std::fill(known.begin() + static_cast<std::ptrdiff_t>(other.begin),
                    known.begin() + static_cast<std::ptrdiff_t>(other.end), ' ');
      }
      const uint32_t found = searcher_.count(parse_query(known, false, library_.vocabulary()));
      if (found < at_least) continue;
      found_ = found;
      at_least = found + 1;
      best_text = std::move(respelt);
    }
    return best_text;
  }

  Library& library_;
  Searcher& searcher_;
  std::string_view text_;
  uint32_t found_ = 0;
};

}  // namespace

Answer answer(Library& library, Searcher& searcher, const SearchRequest& request) {
  Answer answer{searcher.search(request), {}, false};
  answer.issues = answer.results.query().issues;
  const uint32_t total = answer.results.total();
  if (total > kFewPapers || answer.results.query().empty()) return answer;
  const std::vector<Suspect> words = words_of(request.text, answer.results);
  Speller speller(library, searcher, request.text);
  const auto is_unknown = [](const Suspect& word) { return word.document_frequency == 0; };
  std::optional<std::string> suggestion;
  if (std::any_of(words.begin(), words.end(), is_unknown)) {
    suggestion = speller.respell_unknown(words);
  } else {
    suggestion = speller.respell_one(words, total == 0 ? 1 : total * kMuchMore);
  }
  if (!suggestion || *suggestion == request.text) return answer;
  answer.suggestion = *suggestion;
  if (total > 0) return answer;
  SearchRequest respelt = request;
  respelt.text = *suggestion;
  respelt.typing = false;
  ResultSet results = searcher.search(respelt);
  if (results.total() == 0) return answer;
  answer.applied = true;
  answer.results = std::move(results);
  return answer;
}

}  // namespace broadsheet
