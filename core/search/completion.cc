#include "core/search/completion.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_set>

#include "core/base/order.h"
#include "core/text/fold.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 18> kFieldNames = {
    "title:",  "author:", "category:",   "abstract:", "tldr:", "motivation:",
    "method:", "result:", "conclusion:", "id:",       "date:", "after:",
    "before:", "has:",    "lang:",       "is:",       "tag:",  "extra:"};
constexpr std::array<std::string_view, 3> kAuthorNames = {"author", "authors", "au"};
constexpr std::array<std::string_view, 2> kCategoryNames = {"category", "cat"};

// Of each kind, unless there is nothing else.
constexpr size_t kMostOfAKind = 4;
constexpr size_t kMostTitles = 4000;    // read for phrases
constexpr size_t kMostPhraseWords = 4;  // the word being typed and those after it
constexpr size_t kMostWordsBefore = 3;

// Phrases do not end with these.
constexpr std::array<std::string_view, 20> kConnectors = {
    "a",  "an",   "and", "as", "at", "based", "between", "by", "for", "from",
    "in", "into", "is",  "of", "on", "or",    "the",     "to", "via", "with"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_connector(std::string_view word) {
  return std::find(kConnectors.begin(), kConnectors.end(), word) != kConnectors.end();
}

template <typename Names>
bool contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

// The word at the caret.
struct Completer::Typed {
  size_t begin;  // including its field name and quotation mark, but not a minus
  size_t end;
  std::string field;               // the name before the colon, folded; or empty
  std::string prefix;              // folded
  std::vector<std::string> words;  // plain words before this one, folded
  size_t words_begin;              // where they begin in the text
};

namespace {

// A quoted value may hold blanks: returns where its quotation mark is, if the caret is inside one.
size_t open_quote(std::string_view text) {
  size_t open = std::string_view::npos;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') open = open == std::string_view::npos ? i : std::string_view::npos;
  }
  return open;
}

}  // namespace

void Completer::count_values() {
  if (counted_papers_ == library_.paper_count()) return;
  counted_papers_ = library_.paper_count();
  const FacetColumns& columns = library_.facets();
  const Works& works = library_.works();
  works_of_category_.assign(columns.categories().size(), 0);
  works_of_author_.assign(columns.authors().size(), 0);
  for (WorkId work = 0; work < works.count(); ++work) {
    const PaperOrdinal paper = works.first(work);
    if (const FacetId category = columns.category_of(paper); category != kNoFacet)
      ++works_of_category_[category];
    for (const FacetId author : columns.authors_of(paper)) ++works_of_author_[author];
  }
  authors_by_works_ = order_of(columns.authors().size(), [&](FacetId a, FacetId b) {
    return works_of_author_[a] > works_of_author_[b];
  });
  folded_names_.clear();
  folded_ends_.clear();
  for (const FacetId author : authors_by_works_) {
    folded_names_ += fold(columns.authors().value(author));
    folded_ends_.push_back(static_cast<uint32_t>(folded_names_.size()));
  }
}

void Completer::add_fields(const Typed& typed, std::vector<Completion>& found) const {
  if (!typed.field.empty() || typed.prefix.size() < 2) return;
  size_t added = 0;
  for (const std::string_view name : kFieldNames) {
    if (added == 2 || !name.starts_with(typed.prefix)) continue;
    found.push_back(
        {CompletionKind::kField, std::string(name), std::string(name), typed.begin, typed.end, 0});
    ++added;
  }
}

void Completer::add_categories(const Typed& typed, std::vector<Completion>& found) const {
  const bool asked_for = contains(kCategoryNames, typed.field);
  if (!asked_for && (!typed.field.empty() || typed.prefix.empty())) return;
  std::vector<FacetId> ids;
  for (FacetId id = 0; id < works_of_category_.size(); ++id) {
    if (works_of_category_[id] > 0 &&
        fold(library_.facets().categories().value(id)).starts_with(typed.prefix))
      ids.push_back(id);
  }
  keep_first(ids, asked_for ? kMostCompletions : 2,
             [&](FacetId a, FacetId b) { return works_of_category_[a] > works_of_category_[b]; });
  for (const FacetId id : ids) {
    const std::string name(library_.facets().categories().value(id));
    const bool one_word = name.find_first_of(" ()\"") == std::string::npos;
    found.push_back({CompletionKind::kCategory, one_word ? "cat:" + name : "cat:\"" + name + '"', name,
                     typed.begin, typed.end, works_of_category_[id]});
  }
}

void Completer::add_authors(const Typed& typed, std::vector<Completion>& found) const {
  const bool asked_for = contains(kAuthorNames, typed.field);
  if (!asked_for && (!typed.field.empty() || typed.prefix.size() < 2)) return;
  const size_t most = asked_for ? kMostCompletions : kMostOfAKind;
  size_t added = 0;
  for (size_t i = 0; i < authors_by_works_.size() && added < most; ++i) {
    const size_t begin = i == 0 ? 0 : folded_ends_[i - 1];
    const auto name = std::string_view(folded_names_).substr(begin, folded_ends_[i] - begin);
    bool matches = name.starts_with(typed.prefix);
    for (size_t blank = name.find(' '); !matches && blank != std::string_view::npos;
         blank = name.find(' ', blank + 1))
      matches = name.substr(blank + 1).starts_with(typed.prefix);
    if (!matches) continue;
    const std::string shown(library_.facets().authors().value(authors_by_works_[i]));
    if (shown.find('"') != std::string::npos) continue;
    found.push_back({CompletionKind::kAuthor, "author:\"" + shown + '"', shown, typed.begin, typed.end,
                     works_of_author_[authors_by_works_[i]]});
    ++added;
  }
}

