// Issues of a query, and where they are.
#include <algorithm>

#include "tests/cli/support/run.h"

namespace broadsheet {
namespace {

using testing::lines_of;
using testing::Outcome;
using testing::run;

std::string query_lines(const std::string& err) {
  return err.substr(std::min(err.find("query:"), err.size()));
}

TEST(CliQueryIssues, AreMarkedInTheQueryAsItWasTyped) {
  const struct {
    const char* query;
    const char* err;
  } kCases[] = {
      {"teapot \"graph",
       "query:0: unclosed_quote: the quotation mark is not closed\n"
       "    teapot \"graph\n"
       "           ^~~~~~\n"},
      // An ideograph is two columns wide.
      {"绘图 \"teapot",
       "query:0: unclosed_quote: the quotation mark is not closed\n"
       "    绘图 \"teapot\n"
       "         ^~~~~~~\n"},
      {"\"绘图",
       "query:0: unclosed_quote: the quotation mark is not closed\n"
       "    \"绘图\n"
       "    ^~~~~\n"},
      // Respelling makes these a letter shorter and a letter longer.
      {"teapott )",
       "query:0: unopened_group: no parenthesis is open here\n"
       "    teapott )\n"
       "            ^\n"},
      {"optmizer \"the",
       "query:0: unclosed_quote: the quotation mark is not closed\n"
       "    optmizer \"the\n"
       "             ^~~~\n"},
      {"tea\x1b \"graph",
       "query:0: unclosed_quote: the quotation mark is not closed\n"
       "    tea\\u001b \"graph\n"
       "              ^~~~~~\n"},
  };
  for (const auto& c : kCases) {
    const Outcome outcome = run("search '" + std::string(c.query) + "' clean.md");
    EXPECT_EQ(query_lines(outcome.err), c.err);
  }
}

TEST(CliQueryIssues, HaveTheirPlaceInJson) {
  const std::string query = "teapott 绘图 )";
  const Outcome outcome = run("search --diagnostics json '" + query + "' clean.md");
  const auto issue = nlohmann::json::parse(outcome.err.substr(outcome.err.find('{')));
  EXPECT_EQ(issue["file"], "query");
  EXPECT_EQ(issue["code"], "unopened_group");
  EXPECT_EQ(issue["begin"], query.size() - 1);
  EXPECT_EQ(issue["end"], query.size());
}

TEST(CliQueryIssues, OfALongQueryShowOnlyWhatIsAroundThem) {
  std::string query;
  for (int i = 0; i < 20; ++i) query += "绘图 ";
  const Outcome outcome = run("search '" + query + ") " + query + "' clean.md");
  EXPECT_NE(outcome.err.find("    \u2026"), std::string::npos) << outcome.err;
  std::istringstream lines(outcome.err);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("    ")) {
      EXPECT_LT(line.size(), 140u);
    }
  }
}

}  // namespace
}  // namespace broadsheet
