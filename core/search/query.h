// query.h: what a person typed, understood.
//
// docs/query-syntax.md is the reference. Every text is a valid query: what cannot be understood as an
// operator is searched as words, or left out, and named in `issues`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/fields.h"
#include "core/search/paper_facts.h"

namespace broadsheet {

struct QueryTerm {
  std::string text;          // folded
  std::string stem;          // empty: found only as it stands
  bool prefix;               // every term that begins with `text` is meant too
  bool ideographs;           // a pair of ideographs, or a single one (then also a prefix)
  bool typo = false;         // every term one edit away is meant too; only where can_have_typo
  bool stem_is_word = true;  // `stem` is the stem of itself too
};

// Days from `from`, included, up to `to`, excluded; empty: no bound. Compared as strings: `2026-01` stands
// before all its days, `2026-01:` behind them.
struct DateRange {
  std::string from;
  std::string to;

  bool contains(std::string_view date) const {
    return !date.empty() && date >= from && (to.empty() || date < to);
  }
};

enum class Feature : uint8_t { kCode, kMath, kSummary };  // has:code and so on

// A condition on one paper.
struct Clause {
  enum class Kind : uint8_t { kText, kCategory, kId, kDate, kFeature, kLanguage, kSet };
  Kind kind = Kind::kText;
  // Under an odd number of minus signs: its words neither score nor are they marked.
  bool negated = false;
  // Another way to write the words of the clause before it: `lowrank` for `low-rank`.
  bool alternative = false;
  FieldMask fields = kAllFields;
  std::string extra_field = {};     // kText: only in extra fields whose label_key this is
  std::vector<QueryTerm> terms;     // kText: all must occur
  std::vector<std::string> phrase;  // kText: folded tokens that must follow one another; empty: no phrase
  bool open_phrase = false;         // the last token of the phrase may be unfinished
  // kText: words, or runs of them, each of which must stand at most `distance` tokens from the next within
  // one text; empty: they may stand anywhere.
  std::vector<std::vector<QueryTerm>> near = {};
  std::vector<uint32_t> distances = {};  // between near[i] and near[i + 1]
  std::string value;                     // kCategory, kId: folded; kSet: its name
  DateRange dates = {};                  // kDate
  Feature feature = {};                  // kFeature
  Language language = {};                // kLanguage
};

// A clause, or how others go together. kAll without children holds of every paper.
struct QueryNode {
  enum class Kind : uint8_t { kClause, kAll, kAny, kNot };
  Kind kind = Kind::kAll;
  uint32_t clause = 0;                   // kClause: its place in Query::clauses
  std::vector<QueryNode> children = {};  // kNot: one
};

// Each term costs a float per paper while it is matched: a pasted page must not exhaust a tab's memory.
inline constexpr size_t kMaxQueryTerms = 64;
// Deeper parentheses are read as if they were not there.
inline constexpr uint32_t kMaxQueryDepth = 24;

struct QueryIssue {
  std::string_view code;  // "unclosed_quote", "empty_filter", "too_many_words", "unclosed_group",
                          // "unopened_group", "misplaced_operator", "bad_date", "unknown_value"
  uint32_t begin;         // bytes in the query's text, half-open
  uint32_t end;
  std::string message;
};

struct Query {
  std::vector<Clause> clauses;  // in the order in which they were typed
  QueryNode root;               // of clauses, each once
  std::vector<QueryIssue> issues;

  bool empty() const { return clauses.empty(); }
};

// Names that only the library knows.
struct QueryVocabulary {
  std::vector<std::string> extra_fields;  // label_key of each label
  std::vector<std::string> sets;          // "is:read", "tag:to read"; folded
};

// A label as it is compared: folded, letters and digits only. `AI_Comments` and `ai comments` are the same.
std::string label_key(std::string_view label);

// `typing`: the person is still at it, so a last word without a blank behind it may be unfinished and is
// taken as a prefix too, and an operator at the end waits for its operand. Requires: valid UTF-8.
// Cost: O(text).
Query parse_query(std::string_view text, bool typing, const QueryVocabulary& vocabulary = {});

}  // namespace broadsheet
