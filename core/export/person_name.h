// person_name.h: a person's name in the parts that reference managers ask for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// The parts are views into the name.
struct PersonName {
  std::string_view given;
  std::string_view particle;  // `von der`
  std::string_view family;
  std::string_view suffix;  // `Jr.`, `III`
  bool is_whole = false;    // nobody can say where it divides: all of it is in `family`
};

// Divides a name as BibTeX does: `First von Last`, `von Last, First` or `von Last, Jr, First`, where `von` is
// what begins with a small letter. Beyond BibTeX:
// - `Russell Ryan, Jr.` and `Russell Ryan III` have a suffix;
// - a name of small letters only, or that begins with one that is no particle, has no `von`;
// - in a name of ideographs with a blank (`张 伟`) the family comes first;
// - whole are: one word (`Plato`, `张伟`: where a Chinese name divides cannot be seen), a group (`The ATLAS
//   Collaboration`, `Qwen Team`), a name with `and`, `&`, digits, brackets or a colon, or with too many
//   commas.
// Requires: plain_name()'s text. Cost: O(name).
PersonName divide_name(std::string_view name);

// `von Last, Jr, First`; a whole name as it is. Cost: O(name).
std::string family_first(const PersonName& name);

// Whether a list's entry says that there are more: `et al.`, `others`.
bool means_others(std::string_view name);

// The names to print of a list: all, or the first `most` if that is not 0.
struct NameList {
  std::vector<std::string> names;  // plain_name()'s texts
  bool has_more = false;
};
NameList listed_names(const std::vector<std::string_view>& authors, uint32_t most);

}  // namespace broadsheet
