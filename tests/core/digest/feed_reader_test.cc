// Feeds in, papers out.
#include "core/digest/feed_reader.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/support/digests.h"
#include "tests/core/support/files.h"

namespace broadsheet {
namespace {

using testing::digest_of;

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Feed</title>\n" + items +
         "</channel></rss>\n";
}
std::string atom(const std::string& entries) {
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\">" + entries + "</feed>";
}

// What a reader is told of the first paper: title, link, authors, categories, abstract, extra fields.
std::string first_of(const std::string& feed) {
  const Digest digest = digest_of(feed, "x.xml");
  if (digest.papers.empty()) return "none";
  const Paper& paper = digest.papers.front();
  std::string told = std::string(paper.title) + " <" + std::string(paper.url) + ">";
  for (const auto author : paper.authors) (told += " @") += author;
  for (const auto category : paper.categories) (told += " #") += category;
  if (const auto& abstract = paper.text(TextField::kAbstract)) (told += " = ") += *abstract;
  for (const ExtraField& extra : paper.extra) ((told += " +") += extra.name) += ":" + std::string(extra.text);
  return told;
}

uint32_t count_of(const Digest& digest, DiagnosticCode code) {
  return static_cast<uint32_t>(std::count_if(digest.diagnostics.begin(), digest.diagnostics.end(),
                                             [&](const Diagnostic& each) { return each.code == code; }));
}

TEST(FeedReader, KnowsAFeedByItsRoot) {
  for (const char* text : {"<rss>", "<?xml version='1.0'?>\n<!-- x -->\n<rdf:RDF>", "\n<feed xmlns='a'>",
                           "<?xml-stylesheet href='x'?><atom:feed>"})
    EXPECT_TRUE(looks_like_feed(text)) << text;
  for (const char* text :
       {"", "<", "<?xml", "<div id=toc></div>", "rss", "<html><rss>", "# <rss>", "<items>"})
    EXPECT_FALSE(looks_like_feed(text)) << text;
}

TEST(FeedReader, ReadsWhatTheElementsMean) {
  const struct {
    const char* feed;
    const char* first;
  } kCases[] = {
      {"<item><title>Tea</title><link>https://a.org/1</link></item>", "Tea <https://a.org/1>"},
      {"<item><title>A &amp; B &#252;&#xFC;&ouml;</title></item>", "A & B üüö <>"},
      {"<item><title><![CDATA[A < B]]></title></item>", "A < B <>"},
      {"<item><title>Tea</title><dc:creator>Ana B, Bo P, Jr.</dc:creator></item>",
       "Tea <> @Ana B @Bo P, Jr."},
      {"<item><title>Tea</title><dc:creator>Ana</dc:creator><dc:creator>Bo</dc:creator></item>",
       "Tea <> @Ana @Bo"},
      {"<item><title>Tea</title><dc:creator>Beispiel, A., Probe, B. C.</dc:creator></item>",
       "Tea <> @A. Beispiel @B. C. Probe"},
      {"<item><title>Tea</title><author>a@b.org (Ana B)</author></item>", "Tea <> @Ana B"},
      {"<item><title>Tea</title><category>cs.LG</category><category>cs.CL</category></item>",
       "Tea <> #cs.LG #cs.CL"},
      {"<item><title>Tea. (arXiv:2601.00001v1 [cs.LG])</title></item>", "Tea <>"},
      {"<item><title>Tea</title><description>&lt;p&gt;One "
       "&lt;i&gt;a&lt;/i&gt;&lt;/p&gt;&lt;p&gt;Two</description></item>",
       "Tea <> = One a\nTwo"},
      {"<item><title>Tea</title><description>$a&lt;b$ and $c&gt;d$</description></item>",
       "Tea <> = $a<b$ and $c>d$"},
      {"<item><title>Tea</title><description>arXiv:2601.00001v1 Announce Type: new \nAbstract: "
       "We</description></item>",
       "Tea <> = We"},
      {"<item><title>Tea</title><description>Short</description><content:encoded>Long</content:encoded></"
       "item>",
       "Tea <> = Short +content:Long"},
      {"<item><title>Tea</title><prism:doi>10.1000/1</prism:doi></item>",
       "Tea <https://doi.org/10.1000/1> +doi:10.1000/1"},
      {"<item><title>Tea</title><x:volume>7</x:volume><x:volume>8</x:volume></item>",
       "Tea <> +volume:7 +volume 2:8"},
      {"<item><title>Tea</title><authors>Ana</authors><dc:creator>Bo</dc:creator></item>",
       "Tea <> @Bo +authors 2:Ana"},
      {"<item><title>Tea</title><link>https://a.org/1</link><guid>https://a.org/1</guid></item>",
       "Tea <https://a.org/1>"},
      {"<item><title>&nothing; &#0; &#xD800; &#x110000; & &amp;lt;</title></item>",
       "&nothing; &#0; &#xD800; &#x110000; & < <>"},
      {"<item><title>Tea</title><!-- <item><title>No</title></item> --></item>", "Tea <>"},
      {"<item><title>Tea<link>https://a.org/1</link></item>", "Tea <https://a.org/1>"},
  };
  for (const auto& c : kCases) EXPECT_EQ(first_of(rss(c.feed)), c.first) << c.feed;
}

TEST(FeedReader, ReadsAtom) {
  const struct {
    const char* feed;
    const char* first;
  } kCases[] = {
      {"<entry><title>Tea</title><link href='https://a.org/1'/></entry>", "Tea <https://a.org/1>"},
      {"<entry><title>Tea</title><link rel='self' href='https://a.org/f'/><link rel='alternate' "
       "href='https://a.org/1'/></entry>",
       "Tea <https://a.org/1>"},
      {"<entry><title>Tea</title><author><name>Beispiel, Ana</name><email>a@b.org</email></author></entry>",
       "Tea <> @Beispiel, Ana"},
      {"<entry><title>Tea</title><arxiv:primary_category term='cs.LG'/><category term='cs.CL'/><category "
       "term='cs.LG'/></entry>",
       "Tea <> #cs.LG #cs.CL"},
      {"<entry><title>a &lt;b&gt; c</title></entry>", "a <b> c <>"},
      {"<entry><title type='html'>a &lt;b&gt;c&lt;/b&gt;</title></entry>", "a c <>"},
      {"<entry><title>Tea</title><content type='xhtml'><div><p>One</p><p>Two</p></div></content></entry>",
       "Tea <> = One\nTwo"},
      {"<entry><title>Tea</title><source><title>Other</title><link href='https://b.org'/></source></entry>",
       "Tea <> +source:Other"},
  };
  for (const auto& c : kCases) EXPECT_EQ(first_of(atom(c.feed)), c.first) << c.feed;
}

TEST(FeedReader, TakesTheDayOfTheFeedAndOfEachPaper) {
  const Digest digest = digest_of(
      "<rss><channel><pubDate>Wed, 14 Jan 2026 00:00:00 -0500</pubDate><item><title>A</title><pubDate>Tue, "
      "13 Jan "
      "2026 00:00:00 -0500</pubDate></item><item><title>B</title></item></channel></rss>",
      "x.xml");
  EXPECT_EQ(digest.date, "2026-01-14");
  ASSERT_EQ(digest.papers.size(), 2u);
  EXPECT_EQ(date_of(digest, digest.papers[0]), "2026-01-13");
  EXPECT_EQ(date_of(digest, digest.papers[1]), "2026-01-14");
}

TEST(FeedReader, NamesTheLineOfEveryPaperAndOfWhatIsBroken) {
  const Digest digest = digest_of(rss("<item><title>A</title></item>\n\n<item>\n<title>B</title></item>\n"
                                      "<item><link>https://a.org</link></item>\n<item><title>C</title>"),
                                  "x.xml");
  ASSERT_EQ(digest.papers.size(), 3u);
  EXPECT_EQ(digest.papers[0].line, 3u);
  EXPECT_EQ(digest.papers[1].line, 5u);
  EXPECT_EQ(digest.papers[2].line, 8u);
  std::vector<uint32_t> broken;
  for (const Diagnostic& each : digest.diagnostics) {
    if (each.code == DiagnosticCode::kBrokenRecord) broken.push_back(each.line);
  }
  EXPECT_EQ(broken, (std::vector<uint32_t>{7, 8}));
}

TEST(FeedReader, KeepsThePapersBeforeACutWhereverItIs) {
  const std::string feed = testing::read_all(testing::fixtures() / "feed-arxiv-api.atom");
  const size_t first_end = feed.find("</entry>");
  for (size_t size = feed.find("<entry>"); size <= feed.size(); ++size) {
    const Digest digest = digest_of(feed.substr(0, size), "x.xml");
    EXPECT_TRUE(!digest.papers.empty() || !digest.diagnostics.empty()) << size;
    if (size < first_end + 8) continue;
    ASSERT_GE(digest.papers.size(), 1u) << size;
    EXPECT_EQ(digest.papers[0].authors.size(), 2u) << size;
    EXPECT_EQ(digest.papers[0].title, "Tea over Fields") << size;
  }
}

TEST(FeedReader, ExpandsNoEntityThatTheFeedDefines) {
  const Digest digest = digest_of(
      "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b "
      "'&a;&a;&a;&a;'>]><rss><channel><item>"
      "<title>&b; tea</title></item></channel></rss>",
      "x.xml");
  ASSERT_EQ(digest.papers.size(), 1u);
  EXPECT_EQ(digest.papers[0].title, "&b; tea");
}

TEST(FeedReader, SaysWhyThereAreNoPapers) {
  const Digest digest = digest_of("<rss><channel><title>Tea</title></channel></rss>", "x.xml");
  EXPECT_TRUE(digest.papers.empty());
  EXPECT_EQ(count_of(digest, DiagnosticCode::kNoPapers), 1u);
}

// Lines of a feed in any order: each paper whose own lines stayed together is whole.
TEST(FeedReader, ADisorderedItemCostsNoOtherOne) {
  std::mt19937 random(20260114);
  for (int round = 0; round < 2000; ++round) {
    std::string noise;
    const std::vector<std::string> pieces = {
        "<item>",   "</item>", "<title>",      "</title>", "<![CDATA[x]]>", "tea", "<author>", "&lt;",
        "<a b='c'", ">",       "<!-- x -->",   "\n",       "</author>",     "&",   "<?x?>",    "<link/>",
        "<p>",      "]]>",     "<description>"};
    for (size_t i = random() % 12; i > 0; --i) noise += pieces[random() % pieces.size()];
    const Digest digest =
        digest_of(rss("<item><title>first</title></item>\n<item>" + noise +
                      "\n</item><item><title>last</title><dc:creator>Ana</dc:creator></item>\n"),
                  "x.xml");
    ASSERT_GE(digest.papers.size(), 2u) << noise;
    EXPECT_EQ(digest.papers.front().title, "first") << noise;
    EXPECT_EQ(digest.papers.back().title, "last") << noise;
    EXPECT_EQ(digest.papers.back().authors.size(), 1u) << noise;
  }
}

}  // namespace
}  // namespace broadsheet
