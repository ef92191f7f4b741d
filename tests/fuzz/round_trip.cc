// Differential: papers described by the input are written in each dialect, by a writer that is independent of
// the reader, read back, and compared.
//
// What the dialects cannot express is not written: texts are not empty, do not begin or end with blanks, and
// have no blank line followed by a label or by what begins or ends a paper; table cells have no `
// `.
#include <functional>

#include "core/digest/digest_reader.h"
#include "tests/fuzz/check.h"

using namespace broadsheet;

namespace {

class Dice {
 public:
  Dice(const uint8_t* data, size_t size) : data_(data), size_(size) {}
  size_t below(size_t n) { return at_ < size_ ? data_[at_++] % n : 0; }
  bool done() const { return at_ >= size_; }

 private:
  const uint8_t* data_;
  size_t size_;
  size_t at_ = 0;
};

constexpr std::array kWords = std::to_array<std::string_view>({"tea",
                                                               "大模型",
                                                               "$\\beta$",
                                                               "[x](y)",
                                                               "</details>",
                                                               "<details>",
                                                               "#",
                                                               "---",
                                                               "Abstract:",
                                                               "*bold*",
                                                               "a_b",
                                                               "`code`",
                                                               "```",
                                                               "<!--",
                                                               "<think>",
                                                               "“quoted”",
                                                               "3.14",
                                                               "\b"
                                                               "eta",
                                                               "\u202E",
                                                               "👩‍🚀",
                                                               "|",
                                                               "Method: x",
                                                               "### [9] no",
                                                               "TL;DR:",
                                                               "**TL;DR**:",
                                                               "> quote",
                                                               "1.",
                                                               "&amp;",
                                                               "\\"});

std::string words(Dice& dice, size_t most) {
  std::string text = "w";
  for (size_t i = dice.below(most); i > 0; --i) ((text += ' ') += kWords[dice.below(kWords.size())]);
  return text;
}

// Lines and paragraphs; each begins with a letter, so that no line is part of a dialect.
std::string prose(Dice& dice) {
  std::string text = words(dice, 8);
  for (size_t i = dice.below(4); i > 0; --i) text += (dice.below(3) == 0 ? "\n\n  " : "\n") + words(dice, 6);
  return text;
}

struct Draft {
  std::string id;
  std::string title;
  std::vector<std::string> authors;
  std::string category;
  std::array<std::string, kTextFieldCount> texts;
  const std::string& text(TextField field) const { return texts[static_cast<size_t>(field)]; }
};

Draft draft(Dice& dice, size_t number) {
  Draft paper;
  paper.id = "2601." + std::to_string(10000 + number);
  paper.title = words(dice, 5);
  for (size_t i = dice.below(4) + 1; i > 0; --i)
    paper.authors.push_back("Name " + std::to_string(dice.below(50)));
  paper.category = dice.below(2) == 0 ? "cs.LG" : "math.CO";
  for (std::string& text : paper.texts) text = prose(dice);
  return paper;
}

std::string joined(const std::vector<std::string>& list, const char* separator) {
  std::string text;
  for (const std::string& item : list) (text += text.empty() ? "" : separator) += item;
  return text;
}

using F = TextField;
std::string link(const Draft& p) { return "(https://arxiv.org/abs/" + p.id + ")"; }

std::string details_of_r(const Draft& p) {
  return "<details>\n  <summary>Details</summary>\nMotivation: " + p.text(F::kMotivation) +
         "\n\nMethod: " + p.text(F::kMethod) + "\n\nResult: " + p.text(F::kResult) +
         "\n\nConclusion: " + p.text(F::kConclusion) + "\n\nAbstract: " + p.text(F::kAbstract) +
         "\n\n</details>\n\n";
}

struct Writer {
  const char* dialect;
  const char* head;
  std::function<std::string(const Draft&, size_t number)> write;
  std::array<bool, kTextFieldCount> texts;
  bool authors;
};

const std::array<Writer, 5>& writers() {
  static const std::array<Writer, 5> all = {{
      {"R",
       "<div id=toc></div>\n\n# Table of Contents\n\n",
       [](const Draft& p, size_t n) {
         return "### [" + std::to_string(n) + "] [" + p.title + "]" + link(p) + "\n*" +
                joined(p.authors, ",") + "*\n\nMain category: " + p.category +
                "\n\nTL;DR: " + p.text(F::kTldr) + "\n\n\n" + details_of_r(p) + "\n";
       },
       {true, true, true, true, true, true},
       true},
      {"S1",
       "<div id=toc></div>\n\n# Table of Contents\n\n",
       [](const Draft& p, size_t n) {
         return "### [" + std::to_string(n) + "] [" + p.title + "]" + link(p) + "\n*" +
                joined(p.authors, ",") + "*\n\n**TL;DR**: " + p.text(F::kTldr) +
                "\n\n\n<details>\n  <summary>Details</summary>\n\nBackground: b\n\nData: d\n\nMethod: " +
                p.text(F::kMethod) + "\n\nResult: " + p.text(F::kResult) +
                "\n\nAbstract: " + p.text(F::kAbstract) + "\n\n</details>\n\n\n";
       },
       {true, false, true, true, false, true},
       true},
      {"X",
       "# AI-Enhanced arXiv Daily 2025-06-10\n\n",
       [](const Draft& p, size_t n) {
         return "### [" + std::to_string(n) + "] [" + p.title + "]" + link(p) + "\n> *translated*\n\n*" +
                joined(p.authors, ", ") + "* | **Main category: " + p.category +
                "**\n\n**Keywords:** k\n\n**Comment:** \n\n> **TL;DR:** " + p.text(F::kTldr) +
                "\n\n**AI_Comments:** c\n\n<details>\n  <summary>Details</summary>\n\n**Motivation:** " +
                p.text(F::kMotivation) + "\n\n**Method:** " + p.text(F::kMethod) + "\n\n**Result:** " +
                p.text(F::kResult) + "\n\n**Conclusion:** " + p.text(F::kConclusion) +
                "\n\n> **ai_Abstract:** a\n\n> **摘要翻译:** t\n\n</details>\n\n[⬆️ "
                "返回分类顶部](#x) "
                "| "
                "[⬆️ "
                "返回总目录](#toc)\n\n---\n\n";
       },
       {true, true, true, true, true, false},
       true},
      {"Q",
       "",
       [](const Draft& p, size_t) {
         return "# " + p.title + " \n\n**Authors**: " + joined(p.authors, ", ") +
                "  \n\n**Link**: [PDF](https://arxiv.org/pdf/" + p.id +
                ")  \n\n**Abstract**: " + p.text(F::kAbstract) + " \n\n---\n";
       },
       {false, false, false, false, false, true},
       true},
      {"S2",
       "# <a id=\"toc\"></a>Table of Contents\n\n---\n\n",
       [](const Draft& p, size_t) {
         return "## <a id=\"" + p.id + "v1\"></a>[" + p.title + "](http://arxiv.org/abs/" + p.id +
                "v1) [[back]](#toc-1)\n\n**Relevance:** `0.5`\n\n### Background\n\nb\n\n### Summary\n\n" +
                p.text(F::kTldr) + "\n\n";
       },
       {true, false, false, false, false, false},
       false},
  }};
  return all;
}

void compare(const Writer& writer, const std::vector<Draft>& drafts, const std::string& text) {
  const auto digest = read_digest("2026-01-14.md", text);
  fuzz::check(digest.ok(), "what was written can be read");
  fuzz::check(digest.value().dialect == writer.dialect, "the dialect is recognised", text);
  const auto& papers = digest.value().papers;
  fuzz::check(papers.size() == drafts.size(), "as many papers as were written", text);
  for (size_t i = 0; i < papers.size(); ++i) {
    const Paper& paper = papers[i];
    fuzz::check(paper.title == drafts[i].title, "the title comes back", text);
    fuzz::check(paper.arxiv_id.id == drafts[i].id, "the id comes back", text);
    if (writer.authors)
      fuzz::check(std::equal(paper.authors.begin(), paper.authors.end(), drafts[i].authors.begin(),
                             drafts[i].authors.end()),
                  "the authors come back", text);
    for (size_t field = 0; field < kTextFieldCount; ++field) {
      if (writer.texts[field])
        fuzz::check(paper.texts[field].value_or("") == drafts[i].texts[field], kTextFieldNames[field], text);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Dice dice(data, size);
  const Writer& writer = writers()[dice.below(writers().size())];
  std::vector<Draft> drafts;
  do drafts.push_back(draft(dice, drafts.size()));
  while (!dice.done() && drafts.size() < 20);
  std::string text = writer.head;
  for (size_t i = 0; i < drafts.size(); ++i) text += writer.write(drafts[i], i + 1);
  compare(writer, drafts, text);
  return 0;
}
