#include "core/library/made_again.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "core/digest/digest_name.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

constexpr size_t kMostOfName = 255;

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

void cut_end(std::string& name, std::string_view separators) {
  while (!name.empty() && separators.find(name.back()) != std::string_view::npos) name.pop_back();
}

// Removes ` (2)`, which browsers add to repeated downloads; `-v2`; and words that mark another making.
void cut_copy_marks(std::string& name) {
  constexpr std::string_view kSeparators = " _-.";
  constexpr std::array<std::string_view, 9> kWords = {"copy", "fixed", "corrected", "updated", "new",
                                                      "副本", "修订",  "更正",      "更新"};
  for (bool found = true; found;) {
    found = false;
    std::string rest = name;
    if (rest.ends_with(')')) {
      rest.pop_back();
      cut_end(rest, "0123456789");
      found = rest.ends_with('(') && rest.size() + 1 < name.size();
      if (found) rest.pop_back();
    } else if (!rest.empty() && is_ascii_digit(rest.back())) {
      cut_end(rest, "0123456789");
      found = rest.size() > 1 && rest.back() == 'v' &&
              kSeparators.find(rest[rest.size() - 2]) != std::string_view::npos;
      if (found) rest.pop_back();
    } else {
      for (const std::string_view word : kWords) {
        if (found || !rest.ends_with(word) || rest.size() == word.size()) continue;
        rest.resize(rest.size() - word.size());
        found = kSeparators.find(rest.back()) != std::string_view::npos ||
                (static_cast<unsigned char>(word.front()) & 0x80) != 0;
      }
    }
    cut_end(rest, kSeparators);
    found = found && !rest.empty();
    if (found) name = std::move(rest);
  }
}

// Removes the first date from a name: the shortest part that alone gives the same day.
void cut_date(std::string& name, const std::string& date) {
  size_t begin = 0;
  while (begin < name.size() && date_of(std::string_view(name).substr(begin + 1)) == date) ++begin;
  size_t size = name.size() - begin;
  while (size > 0 && date_of(std::string_view(name).substr(begin, size - 1)) == date) --size;
  name.erase(begin, size);
}

Language language_of_most(const Library& library, const Volume& volume) {
  std::array<uint32_t, 4> counts{};
  for (const PaperFacts& facts : library.facts_of_volume(volume))
    ++counts[static_cast<size_t>(facts.language)];
  return static_cast<Language>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

}  // namespace

std::string stem_of(std::string_view file_name) {
  std::string name(base_name_of(file_name).substr(0, kMostOfName));
  std::transform(name.begin(), name.end(), name.begin(), lower);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  std::string kind(digest_name_of(name).size() < name.size() ? name.substr(digest_name_of(name).size()) : "");
  name.resize(name.size() - kind.size());
  if (ends_with_any(kind, {".md", ".markdown", ".txt"})) kind = ".md";
  if (ends_with_any(kind, {".json", ".jsonl"})) kind = ".json";
  cut_copy_marks(name);
  const std::string date = date_of(name);
  if (!date.empty()) cut_date(name, date);
  return date + "|" + name + "|" + kind;
}

Making compare_makings(const Library& library, const Volume& newer, const Volume& older) {
  const Works& works = library.works();
  std::unordered_set<WorkId> known;
  std::unordered_set<std::string_view> titles;
  const auto ordinals = [&](const Volume& volume, auto&& visit) {
    for (uint32_t i = 0; i < volume.head().paper_count(); ++i) visit(volume.first_paper + i, i);
  };
  ordinals(newer, [&](PaperOrdinal paper, uint32_t) {
    if (works.identity_of(paper).empty()) {
      titles.insert(library.text(paper).title);
    } else {
      known.insert(works.work_of(paper));
    }
  });
  Making making;
  ordinals(older, [&](PaperOrdinal paper, uint32_t place) {
    const bool is_known = works.identity_of(paper).empty() ? titles.contains(library.text(paper).title)
                                                           : known.contains(works.work_of(paper));
    if (is_known) {
      ++making.shared;
    } else {
      making.left.push_back(place);
    }
  });
  const size_t fewer = std::min(newer.head().paper_count(), older.head().paper_count());
  making.is_same = making.shared > 0 && size_t{making.shared} * 2 >= fewer &&
                   language_of_most(library, newer) == language_of_most(library, older);
  return making;
}

}  // namespace broadsheet
