#include "bindings/values.h"

#include <emscripten/em_js.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "core/export/citation.h"
#include "core/text/utf8.h"

// One call and one copy for all lists, which are contiguous: a typed array with its own memory takes longer
// to create than to fill, and handles for each view, method and result take longer still.
EM_JS(void, broadsheet_copy_lists,
      (const uint32_t* numbers, size_t total, const size_t* sizes, size_t count, emscripten::EM_VAL* lists), {
        const copy = HEAPU32.slice(numbers >>> 2, (numbers >>> 2) + total);
        let begin = 0;
        for (let i = 0; i < count; i++) {
          const end = begin + HEAPU32[(sizes >>> 2) + i];
          HEAPU32[(lists >>> 2) + i] = Emval.toHandle(copy.subarray(begin, end));
          begin = end;
        }
      });

// One call; embind would make five.
EM_JS(size_t, broadsheet_length, (emscripten::EM_VAL list), { return Emval.toValue(list).length; });

namespace broadsheet::bindings {
namespace {

std::string code_of(Language language) {
  constexpr std::array kCodes = {"en", "zh", "ja", "ko"};
  return kCodes[static_cast<size_t>(language)];
}

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

std::string repaired(std::string text) {
  repair_utf8(text);
  return text;
}

std::vector<std::string> to_strings(const Strings& list) {
  if (broadsheet_length(list.as_handle()) == 0) return {};
  return emscripten::vecFromJSArray<std::string>(list);
}

std::vector<Cut> to_cuts(const CutList& list) {
  std::vector<Cut> cuts;
  for (const emscripten::val& each : emscripten::vecFromJSArray<emscripten::val>(list)) {
    cuts.push_back({each["label"].as<std::string>(),
                    emscripten::convertJSArrayToNumberVector<uint32_t>(each["stay"]),
                    each["heir"].as<std::string>()});
  }
  return cuts;
}

uint64_t to_milliseconds(double value) {
  constexpr double kMost = 8.64e15;  // the latest time a Date can hold
  return value > 0 && value <= kMost ? static_cast<uint64_t>(value) : 0;
}

namespace {

PaperOrdinal ordinal_of(const PaperRef& ref) { return ref.volume.first_paper + ref.index; }

std::string day_of(const PaperRef& ref) {
  return ref.paper.date.empty() ? ref.volume.head().date() : std::string(ref.paper.date);
}

}  // namespace

std::string to_string(const Bytes& bytes) {
  std::string content(bytes["length"].as<size_t>(), '\0');
  emscripten::val(emscripten::typed_memory_view(content.size(), reinterpret_cast<uint8_t*>(content.data())))
      .call<void>("set", bytes);
  return content;
}

Bytes to_bytes(std::string_view content) {
  // A copy: the view itself is invalid once the heap grows.
  const emscripten::val view(
      emscripten::typed_memory_view(content.size(), reinterpret_cast<const uint8_t*>(content.data())));
  return Bytes(view.call<emscripten::val>("slice"));
}

Numbers to_marks(std::string_view text, const std::vector<ByteRange>& ranges) {
  return to_utf16_marks(text, ranges);
}

MarkedValue to_value(const MarkedText& text) {
  return {.text = text.text, .marks = to_utf16_marks(text.text, text.marks)};
}

DiagnosticValue to_value(const Diagnostic& diagnostic) {
  return {
      .code = std::string(name_of(diagnostic.code)), .line = diagnostic.line, .message = diagnostic.message};
}

DigestInfoValue to_value(const DigestHead& digest, uint64_t content_hash, const std::string& label) {
  const auto diagnostic = [](const Diagnostic& each) { return to_value(each); };
  return {.content = std::to_string(content_hash),
          .label = label,
          .name = digest.name(),
          .date = digest.date(),
          .papers = digest.paper_count(),
          .diagnostics = to_list<DiagnosticList>(digest.diagnostics(), diagnostic),
          .fileName = digest.file_name(),
          .stem = stem_of(digest.file_name()),
          .written = 0,
          .rest = false};
}

DigestInfoValue to_value(const Volume& volume) {
  DigestInfoValue info = to_value(volume.head(), volume.content_hash, volume.label);
  info.written = static_cast<double>(volume.written);
  info.rest = volume.is_rest;
  return info;
}

DayContentsValue to_value(const DayContents& day) {
  const auto entry = [](const CategoryContents& category) {
    const int32_t claimed = category.claimed ? static_cast<int32_t>(*category.claimed) : -1;
    return TocEntryValue{
        .category = std::string(category.name), .claimed = claimed, .papers = category.works};
  };
  return {.day = std::string(day.day),
          .papers = day.works,
          .unread = day.unread,
          .categories = to_list<TocEntryList>(day.categories, entry)};
}

RowValue to_value(const Library& library, const Row& row) {
  const Paper& paper = row.ref.paper;
  const Digest& digest = row.ref.volume.digest();
  return {.paper = ordinal_of(row.ref),
          .key = library.key_of(ordinal_of(row.ref)),
          .work = library.work_name(ordinal_of(row.ref)),
          .number = paper.number,
          .id = std::string(paper.arxiv_id.id),
          .date = day_of(row.ref),
          .digest = digest.name,
          .category = paper.categories.empty() ? std::string() : std::string(paper.categories.front()),
          .title = to_value(row.title),
          .authors = to_value(row.authors),
          .moreAuthors = row.more_authors,
          .appearances = row.appearances,
          .summary = to_value(row.summary),
          .summaryField = std::string(row.summary_field)};
}

CitationValue to_citation(const Library& library, PaperOrdinal ordinal) {
  const Paper& paper = library.text(ordinal);
  return {.work = library.work_name(ordinal),
          .key = library.key_of(ordinal),
          .title = std::string(paper.title),
          .id = std::string(paper.arxiv_id.id),
          .version = paper.arxiv_id.version,
          .url = std::string(paper.url)};
}

PaperValue to_value(const Library& library, const PaperView& view) {
  const Paper& paper = view.ref.paper;
  const Digest& digest = view.ref.volume.digest();
  const Citation citation = cite(digest, paper);
  const auto field = [](const MarkedField& f) {
    return FieldValue{.name = std::string(f.name),
                      .known = f.known,
                      .missing = f.missing,
                      .text = f.text.text,
                      .marks = to_utf16_marks(f.text.text, f.text.marks)};
  };
  const auto appearance = [&](const Appearance& a) {
    const PaperRef ref = library.paper(a.paper);
    return AppearanceValue{.key = library.key_of(a.paper),
                           .file = ref.volume.head().file_name(),
                           .date = day_of(ref),
                           .version = ref.paper.arxiv_id.version,
                           .language = code_of(library.facts(a.paper).language)};
  };
  return {.found = true,
          .paper = ordinal_of(view.ref),
          .key = library.key_of(ordinal_of(view.ref)),
          .work = library.work_name(ordinal_of(view.ref)),
          .number = paper.number,
          .id = std::string(paper.arxiv_id.id),
          .version = paper.arxiv_id.version,
          .url = std::string(paper.url),
          .citedDate = iso_date(citation.date),
          .doi = citation.id.empty() ? citation.doi : arxiv_doi(citation),
          .digest = digest.name,
          .file = digest.file_name,
          .date = day_of(view.ref),
          .line = paper.line,
          .title = to_value(view.title),
          .authors = to_list<MarkedList>(view.authors, [](const MarkedText& text) { return to_value(text); }),
          .categories = to_list<Strings>(paper.categories,
                                         [](std::string_view category) { return std::string(category); }),
          .fields = to_list<FieldList>(view.fields, field),
          .appearances = to_list<AppearanceList>(view.appearances, appearance),
          .repaired = view.repaired};
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
  const auto language = [](std::string_view code) { return std::string(code); };
  return {.categories = Strings(categories),
          .days = to_list<Strings>(columns.days_newest_first(), day),
          .languages = to_list<Strings>(kLanguageCodes, language)};
}

namespace {

constexpr size_t kLists = 7;

// The counts of all categories, of all days (the newest first) and of what was read of them, the authors and
// their counts, the counts of all languages and sets.
std::array<Counts, kLists> to_lists(const FacetColumns& columns, const FacetCounts& facets) {
  const std::vector<FacetId>& days = columns.days_newest_first();
  const std::array<size_t, kLists> sizes = {
      facets.categories.size(), days.size(),       days.size(), facets.authors.size(), facets.authors.size(),
      facets.languages.size(),  facets.sets.size()};
  std::vector<uint32_t> numbers(std::accumulate(sizes.begin(), sizes.end(), size_t{0}));
  uint32_t* next = numbers.data();
  next = std::copy(facets.categories.begin(), facets.categories.end(), next);
  for (const FacetId day : days) *next++ = facets.days[day];
  for (const FacetId day : days) *next++ = facets.read_days[day];
  for (const FacetCount& each : facets.authors) *next++ = each.value;
  for (const FacetCount& each : facets.authors) *next++ = each.count;
  next = std::copy(facets.languages.begin(), facets.languages.end(), next);
  std::copy(facets.sets.begin(), facets.sets.end(), next);
  std::array<emscripten::EM_VAL, kLists> lists;
  broadsheet_copy_lists(numbers.data(), numbers.size(), sizes.data(), sizes.size(), lists.data());
  const auto list = [&](size_t i) { return Counts(emscripten::val::take_ownership(lists[i])); };
  return {list(0), list(1), list(2), list(3), list(4), list(5), list(6)};
}

}  // namespace

SearchResultValue to_value(const Library& library, const Answer& answer, std::string_view query_text) {
  constexpr std::array<const char*, 4> kSuggested = {"", "offered", "included", "instead"};
  const ResultSet& results = answer.results;
  const auto issue = [&](const QueryIssue& i) {
    Utf16Cursor cursor(query_text);
    const uint32_t start = cursor.offset_of(i.begin);
    return QueryIssueValue{
        .code = std::string(i.code), .start = start, .end = cursor.offset_of(i.end), .message = i.message};
  };
  const FacetCounts& facets = results.facets();
  auto [categories, days, read_days, authors, author_counts, languages, sets] =
      to_lists(library.facets(), facets);
  return {.total = results.total(),
          .categories = std::move(categories),
          .days = std::move(days),
          .readDays = std::move(read_days),
          .authors = std::move(authors),
          .authorCounts = std::move(author_counts),
          .languages = std::move(languages),
          .sets = std::move(sets),
          .withCode = facets.with_code,
          .withoutSummary = facets.without_summary,
          .hidden = results.hidden(),
          .libraryWorks = results.library_works(),
          .issues = to_list<QueryIssueList>(answer.issues, issue),
          .suggested = kSuggested[static_cast<size_t>(answer.suggested)],
          .suggestion = answer.suggestion,
          .asTyped = answer.as_typed,
          .milliseconds = 0};
}

CompletionValue to_value(const Completion& completion, std::string_view query_text) {
  constexpr std::array<const char*, 5> kKinds = {"field", "category", "author", "phrase", "word"};
  Utf16Cursor cursor(query_text);
  const uint32_t start = cursor.offset_of(completion.begin);
  return {.kind = kKinds[static_cast<size_t>(completion.kind)],
          .text = completion.text,
          .label = completion.label,
          .start = start,
          .end = cursor.offset_of(completion.end),
          .papers = completion.works};
}

ExplanationValue to_value(const Explanation& explanation) {
  constexpr std::array<const char*, 4> kKinds = {"exact", "stem", "typo", "prefix"};
  const auto word = [&](const WordExplanation& w) {
    return ScoreWordValue{.word = w.word,
                          .kind = kKinds[static_cast<size_t>(w.kind)],
                          .field = std::string(kSearchFieldNames[static_cast<size_t>(w.field)]),
                          .frequency = w.frequency,
                          .weight = static_cast<double>(w.weighted)};
  };
  emscripten::val parts = emscripten::val::array();
  uint32_t count = 0;
  for (const TermExplanation& term : explanation.terms) {
    parts.set(count++, ScorePartValue{.kind = "term",
                                      .term = term.term,
                                      .score = static_cast<double>(term.score),
                                      .documentFrequency = static_cast<uint32_t>(term.document_frequency),
                                      .idf = static_cast<double>(term.idf),
                                      .hits = to_list<ScoreWordList>(term.words, word)});
  }
  const auto add = [&](const char* kind, float score, const std::string& term = {}) {
    if (score > 0)
      parts.set(count++, ScorePartValue{.kind = kind,
                                        .term = term,
                                        .score = static_cast<double>(score),
                                        .documentFrequency = 0,
                                        .idf = 0,
                                        .hits = ScoreWordList(emscripten::val::array())});
  };
  add("proximity", explanation.proximity.pairs);
  add("title", explanation.proximity.title);
  add("firstAuthor", explanation.proximity.first_author);
  add("shared", explanation.feedback, explanation.shared);
  return {.score = static_cast<double>(explanation.score), .parts = ScorePartList(parts)};
}

SearchRequest from_value(const SearchRequestValue& request) {
  const Order order = request.order == "digest"   ? Order::kDigest
                      : request.order == "newest" ? Order::kNewest
                      : request.order == "foryou" ? Order::kForYou
                                                  : Order::kRelevance;
  return {.text = repaired(request.text),
          .typing = request.typing,
          .categories = to_strings(request.categories),
          .days = to_strings(request.days),
          .authors = to_strings(request.authors),
          .languages = to_strings(request.languages),
          .sets = to_strings(request.sets),
          .with_code = request.withCode,
          .without_summary = request.withoutSummary,
          .hidden_sets = to_strings(request.hiddenSets),
          .order = order,
          .feedback = request.feedback};
}

}  // namespace broadsheet::bindings
