#include "core/digest/name_lists.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "core/digest/marked_line.h"
#include "core/digest/text_slices.h"
#include "core/text/ascii.h"
#include "core/text/letter_case.h"
#include "core/text/tex_words.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kLongestList = 8192;  // of subjects that are cut with care
constexpr size_t kLongestName = 200;
constexpr size_t kNone = std::string_view::npos;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Where a list of people breaks off with `et al.` or its like; npos if it does not.
struct Others {
  size_t begin = kNone;
  size_t end = 0;
};
Others others_in(std::string_view list) {
  constexpr std::array<std::string_view, 10> kSigns = {"et al.", "et al", "et.al.", "et. al.", "et.al",
                                                       "等人",   "等",    "ほか",   "외",      "and others"};
  Others found;
  for (const std::string_view sign : kSigns) {
    for (size_t at = list.find(sign); at != kNone; at = list.find(sign, at + 1)) {
      const bool begins = at == 0 || !is_ascii_letter(list[at - 1]);
      const size_t end = at + sign.size();
      const bool ends = end == list.size() || !is_ascii_letter(list[end]) || sign.back() == '.';
      // `외` and `等` end a list; inside a name they are letters.
      const bool is_letter_of_name = sign.size() <= 6 && is_multibyte(sign.front()) && end < list.size() &&
                                     is_multibyte(list[end]) && !list.substr(end).starts_with("\xE3\x80") &&
                                     !list.substr(end).starts_with("\xEF\xBC");
      if (!begins || !ends || is_letter_of_name) continue;
      if (at < found.begin) found = {at, end};
      break;
    }
  }
  return found;
}

std::string_view plain_person(std::string_view name) {
  name = trim(name);
  if (name.size() > kLongestName) return name;
  for (bool changed = true; changed && !name.empty();) {
    const std::string_view before = name;
    name = without_marks(name);
    for (const std::string_view sign :
         {"[[", "[", "'", "\"", "“", "‘", "`", "@", "•", "✉", "👤", "👥", "✍️"}) {
      if (name.starts_with(sign)) name = trim(name.substr(sign.size()));
    }
    for (const std::string_view sign : {"]]", "'", "\"", "”", "’", "`", ",", ";", "*", "†", "‡",  "§", "¶",
                                        "#",  "⋆", "∗",  "✉", "¹", "²", "³", "⁴", "⁵", "⁶", "，", "；"}) {
      if (name.ends_with(sign)) name = trim(name.substr(0, name.size() - sign.size()));
    }
    if (name.ends_with(']') && name.find('[') == kNone) name = trim(name.substr(0, name.size() - 1));
    // `[Name](page)`, `Name|alias`, `Name<sup>1</sup>`, `Name (Lab)`
    if (const size_t middle = name.find("]("); middle != kNone) name = trim(name.substr(0, middle));
    if (const size_t tag = name.find('<'); tag != kNone && tag > 0) name = trim(name.substr(0, tag));
    if (name.ends_with(')') || name.ends_with("）")) {
      const size_t open = std::min(name.find('('), name.find("（"));
      if (open != kNone && open > 0) name = trim(name.substr(0, open));
    }
    if (name.starts_with("and ") || name.starts_with("und ")) name = trim(name.substr(4));
    if (name.starts_with("& ")) name = trim(name.substr(2));
    changed = name.data() != before.data() || name.size() != before.size();
  }
  if (is_one_of(name, {"...", "…", "..", ".", "-", ":", "and", "&", "N/A", "n/a", "null", "None", "none",
                       "Unknown"}))
    return {};
  if (name.starts_with("...")) name = trim(name.substr(3));
  // A full stop ends the list, unless it ends an initial or `Jr.`.
  if (name.ends_with('.') &&
      name.size() - std::min(name.find_last_of(" .", name.size() - 2), name.size()) > 4)
    name.remove_suffix(1);
  return name;
}

