// docs/query-syntax.md: every row of its examples finds the papers that it lists.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "core/search/searcher.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

struct Example {
  std::string query;
  std::string papers;
};

// Rows such as "| `a OR b` | 1, 2 |" under the heading "## Examples".
std::vector<Example> documented_examples() {
  std::istringstream lines(testing::read_all(testing::source_dir() / "docs/query-syntax.md"));
  std::vector<Example> examples;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) inside = line == "## Examples";
    const size_t open = line.find('`');
    const size_t close = line.rfind('`');
    if (!inside || !line.starts_with("|") || open == close) continue;
    std::string papers = line.substr(line.find('|', close) + 1);
    papers.resize(papers.rfind('|'));
    std::erase(papers, ' ');
    examples.push_back({line.substr(open + 1, close - open - 1), papers});
  }
  return examples;
}

TEST(QuerySyntax, EveryDocumentedExampleFindsItsPapers) {
  Library library;
  for (const char* name : {"query-examples-january.md", "query-examples-february.md"})
    testing::add(library, testing::read_all(testing::fixtures() / name), name);
  ASSERT_EQ(library.paper_count(), 5u);
  library.define_set("is:read", {library.work_name(0), library.work_name(3)});
  library.define_set("tag:to read", {library.work_name(1)});
  const std::vector<Example> examples = documented_examples();
  EXPECT_GE(examples.size(), 40u);
  for (const Example& example : examples) {
    SearchRequest request;
    request.text = example.query;
    request.order = Order::kDigest;
    ResultSet results = search(library, request);
    std::string found;
    for (uint32_t rank = 0; rank < results.total(); ++rank) {
      found +=
          (found.empty() ? "" : ",") + std::to_string(library.paper(results.hit(rank).paper).paper.number);
    }
    EXPECT_EQ(found.empty() ? "none" : found, example.papers) << example.query;
    EXPECT_TRUE(results.query().issues.empty()) << example.query;
  }
}

}  // namespace
}  // namespace broadsheet
