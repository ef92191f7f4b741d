// Words that a digest writes in TeX are found as they are shown.
#include <gtest/gtest.h>

#include "core/search/suggestion.h"
#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::DraftPaper;

Library four_papers() {
  Library library;
  testing::add(library,
               {DraftPaper{.id = "2601.00001",
                           .title = R"(A Schr\"odinger bridge)",
                           .authors = R"({\"O}zg{\"u}r Probe,J. M\"uller)"},
                DraftPaper{.id = "2601.00002", .title = "A Schrödinger bridge", .authors = "J. Müller"},
                DraftPaper{.id = "2601.00003", .title = R"(\textsc{Tea}Bench and Cup\textsubscript{max})"},
                DraftPaper{.id = "2601.00005",
                           .title = R"(Tea in {\.I}stanbul)",
                           .authors = R"({\.I}nci {\"O}zt{\"u}rk)",
                           .abstract = R"({\.I}zmir and {\"O}tzi)"},
                DraftPaper{.id = "2601.00004", .title = "uller", .abstract = "100,200 and 12,345"}});
  library.commit();
  return library;
}

TEST(TexWords, AreFoundHoweverTheyAreWritten) {
  const struct {
    const char* query;
    uint32_t papers;
  } kCases[] = {
      {"schrödinger", 2},
      {"schrodinger", 2},
      {R"(Schr\"odinger)", 2},
      {R"(Schr\"{o}dinger)", 2},
      {"\"schrödinger bridge\"", 2},
      {R"("Schr\"odinger bridge")", 2},
      {"schrödinger NEAR bridge", 2},
      {"teabench", 1},
      {"tea", 1},
      {"istanbul", 1},
      {"title:İstanbul", 1},
      {R"(title:{\.I}stanbul)", 1},
      {"abstract:izmir", 1},
      {"ötzi", 1},
      {"author:öztürk", 1},
      {"author:İnci", 1},
      {"cupmax", 1},
      {"author:özgür", 1},
      {"author:ozgur", 1},
      {R"(author:"{\"O}zg{\"u}r Probe")", 1},
      {"author:müller", 2},
      {R"(author:M\"uller)", 2},
      {"\"Müller, J.\"", 2},
      {"12345", 1},
      {"12,345", 1},
      {"100,200", 1},
  };
  Library library = four_papers();
  Searcher searcher(library);
  for (const auto& c : kCases)
    EXPECT_EQ(answer(library, searcher, {.text = c.query}).results.total(), c.papers) << c.query;
}

TEST(TexWords, AreNotRespeltToTheLettersAfterAnAccent) {
  Library library = four_papers();
  Searcher searcher(library);
  for (const char* const query : {"müller", "muller", R"(M\"uller)", "author:müller"}) {
    const Answer found = answer(library, searcher, {.text = query});
    EXPECT_EQ(found.suggestion, "") << query;
    EXPECT_EQ(found.results.total(), 2u) << query;
  }
}

}  // namespace
}  // namespace broadsheet