// Where a name of the list ends, and where the next begins.
struct Break {
  size_t begin;
  size_t end;
};
Break next_break(std::string_view list, bool by_semicolon) {
  int depth = 0;
  for (size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    const std::string_view rest = list.substr(i);
    if (c == '(' || c == '<') ++depth;
    if ((c == ')' || c == '>') && depth > 0) --depth;
    if (depth > 0) continue;
    if (c == ';') return {i, i + 1};
    if (rest.starts_with("；")) return {i, i + 3};
    if (by_semicolon) continue;
    if (c == ',' || c == '|') return {i, i + 1};
    for (const std::string_view sign : {"，", "、", " and ", " & ", " und ", " · ", "•", "<br>"}) {
      if (rest.starts_with(sign)) return {i, i + sign.size()};
    }
  }
  return {list.size(), list.size()};
}

}  // namespace

std::vector<std::string_view> split_people(std::string_view list) {
  list = trim(list);
  if (const Others others = others_in(list); others.begin != kNone) list = trim(list.substr(0, others.begin));
  const bool by_semicolon = list.find(';') != kNone || list.find("；") != kNone;
  std::vector<std::string_view> people;
  while (!list.empty()) {
    const Break at = next_break(list, by_semicolon);
    const std::string_view name = plain_person(list.substr(0, at.begin));
    list.remove_prefix(at.end);
    if (!is_author(name)) continue;
    if (!people.empty() && is_name_suffix(name)) {
      const char* begin = people.back().data();
      people.back() = {begin, static_cast<size_t>(name.data() + name.size() - begin)};
    } else {
      people.push_back(name);
    }
  }
  return people;
}

std::string_view after_people(std::string_view list) {
  const Others others = others_in(list);
  return others.begin == kNone ? std::string_view() : trim_signs(list.substr(others.end));
}

namespace {

// Whether TeX says letters of the text, and nothing else: `\"o`, `\ss`, and not `\textsc`.
bool is_spelled_in_tex(std::string_view text) {
  constexpr size_t kLongestLetter = 2;
  size_t commands = 0;
  for (size_t at = text.find('\\'); at != kNone; at = text.find('\\', at + 1)) {
    ++commands;
    size_t letters = 0;
    while (at + 1 + letters < text.size() && is_ascii_letter(text[at + 1 + letters])) ++letters;
    if (letters > kLongestLetter) return false;
  }
  return commands > 0;
}

// The first code point, also of a text whose end cuts it. Requires: not empty.
uint32_t first_of(std::string_view text) {
  std::array<char, 4> head{};
  text.copy(head.data(), head.size());
  return decode_utf8({head.data(), head.size()}, 0).value;
}

size_t characters_of(std::string_view text) {
  return text.size() - static_cast<size_t>(std::count_if(text.begin(), text.end(), is_continuation_byte));
}

}  // namespace

bool is_list_of_people(std::string_view text) {
  constexpr size_t kLongestWord = 24;
  text = trim(text);
  if (text.empty() || text.find("://") != kNone) return false;
  const Others others = others_in(text);
  const std::string_view after =
      others.begin == kNone ? std::string_view() : trim_signs(text.substr(others.end));
  if (after.size() > 40) return false;
  const bool has_others = others.begin != kNone;
  std::string_view list = has_others ? text.substr(0, others.begin) : text;
  const bool by_semicolon = list.find(';') != kNone;
  size_t names = 0;
  bool may_be_alone = true;
  while (!list.empty()) {
    const Break at = next_break(list, by_semicolon);
    std::string_view name = plain_person(list.substr(0, at.begin));
    list.remove_prefix(at.end);
    if (name.empty()) continue;
    const bool begins_text = name.data() == text.data();
    std::string shown;
    if (is_spelled_in_tex(name)) name = shown = shown_text(name);
    if (name.empty()) continue;
    const uint32_t first = first_of(name);
    may_be_alone = (begins_text || !shown.empty()) && (is_ascii_letter(name.front()) || is_capital(first));
    const bool has_latin = std::any_of(name.begin(), name.end(), is_ascii_letter);
    const bool has_cjk =
        std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
    if (has_latin && has_cjk) return false;
    if (characters_of(name) > 60 || name.find_first_of(":?!/\\$=+0123456789[]{}") != kNone) return false;
    ++names;
    if (is_multibyte(name.front()) && name.find(' ') == kNone) {
      // Two to seven ideographs or Hangul; other letters of two bytes are words as below.
      const bool is_cjk =
          static_cast<unsigned char>(name.front()) >= 0xE3 && static_cast<unsigned char>(name.front()) < 0xF0;
      if (is_cjk && (name.size() > 21 || name.size() < 6 || name.find("\xE3\x80\x82") != kNone ||
                     name.find("的") != kNone))
        return false;
      continue;
    }
    size_t words = 0;
    size_t capitals = 0;
    for (std::string_view words_left = name; !words_left.empty();) {
      const size_t end = std::min(words_left.find(' '), words_left.size());
      const std::string_view word = words_left.substr(0, end);
      words_left.remove_prefix(std::min(end + 1, words_left.size()));
      if (word.empty()) continue;
      ++words;
      if (characters_of(word) > kLongestWord) return false;
      if (word.size() > 4 && word.ends_with('.')) return false;
      const bool is_particle =
          is_one_of(word, {"de", "van", "von",   "der", "den", "la",  "le",  "bin", "ibn", "al",  "el", "da",
                           "di", "del", "della", "du",  "dos", "ten", "ter", "y",   "e",   "st.", "zu"});
      if (is_upper(word.front()) || is_multibyte(word.front()) || word.front() == '\'') {
        ++capitals;
        if (is_multibyte(word.front()) && is_small_letter(first_of(word))) may_be_alone = false;
      } else if (!is_particle && !word.starts_with("al-") && !word.starts_with("el-") &&
                 !word.starts_with("d'")) {
        return false;
      }
    }
    if (words > 5 || capitals == 0) return false;
    if (words == 1 && name.size() < 3 && !has_others) return false;
  }
  if (names == 0) return false;
  if (names == 1 && !has_others) {
    // One name alone: two to four words, `Cy Muster`.
    const auto blanks = static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
    return blanks >= 1 && blanks <= 3 && characters_of(text) <= 40 && may_be_alone;
  }
  return true;
}

