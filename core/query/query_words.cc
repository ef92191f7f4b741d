#include "core/query/query_words.h"

#include <algorithm>

#include "core/index/terms.h"
#include "core/text/fold.h"
#include "core/text/one_edit.h"

namespace broadsheet {
namespace {

bool ends_with_token(std::string_view value) {
  bool at_end = false;
  tokenize(value, [&](const Token& token) { at_end = token.end == value.size(); });
  return at_end;
}

bool is_ideograph(CodePoint character) {
  return fold_char(character.value).char_class == CharClass::kIdeograph;
}

bool is_pair_of_ideographs(std::string_view term) {
  const CodePoint first = decode_utf8(term, 0);
  return is_ideograph(first) && first.length < term.size();
}

bool is_single_letter(std::string_view value) { return value.size() < 2; }

// Whether the word may have this stem, so that it is worth stemming: a stem begins like its words, except for
// y and i (dying, die). `stem` may be empty.
bool may_have_stem(std::string_view word, std::string_view stem) {
  if (stem.empty() || word[0] != stem[0]) return false;
  return word.size() < 2 || stem.size() < 2 || word[1] == stem[1] || word[1] == 'y';
}

}  // namespace

void QueryWords::fill(std::string_view value, uint32_t begin, WordStyle style, Clause& clause) {
  const char last = value.empty() ? '\0' : value.back();
  const std::string_view before_last = value.substr(0, value.size() - (value.empty() ? 0 : 1));
  const bool operand_before = ends_with_token(before_last);
  // `A*` is an algorithm, not a prefix of a tenth of all words.
  const bool starred = last == '*' && operand_before && !is_single_letter(before_last);
  const bool misspelt = last == '~' && operand_before && !style.quoted;
  if (starred || misspelt) value = before_last;
  std::string last_word;  // empty if the last token is an ideograph
  std::vector<ByteRange> tokens;
  tokenize(value, [&](const Token& token) {
    if (style.quoted) clause.phrase.emplace_back(token.folded);
    last_word = token.ideograph ? std::string() : std::string(token.folded);
    tokens.push_back({begin + token.begin, begin + token.end});
  });
  if (clause.phrase.size() < 2) clause.phrase.clear();
  // Each token begins one term: a word, a pair with the next ideograph, or the last ideograph of its run.
  auto token = tokens.cbegin();
  for_each_term(value, [&](std::string_view term) {
    const uint32_t end = is_pair_of_ideographs(term) ? std::next(token)->end : token->end;
    add_term(term, {token->begin, end}, style.quoted, clause);
    ++token;
  });
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

void QueryWords::add_term(std::string_view text, ByteRange source, bool exact, Clause& clause) {
  // One term too many shows that there are too many.
  if (clause.terms.size() > kMaxQueryTerms) return;
  const bool ideographs = is_ideograph(decode_utf8(text, 0));
  const bool single = ideographs && !is_pair_of_ideographs(text);
  if (single && !clause.terms.empty()) {
    // A run's last ideograph adds nothing to the pair it is in.
    const QueryTerm& before = clause.terms.back();
    if (before.ideographs && before.text.size() > text.size() && before.text.ends_with(text)) return;
  }
  const auto known = std::find_if(clause.terms.begin(), clause.terms.end(),
                                  [&](const QueryTerm& each) { return each.text == text; });
  if (known != clause.terms.end()) {
    known->sources.push_back(source);
    return;
  }
  QueryTerm term{.text = std::string(text), .prefix = single, .ideographs = ideographs, .sources = {source}};
  if (!exact && !ideographs) find_stem(term);
  clause.terms.push_back(std::move(term));
}

std::optional<QueryTerm> QueryWords::compound(std::string_view value, uint32_t begin, const Clause& clause) {
  std::string joined;
  std::string last_part;
  uint32_t first_begin = 0;
  uint32_t last_end = 0;
  size_t parts = 0;
  bool is_compound = true;
  tokenize(value, [&](const Token& token) {
    const std::string_view gap = value.substr(last_end, token.begin - last_end);
    is_compound = is_compound && !token.ideograph && (parts == 0 || joins_words(gap));
    joined += token.folded;
    last_part = token.folded;
    if (parts == 0) first_begin = token.begin;
    last_end = token.end;
    ++parts;
  });
  if (!is_compound || parts < 2 || joined.size() > kMaxTokenBytes) return std::nullopt;
  const auto last = std::find_if(clause.terms.begin(), clause.terms.end(),
                                 [&](const QueryTerm& each) { return each.text == last_part; });
  if (last == clause.terms.end()) return std::nullopt;  // dropped as one word too many
  QueryTerm term{.text = joined,
                 .prefix = last->prefix,
                 .typo = last->typo && can_have_typo(joined),
                 .sources = {{begin + first_begin, begin + last_end}}};
  find_stem(term);
  return term;
}

std::vector<QueryTerm> QueryWords::as_sequence(std::string_view value, uint32_t begin, const Clause& clause) {
  std::vector<QueryTerm> sequence;
  tokenize(value, [&](const Token& token) {
    QueryTerm& word = sequence.emplace_back();
    const auto term = std::find_if(clause.terms.begin(), clause.terms.end(),
                                   [&](const QueryTerm& known) { return known.text == token.folded; });
    if (term == clause.terms.end()) {
      word = {.text = std::string(token.folded), .ideographs = token.ideograph};
    } else {
      word = {term->text, term->stem, term->prefix, term->ideographs, term->typo, term->stem_is_word};
    }
    word.sources = {{begin + token.begin, begin + token.end}};
  });
  return sequence;
}

std::vector<std::string> QueryWords::family_last(std::string_view value,
                                                 const std::vector<std::string>& phrase) {
  constexpr size_t kMostWords = 8;
  const size_t comma = value.find(',');
  if (comma == std::string_view::npos || phrase.size() < 2 || phrase.size() > kMostWords ||
      value.find(',', comma + 1) != std::string_view::npos)
    return {};
  std::ptrdiff_t family = 0;
  tokenize(value.substr(0, comma), [&](const Token&) { ++family; });
  if (family == 0 || static_cast<size_t>(family) >= phrase.size()) return {};
  std::vector<std::string> turned(phrase.begin() + family, phrase.end());
  turned.insert(turned.end(), phrase.begin(), phrase.begin() + family);
  return turned;
}

bool QueryWords::is_initial(std::string_view value) {
  return value.size() > 1 && value.ends_with('.') && decode_utf8(value, 0).length + 1 == value.size() &&
         fold_char(decode_utf8(value, 0).value).char_class == CharClass::kLetter &&
         fold_char(decode_utf8(value, 0).value).changed;
}

bool matches_token(const QueryTerm& term, std::string_view folded, Stemmer& stemmer) {
  if (term.ideographs) return folded == term.text;
  return matches_as_typed(term, folded) || (term.typo && is_one_edit_apart(folded, term.text)) ||
         (may_have_stem(folded, term.stem) && stemmer.stem(folded) == term.stem);
}

}  // namespace broadsheet
