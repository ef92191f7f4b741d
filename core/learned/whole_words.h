// whole_words.h: terms of the index as a person would say them: 什均 is a part of 纳什均衡, `longcontext` is
// `long-context`.
//
// The index has ideographs in pairs, and every second pair lies across the border of two words. A pair grows
// to both sides by the ideograph that follows or precedes it at kWordShare of its places: what is always
// written together is one word. Of words joined without a blank the index also has the compound
// (core/index/compounds.h), which nobody writes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

inline constexpr double kWordShare = 0.7;
// With fewer places than this, what is beside it is chance.
inline constexpr size_t kFewestPlaces = 3;
// So many works tell what a pair is a part of.
inline constexpr size_t kTextsOfWord = 30;
inline constexpr size_t kMostIdeographs = 8;

// The word that `pair` is a part of in these texts; the pair itself if there is none, or if it does not
// occur. Requires: valid UTF-8. Cost: O(kMostIdeographs * texts).
std::string ideograph_word(std::string_view pair, const std::vector<std::string_view>& texts);

// The compound as the first of these texts that has it writes it, folded, with hyphens between its words; the
// term itself if it is a word, or if no text has it. Requires: valid UTF-8. Cost: O(texts).
std::string compound_as_written(std::string_view term, const std::vector<std::string_view>& texts);

}  // namespace broadsheet
