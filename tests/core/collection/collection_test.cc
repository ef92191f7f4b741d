#include "core/collection/collection.h"

#include <gtest/gtest.h>

#include <string>

namespace broadsheet {
namespace {

// title | authors; … | year | id | doi | url, a line for each work, then a line for each remark.
std::string read(std::string_view name, std::string text) {
  const Result<Collection> read = read_collection(name, std::move(text));
  if (!read.ok()) return "error: " + std::string(name_of(read.error().code));
  std::string told;
  for (const CollectedWork& work : read.value().works) {
    told += work.title + '|';
    for (size_t i = 0; i < work.authors.size(); ++i) told += (i > 0 ? "; " : "") + work.authors[i];
    told += '|' + work.year + '|' + work.arxiv_id + '|' + work.doi + '|' + work.url + '\n';
  }
  for (const Diagnostic& each : read.value().diagnostics)
    told += "line " + std::to_string(each.line) + ": " + each.message + '\n';
  return told;
}

TEST(Collection, KnowsItsFormatByEndingOrBeginning) {
  const struct {
    const char* name;
    const char* text;
    const char* format;  // empty: it is no collection
  } kCases[] = {
      {"refs.bib", "anything", "bibtex"},
      {"REFS.BIB", "", "bibtex"},
      {"refs.txt", "% made by hand\n\n@article{a, title={B}}", "bibtex"},
      {"refs.txt", "\xEF\xBB\xBF@misc{a,}", "bibtex"},
      {"refs.ris", "", "ris"},
      {"download", "TY  - JOUR\nER  - \n", "ris"},
      {"export.csv", "Title\n", "csv"},
      {"stars.opml", "", "opml"},
      {"stars.xml", "<?xml version=\"1.0\"?>\n<opml version=\"2.0\">", "opml"},
      {"items.json", R"([{"id": "a", "type": "article-journal", "title": "B", "issued": {}}])", "csl-json"},
      {"stars.json", R"(["2601.00001", "2601.00002v1"])", "csl-json"},
      {"tags.json", R"({"kv cache": ["2601.00001", "arXiv:2601.00002"], "later": []})", "csl-json"},
      {"ids.txt", "2601.00001\nhttps://arxiv.org/abs/2601.00002\n# later\n\ndoi:10.1000/1\n", "ids"},
      {"ids.md", "2601.00001, 2601.00002\n", "ids"},
      // One link is no list, and a digest is a digest.
      {"link.txt", "https://arxiv.org/abs/2601.00001\n", ""},
      {"links.md", "- [A title](https://arxiv.org/abs/2601.00001)\n- [B](https://arxiv.org/abs/2601.00002)\n",
       ""},
      {"2026-01-14.md", "## 1. [A](https://arxiv.org/abs/2601.00001)\n", ""},
      {"papers.jsonl", R"({"id": "2601.00001", "title": "A", "authors": ["B"]})", ""},
      {"README.md", "# Citation\n\n```\n@misc{a, title={B}}\n```\n", ""},
      {"mail.txt", "@alice wrote:\n", ""},
      {"feed.xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>", ""},
      {"empty.txt", "", ""},
  };
  for (const auto& [name, text, format] : kCases) {
    EXPECT_EQ(is_collection(name, text), *format != '\0') << name << ": " << text;
    if (*format == '\0') continue;
    const Result<Collection> read = read_collection(name, text);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(name_of(read.value().format), format) << name << ": " << text;
  }
}

TEST(Collection, ReadsBibtexAsItIsWritten) {
  const struct {
    const char* text;
    const char* works;
  } kCases[] = {
      {"@article{key, title = {A Title}, author = {Ana Beispiel and Jonas Probe}, year = 2026}",
       "A Title|Ana Beispiel; Jonas Probe|2026|||\n"},
      {"@InProceedings(key, title = \"A {T}itle\", author = \"Beispiel, Ana\")",
       "A Title|Ana Beispiel||||\n"},
      // Names: both orders, particles, suffixes, groups, line ends, and others.
      {"@misc{k, title={T}, author={van der Berg, Jan and Ryan, Jr., Russell\n and {The Tea Collaboration} "
       "AND others}}",
       "T|Jan van der Berg; Russell Ryan Jr.; The Tea Collaboration||||\n"},
      {"@misc{k, title={T}, author={Barnes and Noble, Inc. and {Barnes and Noble}}}",
       "T|Barnes; Inc. Noble; Barnes and Noble||||\n"},
      // Accents, with the braces inside, outside, or left out.
      {R"(@misc{k, title={\"{O}l and {\"o}l, na\"ive \& {\ss}}, author={M{\"u}ller, J{\"u}rgen and \v{C}apek, Karel and Ba{\c{s}}ar, I}})",
       "Öl and öl, naïve & ß|Jürgen Müller; Karel Čapek; I Başar||||\n"},
      {R"(@misc{k, title={{\.I}stanbul and {\"O}tzi, {\"u}ber}, author={{\"O}zt{\"u}rk, {\.I}nc{\.I} and {\.I}nci {\"O}{\"U}}})",
       "İstanbul and Ötzi, über|İncİ Öztürk; İnci ÖÜ||||\n"},
      {R"(@misc{k, title = "G\"odel's {\LaTeX} and $E = mc^{2}$"})", "Gödel's LaTeX and $E = mc^{2}$|||||\n"},
      // Macros and `#`.
      {"@string{tea = \"Tea \"} @STRING(cup = {Cups})\n@misc{k, title = tea # cup # { of } # 1996}",
       "Tea Cups of 1996|||||\n"},
      {"@misc{k, title={T}, month = jan, year = \"20\" # 26}", "T||2026|||\n"},
      // What names the paper.
      {"@misc{k, title={T}, eprint={2601.00001v2}, archivePrefix={arXiv}, url={https://example.org/x}}",
       "T|||2601.00001||https://example.org/x\n"},
      {"@misc{k, title={T}, eprint={arXiv:hep-th/9711200}}", "T|||hep-th/9711200||\n"},
      {"@misc{k, title={T}, eprint={12345}, eprinttype={pubmed}}", "T|||||\n"},
      {"@article{k, title={T}, journal={arXiv preprint arXiv:2601.00001}}", "T|||2601.00001||\n"},
      {"@misc{k, title={T}, howpublished={\\url{https://arxiv.org/abs/2601.00001}}}",
       "T|||2601.00001||https://arxiv.org/abs/2601.00001\n"},
      {"@misc{k, title={T}, doi={10.48550/arXiv.2601.00001}}", "T|||2601.00001||\n"},
      {"@misc{k, title={T}, doi={https://doi.org/10.1000/Ab.1}}",
       "T||||10.1000/ab.1|https://doi.org/10.1000/Ab.1\n"},
      {"@misc{k, title={T}, url={javascript:alert(1)}}", "T|||||\n"},
      // Not entries.
      {"@comment{@misc{k, title={T}}}\n@preamble{\"\\newcommand{\\x}{}\"}\nwrite to ana@example.org "
       "{now}\n@misc{k, title={U}}",
       "U|||||\n"},
      {"@misc{a key with blanks, title={T}}", "T|||||\n"},
      {"@misc{k,\n  title\t=\t{T},,\n  year={2026},\n}", "T||2026|||\n"},
      {"@misc{,title={T}}", "T|||||\n"},
      {"@misc{k, TITLE={T}, Title={U}}", "T|||||\n"},
  };
  for (const auto& [text, works] : kCases) EXPECT_EQ(read("refs.bib", text), works) << text;
}

TEST(Collection, LetsABrokenEntryOfBibtexCostOnlyItself) {
  const struct {
    const char* text;
    const char* told;
  } kCases[] = {
      {"@misc{a, title={A}, year={2026}\n@misc{b, title={B}}",
       "A||2026|||\nB|||||\nline 1: this entry does not end\n"},
      {"@misc{a, title={A}, note={never closed,\n  year={2026}}\n@misc{b, title={B}}",
       "A|||||\nB|||||\nline 1: this entry does not end\n"},
      {"@misc{a, title={A}},\n  year={2026}}\n@misc{b, title={B}}", "A|||||\nB|||||\n"},
      {"@misc{a, title=\"A, year={2026}}\n@misc{b, title={B}}",
       "B|||||\nline 1: the field \"title\" does not end\nline 1: this entry has neither a title nor a "
       "link\n"},
      {"@misc{a, title={A}\n  year={2026}}", "A||2026|||\n"},
      {"@misc{a, title {A}, year={2026}}\n@misc{b, title={B}}",
       "B|||||\nline 1: the field \"title\" has no value\nline 1: this entry has neither a title nor a "
       "link\n"},
      {"@misc{a, title={A}, xääääääääääääääääääää, year={2026}}",
       "A||2026|||\nline 1: the field \"xäääääääääääääääääää\" has no value\n"},
      {"@misc{a, title={A}, year = , note={N}}", "A|||||\n"},
      {"@misc{a}\n@misc{b, title={B}}", "B|||||\nline 1: this entry has neither a title nor a link\n"},
      {"@string{x}\n@misc{b, title={B}}", "B|||||\nline 1: this @string has no name and value\n"},
      {"@misc{", "line 1: this entry does not end\nline 1: this entry has neither a title nor a link\n"},
      {"@", ""},
  };
  for (const auto& [text, told] : kCases) EXPECT_EQ(read("refs.bib", text), told) << text;
}

TEST(Collection, ReadsBibtexOfOldInWindows1252) {
  EXPECT_EQ(read("refs.bib", "@misc{a, title={T}, author={M\xFCller, J\xFCrgen}}"),
            "T|Jürgen Müller||||\nline 0: read as windows-1252\n");
}

TEST(Collection, KeepsMacrosThatDoubleInProportion) {
  std::string text = "@string{a0 = {0123456789}}\n";
  for (int i = 1; i < 200; ++i) {
    const std::string before = "a" + std::to_string(i - 1);
    text += "@string{a" + std::to_string(i) + " = " + before + " # " + before + "}\n";
  }
  text += "@misc{k, title={T}, note = a199, author = a199}";
  const Result<Collection> read = read_collection("refs.bib", text);
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read.value().works.size(), 1u);
  EXPECT_EQ(read.value().works[0].title, "T");
}

