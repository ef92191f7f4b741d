#include "core/export/person_name.h"

#include <gtest/gtest.h>

#include "core/export/plain_text.h"

namespace broadsheet {
namespace {

// particle|family|suffix|given; in braces if it is whole.
std::string divided(std::string_view name) {
  const std::string plain = plain_name(name);
  const PersonName parts = divide_name(plain);
  if (parts.is_whole) return "{" + std::string(parts.family) + "}";
  std::string text;
  for (const std::string_view part : {parts.particle, parts.family, parts.suffix, parts.given})
    (text += text.empty() && part.data() == parts.particle.data() ? "" : "|") += part;
  return text;
}

TEST(PersonName, DividesAsBibtexDoes) {
  const struct {
    const char* name;
    const char* divided;
  } kCases[] = {
      {"Ana Beispiel", "|Beispiel||Ana"},
      {"J. R. R. Tolkien", "|Tolkien||J. R. R."},
      {"Jean-Paul de la Fontaine", "de la|Fontaine||Jean-Paul"},
      {"Ludwig van Beethoven", "van|Beethoven||Ludwig"},
      {"Maria del Carmen Garcia", "del|Carmen Garcia||Maria"},
      {"de la Fontaine, Jean", "de la|Fontaine||Jean"},
      {"de Finetti", "de|Finetti||"},
      {"Beispiel, Ana Maria", "|Beispiel||Ana Maria"},
      {"Ryan, Jr., Russell E.", "|Ryan|Jr.|Russell E."},
      {"von der Tee, III, Otto", "von der|Tee|III|Otto"},
      // Beyond BibTeX.
      {"Russell E. Ryan, Jr.", "|Ryan|Jr.|Russell E."},
      {"Russell E. Ryan Jr.", "|Ryan|Jr.|Russell E."},
      {"Russell E. Ryan III", "|Ryan|III|Russell E."},
      {"Ryan, Jr.", "|Ryan|Jr.|"},
      {"bell hooks", "|hooks||bell"},
      {"xiaoming van Wang", "van|Wang||xiaoming"},
      {"xiaoming Wang", "|Wang||xiaoming"},
      {"Rami al-Rfou", "|al-Rfou||Rami"},
      {"Jean d'Alembert", "|d'Alembert||Jean"},
      {"Ivana Išgum", "|Išgum||Ivana"},
      {"Bartłomiej żak Olber", "żak|Olber||Bartłomiej"},
      {"张 伟", "|张||伟"},
      {"山田 太郎", "|山田||太郎"},
      {"김 철수", "|김||철수"},
      // Whole.
      {"Plato", "{Plato}"},
      {"张伟", "{张伟}"},
      {"欧阳娜娜", "{欧阳娜娜}"},
      {"王 小 明", "{王 小 明}"},
      {"The ATLAS Collaboration", "{The ATLAS Collaboration}"},
      {"LIGO Scientific Collaboration and Virgo", "{LIGO Scientific Collaboration and Virgo}"},
      {"Qwen Team", "{Qwen Team}"},
      {"Xiaomi LLM-Core Team", "{Xiaomi LLM-Core Team}"},
      {"TransSCOT group", "{TransSCOT group}"},
      {"Barnes and Noble", "{Barnes and Noble}"},
      {"Wei Zhang (张伟)", "{Wei Zhang (张伟)}"},
      {"Team Hunyuan3D", "{Team Hunyuan3D}"},
      {"a, b, c, d", "{a, b, c, d}"},
      {"Beispiel,", "{Beispiel,}"},
      {", Ana", "{, Ana}"},
      {"", "{}"},
  };
  for (const auto& c : kCases) EXPECT_EQ(divided(c.name), c.divided) << c.name;
}

TEST(PersonName, ReadsTexInNames) {
  EXPECT_EQ(divided("Kurt G\\\"odel"), "|Gödel||Kurt");
  EXPECT_EQ(divided("Paul Erd\\H{o}s"), "|Erdős||Paul");
  EXPECT_EQ(divided("{\\O}ystein Mart\\'{\\i}nez"), "|Martínez||Øystein");
  EXPECT_EQ(divided("Martin \\v{C}ech"), "|Čech||Martin");
  EXPECT_EQ(divided("Peter St\\ütz"), "|Stütz||Peter");
}

TEST(PersonName, IsWrittenFamilyFirst) {
  for (const auto& [name, written] : {std::pair{"Otto von der Tee III", "von der Tee, III, Otto"},
                                      {"Ana Beispiel", "Beispiel, Ana"},
                                      {"bell hooks", "hooks, bell"},
                                      {"Plato", "Plato"}})
    EXPECT_EQ(family_first(divide_name(name)), written);
}

TEST(NameList, EndsWithOthersWhereThereAreMore) {
  const std::vector<std::string_view> all = {"A B", "C D", "E F"};
  EXPECT_EQ(listed_names(all, 0).names.size(), 3u);
  EXPECT_FALSE(listed_names(all, 3).has_more);
  EXPECT_EQ(listed_names(all, 2).names.size(), 2u);
  EXPECT_TRUE(listed_names(all, 2).has_more);
  for (const char* others : {"et al.", "et al", "others", "et.al."}) {
    const NameList list = listed_names({"A B", others}, 0);
    EXPECT_EQ(list.names.size(), 1u) << others;
    EXPECT_TRUE(list.has_more) << others;
  }
}

}  // namespace
}  // namespace broadsheet
