// random_library.h: small bilingual libraries for models: few words, so that everything meets everything.
#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/core/support/digests.h"

namespace broadsheet::testing {

struct NamedDigest {
  std::string name;
  std::vector<DraftPaper> papers;
};

inline std::string random_text(std::mt19937& random, const std::vector<std::string>& words, size_t most,
                               const char* between) {
  std::string text;
  for (size_t i = random() % most + 1; i > 0; --i)
    text += (text.empty() ? "" : between) + words[random() % words.size()];
  return text;
}

// Three to five days; works appear on several, some in one language only.
inline std::vector<NamedDigest> random_digests(uint32_t seed) {
  std::mt19937 random(seed);
  const std::vector<std::string> english = {"sparse",   "attention",   "attentions", "model",      "models",
                                            "compress", "compression", "graph",      "LLaMA-7B",   "cache",
                                            "decoding", "draft",       "the",        "speculative"};
  const std::vector<std::string> chinese = {"推测", "解码", "稀疏", "注意力", "大模型", "压缩", "图", "缓存"};
  const std::vector<std::string> names = {"Wei Zhang", "Ada Lovelace", "A. Turing", "Kim Min"};
  std::vector<NamedDigest> digests;
  for (size_t day = 1; day <= 3 + random() % 3; ++day) {
    NamedDigest& digest = digests.emplace_back(NamedDigest{"2026-01-0" + std::to_string(day) + ".md", {}});
    for (size_t i = random() % 6 + 1; i > 0; --i) {
      DraftPaper paper;
      paper.id = "2601.000" + std::to_string(10 + random() % 20);
      paper.title = random_text(random, english, 4, " ");
      paper.authors = names[random() % names.size()] + "," + names[random() % names.size()];
      paper.category = random() % 2 == 0 ? "cs.LG" : "cs.CL";
      paper.tldr = random() % 4 == 0 ? "" : random_text(random, chinese, 8, random() % 2 == 0 ? "" : "，");
      paper.abstract = random() % 4 == 0 ? "" : random_text(random, english, 24, " ");
      paper.motivation = random_text(random, chinese, 6, "");
      digest.papers.push_back(std::move(paper));
    }
  }
  return digests;
}

inline void add_all(Library& library, const std::vector<NamedDigest>& digests) {
  for (const NamedDigest& each : digests) add(library, each.papers, each.name);
}

}  // namespace broadsheet::testing
