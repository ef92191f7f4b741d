// query.h: what a person typed, understood.
//
// Words separated by blanks must all occur. "phrase" must occur as it stands. -word must not. title:word,
// author:"a name", category:cs.LG, id:2601.07839 look in one place. docs/query-syntax.md is the reference.
// Every text is a valid query: what cannot be understood as an operator is searched as words, or left out
// and named in `issues`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/fields.h"

namespace broadsheet {

struct QueryTerm {
  std::string text;  // folded
  std::string stem;  // empty: found only as it stands
  bool prefix;       // every term that begins with `text` is meant too
  bool ideographs;   // a pair of ideographs, or a single one (then also a prefix)
};

// A word or phrase of text, all of whose terms must occur.
struct Clause {
  enum class Kind : uint8_t { kText, kCategory, kId };
  Kind kind = Kind::kText;
  bool negated = false;
  FieldMask fields = kAllFields;
  std::vector<QueryTerm> terms;     // kText
  std::vector<std::string> phrase;  // kText: folded tokens that must follow one another; empty: no phrase
  bool open_phrase = false;         // the last token of the phrase may be unfinished
  std::string value;                // kCategory, kId: folded
};

// Each term costs a float per paper while it is matched: a pasted page must not exhaust a tab's memory.
inline constexpr size_t kMaxQueryTerms = 64;

struct QueryIssue {
  std::string_view code;  // "unclosed_quote", "empty_filter", "too_many_words"
  uint32_t begin;         // bytes in the query's text, half-open
  uint32_t end;
  std::string message;
};

struct Query {
  std::vector<Clause> clauses;
  std::vector<QueryIssue> issues;

  bool empty() const { return clauses.empty(); }
};

// `typing`: the person is still at it, so a last word without a blank behind it may be unfinished and is
// taken as a prefix too. Requires: valid UTF-8. Cost: O(text).
Query parse_query(std::string_view text, bool typing);

}  // namespace broadsheet
