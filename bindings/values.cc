#include "bindings/values.h"

#include <emscripten/em_js.h>

#include <array>
#include <utility>

#include "core/text/utf8.h"

// One call and one copy for all lists, which stand behind each other: a typed array with memory of its own
// takes longer to make than to fill, and a handle of each view, its method and its result longer than both.
EM_JS(void, broadsheet_copy_lists,
      (const uint32_t* numbers, size_t total, const uint32_t* sizes, size_t count, emscripten::EM_VAL* lists),
      {
        const copy = HEAPU32.slice(numbers >>> 2, (numbers >>> 2) + total);
        let begin = 0;
        for (let i = 0; i < count; i++) {
          const end = begin + HEAPU32[(sizes >>> 2) + i];
          HEAPU32[(lists >>> 2) + i] = Emval.toHandle(copy.subarray(begin, end));
          begin = end;
        }
      });

// One call, where embind makes five.
EM_JS(size_t, broadsheet_length, (emscripten::EM_VAL list), { return Emval.toValue(list).length; });

namespace broadsheet::bindings {
namespace {

Numbers to_utf16_marks(std::string_view text, const std::vector<ByteRange>& ranges) {
  emscripten::val marks = emscripten::val::array();
  Utf16Cursor cursor(text);
  uint32_t i = 0;
  for (const ByteRange range : ranges) {
    marks.set(i++, cursor.offset_of(range.begin));
    marks.set(i++, cursor.offset_of(range.end));
  }
  return Numbers(marks);
}

}  // namespace

std::vector<std::string> to_strings(const Strings& list) {
  if (broadsheet_length(list.as_handle()) == 0) return {};
  return emscripten::vecFromJSArray<std::string>(list);
}

namespace {

PaperOrdinal ordinal_of(const PaperRef& ref) { return ref.volume.first_paper + ref.index; }

std::string day_of(const PaperRef& ref) {
  return ref.paper.date.empty() ? ref.volume.digest.date : std::string(ref.paper.date);
}

}  // namespace

std::string to_string(const Bytes& bytes) {
  std::string content(bytes["length"].as<size_t>(), '\0');
  emscripten::val(emscripten::typed_memory_view(content.size(), reinterpret_cast<uint8_t*>(content.data())))
      .call<void>("set", bytes);
  return content;
}

Bytes to_bytes(std::string_view content) {
  // A copy: the view itself is gone when the heap grows.
  const emscripten::val view(
      emscripten::typed_memory_view(content.size(), reinterpret_cast<const uint8_t*>(content.data())));
  return Bytes(view.call<emscripten::val>("slice"));
}

MarkedValue to_value(const MarkedText& text) { return {text.text, to_utf16_marks(text.text, text.marks)}; }

DigestInfoValue to_value(const Digest& digest, uint64_t content_hash, const std::string& label) {
  const auto toc_entry = [](const Category& category) {
    const int32_t claimed = category.claimed ? static_cast<int32_t>(*category.claimed) : -1;
    return TocEntryValue{std::string(category.name), claimed, category.read};
  };
  const auto diagnostic = [](const Diagnostic& d) {
    return DiagnosticValue{std::string(name_of(d.code)), d.line, d.message};
  };
  return {std::to_string(content_hash),
          label,
          digest.name,
          digest.date,
          static_cast<uint32_t>(digest.papers.size()),
          to_list<TocEntryList>(digest.categories, toc_entry),
          to_list<DiagnosticList>(digest.diagnostics, diagnostic)};
}

RowValue to_value(const Library& library, const Row& row) {
  const Paper& paper = row.ref.paper;
  const Digest& digest = row.ref.volume.digest;
  return {ordinal_of(row.ref),
          library.key_of(ordinal_of(row.ref)),
          library.work_name(ordinal_of(row.ref)),
          paper.number,
          std::string(paper.arxiv_id.id),
          day_of(row.ref),
          digest.name,
          paper.categories.empty() ? std::string() : std::string(paper.categories.front()),
          to_value(row.title),
          to_value(row.authors),
          row.more_authors,
          row.appearances,
          to_value(row.summary),
          std::string(row.summary_field)};
}

PaperValue to_value(const Library& library, const PaperView& view) {
  const Paper& paper = view.ref.paper;
  const Digest& digest = view.ref.volume.digest;
  const auto field = [](const MarkedField& f) {
    return FieldValue{std::string(f.name), f.known, f.missing, f.text.text,
                      to_utf16_marks(f.text.text, f.text.marks)};
  };
  const auto appearance = [&](const Appearance& a) {
    const PaperRef ref = library.paper(a.paper);
    return AppearanceValue{library.key_of(a.paper), ref.volume.digest.file_name, day_of(ref),
                           ref.paper.arxiv_id.version};
  };
  return {true,
          ordinal_of(view.ref),
          library.key_of(ordinal_of(view.ref)),
          library.work_name(ordinal_of(view.ref)),
          paper.number,
          std::string(paper.arxiv_id.id),
          paper.arxiv_id.version,
          std::string(paper.url),
          digest.name,
          digest.file_name,
          day_of(view.ref),
          paper.line,
          to_value(view.title),
          to_list<MarkedList>(view.authors, [](const MarkedText& text) { return to_value(text); }),
          to_list<Strings>(paper.categories, [](std::string_view category) { return std::string(category); }),
          to_list<FieldList>(view.fields, field),
          to_list<AppearanceList>(view.appearances, appearance),
          view.repaired};
}

PaperValue missing_paper() {
  PaperValue value{};
  value.title.marks = Numbers(emscripten::val::array());
  value.authors = MarkedList(emscripten::val::array());
  value.categories = Strings(emscripten::val::array());
  value.fields = FieldList(emscripten::val::array());
  value.appearances = AppearanceList(emscripten::val::array());
  return value;
}

FacetValuesValue to_value(const FacetColumns& columns) {
  emscripten::val categories = emscripten::val::array();
  for (FacetId id = 0; id < columns.categories().size(); ++id)
    categories.set(id, std::string(columns.categories().value(id)));
  const auto day = [&](FacetId id) { return std::string(columns.days().value(id)); };
  return {Strings(categories), to_list<Strings>(columns.days_newest_first(), day)};
}

namespace {

// The counts of all categories, of all days, the newest first, and the authors and their counts.
std::array<Counts, 4> to_lists(const FacetColumns& columns, const FacetCounts& facets) {
  std::vector<uint32_t> numbers;
  numbers.reserve(facets.categories.size() + facets.days.size() + 2 * facets.authors.size());
  numbers.insert(numbers.end(), facets.categories.begin(), facets.categories.end());
  for (const FacetId id : columns.days_newest_first()) numbers.push_back(facets.days[id]);
  for (const FacetCount& each : facets.authors) numbers.push_back(each.value);
  for (const FacetCount& each : facets.authors) numbers.push_back(each.count);
  const auto author_count = static_cast<uint32_t>(facets.authors.size());
  const std::array<uint32_t, 4> sizes = {static_cast<uint32_t>(facets.categories.size()),
                                         static_cast<uint32_t>(facets.days.size()), author_count,
                                         author_count};
  std::array<emscripten::EM_VAL, 4> lists;
  broadsheet_copy_lists(numbers.data(), numbers.size(), sizes.data(), sizes.size(), lists.data());
  const auto list = [&](size_t i) { return Counts(emscripten::val::take_ownership(lists[i])); };
  return {list(0), list(1), list(2), list(3)};
}

}  // namespace

SearchResultValue to_value(const Library& library, const Answer& answer, std::string_view query_text) {
  constexpr std::array<const char*, 4> kSuggested = {"", "offered", "included", "instead"};
  const ResultSet& results = answer.results;
  const auto issue = [&](const QueryIssue& i) {
    Utf16Cursor cursor(query_text);
    const uint32_t start = cursor.offset_of(i.begin);
    return QueryIssueValue{std::string(i.code), start, cursor.offset_of(i.end), i.message};
  };
  const FacetCounts& facets = results.facets();
  auto [categories, days, authors, author_counts] = to_lists(library.facets(), facets);
  return {results.total(),
          std::move(categories),
          std::move(days),
          std::move(authors),
          std::move(author_counts),
          facets.without_summary,
          to_list<QueryIssueList>(answer.issues, issue),
          kSuggested[static_cast<size_t>(answer.suggested)],
          answer.suggestion,
          answer.as_typed,
          0};
}

CompletionValue to_value(const Completion& completion, std::string_view query_text) {
  constexpr std::array<const char*, 5> kKinds = {"field", "category", "author", "phrase", "word"};
  Utf16Cursor cursor(query_text);
  const uint32_t start = cursor.offset_of(completion.begin);
  return {kKinds[static_cast<size_t>(completion.kind)],
          completion.text,
          completion.label,
          start,
          cursor.offset_of(completion.end),
          completion.works};
}

ExplanationValue to_value(const Explanation& explanation) {
  constexpr std::array<const char*, 4> kKinds = {"exact", "stem", "typo", "prefix"};
  const auto word = [&](const WordExplanation& w) {
    return ScoreWordValue{w.word, kKinds[static_cast<size_t>(w.kind)],
                          std::string(kSearchFieldNames[static_cast<size_t>(w.field)]), w.frequency,
                          static_cast<double>(w.weighted)};
  };
  emscripten::val parts = emscripten::val::array();
  uint32_t count = 0;
  for (const TermExplanation& term : explanation.terms) {
    parts.set(count++,
              ScorePartValue{"term", term.term, static_cast<double>(term.score),
                             static_cast<uint32_t>(term.document_frequency), static_cast<double>(term.idf),
                             to_list<ScoreWordList>(term.words, word)});
  }
  const auto add = [&](const char* kind, float score) {
    if (score > 0)
      parts.set(count++, ScorePartValue{kind, "", static_cast<double>(score), 0, 0,
                                        ScoreWordList(emscripten::val::array())});
  };
  add("proximity", explanation.proximity.pairs);
  add("title", explanation.proximity.title);
  add("firstAuthor", explanation.proximity.first_author);
  return {static_cast<double>(explanation.score), ScorePartList(parts)};
}

SearchRequest from_value(const SearchRequestValue& request) {
  const Order order = request.order == "digest"   ? Order::kDigest
                      : request.order == "newest" ? Order::kNewest
                                                  : Order::kRelevance;
  return {request.text,
          request.typing,
          to_strings(request.categories),
          to_strings(request.days),
          to_strings(request.authors),
          request.withoutSummary,
          order};
}

}  // namespace broadsheet::bindings