TEST(Collection, ReadsRis) {
  EXPECT_EQ(read("refs.ris",
                 "\xEF\xBB\xBFTY  - JOUR\r\nAU  - Müller, Jürgen\r\nA1  - The Tea Collaboration\r\n"
                 "TI  - A title that\r\ngoes on\r\nPY  - 2026/01/14/\r\nDO  - 10.1000/1\r\n"
                 "UR  - https://arxiv.org/abs/2601.00001v2\r\nAB  - An abstract\r\nER  - \r\n"
                 "TY - RPRT\nT1 - B\nN1 - arXiv:2601.00002\nER -\n"),
            "A title that goes on|Jürgen Müller; The Tea Collaboration|2026|2601.00001|10.1000/1|"
            "https://arxiv.org/abs/2601.00001v2\nB|||2601.00002||\n");
  EXPECT_EQ(read("refs.ris", "TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\n"),
            "A|||||\nB|||||\nline 1: this entry has no ER line\nline 3: this entry has no ER line\n");
  EXPECT_EQ(read("refs.ris", "TI  - outside\nER  - \nTY  - JOUR\nER  - \n"),
            "line 3: this entry has neither a title nor a link\n");
}

TEST(Collection, ReadsCslJson) {
  EXPECT_EQ(read("items.json",
                 R"([{"id": "m", "type": "article-journal", "title": "<i>A</i> title",
                      "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
                                 {"literal": "The Tea Collaboration"}],
                      "issued": {"date-parts": [["2026", 1, 14]]}, "DOI": "10.1000/1"},
                     {"type": "report", "title": "B", "number": "arXiv:2601.00002", "issued": {"raw": "Jan 2026"}},
                     {"type": "report", "title": 5}, 7])"),
            "<i>A</i> title|Jan van der Berg; The Tea Collaboration|2026||10.1000/1|\n"
            "B||2026|2601.00002||\n"
            "line 6: this entry has neither a title nor a link\nline 6: this is not an item of CSL-JSON\n");
}

