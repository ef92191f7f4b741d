// search_request.h: what a person asks of a library.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace broadsheet {

enum class Order : uint8_t {
  kRelevance,  // best score first; as kNewest if the query scores no words
  kDigest,     // oldest day first, in the order of each digest
  kNewest,     // newest day first, in the order of each digest
  kForYou,     // highest work_scores first; as kNewest without them
};

// Values of one facet are combined with OR, facets with AND.
struct SearchRequest {
  std::string text = {};
  bool typing = false;
  std::vector<std::string> categories = {};
  std::vector<std::string> days = {};  // also `2026-01` and `2026-01-05..2026-02-10`, as after `date:`
  std::vector<std::string> authors = {};
  std::vector<std::string> languages = {};  // kLanguageCodes
  // Such as "is:unread" and "tag:to read". "is:read" and "is:unread" are values of one facet, all tags are of
  // one, every other set is a facet of its own.
  std::vector<std::string> sets = {};
  bool with_code = false;        // only papers that link to code
  bool without_summary = false;  // only papers whose summary is missing or only says so
  // Sets such as "is:dismissed", whose works are neither found nor counted, unless the query or `sets` names
  // the set itself. Unknown ones hide nothing.
  std::vector<std::string> hidden_sets = {};
  Order order = Order::kRelevance;
  // For Order::kForYou: one per work of the library as it is (Interest::scores()). Must outlive the search.
  std::span<const float> work_scores = {};
  // Orders the first hits of a short query also by what the best of them share (feedback.h).
  bool feedback = false;
  // Also looks for papers of another language, by words that the library's bilingual papers have for the
  // query's plain words (core/learned/association.h). What the query finds by itself stays as it is.
  bool also = false;
  // Stems of words that are not to be learned (LearnedTerm::stem).
  std::vector<std::string> not_learned = {};
};

}  // namespace broadsheet
