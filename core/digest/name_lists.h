// name_lists.h: lists of people and of subjects, in any notation.
#pragma once

#include <string_view>
#include <vector>

namespace broadsheet {

// The people of a list in any notation: `A, B and C`, `Beispiel, A.; Probe, B.`, `A、B 等`, `[[A]], [[B]]`,
// `A (Lab) et al.`. Each without footnote signs. Cost: O(list).
std::vector<std::string_view> split_people(std::string_view list);

// What is after `et al.` or its like in a list of people: the venue, a year. Empty if nothing.
std::string_view after_people(std::string_view list);

// Whether a text without a label looks like people's names and nothing else. Cost: O(text).
bool is_list_of_people(std::string_view text);

// The subjects of a list in any notation: "`cs.LG` `cs.CV`", `Robotics (cs.RO); AI (cs.AI)`, `[GUI], [Web]`,
// `["a", "b"]`. A code in brackets stands for its name. Cost: O(list).
std::vector<std::string_view> split_subjects(std::string_view list);

// Whether it is a subject class of arXiv: `cs.LG`, `hep-th`, `astro-ph.GA`. Cost: O(1).
bool is_arxiv_category(std::string_view text);

}  // namespace broadsheet
