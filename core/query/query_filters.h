// query_filters.h: the filter names before a colon, and the values after it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/query/query.h"

namespace broadsheet {

enum class DateBound : uint8_t { kWithin, kFrom, kBefore };  // date:, after:, before:

struct QueryFilter {
  Clause::Kind kind = Clause::Kind::kText;
  FieldMask fields = kAllFields;
  DateBound bound = DateBound::kWithin;  // kDate
  std::string set_prefix = {};           // kSet: "is:" or "tag:"
  std::string extra_field = {};          // kText
};

// `name` as typed, without its colon.
std::optional<QueryFilter> find_filter(std::string_view name, const QueryVocabulary& vocabulary);

// `2026`, `2026-1`, `2026/01/05`, and for kWithin also `A..B`, `A..`, `..B`, `>A`, `>=A`, `<A`, `<=A`.
std::optional<DateRange> parse_dates(std::string_view text, DateBound bound);

std::optional<Feature> parse_feature(std::string_view folded);

}  // namespace broadsheet
