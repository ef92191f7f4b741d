#include "core/search/author_names.h"

#include "core/text/fold.h"
#include "core/text/tex_words.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

bool is_word_char(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// `at`: on a code point.
bool begins_word(std::string_view text, size_t at) {
  return at == 0 || !is_word_char(text[at - 1]) ||
         fold_char(decode_utf8(text, at).value).char_class == CharClass::kIdeograph;
}

// Runs of what can be in a word, so that a full stop after an initial asks for nothing.
std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  for (size_t begin = 0; begin < folded.size() && words.size() < AuthorNames::kMostWords;) {
    size_t end = begin;
    while (end < folded.size() && is_word_char(folded[end])) ++end;
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

void AuthorNames::fold_new(const FacetValues& authors) {
  for (FacetId author = static_cast<FacetId>(ends_.size()); author < authors.size(); ++author) {
    folded_ += fold_shown(authors.value(author));
    folded_ += '\n';
    ends_.push_back(static_cast<uint32_t>(folded_.size()));
  }
}

std::vector<bool> AuthorNames::find(const FacetValues& authors, std::string_view typed) {
  fold_new(authors);
  const std::string folded = fold_shown(typed);
  const std::vector<std::string_view> words = words_of(folded);
  std::vector<bool> found(authors.size(), !words.empty());
  const std::string_view text = folded_;
  for (const std::string_view word : words) {
    FacetId next = 0;  // the first author of whom nothing is known yet
    for (size_t at = text.find(word); at != std::string_view::npos;) {
      if (!begins_word(text, at)) {
        at = text.find(word, at + 1);
        continue;
      }
      for (; ends_[next] <= at; ++next) found[next] = false;
      at = text.find(word, ends_[next++]);
    }
    for (; next < found.size(); ++next) found[next] = false;
  }
  return found;
}

}  // namespace broadsheet
