// fields.h: which parts of a paper are searched, and the weight of a hit in each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/digest/failure_text.h"
#include "core/digest/paper.h"

namespace broadsheet {

enum class SearchField : uint8_t {
  kTitle,
  kAuthors,
  kTldr,
  kMotivation,
  kMethod,
  kResult,
  kConclusion,
  kAbstract,
  kExtra,
  kId,
};
inline constexpr size_t kSearchFieldCount = 10;

inline constexpr std::array<std::string_view, kSearchFieldCount> kSearchFieldNames = {
    "title", "authors", "tldr", "motivation", "method", "result", "conclusion", "abstract", "extra", "id"};

// The weight of one hit in the field, > 0. A title is written to be found, and an author's name occurs in few
// papers; a TL;DR says what the paper is about; the other texts mention much else. Chosen on the known items
// of docs/ranking.md: with 6, 4 and 2.5 instead of 12, 12 and 4, the mean reciprocal rank for an author's
// name plus words of the title falls from 0.971 to 0.963.
inline constexpr std::array<float, kSearchFieldCount> kFieldWeights = {12.0f, 12.0f, 4.0f, 1.0f, 1.0f,
                                                                       1.0f,  1.0f,  1.0f, 1.0f, 12.0f};

using FieldMask = uint16_t;
inline constexpr FieldMask kAllFields = (1u << kSearchFieldCount) - 1;
constexpr FieldMask mask_of(SearchField field) {
  return static_cast<FieldMask>(1u << static_cast<unsigned>(field));
}

// Whether the field's terms count towards a paper's length. Author lists and ids are not prose: their length
// says nothing about a hit.
constexpr bool counts_for_length(SearchField field) {
  return field != SearchField::kAuthors && field != SearchField::kId;
}

// Whether all of the fields are such lists, so that a paper's length says nothing.
constexpr bool are_lists(FieldMask fields) {
  return (fields & ~(mask_of(SearchField::kAuthors) | mask_of(SearchField::kId))) == 0;
}

constexpr SearchField search_field_of(TextField field) {
  return static_cast<SearchField>(static_cast<size_t>(SearchField::kTldr) + static_cast<size_t>(field));
}

// Calls visit(SearchField, std::string_view) for every text of the paper that says something
// (failure_text.h). Each author and each extra field is a text of its own, so a phrase never spans two.
template <typename Visit>
void for_each_text(const Paper& paper, Visit&& visit) {
  visit(SearchField::kTitle, paper.title);
  for (const std::string_view author : paper.authors) visit(SearchField::kAuthors, author);
  for (size_t i = 0; i < kTextFieldCount; ++i) {
    if (says_something(paper.texts[i])) visit(search_field_of(static_cast<TextField>(i)), *paper.texts[i]);
  }
  for (const ExtraField& extra : paper.extra) {
    if (!is_failure_text(extra.text)) visit(SearchField::kExtra, extra.text);
  }
  if (!paper.arxiv_id.empty()) visit(SearchField::kId, paper.arxiv_id.id);
}

}  // namespace broadsheet
