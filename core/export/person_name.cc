#include "core/export/person_name.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/digest/text_slices.h"
#include "core/export/plain_text.h"
#include "core/text/fold.h"
#include "core/text/letter_case.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

using Words = std::vector<std::string_view>;

// What a name in small letters may begin with and still be a family.
constexpr std::array kParticles = std::to_array<std::string_view>(
    {"a",   "af",  "al", "av",  "bin", "da",  "das", "de",  "dei", "del", "della", "dello", "den",
     "der", "des", "di", "do",  "dos", "du",  "e",   "el",  "la",  "las", "le",    "les",   "lo",
     "los", "ibn", "te", "ten", "ter", "tot", "van", "vom", "von", "y",   "zu",    "zum",   "zur"});

constexpr std::array kGroupWords = std::to_array<std::string_view>(
    {"Collaboration", "Collaborations", "Consortium", "Team",       "team",       "Group",
     "group",         "Project",        "Initiative", "Network",    "Laboratory", "Laboratories",
     "Lab",           "Labs",           "Institute",  "University", "Foundation", "Association",
     "Society",       "Committee",      "Community"});

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_suffix(std::string_view word) { return is_name_suffix(word) || word == "IV" || word == "V"; }

Words words_of(std::string_view text) {
  Words words;
  for (size_t i = 0; i < text.size();) {
    const size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

// The text from the first word to the last.
std::string_view joined(std::span<const std::string_view> words) {
  if (words.empty()) return {};
  const char* const begin = words.front().data();
  return {begin, static_cast<size_t>(words.back().data() + words.back().size() - begin)};
}

bool begins_small(std::string_view word) { return is_small_letter(decode_utf8(word, 0).value); }

bool is_ideographic(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    if (c.value != ' ' && fold_char(c.value).char_class != CharClass::kIdeograph) return false;
    i += c.length;
  }
  return true;
}

bool names_group(std::string_view name, const Words& words) {
  constexpr std::string_view kNoName = "0123456789()[]{}:;&@/";
  if (name.find_first_of(kNoName) != std::string_view::npos) return true;
  if (words.size() > 1 && words.front() == "The") return true;
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return word == "and" || word == "And" || word == "AND" || is_one_of(word, kGroupWords);
  });
}

PersonName whole(std::string_view name) {
  PersonName result;
  result.family = name;
  result.is_whole = true;
  return result;
}

// Divides `von Last`: the particle runs to the last small word that another word follows.
void take_family(std::span<const std::string_view> words, PersonName& name) {
  size_t family = words.size() - 1;
  while (family > 0 && !begins_small(words[family - 1])) --family;
  name.particle = joined(words.first(family));
  name.family = joined(words.subspan(family));
}

// `First von Last`.
PersonName divide_given_first(std::span<const std::string_view> words) {
  PersonName name;
  if (words.size() > 2 && is_suffix(words.back())) {
    name.suffix = words.back();
    words = words.first(words.size() - 1);
  }
  const auto first_small = std::find_if(words.begin(), words.end() - 1, begins_small);
  auto given = static_cast<size_t>(first_small - words.begin());
  const bool is_all_small = std::all_of(words.begin(), words.end(), begins_small);
  if (is_all_small || (given == 0 && !is_one_of(words.front(), kParticles))) {
    const auto next = std::find_if(words.begin() + 1, words.end() - 1, begins_small);
    given = is_all_small ? words.size() - 1 : static_cast<size_t>(next - words.begin());
  }
  name.given = joined(words.first(given));
  take_family(words.subspan(given), name);
  return name;
}

}  // namespace

PersonName divide_name(std::string_view name) {
  name = trim(name);
  const Words words = words_of(name);
  const size_t comma = name.find(',');
  if (words.size() < 2 || names_group(name, words)) return whole(name);
  if (comma == std::string_view::npos) {
    if (words.size() == 2 && is_ideographic(name)) return {words[1], {}, words[0], {}};
    return is_ideographic(name) ? whole(name) : divide_given_first(words);
  }
  const Words first = words_of(name.substr(0, comma));
  const std::string_view rest = trim(name.substr(comma + 1));
  const size_t second_comma = rest.find(',');
  if (first.empty() || rest.empty()) return whole(name);
  PersonName result;
  if (second_comma != std::string_view::npos) {
    result.suffix = trim(rest.substr(0, second_comma));
    result.given = trim(rest.substr(second_comma + 1));
    if (result.given.empty() || result.suffix.empty() || result.given.find(',') != std::string_view::npos)
      return whole(name);
  } else if (is_suffix(rest)) {
    if (first.size() == 1) {
      result.family = first[0];
    } else {
      result = divide_given_first(first);
    }
    result.suffix = rest;
    return result;
  } else {
    result.given = rest;
  }
  take_family(first, result);
  return result;
}

std::string family_first(const PersonName& name) {
  std::string text;
  if (!name.particle.empty()) (text += name.particle) += ' ';
  text += name.family;
  if (!name.suffix.empty()) (text += ", ") += name.suffix;
  if (!name.given.empty()) (text += ", ") += name.given;
  return text;
}

bool means_others(std::string_view name) {
  name = trim(name);
  while (name.ends_with('.')) name.remove_suffix(1);
  constexpr std::array<std::string_view, 5> kOthers = {"et al", "et.al", "et. al", "others", "and others"};
  return std::find(kOthers.begin(), kOthers.end(), name) != kOthers.end();
}

NameList listed_names(const std::vector<std::string_view>& authors, uint32_t most) {
  NameList list;
  for (const std::string_view author : authors) {
    if (means_others(author) || (most > 0 && list.names.size() == most)) {
      list.has_more = true;
      if (!means_others(author)) break;
      continue;
    }
    std::string name = plain_name(author);
    if (!name.empty()) list.names.push_back(std::move(name));
  }
  return list;
}

}  // namespace broadsheet
