#include "core/export/cite_keys.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/order.h"
#include "core/export/person_name.h"
#include "core/export/plain_text.h"
#include "core/export/tex_tokens.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/tex_letters.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr std::array kStopWords = std::to_array<std::string_view>(
    {"a",    "about", "after", "all",   "an",    "and",    "are",     "as",    "at",      "be",    "beyond",
     "by",   "can",   "do",    "does",  "for",   "from",   "how",     "in",    "into",    "is",    "it",
     "its",  "no",    "not",   "of",    "on",    "one",    "or",      "our",   "so",      "some",  "than",
     "that", "the",   "their", "this",  "to",    "toward", "towards", "under", "up",      "using", "via",
     "we",   "what",  "when",  "where", "which", "who",    "why",     "with",  "without", "you",   "your"});

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

// Small ASCII letters and digits: `Güttel` → `guttel`, `Łukasz` → `lukasz`. Others are blanks.
std::string ascii_folded(std::string_view text) {
  std::string folded;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    std::string letters = fold(text.substr(i, c.length));
    const TexSymbol* const symbol = letters.size() > 1 ? symbol_of_letter(letters) : nullptr;
    if (symbol != nullptr && !symbol->in_formula && symbol->command.size() <= 2) letters = symbol->command;
    for (const char letter : letters)
      folded += is_small_letter(letter) || is_ascii_digit(letter) ? letter : ' ';
    i += c.length;
  }
  return folded;
}

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::string author_of(const Citation& citation) {
  if (citation.authors().empty()) return "anon";
  const std::string name = plain_name(citation.authors().front());
  const PersonName parts = divide_name(name);
  std::string_view family = parts.family;
  // Of a group, what names it: `The ATLAS Collaboration` is atlas, `Qwen Team` qwen.
  if (parts.is_whole && family.starts_with("The ")) family.remove_prefix(4);
  if (parts.is_whole) family = family.substr(0, family.find(' '));
  std::string particle = without_blanks(ascii_folded(parts.particle));
  std::string author = particle + without_blanks(ascii_folded(family));
  return author.empty() ? "anon" : author;
}

// The title without formulas: a key is read aloud.
std::string words_of_title(std::string_view title) {
  std::vector<TexToken> tokens;
  read_tex(title, tokens);
  std::string words;
  for (const TexToken& token : tokens) {
    if (token.kind == TexKind::kFormula) {
      words += ' ';
    } else {
      words += token.text;
    }
  }
  return ascii_folded(plain_text(words));
}

std::string first_word_of(std::string_view title) {
  const std::string words = words_of_title(title);
  for (size_t i = 0; i < words.size();) {
    const size_t end = std::min(words.find(' ', i), words.size());
    const std::string_view word = std::string_view(words).substr(i, end - i);
    const bool has_letter = std::any_of(word.begin(), word.end(), is_small_letter);
    if (word.size() > 1 && has_letter &&
        std::find(kStopWords.begin(), kStopWords.end(), word) == kStopWords.end())
      return std::string(word);
    i = end + 1;
  }
  return "";
}

std::string with_capital(std::string text) {
  if (!text.empty() && is_small_letter(text[0])) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string two_digits(uint32_t number) {
  const std::string digits = std::to_string(number % 100);
  return digits.size() == 1 ? "0" + digits : digits;
}

struct Placeholder {
  std::string_view name;
  std::string (*value)(const Citation&);
};

constexpr std::array kPlaceholders = {
    Placeholder{"author", author_of},
    Placeholder{"Author", [](const Citation& c) { return with_capital(author_of(c)); }},
    Placeholder{"year", [](const Citation& c) { return c.date.year > 0 ? std::to_string(c.date.year) : ""; }},
    Placeholder{"yy", [](const Citation& c) { return c.date.year > 0 ? two_digits(c.date.year) : ""; }},
    Placeholder{"month", [](const Citation& c) { return c.date.month > 0 ? two_digits(c.date.month) : ""; }},
    Placeholder{"word", [](const Citation& c) { return first_word_of(c.title()); }},
    Placeholder{"Word", [](const Citation& c) { return with_capital(first_word_of(c.title())); }},
    Placeholder{"id", [](const Citation& c) { return std::string(c.id); }},
    Placeholder{"category", [](const Citation& c) { return std::string(c.primary_category); }},
};

const Placeholder* find_placeholder(std::string_view name) {
  const auto found = std::find_if(kPlaceholders.begin(), kPlaceholders.end(),
                                  [&](const Placeholder& placeholder) { return placeholder.name == name; });
  return found == kPlaceholders.end() ? nullptr : &*found;
}

std::string key_of(const Citation& citation, std::string_view pattern) {
  std::string key;
  for (size_t i = 0; i < pattern.size();) {
    if (pattern[i] != '{') {
      key += pattern[i++];
      continue;
    }
    const size_t close = pattern.find('}', i);
    key += find_placeholder(pattern.substr(i + 1, close - i - 1))->value(citation);
    i = close + 1;
  }
  return key.empty() ? "paper" : key;
}

// What tells a paper from others, whatever file it is in.
std::string identity_of(const Citation& citation) {
  if (!citation.id.empty()) return std::string(citation.id);
  const std::string number = std::to_string(citation.paper->number);
  return '~' + citation.url + '\n' + std::string(citation.title()) + '\n' + citation.digest->name + '\n' +
         number;
}

// 0 is a, 25 z, 26 aa.
std::string letters_of(size_t number) {
  std::string letters;
  for (++number; number > 0; number = (number - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('a' + (number - 1) % 26));
  return letters;
}

}  // namespace

std::string problem_of_key_pattern(std::string_view pattern) {
  if (pattern.empty()) return "the pattern is empty";
  for (size_t i = 0; i < pattern.size();) {
    const char c = pattern[i];
    if (c == '{') {
      const size_t close = pattern.find('}', i);
      if (close == std::string_view::npos) return "a { is not closed";
      const std::string_view name = pattern.substr(i + 1, close - i - 1);
      if (find_placeholder(name) == nullptr) return "there is no {" + std::string(name) + "}";
      i = close + 1;
      continue;
    }
    const bool is_plain = is_ascii_digit(c) || is_ascii_letter(c) ||
                          std::string_view("-_.:+/").find(c) != std::string_view::npos;
    if (!is_plain) return "a key is ASCII letters, digits and - _ . : + /";
    ++i;
  }
  return "";
}

void assign_keys(std::span<Citation> citations, std::string_view pattern) {
  struct Draft {
    std::string folded;  // keys that differ in case alone are one to BibTeX
    std::string identity;
    std::string key;
    Citation* citation;
  };
  std::vector<Draft> drafts;
  std::unordered_set<std::string> taken;
  for (Citation& citation : citations) {
    std::string key = key_of(citation, pattern);
    std::string folded = fold(key);
    taken.insert(folded);
    drafts.push_back({std::move(folded), identity_of(citation), std::move(key), &citation});
  }
  put_in_order(drafts, [](const Draft& a, const Draft& b) {
    return std::tie(a.folded, a.identity) < std::tie(b.folded, b.identity);
  });
  for (size_t begin = 0; begin < drafts.size();) {
    size_t end = begin + 1;
    while (end < drafts.size() && drafts[end].folded == drafts[begin].folded) ++end;
    const bool is_alone = end == begin + 1;
    for (size_t i = begin, next = 0; i < end; ++i) {
      std::string letters;
      while (!is_alone && !taken.insert(drafts[i].folded + (letters = letters_of(next++))).second) continue;
      drafts[i].citation->key = drafts[i].key + letters;
    }
    begin = end;
  }
}

}  // namespace broadsheet
