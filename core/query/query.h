// query.h: a parsed query.
//
// docs/query-syntax.md is the reference. Every text is a valid query: what does not parse as an operator is
// searched as words, or left out and named in `issues`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/base/byte_range.h"
#include "core/digest/paper_sites.h"
#include "core/index/fields.h"
#include "core/index/paper_facts.h"

namespace broadsheet {

struct QueryTerm {
  std::string text = {};     // folded
  std::string stem = {};     // empty: the word's other forms do not match
  bool prefix = false;       // every term that begins with `text` matches too
  bool ideographs = false;   // a pair of ideographs, or a single one (then also a prefix)
  bool typo = false;         // every term one edit away matches too; only where can_have_typo
  bool stem_is_word = true;  // `stem` is its own stem
  // Where it was typed, in the query's text: each range cuts out the word, the two ideographs of a pair, or
  // the compound, without `*`, `~` and field name. Ascending; several if its clause has it several times.
  std::vector<ByteRange> sources = {};
};

// Days from `from` (included) to `to` (excluded); empty: no bound. Compared as strings: `2026-01` sorts
// before all its days, `2026-01:` after them.
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
  // Under an odd number of minus signs: its words neither score nor are highlighted.
  bool negated = false;
  // Another way to write the words of the previous clause: `lowrank` for `low-rank`.
  bool alternative = false;
  FieldMask fields = kAllFields;
  std::string extra_field = {};     // kText: only in extra fields with this label_key
  std::vector<QueryTerm> terms;     // kText: all must occur
  std::vector<std::string> phrase;  // kText: folded tokens that must follow one another; empty: no phrase
  bool open_phrase = false;         // the phrase's last token may be unfinished
  // kText: words, or runs of words, that must be near each other within one text; empty: anywhere.
  std::vector<std::vector<QueryTerm>> near = {};
  std::vector<uint32_t> distances = {};  // most tokens from near[i] to near[i + 1]
  std::string value;                     // kCategory, kId: folded; kSet: its name
  PaperNamer namer =
      PaperNamer::kArxiv;  // kId: who gave it; unless that is arXiv, `value` is NamedPaper::key
  DateRange dates = {};    // kDate
  Feature feature = {};    // kFeature
  Language language = {};  // kLanguage
};

// A clause, or a combination of others. kAll without children matches every paper.
struct QueryNode {
  enum class Kind : uint8_t { kClause, kAll, kAny, kNot };
  Kind kind = Kind::kAll;
  uint32_t clause = 0;                   // kClause: its place in Query::clauses
  std::vector<QueryNode> children = {};  // kNot: one
};

// While it is matched, each term costs a float per paper: a pasted page must not exhaust a tab's memory.
inline constexpr size_t kMaxQueryTerms = 64;
// Deeper parentheses are ignored.
inline constexpr uint32_t kMaxQueryDepth = 24;
// Further issues are not reported.
inline constexpr size_t kMaxQueryIssues = 20;

struct QueryIssue {
  std::string_view code;  // "unclosed_quote", "empty_filter", "too_many_words", "unclosed_group",
                          // "unopened_group", "misplaced_operator", "bad_date", "unknown_value"
  uint32_t begin;         // bytes in the query's text, half-open
  uint32_t end;
  std::string message;
};

struct Query {
  std::vector<Clause> clauses;  // in the order typed
  QueryNode root;               // combines the clauses, each once
  std::vector<QueryIssue> issues;

  bool empty() const { return clauses.empty(); }
};

// Names that only the library knows.
struct QueryVocabulary {
  std::unordered_set<std::string> extra_fields;  // label_key of each label
  std::vector<std::string> sets;                 // "is:read", "tag:to read"; folded
};

// A label as it is compared: folded, letters and digits only. `AI_Comments` and `ai comments` are the same.
std::string label_key(std::string_view label);

// `typing`: the person is still typing, so a last word with no blank after it may be unfinished and also
// counts as a prefix, and an operator at the end waits for its operand. Requires: valid UTF-8.
// Cost: O(text * kMaxQueryTerms), for any text.
Query parse_query(std::string_view text, bool typing, const QueryVocabulary& vocabulary = {});

}  // namespace broadsheet
