#include "core/library/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/digest/text_slices.h"
#include "core/match/proximity.h"
#include "core/search/searcher.h"
#include "core/show/explain.h"
#include "core/show/rows.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/facets.h"
#include "tests/core/support/told.h"

namespace broadsheet {
namespace {

using testing::add;
using testing::DraftPaper;
using testing::to_markdown;

std::vector<std::string> titles(const Library& library, ResultSet results) {
  std::vector<std::string> list;
  for (uint32_t rank = 0; rank < results.total(); ++rank)
    list.emplace_back(library.paper(results.hit(rank).paper).paper.title);
  return list;
}
using Titles = std::vector<std::string>;

Library three_days() {
  Library library;
  add(library,
      {DraftPaper{.id = "2601.00002", .title = "Second alpha"},
       DraftPaper{.id = "2601.00003", .title = "Third"}},
      "2026-01-02.md");
  add(library, {DraftPaper{.id = "2601.00004", .title = "Fourth alpha alpha", .category = "cs.CL"}},
      "2026-01-03.md");
  add(library, {DraftPaper{.id = "2601.00001", .title = "First", .authors = "Kurt Gödel"}}, "2026-01-01.md");
  return library;
}

TEST(Library, RefusesTheSameDigestTwiceWhateverItsName) {
  Library library;
  add(library, {DraftPaper{}});
  const auto again = library.read("other-name.md", to_markdown({DraftPaper{}}));
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().code, ErrorCode::kAlreadyOpen);
  EXPECT_EQ(library.paper_count(), 1u);
}

TEST(Library, IndexesInSteps) {
  Library library;
  ASSERT_TRUE(library.read("2026-01-14.md", to_markdown(std::vector<DraftPaper>(5))).ok());
  EXPECT_EQ(library.index(2), 3u);
  EXPECT_EQ(library.paper_count(), 0u);
  EXPECT_EQ(library.index(2), 1u);
  EXPECT_EQ(library.index(2), 0u);
  EXPECT_EQ(library.paper_count(), 5u);
}

TEST(Library, AnAbandonedDigestLeavesNothingBehind) {
  Library library;
  ASSERT_TRUE(library.read("2026-01-14.md", to_markdown({DraftPaper{}})).ok());
  library.abandon();
  EXPECT_EQ(library.paper_count(), 0u);
  add(library, {DraftPaper{}});
  EXPECT_EQ(library.paper_count(), 1u);
}

// A digest that is read, with some of its papers indexed, after another that nobody has searched yet.
Library half_indexed() {
  Library library;
  add(library, {DraftPaper{.title = "First alpha"}, DraftPaper{.id = "2601.00002", .title = "Second"}},
      "2026-01-01.md");
  std::vector<DraftPaper> papers(5);
  for (size_t i = 0; i < papers.size(); ++i) {
    papers[i].id = "2601.0010" + std::to_string(i);
    papers[i].title = "Later alpha " + std::to_string(i);
  }
  EXPECT_TRUE(library.read("2026-01-02.md", to_markdown(papers)).ok());
  EXPECT_EQ(library.index(3), 2u);
  return library;
}

TEST(Library, ADigestAbandonedInTheMiddleLeavesNothingBehind) {
  Library library = half_indexed();
  library.abandon();
  EXPECT_EQ(library.index(10), 0u);
  Library first;
  add(first, {DraftPaper{.title = "First alpha"}, DraftPaper{.id = "2601.00002", .title = "Second"}},
      "2026-01-01.md");
  EXPECT_EQ(testing::told(library), testing::told(first));
}

TEST(Library, ASearchInTheMiddleOfADigestFindsNothingOfItAndLosesNothing) {
  Library library = half_indexed();
  EXPECT_EQ(titles(library, search(library, {.text = "alpha"})), Titles{"First alpha"});
  EXPECT_EQ(library.paper_count(), 2u);
  for (uint32_t left = 1; left > 0;) left = library.index(2);
  EXPECT_EQ(library.paper_count(), 7u);
  Library at_once = half_indexed();
  at_once.index(10);
  EXPECT_EQ(testing::told(library), testing::told(at_once));
}

TEST(Library, ADigestWithoutPapersDisturbsNoOther) {
  Library library;
  add(library, "# nothing\n", "a.md");
  add(library, {DraftPaper{.title = "Found"}}, "b.md");
  add(library, "# nothing else\n", "c.md");
  EXPECT_EQ(library.paper(0).paper.title, "Found");
  EXPECT_EQ(titles(library, search(library, {.text = "found"})), Titles{"Found"});
}

TEST(Library, KeysLeadBackToTheirPapers) {
  Library library = three_days();
  add(library, {DraftPaper{.title = "A", .tldr = "x"}, DraftPaper{.title = "B", .tldr = "x"}}, "twice.md");
  for (PaperOrdinal i = 0; i < library.paper_count(); ++i)
    EXPECT_EQ(library.locate(library.key_of(i)), i) << library.key_of(i);
  EXPECT_EQ(library.key_of(0), "2601.00002@2026-01-02");
  EXPECT_EQ(library.key_of(5), "#2@twice");
  EXPECT_EQ(library.locate("2601.00004@another-digest"), 2u);
  EXPECT_EQ(library.locate("#1@another-digest"), library.paper_count());
  EXPECT_EQ(library.locate(""), library.paper_count());
}

TEST(Search, OrdersByDayAndByRelevance) {
  Library library = three_days();
  EXPECT_EQ(titles(library, search(library, {.order = Order::kNewest})),
            (Titles{"Fourth alpha alpha", "Second alpha", "Third", "First"}));
  EXPECT_EQ(titles(library, search(library, {.order = Order::kDigest})),
            (Titles{"First", "Second alpha", "Third", "Fourth alpha alpha"}));
  EXPECT_EQ(titles(library, search(library, {.order = Order::kRelevance})),
            titles(library, search(library, {.order = Order::kNewest})));
  EXPECT_EQ(titles(library, search(library, {.text = "alpha"})),
            (Titles{"Fourth alpha alpha", "Second alpha"}));
  EXPECT_EQ(titles(library, search(library, {.text = "alpha", .order = Order::kDigest})),
            (Titles{"Second alpha", "Fourth alpha alpha"}));
}

TEST(Search, SortsPagesBehindTheFirstAsWell) {
  Library library;
  std::vector<DraftPaper> papers(700);
  for (size_t i = 0; i < papers.size(); ++i) {
    papers[i].id = "2601.1" + std::to_string(1000 + i);
    papers[i].title = "alpha";
    for (size_t n = 0; n < i % 97; ++n) papers[i].abstract += " alpha filler";
  }
  add(library, papers);
  ResultSet results = search(library, {.text = "alpha"});
  ASSERT_EQ(results.total(), 700u);
  const float first_page_end = results.hit(255).score;
  for (uint32_t rank = 1; rank < 700; ++rank) EXPECT_GE(results.hit(rank - 1).score, results.hit(rank).score);
  EXPECT_EQ(results.hit(255).score, first_page_end);
}

std::string counts(const std::vector<testing::NamedCount>& facets) {
  std::string text;
  for (const testing::NamedCount& facet : facets)
    text += std::string(facet.value) + "=" + std::to_string(facet.count) + " ";
  return text;
}

// The most frequent authors, equal counts by the position of their first paper, counted plainly.
std::string most_papers(const std::vector<DraftPaper>& papers) {
  std::map<std::string, std::pair<int, size_t>> by_name;  // negated count, position
  for (const DraftPaper& paper : papers) {
    for (const std::string_view author : split_authors(paper.authors))
      --by_name.try_emplace(std::string(author), 0, by_name.size()).first->second.first;
  }
  std::vector<std::pair<std::pair<int, size_t>, std::string>> sorted;
  for (const auto& [name, place] : by_name) sorted.emplace_back(place, name);
  std::sort(sorted.begin(), sorted.end());
  sorted.resize(std::min(sorted.size(), kMaxAuthors));
  std::string text;
  for (const auto& [place, name] : sorted) text += name + "=" + std::to_string(-place.first) + " ";
  return text;
}

TEST(Search, CountsTheAuthorsOfManyPapersAsItDoesThoseOfFew) {
  struct Case {
    const char* name;
    size_t papers;
    size_t authors;  // each paper has one of these, the first ones more often, and one of its own
  };
  for (const Case& each : {Case{"few papers", 300, 40}, Case{"many frequent authors", 3000, 90},
                           Case{"few frequent authors", 3000, 20}, Case{"none", 3000, 3000},
                           Case{"on the edge of frequent", 3000, 800}}) {
    std::vector<DraftPaper> papers(each.papers);
    for (size_t i = 0; i < papers.size(); ++i) {
      papers[i].id = "2601.1" + std::to_string(10000 + i);
      papers[i].authors =
          "Common " + std::to_string(i % each.authors * i % each.authors) + ",Own " + std::to_string(i);
    }
    Library library;
    add(library, papers);
    for (const char* query : {"", "title"}) {
      const ResultSet results = search(library, {.text = query});
      ASSERT_EQ(results.total(), papers.size());
      EXPECT_EQ(counts(testing::author_counts(library, results)), most_papers(papers)) << each.name;
    }
  }
}

TEST(Search, AFacetCountsWithoutItsOwnSelection) {
  Library library = three_days();
  const ResultSet results = search(library, {.categories = {"cs.CL"}});
  EXPECT_EQ(results.total(), 1u);
  EXPECT_EQ(counts(testing::category_counts(library, results)), "cs.LG=3 cs.CL=1 ");
  EXPECT_EQ(counts(testing::day_counts(library, results)), "2026-01-03=1 2026-01-02=0 2026-01-01=0 ");
  EXPECT_EQ(counts(testing::author_counts(library, results)), "Ada Lovelace=1 Alan Turing=1 ");
}

TEST(Search, FacetsCombine) {
  Library library = three_days();
  EXPECT_EQ(search(library, {.categories = {"cs.CL", "cs.LG"}}).total(), 4u);
  EXPECT_EQ(search(library, {.categories = {"cs.LG"}, .days = {"2026-01-02", "2026-01-03"}}).total(), 2u);
  EXPECT_EQ(search(library, {.authors = {"Kurt Gödel"}}).total(), 1u);
  EXPECT_EQ(search(library, {.text = "alpha", .authors = {"Kurt Gödel"}}).total(), 0u);
  EXPECT_EQ(search(library, {.categories = {"no such category"}}).total(), 0u);
}

TEST(Search, AnAuthorIsOneHoweverTheNameIsWritten) {
  Library library;
  add(library, {{.id = "2601.00001", .authors = R"(J\"urgen M\"uller,{\.I}nci {\"O}zt{\"u}rk)"},
                {.id = "2601.00002", .authors = R"(J{\"u}rgen M\"{u}ller,Y{\i}lmaz \O{}re)"},
                {.id = "2601.00003", .authors = "İnci Öztürk,Jürgen Müller,Yılmaz Øre,{Tea} Team"}});
  EXPECT_EQ(counts(testing::author_counts(library, search(library, {}))),
            "Jürgen Müller=3 İnci Öztürk=2 Yılmaz Øre=2 {Tea} Team=1 ");
  for (const char* const name : {"Jürgen Müller", R"(J\"urgen M\"uller)"})
    EXPECT_EQ(search(library, {.authors = {name}}).total(), 3u) << name;
  EXPECT_EQ(search(library, {.text = R"(author:"Jürgen Müller")"}).total(), 3u);
  EXPECT_EQ(library.verbatim(0), nullptr) << "a name that is only written otherwise is not damaged";
}

TEST(Search, AChosenAuthorIsNeverCutFromTheFacet) {
  Library library;
  std::vector<DraftPaper> papers(1);
  papers[0].authors = "Rare Name";
  for (size_t i = 0; i < 2 * kMaxAuthors; ++i)
    papers.push_back({.authors = "Author " + std::to_string(i % (kMaxAuthors + 5))});
  add(library, papers);
  const ResultSet results = search(library, {.authors = {"Rare Name"}});
  EXPECT_EQ(results.facets().authors.size(), kMaxAuthors);
  EXPECT_NE(counts(testing::author_counts(library, results)).find("Rare Name=1"), std::string::npos);
}

TEST(Search, AuthorPhraseNeverSpansTwoAuthors) {
  Library library;
  add(library, {DraftPaper{.authors = "Wei Zhang,Li Chen"}});
  EXPECT_EQ(search(library, {.text = "author:\"Wei Zhang\""}).total(), 1u);
  EXPECT_EQ(search(library, {.text = "author:\"Zhang Li\""}).total(), 0u);
}

TEST(Search, ThePaperWhoseFirstAuthorIsNamedStandsBeforeThoseOfItsCoauthors) {
  struct Case {
    std::string query, first;
    bool typing = false;
  };
  const std::vector<Case> cases = {
      {"zhang kettles", "Older"},
      {"kettles zhang", "Older"},
      {"au:zhang kettles", "Older"},
      {"kettles zha", "Older", true},
      // Not the first author's given name.
      {"wei kettles", "Other"},
      {"title:zhang OR kettles", "Newest"},
      {"kettles", "Newest"},
  };
  Library library;
  add(library,
      {DraftPaper{
           .id = "2601.00001", .title = "Older", .authors = "Wei Zhang,Ada Lovelace", .tldr = "kettles"},
       DraftPaper{.id = "2601.00002", .title = "Other", .authors = "Hua Wei,Lee Zhang", .tldr = "kettles"}},
      "2026-01-13.md");
  add(library,
      {DraftPaper{
          .id = "2601.00003", .title = "Newest", .authors = "Ada Lovelace,Wei Zhang", .tldr = "kettles"}},
      "2026-01-14.md");
  for (const Case& c : cases) {
    SCOPED_TRACE(c.query);
    ResultSet results = search(library, {.text = c.query, .typing = c.typing});
    EXPECT_EQ(library.text(results.hit(0).paper).title, c.first);
  }
}

TEST(Rows, ShowTheTldrUnlessAnotherTextShowsMoreOfTheQuery) {
  Library library;
  add(library,
      {DraftPaper{.title = "On gamma", .tldr = "about alpha", .abstract = "but beta stands only here"}});
  const struct {
    const char* query;
    const char* field;
  } kCases[] = {{"", "tldr"},         {"alpha", "tldr"}, {"gamma", "tldr"}, {"alpha beta", "abstract"},
                {"beta", "abstract"}, {"turing", "tldr"}};
  for (const auto& c : kCases) {
    const Query query = parse_query(c.query, false);
    Highlighter highlighter(query);
    EXPECT_EQ(make_row(library, 0, highlighter).summary_field, c.field) << c.query;
  }
}

TEST(Rows, ShowTheAbstractWhereTheTldrOnlySaysThatItFailed) {
  Library library;
  add(library, {DraftPaper{.tldr = "Summary generation failed", .abstract = "We prove it."}});
  const Query query = parse_query("", false);
  Highlighter highlighter(query);
  const Row row = make_row(library, 0, highlighter);
  EXPECT_EQ(row.summary_field, "abstract");
  EXPECT_EQ(row.summary.text, "We prove it.");
}

TEST(Rows, NameTheFirstAuthorsAndCountTheRest) {
  Library library;
  std::string authors = "Author 0";
  for (int i = 1; i < 120; ++i) authors += ",Author " + std::to_string(i);
  add(library, {DraftPaper{.authors = authors}});
  const Query query = parse_query("author:author", false);
  Highlighter highlighter(query);
  const Row row = make_row(library, 0, highlighter);
  EXPECT_TRUE(row.authors.text.ends_with("Author 11"));
  EXPECT_EQ(row.more_authors, 108u);
  EXPECT_EQ(row.authors.marks.size(), 12u);
  EXPECT_EQ(make_paper_view(library, 0, highlighter).authors.size(), 120u);
}

TEST(Rows, OfAPaperWithoutAnyTextHaveNoSummary) {
  Library library;
  add(library, "### [1] [Only a title](https://example.com)\n");
  const Query query = parse_query("title", false);
  Highlighter highlighter(query);
  const Row row = make_row(library, 0, highlighter);
  EXPECT_EQ(row.summary_field, "");
  EXPECT_EQ(row.summary.text, "");
}

TEST(Explain, TermsAndProximityAddUpToTheScore) {
  Library library = three_days();
  ResultSet results = search(library, {.text = "alpha author:ada"});
  ASSERT_EQ(results.total(), 2u);
  for (uint32_t rank = 0; rank < 2; ++rank) {
    const Explanation explanation = explain(library, results, rank);
    float sum = explanation.proximity.total();
    for (const TermExplanation& term : explanation.terms) {
      float weighted = 0;
      for (const WordExplanation& word : term.words) weighted += word.weighted;
      EXPECT_FLOAT_EQ(term.weighted, weighted);
      sum += term.score;
    }
    EXPECT_FLOAT_EQ(sum, results.hit(rank).score);
    EXPECT_EQ(explanation.score, results.hit(rank).score);
  }
}

// A search reads no more of the best hits than the index says it must; explain() reads everything.
TEST(Explain, FindsTheSameProximityInTextsThatASearchNeedNotRead) {
  struct Case {
    std::string query;
    bool typing = false;
  };
  const std::vector<Case> cases = {
      {"one two"},
      {"two three four five six seven eight nine ten"},  // more words than WordsInFields tells apart
      {"nine ten"},
      {"turing one"},
      {"one term", true},  // with more expansions than have their fields recorded
      {"tldr:one tldr:two"},
      {"\"one two\" OR nine"},
      {"模型 压缩"},
  };
  std::string many_terms;
  for (int i = 0; i < 40; ++i) many_terms += " term" + std::to_string(i);
  Library library;
  add(library,
      {DraftPaper{.id = "2601.00001", .tldr = "nine ten", .abstract = "two three four five six seven eight"},
       DraftPaper{.id = "2601.00002", .title = "One", .tldr = "one two one term7", .abstract = many_terms},
       DraftPaper{.id = "2601.00003", .title = "One", .authors = "Alan Turing", .tldr = "模型压缩"},
       DraftPaper{
           .id = "2601.00004", .title = "模型", .tldr = "Generation failed.", .abstract = "nine ten 压缩"}});
  for (const Case& c : cases) {
    SCOPED_TRACE(c.query);
    ResultSet results = search(library, {.text = c.query, .typing = c.typing});
    float all_proximity = 0;
    for (uint32_t rank = 0; rank < results.total(); ++rank) {
      const Explanation explanation = explain(library, results, rank);
      float sum = explanation.proximity.total();
      all_proximity += sum;
      for (const TermExplanation& term : explanation.terms) sum += term.score;
      EXPECT_FLOAT_EQ(sum, results.hit(rank).score);
    }
    EXPECT_GT(all_proximity, 0);
  }
}

TEST(Explain, FunctionWordsCountInATitleOnlyIfTheQueryNamesThem) {
  struct Case {
    std::string query;
    float title;
  };
  const std::vector<Case> cases = {
      {"tea north", kTitleCoverage},
      {"tea of north", kTitleCoverage},
      {"tea", kTitleCoverage / 4},
      {"tea of the north", kExactTitle},
  };
  Library library;
  add(library, {DraftPaper{.id = "2601.00001", .title = "Tea of the North"}});
  for (const Case& c : cases) {
    SCOPED_TRACE(c.query);
    ResultSet results = search(library, {.text = c.query});
    ASSERT_EQ(results.total(), 1u);
    EXPECT_FLOAT_EQ(explain(library, results, 0).proximity.title, c.title);
  }
}

}  // namespace
}  // namespace broadsheet
