// digests.h: makes digests in a test, in the grammar of dialect R.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/digest/digest_reader.h"
#include "core/library/library.h"

namespace broadsheet::testing {

struct DraftPaper {
  std::string id = "2601.00001";
  std::string title = "A title";
  std::string authors = "Ada Lovelace,Alan Turing";
  std::string category = "cs.LG";
  std::string tldr = "short";
  std::string motivation = "why";
  std::string method = "how";
  std::string result = "what";
  std::string conclusion = "so";
  std::string abstract = "long";
};

inline std::string to_markdown(const std::vector<DraftPaper>& papers) {
  std::string text = "<div id=toc></div>\n\n# Table of Contents\n\n\n\n";
  int number = 0;
  for (const DraftPaper& p : papers) {
    text += "### [" + std::to_string(++number) + "] [" + p.title + "](https://arxiv.org/abs/" + p.id +
            ")\n*" + p.authors + "*\n\nMain category: " + p.category + "\n\nTL;DR: " + p.tldr +
            "\n\n\n<details>\n  <summary>Details</summary>\nMotivation: " + p.motivation +
            "\n\nMethod: " + p.method + "\n\nResult: " + p.result + "\n\nConclusion: " + p.conclusion +
            "\n\nAbstract: " + p.abstract + "\n\n</details>\n\n\n";
  }
  return text;
}

inline Digest digest_of(std::string bytes, std::string_view name = "2026-01-14.md") {
  Result<Digest> digest = read_digest(name, std::move(bytes));
  EXPECT_TRUE(digest.ok());
  return std::move(digest.value());
}

inline void add(Library& library, std::string bytes, std::string_view name = "2026-01-14.md") {
  ASSERT_TRUE(library.read(name, std::move(bytes)).ok());
  library.index(UINT32_MAX);
}

inline void add(Library& library, const std::vector<DraftPaper>& papers,
                std::string_view name = "2026-01-14.md") {
  add(library, to_markdown(papers), name);
}

}  // namespace broadsheet::testing
