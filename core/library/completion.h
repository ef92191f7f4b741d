// completion.h: how a query that is being typed may go on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/searcher.h"

namespace broadsheet {

enum class CompletionKind : uint8_t { kField, kCategory, kAuthor, kPhrase, kWord };

struct Completion {
  CompletionKind kind;
  std::string text;   // takes the place of [begin, end) of the query
  std::string label;  // what it is called
  size_t begin;       // bytes in the query's text, on code points
  size_t end;
  uint32_t works;  // that it leads to; 0 for fields, which are not counted
};

inline constexpr size_t kMostCompletions = 8;

// Keeps what it has counted while no digest is added.
class Completer {
 public:
  // Both outlive this.
  Completer(Library& library, Searcher& searcher) : library_(library), searcher_(searcher) {}

  // At most kMostCompletions, those that lead to the most works first, of several kinds where there are
  // several. `caret`: bytes in the text, on a code point. Completes the word that ends there: behind
  // `author:` and `cat:` their values; else names of fields, categories, authors by any part of their name,
  // and the phrases of titles that begin with it, after the words before it. Cost: O(authors + postings of
  // the words), O(papers) for the first time after a digest was added.
  std::vector<Completion> complete(std::string_view text, size_t caret);

  // Digests were taken out of the library.
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
  std::vector<uint32_t> folded_ends_;      // of the folded names, in that order
  std::string folded_names_;
};

}  // namespace broadsheet
