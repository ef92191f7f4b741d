#include "core/learned/wording.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/base/order.h"
#include "core/index/terms.h"
#include "core/learned/script.h"
#include "core/text/stemmer.h"

namespace broadsheet {
namespace {

// A term of a text: a word, or a pair of ideographs.
struct Place {
  std::string stem;
  uint32_t begin;
  uint32_t end;
  float weight;
};

std::vector<Place> places_of(std::string_view text, const std::function<float(std::string_view)>& weight_of,
                             Stemmer& stemmer) {
  std::vector<Place> places;
  std::string before;  // the ideograph before
  uint32_t before_begin = 0;
  tokenize(text, [&](const Token& token) {
    if (!token.ideograph) {
      before.clear();
      std::string stem(stemmer.stem(token.folded));
      const float weight = is_telling(token.folded) ? weight_of(stem) : 0;
      places.push_back({std::move(stem), token.begin, token.end, weight});
      return;
    }
    if (token.glued && !before.empty()) {
      std::string pair = before + std::string(token.folded);
      const float weight = weight_of(pair);
      places.push_back({std::move(pair), before_begin, token.end, weight});
    }
    before = token.folded;
    before_begin = token.begin;
  });
  return places;
}

// Whether b goes on where a ends: a pair of ideographs that shares one, or a word after a blank or hyphen.
bool follows(std::string_view text, const Place& a, const Place& b) {
  if (b.begin < a.end) return true;
  const std::string_view gap = text.substr(a.end, b.begin - a.end);
  return gap == " " || gap == "-";
}

}  // namespace

std::vector<Wording> word_terms(const std::vector<std::string_view>& texts,
                                const std::function<float(std::string_view stem)>& weight_of, size_t most) {
  Stemmer stemmer;
  std::vector<std::pair<Wording, std::vector<std::string>>> found;  // with its stems
  for (const std::string_view text : texts) {
    const std::vector<Place> places = places_of(text, weight_of, stemmer);
    for (size_t i = 0; i < places.size();) {
      if (!(places[i].weight > 0)) {
        ++i;
        continue;
      }
      size_t end = i + 1;
      while (end < places.size() && end - i < kMostWords && places[end].weight > 0 &&
             follows(text, places[end - 1], places[end]))
        ++end;
      Wording wording{std::string(text.substr(places[i].begin, places[end - 1].end - places[i].begin)), 0};
      std::vector<std::string> stems;
      for (; i < end; ++i) {
        if (std::find(stems.begin(), stems.end(), places[i].stem) != stems.end()) continue;
        wording.weight += places[i].weight;
        stems.push_back(places[i].stem);
      }
      found.emplace_back(std::move(wording), std::move(stems));
    }
  }
  put_in_order(found, [](const auto& a, const auto& b) {
    return a.first.weight != b.first.weight ? a.first.weight > b.first.weight : a.first.text < b.first.text;
  });
  std::vector<Wording> chosen;
  std::set<std::string> told;
  for (auto& [wording, stems] : found) {
    if (chosen.size() == most) break;
    if (std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) { return told.contains(stem); }))
      continue;
    told.insert(stems.begin(), stems.end());
    chosen.push_back(std::move(wording));
  }
  return chosen;
}

std::vector<std::string> stems_of(std::string_view text) {
  Stemmer stemmer;
  std::vector<std::string> stems;
  std::set<std::string> seen;
  for_each_term(text, [&](std::string_view term) {
    if (!is_telling(term)) return;
    std::string stem(stemmer.stem(term));
    if (seen.insert(stem).second) stems.push_back(std::move(stem));
  });
  return stems;
}

}  // namespace broadsheet
