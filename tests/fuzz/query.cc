// The query parser, and the search with what it makes of any text.
#include <vector>

#include "core/library/library.h"
#include "core/library/rows.h"
#include "core/library/searcher.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

namespace {

constexpr const char* kDigest =
    "### [1] [Sparse attention $x^2$](https://arxiv.org/abs/2601.00001)\n*Ada Lovelace,Wei Zhang*\n\n"
    "Main category: cs.LG\n\nTL;DR: 大模型压缩。\n\n\n<details>\n  <summary>Details</summary>\nMotivation: "
    "Attention is sparse.\n\nNote: something else\n\nAbstract: Low-rank models, at github.com/a/b.\n\n"
    "</details>\n\n\n"
    "### [2] [Graphs](https://arxiv.org/abs/2601.00002)\n*Ada Lovelace*\n\nMain category: math.CO\n\n"
    "TL;DR: N/A\n\n\n";

Library& library() {
  static Library* const made = [] {
    auto* const library = new Library;
    fuzz::check(library->read("2026-01-14.md", kDigest).ok(), "the digest is one");
    library->index(UINT32_MAX);
    library->define_set("is:read", {"2601.00002"});
    return library;
  }();
  return *made;
}

void count_clauses(const QueryNode& node, std::vector<int>& seen) {
  if (node.kind == QueryNode::Kind::kClause) ++seen.at(node.clause);
  for (const QueryNode& child : node.children) count_clauses(child, seen);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  SearchRequest request;
  request.typing = (data[0] & 1) != 0;
  request.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  repair_utf8(request.text);
  ResultSet results = search(library(), request);
  const Query& query = results.query();
  std::vector<int> seen(query.clauses.size(), 0);
  count_clauses(query.root, seen);
  for (const int times : seen) fuzz::check(times == 1, "every clause stands in the tree once");
  size_t terms = 0;
  for (const Clause& clause : query.clauses) terms += clause.terms.size();
  fuzz::check(terms <= kMaxQueryTerms, "no more terms than the limit");
  for (const QueryIssue& issue : query.issues) {
    fuzz::check(issue.begin <= issue.end && issue.end <= request.text.size(), "issues lie inside the text");
    fuzz::check(fuzz::is_utf8(std::string_view(request.text).substr(issue.begin, issue.end - issue.begin)),
                "issues begin and end on code points");
  }
  Highlighter highlighter(query);
  for (uint32_t rank = 0; rank < results.total(); ++rank) {
    const Row row = make_row(library(), results.hit(rank).paper, highlighter);
    for (const ByteRange mark : row.summary.marks)
      fuzz::check(mark.begin < mark.end && mark.end <= row.summary.text.size(), "marks lie inside the text");
  }
  return 0;
}
