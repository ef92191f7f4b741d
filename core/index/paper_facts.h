// paper_facts.h: what filters such as has:code or lang:zh ask of a paper, computed once.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/digest/paper.h"

namespace broadsheet {

enum class Language : uint8_t { kEnglish, kChinese, kJapanese, kKorean };
inline constexpr std::array<std::string_view, 4> kLanguageCodes = {"en", "zh", "ja", "ko"};

// The language for a name or code as people type it (`zh`, `chinese`, `中文`), folded.
std::optional<Language> language_of_name(std::string_view name);

// The main language of a text. English words inside a Chinese sentence do not make it English. Requires:
// valid UTF-8. Cost: O(text).
Language language_of(std::string_view text);

struct PaperFacts {
  std::string_view date;  // the paper's, else its digest's; empty if neither has one
  Language language;      // of the first text that says something, else of the title
  uint8_t telling_texts;  // how many of the six say something
  bool has_summary;
  bool has_code;  // a text or the link names a source code host
  bool has_math;  // a text or the title has a formula between dollar signs
};

// `date`: the day the paper belongs to; it must outlive the result.
// Cost: O(text of the paper), most of it in find_byte().
PaperFacts facts_of(const Paper& paper, std::string_view date);

}  // namespace broadsheet