bool is_arxiv_category(std::string_view text) {
  constexpr std::array<std::string_view, 20> kArchives = {
      "cs",    "math",   "stat",    "eess",   "q-bio",  "q-fin",   "econ", "physics", "astro-ph", "cond-mat",
      "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nlin", "nucl-ex", "nucl-th",  "quant-ph"};
  const size_t dot = text.find('.');
  const std::string_view archive = text.substr(0, dot);
  if (std::find(kArchives.begin(), kArchives.end(), archive) == kArchives.end()) return false;
  if (dot == kNone) return archive.find('-') != kNone || archive == "nlin";
  const std::string_view subject = text.substr(dot + 1);
  return subject.size() >= 2 && subject.size() <= 8 &&
         std::all_of(subject.begin(), subject.end(),
                     [](char c) { return is_ascii_letter(c) || c == '-' || c == '*'; });
}

std::vector<std::string_view> split_subjects(std::string_view list) {
  if (list.size() > kLongestList) return split_authors(list);
  const bool by_semicolon = list.find(';') != kNone;
  std::vector<std::string_view> subjects;
  const auto add = [&](std::string_view name) {
    name = plain_person(name);
    for (const char sign : {'#', '[', ']', '"', '`'}) {
      while (name.starts_with(sign)) name.remove_prefix(1);
      while (name.ends_with(sign)) name.remove_suffix(1);
    }
    name = trim_signs(name);
    if (!name.empty()) subjects.push_back(name);
  };
  while (!list.empty()) {
    Break at = next_break(list, by_semicolon);
    // Codes side by side need no comma: "`cs.LG` `cs.CV`".
    if (const size_t ticks = list.substr(0, at.begin).find("` `"); ticks != kNone)
      at = {ticks + 1, ticks + 2};
    std::string_view name = trim(list.substr(0, at.begin));
    list.remove_prefix(at.end);
    const size_t blank = name.find(' ');
    if (blank != kNone && is_arxiv_category(name.substr(0, blank))) {
      while (!name.empty()) {
        const size_t stop = std::min(name.find(' '), name.size());
        add(name.substr(0, stop));
        name = trim(name.substr(stop));
      }
      continue;
    }
    // `Robotics (cs.RO)`
    const size_t open = name.rfind('(');
    const size_t close = name.rfind(')');
    if (open != kNone && close != kNone && close > open &&
        is_arxiv_category(trim(name.substr(open + 1, close - open - 1))))
      name = name.substr(open + 1, close - open - 1);
    add(name);
  }
  return subjects;
}

}  // namespace broadsheet
