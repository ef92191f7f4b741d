// The number that identifies the analysis in a saved library changes whenever the analysis does.
#include <gtest/gtest.h>

#include <utility>

#include "core/base/checksum.h"
#include "core/snapshot/snapshot.h"
#include "core/text/fold.h"
#include "tests/core/support/digests.h"
#include "tests/core/support/forge.h"

namespace broadsheet {
namespace {

// Blocks of assigned characters that a newer Unicode does not change.
constexpr std::pair<uint32_t, uint32_t> kBlocks[] = {{0x0000, 0x052F}, {0x1E00, 0x22FF}, {0x3000, 0x30FF},
                                                     {0x4E00, 0x9FA5}, {0xAC00, 0xD7A3}, {0xFF00, 0xFFEF}};

void add_folding(Checksum& checksum) {
  for (const auto& [first, last] : kBlocks) {
    for (uint32_t code_point = first; code_point <= last; ++code_point) {
      const FoldedChar folded = fold_char(code_point);
      const char facts[] = {static_cast<char>(folded.char_class), folded.changed ? '\1' : '\0',
                            static_cast<char>(folded.bytes.size())};
      checksum.add({facts, sizeof facts});
      checksum.add(folded.bytes);
    }
  }
}

// Every kind of word that the analysis knows, and endings that the stemmer knows.
constexpr std::string_view kSample =
    "compress compresses compressed compressing compression compressor compressible relational conditional "
    "rationalise rationalize hopefulness sensitivity formality adjustable defensible irritant replacement "
    "adoption activate angularity homologous effective bowdlerize happily happy skies skis dying news inning "
    "generously communism arsenal probate roll controller agreed owned filing failing hopping hoped ponies "
    "ties "
    "caress cats gas this kiwis feed plastered bled motoring sing conflated troubled sized tanned falling "
    "hissing "
    "fizzed early only university universal organization generalization optimizers matrices analyses theses "
    "LLaMA-7B llama7b GPT-4o E^2-LLM $M^2$FMoE low-rank lowrank 3-D 3D C++ C# F# 1.25 2601.07839 v1.2.3 "
    "model's "
    "models\xE2\x80\x99 G\xC3\xBCttel na\xC3\xAFve \xEF\xAC\x81ne x\xC2\xB2 "
    "\xEF\xBC\xAC\xEF\xBC\xAC\xEF\xBC\xAD O(n^2) "
    "state-of-the-art don't e.g. U.S. \xCE\xB1-stable \xD0\x90\xD0\xB1 https://arxiv.org/abs/2601.00013 "
    "snake_case "
    "Schr\\\"odinger {\\'E}mile Stra\\ss e \\textsc{Tea}Bench {\\em tea} $\\frac{a}{b}$ 12,345 "
    "\xE5\xA4\xA7\xE6\xA8\xA1\xE5\x9E\x8B "
    "\xE5\xA3\x93\xE7\xB8\xAE\xE9\x8D\xB5\xE5\x80\xBC\xE7\xB7\xA9\xE5\xAD\x98 "
    "\xE5\x8E\x8B\xE7\xBC\xA9 \xE3\x81\x8C\xE3\x81\x8E \xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4 \xE5\xAD\x97";

TEST(Analysis, IsNamedByItsOutcome) {
  Library library;
  const std::string sample(kSample);
  testing::add(library, {{.title = "Sparse Attention",
                          .authors = R"(Ada Lovelace,J\"urgen {\.I}nci Stra{\ss}er,{\em Tea} {Team})",
                          .tldr = sample,
                          .abstract = sample + " tea " + sample},
                         {.id = "2601.00002", .title = "Teapots over Fields", .abstract = "tea"}});
  Checksum checksum;
  add_folding(checksum);
  const Snapshot snapshot(library);
  ASSERT_EQ(library.segments().size(), 1u);
  // What is in these sections, not how they are laid out: a section more is no other analysis.
  const ByteSpan bytes = library.segments().front().segment.bytes();
  const auto table = SectionTable::read(bytes, kSegmentFormat);
  SectionReader sections(table.value(), bytes, true);
  for (const SectionName name : testing::kNamesInSegment) {
    const ByteSpan section = sections.required(name);
    checksum.add({reinterpret_cast<const char*>(section.data()), section.size()});
  }
  ASSERT_FALSE(sections.failed());
  const FacetValues& authors = library.facets().authors();
  for (FacetId author = 0; author < authors.size(); ++author) checksum.add(authors.value(author));
  EXPECT_EQ(checksum.value(), kAnalysis) << "The analysis has changed. So that no index of the one before is "
                                            "taken for its own, set kAnalysis in "
                                            "core/snapshot/snapshot.h to the first of the two numbers.";
}

}  // namespace
}  // namespace broadsheet
