// near_terms.h: the terms of a dictionary that are one typing slip from a word.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/index/sorted_texts.h"

namespace broadsheet {

// The numbers of the texts that are one slip from the word (one_edit.h), ascending. Requires:
// can_have_typo(word). Cost: for each letter of the word until few texts begin like it, which most often is
// after two, 73 look-ups; then O(length) for each of the few.
std::vector<uint32_t> near_terms(const SortedTexts& texts, std::string_view word);

}  // namespace broadsheet
