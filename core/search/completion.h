// completion.h: how a query being typed may go on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/searcher.h"

namespace broadsheet {

enum class CompletionKind : uint8_t { kField, kCategory, kAuthor, kPhrase, kWord };

struct Completion {
  CompletionKind kind;
  std::string text;   // replaces [begin, end) of the query
  std::string label;  // what to show for it
  size_t begin;       // bytes in the query's text, at code point boundaries
  size_t end;
  uint32_t works;  // that it finds; 0 for fields, which are not counted
};

inline constexpr size_t kMostCompletions = 8;

// Keeps its counts until a digest is added.
class Completer {
 public:
  // Both must outlive this.
  Completer(Library& library, Searcher& searcher) : library_(library), searcher_(searcher) {}

  // At most kMostCompletions, those that find the most works first, of several kinds if possible. `caret`:
  // bytes in the text, at a code point boundary. Completes the word that ends there: after `author:` and
  // `cat:` their values; otherwise field names, categories, authors by any part of their name, and phrases of
  // titles that begin with the word, after the words before it. Cost: O(text + authors + categories +
  // postings of the words + titles of at most kMostTitles works); O(papers) the first time after a digest was
  // added.
  std::vector<Completion> complete(std::string_view text, size_t caret);

  // Call it after digests were removed from the library.
  void forget() { counted_papers_ = 0; }

 private:
  struct Typed;
  void count_values();
  void add_fields(const Typed& typed, std::vector<Completion>& found) const;
  void add_categories(const Typed& typed, std::vector<Completion>& found) const;
  void add_authors(const Typed& typed, std::vector<Completion>& found) const;
  void add_phrases(const Typed& typed, std::vector<Completion>& found);

  Library& library_;
  Searcher& searcher_;
  uint32_t counted_papers_ = 0;
  std::vector<uint32_t> works_of_category_;
  std::vector<uint32_t> works_of_author_;
  std::vector<FacetId> authors_by_works_;  // the most works first
  std::vector<uint32_t> folded_ends_;      // where each folded name ends, in that order
  std::string folded_names_;
};

}  // namespace broadsheet
