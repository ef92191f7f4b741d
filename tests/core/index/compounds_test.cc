// Names of models and the like are found however they are typed.
#include "core/index/compounds.h"

#include <gtest/gtest.h>

#include "core/search/searcher.h"
#include "core/show/highlight.h"
#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

TEST(Compounds, AreFoundHoweverTheyAreTyped) {
  struct Case {
    std::string written;
    std::vector<std::string> typed;
  };
  const std::vector<Case> cases = {
      {"LLaMA-7B", {"LLaMA-7B", "llama7b", "llama 7b", "LLAMA_7B", "llama", "7b"}},
      {"LLaMA7B", {"LLaMA-7B", "llama7b", "llama 7b"}},
      {"LLaMA 7B", {"LLaMA-7B", "llama7b", "llama 7b"}},
      {"C++", {"C++", "c++"}},
      {"C#", {"c#"}},
      {"$M^2$FMoE", {"$M^2$FMoE", "M2FMoE", "m^2fmoe", "m2-fmoe", "M²FMoE", "fmoe"}},
      {"E^2-LLM", {"E^2-LLM", "E2-LLM", "e2llm", "E²-LLM", "e2 llm"}},
      {"1.25-bit", {"1.25-bit", "1.25 bit", "1.25bit", "1.25"}},
      {"GPT-4o", {"GPT-4o", "gpt4o", "gpt 4o", "GPT‑4o"}},
      {"GPT4o", {"GPT-4o", "gpt4o", "gpt 4o"}},
      {"3D", {"3D", "3d", "3-D"}},
      {"3-D", {"3D", "3-d"}},
      {"low-rank", {"low-rank", "lowrank", "low rank", "low–rank"}},
      {"lowrank", {"low-rank", "lowrank"}},
      {"state-of-the-art", {"state-of-the-art", "state of the art", "stateoftheart"}},
      {"ResNet50", {"resnet50", "ResNet-50", "resnet 50"}},
      {"U-Net", {"unet", "u-net", "U-Net"}},
      {"gpt4all", {"gpt4all", "gpt-4all"}},
      {"Güttel", {"Guttel", "güttel"}},
      {"ＬＬＭ", {"LLM"}},
      {"naïve", {"naive"}},
      {"壓縮", {"压缩"}},
  };
  for (const Case& c : cases) {
    Library library;
    testing::add(library, {testing::DraftPaper{.title = "On " + c.written + " and tea"},
                           testing::DraftPaper{.id = "2601.00002", .title = "Something else"}});
    for (const std::string& typed : c.typed) {
      ResultSet results = search(library, {.text = typed});
      EXPECT_EQ(results.total(), 1u) << c.written << " as " << typed;
      // Also before the last letter is typed.
      EXPECT_EQ(search(library, {.text = typed, .typing = true}).total(), 1u) << c.written << " as " << typed;
      if (results.total() == 0) continue;
      Highlighter highlighter(results.query());
      EXPECT_FALSE(highlighter.find("On " + c.written + " and tea", SearchField::kTitle).ranges.empty())
          << c.written << " as " << typed;
    }
    EXPECT_EQ(search(library, {.text = "-" + c.typed.front()}).total(), 1u) << c.written;
  }
}

TEST(Compounds, ArePrecise) {
  Library library;
  testing::add(
      library,
      {testing::DraftPaper{.title = "C code"}, testing::DraftPaper{.id = "2601.00002", .title = "C++ code"},
       testing::DraftPaper{.id = "2601.00003", .title = "Sums a+b, x_1, and/or: low, rank"}});
  EXPECT_EQ(search(library, {.text = "title:c++"}).total(), 1u);
  EXPECT_EQ(search(library, {.text = "title:lowrank"}).total(), 0u);
}

}  // namespace
}  // namespace broadsheet
