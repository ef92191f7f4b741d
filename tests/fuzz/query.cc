// The query parser, and the whole answer to its result, for any text.
#include <string>
#include <vector>

#include "core/library/library.h"
#include "tests/fuzz/whole_answer.h"

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
    std::string digest = kDigest;
    for (int i = 10; i < 24; ++i)  // more than kFeedbackPapers
      digest += "### [1] [Draft models](https://arxiv.org/abs/2601.001" + std::to_string(i) +
                ")\n*Ada Lovelace*\n\nTL;DR: 大模型压缩。\n\n";
    fuzz::check(library->read("2026-01-14.md", digest).ok(), "the digest is one");
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
  request.feedback = (data[0] & 2) != 0;
  request.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  repair_utf8(request.text);
  const Query query = parse_query(request.text, request.typing, library().vocabulary());
  std::vector<int> seen(query.clauses.size(), 0);
  count_clauses(query.root, seen);
  for (const int times : seen) fuzz::check(times == 1, "every clause stands in the tree once");
  size_t terms = 0;
  for (const Clause& clause : query.clauses) {
    size_t near = 0;
    for (const auto& place : clause.near) near += place.size();
    fuzz::check(near <= kMaxQueryTerms, "no more words near each other than the limit");
    terms += clause.terms.size();
    for (const QueryTerm& term : clause.terms) {
      for (const auto& [begin, end] : term.sources)
        fuzz::check(label_key(std::string_view(request.text).substr(begin, end - begin)) == term.text,
                    "every term knows where it was typed");
    }
  }
  fuzz::check(terms <= kMaxQueryTerms, "no more terms than the limit");
  Searcher searcher(library());
  fuzz::check_answer(library(), searcher, request);
  return 0;
}
