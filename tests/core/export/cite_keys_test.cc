#include "core/export/cite_keys.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using testing::digest_of;
using testing::DraftPaper;
using testing::to_markdown;

std::vector<Citation> citations_of(const Digest& digest) {
  std::vector<Citation> citations;
  for (const Paper& paper : digest.papers) citations.push_back(cite(digest, paper));
  return citations;
}

std::string key_of(const DraftPaper& paper, std::string_view pattern = kDefaultKeys) {
  const Digest digest = digest_of(to_markdown({paper}));
  std::vector<Citation> citations = citations_of(digest);
  assign_keys(citations, pattern);
  return citations[0].key;
}

TEST(CiteKeys, AreAuthorYearAndWord) {
  const struct {
    const char* authors;
    const char* title;
    const char* key;
  } kCases[] = {
      {"Ana Beispiel,Bo Probe", "Tea over fields", "beispiel2026tea"},
      {"Stefan Güttel", "The Way of an Étude", "guttel2026way"},
      {"Łukasz Ødegård", "How to \\textit{Ci}", "odegard2026ci"},
      {"Ludwig van der Tee", "$x$: On LLMs", "vandertee2026llms"},
      {"Rami al-Rfou", "3D Tea", "alrfou20263d"},
      {"The ATLAS Collaboration", "A", "atlas2026"},
      {"Qwen Team", "Qwen3: Tea", "qwen2026qwen3"},
      {"张伟", "茶的方法", "anon2026"},
      {"张伟", "茶: Tea", "anon2026tea"},
  };
  for (const auto& c : kCases) EXPECT_EQ(key_of({.title = c.title, .authors = c.authors}), c.key);
}

TEST(CiteKeys, FollowAPattern) {
  const DraftPaper paper = {.id = "2601.00001v2", .title = "On Tea", .authors = "Ana Beispiel"};
  EXPECT_EQ(key_of(paper, "{Author}:{yy}{month}-{Word}"), "Beispiel:2601-Tea");
  EXPECT_EQ(key_of(paper, "arXiv:{id}"), "arXiv:2601.00001");
  EXPECT_EQ(key_of(paper, "{category}/{author}"), "cs.LG/beispiel");
}

TEST(CiteKeys, OfNothingArePaper) {
  const Digest digest = digest_of("### [1] [茶](https://example.org/a)\n", "notes.md");
  std::vector<Citation> citations = citations_of(digest);
  assign_keys(citations, "{word}{id}{year}");
  EXPECT_EQ(citations[0].key, "paper");
}

TEST(CiteKeys, RefusePatternsThatCannotBeKeys) {
  EXPECT_EQ(problem_of_key_pattern(kDefaultKeys), "");
  EXPECT_EQ(problem_of_key_pattern("x"), "");
  for (const char* pattern : {"", "{author", "{nothing}", "a b", "é", "a}b", "a,b", "a%b"})
    EXPECT_NE(problem_of_key_pattern(pattern), "") << pattern;
}

TEST(CiteKeys, AreUniqueAndDoNotDependOnOrder) {
  std::vector<DraftPaper> papers;
  for (int i = 0; i < 60; ++i)
    papers.push_back({.id = "2601.000" + std::to_string(10 + i),
                      .title = i % 2 == 0 ? "Tea" : "Data",
                      .authors = "Wei Li"});
  // A key that the first group's letters would make.
  papers.push_back({.id = "2601.00099", .title = "Teab", .authors = "Wei Li"});
  const Digest digest = digest_of(to_markdown(papers));
  std::vector<Citation> forwards = citations_of(digest);
  std::vector<Citation> backwards = citations_of(digest);
  std::reverse(backwards.begin(), backwards.end());
  assign_keys(forwards, kDefaultKeys);
  assign_keys(backwards, kDefaultKeys);
  std::vector<std::string> keys;
  for (size_t i = 0; i < forwards.size(); ++i) {
    EXPECT_EQ(forwards[i].key, backwards[forwards.size() - 1 - i].key);
    keys.push_back(forwards[i].key);
  }
  EXPECT_EQ(keys[0], "li2026teaa");
  EXPECT_EQ(keys[2], "li2026teac");
  EXPECT_EQ(keys[1], "li2026dataa");
  EXPECT_EQ(keys.back(), "li2026teab");
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace
}  // namespace broadsheet
