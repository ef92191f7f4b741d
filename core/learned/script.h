// script.h: which script a term is written in, as far as learning tells scripts apart.
//
// Two languages of one paper are told apart by their scripts, so that no pair of languages is named anywhere.
// Han and kana count as one: Japanese mixes them in every sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet {

enum class Script : uint8_t { kLetters, kHan, kHangul };  // kLetters: Latin and every other alphabet
inline constexpr size_t kScriptCount = 3;

// By the first character. Requires: valid UTF-8, not empty. Cost: O(1).
Script script_of(std::string_view term);

// Whether a term of the index can mean something by itself: no number, no single letter, no single ideograph.
// Cost: O(term).
bool is_telling(std::string_view term);

}  // namespace broadsheet
