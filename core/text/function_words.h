// function_words.h: English words that say nothing alone, such as "of" and "towards".
#pragma once

#include <string_view>

namespace broadsheet {

// Requires: folded. Cost: O(length).
bool is_function_word(std::string_view word);

}  // namespace broadsheet
