#include "core/collection/collection_matcher.h"

#include <gtest/gtest.h>

#include <string>

#include "core/collection/known_titles.h"

namespace broadsheet {
namespace {

constexpr const char* kDigest = R"([
{"id": "2601.00001", "title": "Steeping $\\tau$ Leaves: A Study of Tea", "authors": ["Jürgen Müller", "Ana Beispiel"]},
{"url": "https://doi.org/10.1000/Cup.1", "title": "Cups without Handles", "authors": ["Jonas Probe"]},
{"url": "https://openreview.net/forum?id=abc", "title": "Deep Learning", "authors": ["Wei Zhang"]},
{"id": "2601.00004", "title": "大模型压缩的方法研究", "authors": ["张伟"]},
{"id": "2601.00005v2", "title": "On the Temperature of Boiling Kettles", "authors": ["The Tea Collaboration"]}
])";

Library library_of(std::string text) {
  Library library;
  EXPECT_TRUE(library.read("2026-01-14.json", std::move(text)).ok());
  while (library.index(100) > 0) continue;
  library.commit();
  return library;
}

CollectedWork work(std::string title, std::vector<std::string> authors = {}, std::string id = {},
                   std::string doi = {}, std::string url = {}) {
  CollectedWork made;
  made.title = std::move(title);
  made.authors = std::move(authors);
  made.arxiv_id = std::move(id);
  made.doi = std::move(doi);
  made.url = std::move(url);
  return made;
}

TEST(CollectionMatcher, FindsWorksByNameElseByTitle) {
  const Library library = library_of(kDigest);
  const CollectionMatcher matcher(library);
  const struct {
    CollectedWork work;
    MatchedBy by;
    PaperOrdinal paper;
  } kCases[] = {
      {work("Another title", {}, "2601.00001"), MatchedBy::kId, 0},
      {work("", {}, "2601.00005"), MatchedBy::kId, 4},
      {work("", {}, "", "10.1000/cup.1"), MatchedBy::kDoi, 1},
      {work("", {}, "", "", "http://openreview.net/pdf?id=abc"), MatchedBy::kDoi, 2},
      {work("", {}, "2601.99999"), MatchedBy::kNone, 0},
      // Titles: case, accents, TeX and punctuation do not matter; an author must agree.
      {work("steeping tau leaves - a study of tea", {"J. Muller"}), MatchedBy::kTitle, 0},
      {work("Cups Without Handles", {"Probe, J."}), MatchedBy::kTitle, 1},
      {work("大模型压缩的方法研究", {"张伟"}), MatchedBy::kTitle, 3},
      {work("On the temperature of boiling kettles"), MatchedBy::kTitle, 4},
      {work("Deep Learning", {"Yann Beispiel"}), MatchedBy::kDoubtful, 2},
      {work("Deep learning"), MatchedBy::kDoubtful, 2},
      // Nearly equal, by one of its authors.
      {work("Steeping tau leaves", {"Ana Beispiel"}), MatchedBy::kDoubtful, 0},
      {work("On the Temperature of the Boiling Kettles", {"The Tea Collaboration"}), MatchedBy::kDoubtful, 4},
      {work("On the Temperature of the Boiling Kettles", {"Somebody Else"}), MatchedBy::kNone, 0},
      {work("Cups"), MatchedBy::kNone, 0},
      {work(""), MatchedBy::kNone, 0},
      {work("…"), MatchedBy::kNone, 0},
  };
  for (const auto& each : kCases) {
    const CollectionMatch match = matcher.match(each.work);
    EXPECT_EQ(match, (CollectionMatch{each.by, each.paper}))
        << each.work.title << ' ' << each.work.arxiv_id << each.work.doi << each.work.url;
  }
}

TEST(CollectionMatcher, FindsNothingInAnEmptyLibrary) {
  Library library;
  library.commit();
  EXPECT_EQ(CollectionMatcher(library).match(work("A title of words", {"Ana Beispiel"}, "2601.00001")),
            CollectionMatch{});
}

TEST(KnownTitles, AreFoundByTitleAndAuthor) {
  KnownTitles titles;
  const std::vector<CollectedWork> works = {work("Steeping Tea Leaves", {"Jürgen Müller"}),
                                            work("Cups and Tea", {"Ana Beispiel"}),
                                            work("大模型压缩的方法", {"张伟"})};
  titles.assign(works);
  const struct {
    const char* query;
    std::vector<uint32_t> found;
  } kCases[] = {
      {"tea", {0, 1}},
      {"TEA leav", {0}},
      {"muller", {0}},
      {"author:beispiel", {1}},
      {"title:muller", {}},
      {"author:tea", {}},
      {"\"and tea\"", {1}},
      {"压缩", {2}},
      {"ea", {}},
      {"tea -cups", {}},
      {"tea cat:cs.LG", {}},
      {"tea OR 压缩", {}},
      {"", {}},
      {"tea nothing", {}},
  };
  for (const auto& [query, found] : kCases) EXPECT_EQ(titles.find(query, 10), found) << query;
  EXPECT_EQ(titles.find("tea", 1), (std::vector<uint32_t>{0}));
}

}  // namespace
}  // namespace broadsheet