TEST(Collection, ReadsIdsOutOfJsonOfAnyShape) {
  EXPECT_EQ(read("tags.json",
                 R"({"kv cache": ["2601.00001v1", "arXiv:2601.00002"], "url": "https://doi.org/10.1000/1"})"),
            "|||2601.00001||\n|||2601.00002||\n||||10.1000/1|https://doi.org/10.1000/1\n");
}

TEST(Collection, ReadsTheTablesOfOthers) {
  // Zotero's.
  EXPECT_EQ(read("zotero.csv",
                 "\xEF\xBB\xBF\"Key\",\"Item Type\",\"Publication "
                 "Year\",\"Author\",\"Title\",\"DOI\",\"Url\",\"Extra\"\r\n"
                 "\"AB1\",\"preprint\",\"2026\",\"Müller, Jürgen; van der Berg, Jan\",\"A \"\"title\"\", "
                 "with\nlines\",\"\","
                 "\"http://arxiv.org/abs/2601.00001\",\"arXiv:2601.00001 [cs]\"\r\n\r\n"),
            "A \"title\", with lines|Jürgen Müller; Jan van der "
            "Berg|2026|2601.00001||http://arxiv.org/abs/2601.00001\n");
  // Semantic Scholar's.
  EXPECT_EQ(read("papers.csv", "Title,Authors,Year,URL\nA title,\"A. Beispiel, J. Probe\",2026,\n"),
            "A title|A. Beispiel; J. Probe|2026|||\n");
  EXPECT_EQ(read("papers.csv", "title;doi\nA;10.1000/1\nB\n;\n"),
            "A||||10.1000/1|\nB|||||\nline 4: this entry has neither a title nor a link\n");
  EXPECT_EQ(read("papers.tsv", "title\tarxiv_id\nA\t2601.00001\n"), "A|||2601.00001||\n");
  EXPECT_EQ(read("table.csv", "a,b\n1,2\n"),
            "line 1: no column is named as titles, ids or links are: Title, DOI, URL, arXiv ID\n");
  // A quotation mark that nothing closes costs no other row.
  EXPECT_EQ(read("papers.csv", "title,doi\n\"A,10.1000/1\nB,10.1000/2\n"),
            "\"A||||10.1000/1|\nB||||10.1000/2|\n");
}

TEST(Collection, ReadsOpml) {
  EXPECT_EQ(read("stars.opml",
                 "<opml><body><outline text=\"Folder\">\n<outline text='A &amp; B &#x2014; &lt;C&gt;' "
                 "htmlUrl=\"https://arxiv.org/abs/2601.00001\"/>\n<outline title=\"D\" "
                 "url=\"https://arxiv.org/abs/2601.00002\">"
                 "</outline></outline></body></opml>"),
            "A & B — "
            "<C>|||2601.00001||https://arxiv.org/abs/2601.00001\nD|||2601.00002||https://arxiv.org/abs/"
            "2601.00002\n");
}

TEST(Collection, ReadsListsOfIds) {
  EXPECT_EQ(
      read(
          "ids.txt",
          "# mine\n2601.00001v3\n- arXiv:hep-th/9711200\n2. https://www.alphaxiv.org/abs/2601.00002 A title\n"
          "10.1000/1, doi:10.1000/2\n<https://openreview.net/forum?id=abc>\n\n"),
      "|||2601.00001||\n|||hep-th/9711200||\nA title|||2601.00002||https://www.alphaxiv.org/abs/2601.00002\n"
      "||||10.1000/1|\n||||10.1000/2|\n|||||https://openreview.net/forum?id=abc\n");
}

TEST(Collection, RefusesWhatIsNoText) {
  EXPECT_EQ(read("refs.bib", std::string(5000, '\0')), "error: not_text");
}

}  // namespace
}  // namespace broadsheet
