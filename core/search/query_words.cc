#include "core/search/query_words.h"

#include <algorithm>

#include "core/search/terms.h"
#include "core/text/fold.h"
#include "core/text/one_edit.h"

namespace broadsheet {
namespace {

bool ends_with_token(std::string_view value) {
  bool at_end = false;
  tokenize(value, [&](const Token& token) { at_end = token.end == value.size(); });
  return at_end;
}

bool is_single_letter(std::string_view value) { return value.size() < 2; }

// Whether it is worth while to find out the stem of a word: a stem begins as its words do, but for y and i
// (dying, die). `stem` may be empty.
bool may_have_stem(std::string_view word, std::string_view stem) {
  if (stem.empty() || word[0] != stem[0]) return false;
  return word.size() < 2 || stem.size() < 2 || word[1] == stem[1] || word[1] == 'y';
}

}  // namespace

void QueryWords::fill(std::string_view value, WordStyle style, Clause& clause) {
  const char last = value.empty() ? '\0' : value.back();
  const std::string_view before_last = value.substr(0, value.size() - (value.empty() ? 0 : 1));
  const bool operand_before = ends_with_token(before_last);
  // `A*` is an algorithm, not the beginning of a tenth of all words.
  const bool starred = last == '*' && operand_before && !is_single_letter(before_last);
  const bool misspelt = last == '~' && operand_before && !style.quoted;
  if (starred || misspelt) value = before_last;
  std::string last_word;  // unless ideographs are last
  tokenize(value, [&](const Token& token) {
    if (style.quoted) clause.phrase.emplace_back(token.folded);
    last_word = token.ideograph ? std::string() : std::string(token.folded);
  });
  if (clause.phrase.size() < 2) clause.phrase.clear();
  for_each_term(value, [&](std::string_view term) { add_term(term, style.quoted, clause); });
  if (misspelt) {
    for (QueryTerm& term : clause.terms) term.typo = can_have_typo(term.text);
  }
  if (last_word.empty() || !(starred || (style.unfinished && ends_with_token(value)))) return;
  clause.open_phrase = !clause.phrase.empty();
  for (QueryTerm& term : clause.terms) {
    if (term.text != last_word) continue;
    term.prefix = true;
    if (starred) term.stem.clear();
  }
}

void QueryWords::find_stem(QueryTerm& term) {
  term.stem = stemmer_.stem(term.text);
  term.stem_is_word = stemmer_.stem(term.stem) == term.stem;
}

void QueryWords::add_term(std::string_view text, bool exact, Clause& clause) {
  const bool ideographs = fold_char(decode_utf8(text, 0).value).char_class == CharClass::kIdeograph;
  const bool single = ideographs && decode_utf8(text, 0).length == text.size();
  if (single && !clause.terms.empty()) {
    // The run's last ideograph alone says nothing that its pair did not say.
    const QueryTerm& before = clause.terms.back();
    if (before.ideographs && before.text.size() > text.size() && before.text.ends_with(text)) return;
  }
  QueryTerm term{std::string(text), {}, single, ideographs};
  if (!exact && !ideographs) find_stem(term);
  const auto same = [&](const QueryTerm& known) { return known.text == term.text; };
  if (std::none_of(clause.terms.begin(), clause.terms.end(), same)) clause.terms.push_back(std::move(term));
}

std::optional<QueryTerm> QueryWords::compound(std::string_view value, const Clause& clause) {
  std::string joined;
  std::string last_part;
  size_t last_end = 0;
  size_t parts = 0;
  bool is_compound = true;
  tokenize(value, [&](const Token& token) {
    const std::string_view gap = value.substr(last_end, token.begin - last_end);
    is_compound = is_compound && !token.ideograph && (parts == 0 || joins_words(gap));
    joined += token.folded;
    last_part = token.folded;
    last_end = token.end;
    ++parts;
  });
  if (!is_compound || parts < 2 || joined.size() > kMaxTokenBytes) return std::nullopt;
  const auto last = std::find_if(clause.terms.begin(), clause.terms.end(),
                                 [&](const QueryTerm& each) { return each.text == last_part; });
  if (last == clause.terms.end()) return std::nullopt;  // cut off with the words that were too many
  QueryTerm term{joined, {}, last->prefix, false, last->typo && can_have_typo(joined)};
  find_stem(term);
  return term;
}

std::vector<QueryTerm> QueryWords::as_sequence(std::string_view value, const Clause& clause) {
  std::vector<QueryTerm> sequence;
  tokenize(value, [&](const Token& token) {
    const auto term = std::find_if(clause.terms.begin(), clause.terms.end(),
                                   [&](const QueryTerm& known) { return known.text == token.folded; });
    if (term == clause.terms.end()) {
      sequence.push_back({std::string(token.folded), {}, false, token.ideograph});
    } else {
      sequence.push_back(*term);
    }
  });
  return sequence;
}

bool matches_token(const QueryTerm& term, std::string_view folded, Stemmer& stemmer) {
  if (folded == term.text) return true;
  if (term.ideographs) return false;
  return (term.prefix && folded.starts_with(term.text)) ||
         (term.typo && is_one_edit_apart(folded, term.text)) ||
         (may_have_stem(folded, term.stem) && stemmer.stem(folded) == term.stem);
}

}  // namespace broadsheet
