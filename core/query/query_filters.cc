#include "core/query/query_filters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/text/fold.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

struct FieldName {
  std::string_view name;
  SearchField field;
};
constexpr std::array<FieldName, 21> kFieldNames = {{
    {"title", SearchField::kTitle},
    {"ti", SearchField::kTitle},
    {"标题", SearchField::kTitle},
    {"author", SearchField::kAuthors},
    {"authors", SearchField::kAuthors},
    {"au", SearchField::kAuthors},
    {"作者", SearchField::kAuthors},
    {"tldr", SearchField::kTldr},
    {"motivation", SearchField::kMotivation},
    {"动机", SearchField::kMotivation},
    {"method", SearchField::kMethod},
    {"方法", SearchField::kMethod},
    {"result", SearchField::kResult},
    {"results", SearchField::kResult},
    {"结果", SearchField::kResult},
    {"conclusion", SearchField::kConclusion},
    {"结论", SearchField::kConclusion},
    {"abstract", SearchField::kAbstract},
    {"abs", SearchField::kAbstract},
    {"摘要", SearchField::kAbstract},
    {"extra", SearchField::kExtra},
}};

struct FilterName {
  std::string_view name;
  Clause::Kind kind;
  DateBound bound = DateBound::kWithin;
};
constexpr std::array<FilterName, 15> kFilterNames = {{
    {"category", Clause::Kind::kCategory},
    {"cat", Clause::Kind::kCategory},
    {"分类", Clause::Kind::kCategory},
    {"id", Clause::Kind::kId},
    {"date", Clause::Kind::kDate},
    {"日期", Clause::Kind::kDate},
    {"after", Clause::Kind::kDate, DateBound::kFrom},
    {"before", Clause::Kind::kDate, DateBound::kBefore},
    {"has", Clause::Kind::kFeature},
    {"lang", Clause::Kind::kLanguage},
    {"language", Clause::Kind::kLanguage},
    {"is", Clause::Kind::kSet},
    {"tag", Clause::Kind::kSet},
    {"collection", Clause::Kind::kSet},
    {"for", Clause::Kind::kSet},
}};

// Consumes a number of at most `digits` digits; nullopt if there is none.
std::optional<uint32_t> consume_number(std::string_view& text, size_t digits) {
  uint32_t number = 0;
  const auto end = text.data() + std::min(digits, text.size());
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(rest - text.data()));
  return number;
}

// `2026`, `2026-01` or `2026-01-05`.
std::optional<std::string> parse_date(std::string_view text) {
  constexpr std::string_view kSeparators = "-/.";
  const size_t all = text.size();
  const auto year = consume_number(text, 4);
  if (!year || all - text.size() != 4) return std::nullopt;
  std::string date = std::to_string(*year);
  if (date.size() != 4) return std::nullopt;
  for (const uint32_t largest : {12u, 31u}) {
    if (text.empty() || kSeparators.find(text.front()) == std::string_view::npos) break;
    text.remove_prefix(1);
    if (text.empty()) break;  // `2026-` while it is being typed
    const auto number = consume_number(text, 2);
    if (!number || *number < 1 || *number > largest) return std::nullopt;
    date += *number < 10 ? "-0" : "-";
    date += std::to_string(*number);
  }
  if (!text.empty()) return std::nullopt;
  return date;
}

// Sorts after everything that begins with `date`: a colon sorts after digits and the dash.
std::string end_of(const std::string& date) { return date + ':'; }

std::optional<DateRange> parse_compared(std::string_view text) {
  const bool greater = text.front() == '>';
  const bool or_equal = text.substr(1).starts_with('=');
  const auto date = parse_date(text.substr(or_equal ? 2 : 1));
  if (!date) return std::nullopt;
  if (greater) return DateRange{or_equal ? *date : end_of(*date), {}};
  return DateRange{{}, or_equal ? end_of(*date) : *date};
}

}  // namespace

std::string label_key(std::string_view label) {
  std::string key;
  tokenize(label, [&](const Token& token) { key += token.folded; });
  return key;
}

std::optional<QueryFilter> find_filter(std::string_view name, const QueryVocabulary& vocabulary) {
  const std::string folded = fold(name);
  for (const FieldName& field : kFieldNames) {
    if (field.name == folded) return QueryFilter{Clause::Kind::kText, mask_of(field.field)};
  }
  for (const FilterName& filter : kFilterNames) {
    if (filter.name == folded) {
      QueryFilter found{filter.kind, 0, filter.bound};
      if (filter.kind == Clause::Kind::kSet) found.set_prefix = folded + ':';
      return found;
    }
  }
  std::string key = label_key(name);
  if (key.empty() || !vocabulary.extra_fields.contains(key)) return std::nullopt;
  QueryFilter found{Clause::Kind::kText, mask_of(SearchField::kExtra)};
  found.extra_field = std::move(key);
  return found;
}

std::optional<DateRange> parse_dates(std::string_view text, DateBound bound) {
  const size_t dots = text.find("..");
  if (bound == DateBound::kWithin && dots != std::string_view::npos) {
    const std::string_view first = text.substr(0, dots);
    const std::string_view last = text.substr(dots + 2);
    const auto from = parse_date(first);
    const auto to = parse_date(last);
    if ((!from && !first.empty()) || (!to && !last.empty()) || (!from && !to)) return std::nullopt;
    return DateRange{from.value_or(""), to ? end_of(*to) : ""};
  }
  if (bound == DateBound::kWithin && (text.starts_with('<') || text.starts_with('>')))
    return parse_compared(text);
  const auto date = parse_date(text);
  if (!date) return std::nullopt;
  switch (bound) {
    case DateBound::kWithin:
      return DateRange{*date, end_of(*date)};
    case DateBound::kFrom:
      return DateRange{*date, {}};
    case DateBound::kBefore:
      return DateRange{{}, *date};
  }
  return std::nullopt;
}

std::optional<Feature> parse_feature(std::string_view folded) {
  if (folded == "code") return Feature::kCode;
  if (folded == "math") return Feature::kMath;
  if (folded == "summary") return Feature::kSummary;
  return std::nullopt;
}

}  // namespace broadsheet
