// wording.h: terms as a text writes them, neighbours together: `kv` and `cach` are "KV cache".
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// A stretch of a text whose words are all wanted.
struct Wording {
  std::string text;  // as written
  float weight = 0;  // the sum of its terms'
};

// The stretches of the texts that consist of wanted terms, the heaviest first, then by text; each term is in
// one of them only. `weight_of` gives a stem's weight, > 0 if it is wanted. Longer stretches than kMostWords
// words are cut. Cost: O(texts).
std::vector<Wording> word_terms(const std::vector<std::string_view>& texts,
                                const std::function<float(std::string_view stem)>& weight_of, size_t most);

inline constexpr size_t kMostWords = 4;

// The stems of a text's terms, each once, in order. Cost: O(text log text).
std::vector<std::string> stems_of(std::string_view text);

}  // namespace broadsheet
