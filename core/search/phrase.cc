#include "core/search/phrase.h"

#include <vector>

#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

bool contains_sequence(std::string_view text, const Clause& clause) {
  // Which beginnings of the phrase end at the last token: matched[n] is set if its first n tokens do.
  const size_t size = clause.phrase.size();
  std::vector<bool> matched(size + 1, false);
  bool found = false;
  tokenize(text, [&](const Token& token) {
    if (found) return;
    matched[0] = true;
    for (size_t n = size; n > 0; --n) {
      matched[n] = matched[n - 1] && matches_phrase_token(clause, n - 1, token.folded);
    }
    found = matched[size];
  });
  return found;
}

}  // namespace

bool matches_phrase_token(const Clause& clause, size_t place, std::string_view token) {
  const bool open = clause.open_phrase && place + 1 == clause.phrase.size();
  return open ? token.starts_with(clause.phrase[place]) : token == clause.phrase[place];
}

bool contains_phrase(const Paper& paper, const Clause& clause) {
  bool found = false;
  for_each_text(paper, [&](SearchField field, std::string_view text) {
    if (!found && (clause.fields & mask_of(field)) != 0) found = contains_sequence(text, clause);
  });
  return found;
}

}  // namespace broadsheet
