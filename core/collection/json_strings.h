// json_strings.h: what a JSON text is like, by its strings.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace broadsheet {

// So much of a file decides.
inline constexpr size_t kJsonSample = size_t{64} << 10;

// Calls visit(string, its byte) for each string of the text, keys too, with its escapes undecoded. Cost:
// O(text).
void for_each_json_string(std::string_view text, const std::function<void(std::string_view, size_t)>& visit);

// Whether it has items with a `type` as CSL names them, and with what digests do not have. Cost: O(text).
bool is_csl_json(std::string_view text);

// Whether its strings are ids, DOIs and links of papers, two or more, and none is the key `title`. Cost:
// O(text).
bool is_json_of_ids(std::string_view text);

// Whether all of the text is one paper's id, DOI or link. Cost: O(text).
bool names_one_paper(std::string_view text);

}  // namespace broadsheet
