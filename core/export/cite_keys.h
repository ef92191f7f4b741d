// cite_keys.h: the names under which papers are cited: `li2026tea`.
//
// A pattern is ASCII letters, digits and - _ . : + / with placeholders in braces:
//   {author}    the first author's family, in small ASCII letters: `guttel`; `anon` if it has none
//   {Author}    the same with a capital: `Guttel`
//   {year}      2026        {yy}  26        {month}  01
//   {word}      the title's first word that is no stop word, in small ASCII letters
//   {Word}      the same with a capital
//   {id}        arXiv's id: `2601.00001`, `hep-th/9711200`
//   {category}  arXiv's primary category: `cs.LG`
// What a paper does not have is left out; a key of nothing is `paper`.
//
// Keys that are equal, whatever their case, get a, b, c …, in the order of the papers' ids (else links, else
// titles). So the same set of papers has the same keys in any order.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/export/citation.h"

namespace broadsheet {

inline constexpr std::string_view kDefaultKeys = "{author}{year}{word}";

// What is wrong with a pattern, in English; empty if nothing is. Cost: O(pattern).
std::string problem_of_key_pattern(std::string_view pattern);

// Gives each citation its key, unique among them. Requires: a pattern without problem. Cost: O(n log n).
void assign_keys(std::span<Citation> citations, std::string_view pattern);

}  // namespace broadsheet
