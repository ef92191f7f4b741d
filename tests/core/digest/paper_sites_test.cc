#include "core/digest/paper_sites.h"

#include <gtest/gtest.h>

#include "core/digest/field_names.h"
#include "core/digest/marked_line.h"
#include "core/digest/name_lists.h"

namespace broadsheet {
namespace {

TEST(PaperSites, KnowsAPaperByEachOfItsAddresses) {
  for (const char* url : {"https://arxiv.org/abs/2601.00001v2", "http://arxiv.org/pdf/2601.00001.pdf",
                          "https://arxiv.org/html/2601.00001", "https://www.alphaxiv.org/abs/2601.00001",
                          "https://huggingface.co/papers/2601.00001", "https://papers.cool/arxiv/2601.00001",
                          "https://ar5iv.labs.arxiv.org/html/2601.00001",
                          "https://doi.org/10.48550/arXiv.2601.00001", "arxiv.org/abs/2601.00001"}) {
    const NamedPaper ref = paper_of_url(url);
    EXPECT_EQ(ref.namer, PaperNamer::kArxiv) << url;
    EXPECT_EQ(ref.key, "2601.00001") << url;
  }
  for (const char* url :
       {"https://doi.org/10.1000/182", "https://www.biorxiv.org/content/10.1101/2026.01.01.000001v1",
        "https://openreview.net/forum?id=abc", "https://aclanthology.org/2024.acl-long.1/",
        "https://proceedings.mlr.press/v202/a23b.html", "https://www.semanticscholar.org/paper/T/0123",
        "https://pubmed.ncbi.nlm.nih.gov/31234567/", "https://www.nature.com/articles/s41586-026-00001-1"})
    EXPECT_TRUE(paper_of_url(url)) << url;
  for (const char* url :
       {"https://arxiv.org", "https://arxiv.org/list/cs.LG/recent", "https://example.org/abs/2601.00001",
        "https://github.com/a/b", "https://openreview.net/group", "https://huggingface.co/papers",
        "https://aclanthology.org/", "", "abs/2601.00001"})
    EXPECT_FALSE(paper_of_url(url)) << url;
}

TEST(PaperSites, FindsAddressesAndNamesInText) {
  const struct {
    const char* text;
    const char* key;
  } kCases[] = {
      {"see [x](https://arxiv.org/abs/2601.00001).", "2601.00001"},
      {"arXiv:2601.00002v3, 2026", "2601.00002"},
      {"**ArXiv ID:** 2601.00003", "2601.00003"},
      {"arXiv 2601.00004", "2601.00004"},
      {"doi: 10.1000/a(b)c", "10.1000/a(b"},
      {"arxiv.org/abs/hep-th/9711200", "hep-th/9711200"},
      {"nothing", ""},
      {"arXiv is nice", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(next_paper_ref(c.text, 0).ref.key, c.key) << c.text;
}

TEST(FieldNames, MeanTheSameInAnySpellingAndLanguage) {
  for (const char* name :
       {"Authors", "**Authors:**", "👥 authors", "作者", "저자", "著者", "Autoren", "Auteurs :"})
    EXPECT_EQ(field_named(name) ? field_named(name)->kind : CaptureKind::kIgnored, CaptureKind::kPeople)
        << name;
  for (const char* name : {"TL;DR", "一句话总结", "Task", "ai_summary"})
    EXPECT_EQ(field_named(name) ? field_named(name)->field : TextField::kAbstract, TextField::kTldr) << name;
  for (const char* name : {"Abstract", "📄 摘要（原文）", "초록", "要約", "Zusammenfassung", "Résumé"})
    EXPECT_EQ(field_named(name) ? field_named(name)->field : TextField::kTldr, TextField::kAbstract) << name;
  EXPECT_EQ(field_named("Settings"), nullptr);
}

TEST(FieldNames, AWordForALinkIsNoTitle) {
  for (const char* word :
       {"PDF", "Paper", "论文", "arXiv", "arXiv:2601.00001", "2601.00001", "https://x.org", "[1]"})
    EXPECT_TRUE(is_word_for_link(word)) << word;
  for (const char* title : {"Attention", "Paper Planes", "论文写作"})
    EXPECT_FALSE(is_word_for_link(title)) << title;
}

TEST(MarkedLine, SplitsPeopleInAnyNotation) {
  using People = std::vector<std::string_view>;
  EXPECT_EQ(split_people("Beispiel, A.; Probe, B."), (People{"Beispiel, A.", "Probe, B."}));
  EXPECT_EQ(split_people("Ana Beispiel, Bo Probe and Cy Muster"),
            (People{"Ana Beispiel", "Bo Probe", "Cy Muster"}));
  EXPECT_EQ(split_people("Ana Beispiel (Tea Lab), Bo Probe et al."), (People{"Ana Beispiel", "Bo Probe"}));
  EXPECT_EQ(split_people("张三、李四 等"), (People{"张三", "李四"}));
  EXPECT_EQ(split_people("[[Ana Beispiel]], [[Bo Probe]]"), (People{"Ana Beispiel", "Bo Probe"}));
  EXPECT_EQ(split_people("Ana Beispiel, ..., Cy Muster, Jr.,"), (People{"Ana Beispiel", "Cy Muster, Jr."}));
  EXPECT_TRUE(is_list_of_people("Ana Beispiel, Bo van der Probe"));
  EXPECT_TRUE(is_list_of_people(R"(J\"urgen M\"uller, {\.I}nci {\"O}zt{\"u}rk and Ren\'e Stra{\ss}er)"));
  EXPECT_FALSE(is_list_of_people(R"(\textsc{Tea} Bench)"));
  EXPECT_FALSE(is_list_of_people("We show that bread, butter and jam go together."));
}

TEST(MarkedLine, OneNameAloneMayBeginWithACapitalOfAnyScript) {
  for (const char* name :
       {"Ana Beispiel", "İnci Muster", "Čeněk Muster", "Ö. Muster", "Şule Muster", "Łucja Muster",
        "Ángel de la Prueba", "Ștefan Muster", "Ưu Muster", "Ấn Muster", "Άννα Μουστερ", "Анна Образцова",
        "Ґанна Образцова", "Александр Константинопольский", R"({\.I}nci Muster)", R"(\v{C}en\v{e}k Muster)"})
    EXPECT_TRUE(is_list_of_people(name)) << name;
  for (const char* text : {"Éclairs glacés", "Öfen für alle", "Новые работы недели", "été chaud",
                           "новые Работы", "— Ana Beispiel", "“Ana Beispiel”", "İnci"})
    EXPECT_FALSE(is_list_of_people(text)) << text;
}

TEST(MarkedLine, SplitsSubjectsInAnyNotation) {
  using Subjects = std::vector<std::string_view>;
  EXPECT_EQ(split_subjects("`cs.LG` `cs.AI`"), (Subjects{"cs.LG", "cs.AI"}));
  EXPECT_EQ(split_subjects("Artificial Intelligence (cs.AI); Robotics (cs.RO)"),
            (Subjects{"cs.AI", "cs.RO"}));
  EXPECT_EQ(split_subjects("[GUI], [Web]"), (Subjects{"GUI", "Web"}));
  EXPECT_EQ(split_subjects("cs.LG cs.AI"), (Subjects{"cs.LG", "cs.AI"}));
}

TEST(MarkedLine, ATagTakesNoOtherLineAlong) {
  EXPECT_EQ(without_tags("<p>tea</p>"), "tea");
  EXPECT_EQ(without_tags("tea</details)\n>"), "tea</details)\n>");
  EXPECT_EQ(without_tags("<p\n>tea"), "<p\n>tea");
}

}  // namespace
}  // namespace broadsheet