void Completer::add_phrases(const Typed& typed, std::vector<Completion>& found) {
  if (!typed.field.empty() || typed.prefix.size() < 2) return;
  std::string asked = "title:(";
  for (const std::string& word : typed.words) asked += word + ' ';
  asked += typed.prefix + "*)";
  const Query query = parse_query(asked, false);
  std::map<std::string, uint32_t, std::less<>> counts;
  std::unordered_set<WorkId> seen;
  std::vector<std::string> title;
  searcher_.for_each_match(query, [&](PaperOrdinal paper) {
    if (seen.size() == kMostTitles || !seen.insert(library_.works().work_of(paper)).second) return;
    title.clear();
    tokenize(library_.text(paper).title, [&](const Token& token) { title.emplace_back(token.folded); });
    const size_t before = typed.words.size();
    for (size_t i = before; i < title.size(); ++i) {
      if (!title[i].starts_with(typed.prefix) ||
          !std::equal(typed.words.begin(), typed.words.end(),
                      title.begin() + static_cast<std::ptrdiff_t>(i - before)))
        continue;
      std::string phrase;
      for (size_t n = i; n < std::min(title.size(), i + kMostPhraseWords); ++n) {
        phrase += (phrase.empty() ? "" : " ") + title[n];
        if (!is_connector(title[n])) ++counts[phrase];
      }
      break;  // a title counts once
    }
  });
  struct Phrase {
    std::string_view text;
    uint32_t count;
    size_t words;
  };
  std::vector<Phrase> phrases;
  for (const auto& [text, count] : counts) {
    if (count < 2) continue;
    // Of two phrases that find the same titles, the longer one says more.
    const auto next = counts.upper_bound(text);
    const bool goes_on = next != counts.end() && next->first.starts_with(text + ' ') && next->second == count;
    if (!goes_on)
      phrases.push_back({text, count, static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1});
  }
  const auto value = [](const Phrase& phrase) { return phrase.count * (phrase.words + 1); };
  keep_first(phrases, kMostCompletions, [&](const Phrase& a, const Phrase& b) {
    return value(a) != value(b) ? value(a) > value(b) : a.text < b.text;
  });
  const std::string before =
      std::accumulate(typed.words.begin(), typed.words.end(), std::string(),
                      [](std::string all, const std::string& word) { return all + word + ' '; });
  for (const Phrase& phrase : phrases) {
    const std::string text = before + std::string(phrase.text);
    const bool one_word = text.find(' ') == std::string::npos;
    found.push_back({one_word ? CompletionKind::kWord : CompletionKind::kPhrase,
                     one_word ? text : '"' + text + '"', text, typed.words_begin, typed.end, phrase.count});
  }
}

std::vector<Completion> Completer::complete(std::string_view text, size_t caret) {
  library_.commit();
  count_values();
  const std::string_view before = text.substr(0, caret);
  Typed typed{0, caret, {}, {}, {}, 0};
  const size_t quote = open_quote(before);
  size_t begin = quote == std::string_view::npos ? before.size() : quote;
  while (begin > 0 && !is_blank(before[begin - 1]) && before[begin - 1] != '(') --begin;
  std::string_view word = before.substr(begin);
  if (word.starts_with('-')) {
    word.remove_prefix(1);
    ++begin;
  }
  typed.begin = begin;
  const size_t colon = word.find(':');
  if (colon != std::string_view::npos && (quote == std::string_view::npos || begin + colon < quote)) {
    typed.field = fold(word.substr(0, colon));
    word.remove_prefix(colon + 1);
  }
  const bool quoted = word.starts_with('"');
  if (quoted) word.remove_prefix(1);
  typed.prefix = fold(word);
  if (typed.prefix.empty() && typed.field.empty()) return {};

  // Plain words before it belong to the phrase.
  typed.words_begin = typed.begin;
  for (size_t end = typed.begin; !quoted && typed.field.empty() && typed.words.size() < kMostWordsBefore;) {
    while (end > 0 && before[end - 1] == ' ') --end;
    size_t first = end;
    while (first > 0 && !is_blank(before[first - 1])) --first;
    const std::string_view plain = before.substr(first, end - first);
    std::vector<std::string> tokens;
    tokenize(plain, [&](const Token& token) { tokens.emplace_back(token.folded); });
    const bool is_operator = plain == "OR" || plain == "AND" || plain == "NOT" || plain.starts_with("NEAR");
    if (plain.empty() || is_operator || tokens.size() != 1 ||
        plain.find_first_of(":\"()-*~") != std::string_view::npos)
      break;
    typed.words.insert(typed.words.begin(), tokens.front());
    typed.words_begin = end = first;
  }

  std::vector<Completion> found;
  add_phrases(typed, found);
  if (found.empty() && !typed.words.empty()) {
    typed.words.clear();
    typed.words_begin = typed.begin;
    add_phrases(typed, found);
  }
  if (found.size() > kMostOfAKind) found.resize(kMostOfAKind);
  add_authors(typed, found);
  add_categories(typed, found);
  put_in_order(found, [](const Completion& a, const Completion& b) { return a.works > b.works; });
  add_fields(typed, found);
  if (found.size() > kMostCompletions) {
    // Fields are last, and few: keep room for one.
    if (found.back().kind == CompletionKind::kField) found[kMostCompletions - 1] = found.back();
    found.resize(kMostCompletions);
  }
  return found;
}

}  // namespace broadsheet
