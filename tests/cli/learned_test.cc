// The commands that learn from the library: what they print, and their exit codes.
#include "tests/cli/support/run.h"

namespace broadsheet {
namespace {

using testing::Outcome;
using testing::run;

TEST(LearnedCommands, SearchPrintsTheSameHitsWithAlso) {
  const Outcome plain = run("search attention query-examples-january.md");
  const Outcome also = run("search --also attention query-examples-january.md");
  EXPECT_EQ(also.exit_code, 0);
  EXPECT_EQ(also.out.substr(0, plain.out.size()), plain.out);
}

TEST(LearnedCommands, AlsoIsNotForMachines) {
  EXPECT_EQ(run("search --also --json attention query-examples-january.md").exit_code, 2);
}

TEST(LearnedCommands, RankSaysThatItKnowsTooLittle) {
  const Outcome outcome = run("rank --starred query-examples-january.md query-examples-january.md");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("too little is known: 3 starred papers are needed"), std::string::npos)
      << outcome.err;
}

TEST(LearnedCommands, RankNeedsAFileOfIds) {
  EXPECT_EQ(run("rank query-examples-january.md").exit_code, 2);
  EXPECT_EQ(run("rank --starred no-such-file query-examples-january.md").exit_code, 2);
}

TEST(LearnedCommands, TrendsPrintsTheDays) {
  const Outcome outcome = run("trends --days 40 query-examples-january.md query-examples-february.md");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out.find("2026-01-05"), 0u) << outcome.out;
  EXPECT_NE(outcome.out.find("2026-02-10"), std::string::npos) << outcome.out;
}

}  // namespace
}  // namespace broadsheet
