#include "bindings/values.h"

#include "core/text/utf8.h"

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

std::vector<std::string> to_strings(const Strings& list) {
  return emscripten::vecFromJSArray<std::string>(list);
}

}  // namespace

std::vector<uint32_t> to_numbers(const Numbers& list) {
  return emscripten::convertJSArrayToNumberVector<uint32_t>(list);
}

namespace {

PaperOrdinal ordinal_of(const PaperRef& ref) { return ref.volume.first_paper + ref.index; }

std::string day_of(const PaperRef& ref) {
  return ref.paper.date.empty() ? ref.volume.digest.date : std::string(ref.paper.date);
}

FacetCountList to_facets(const std::vector<FacetCount>& counts) {
  return to_list<FacetCountList>(counts, [](const FacetCount& facet) {
    return FacetCountValue{std::string(facet.value), facet.count};
  });
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

DigestInfoValue to_value(const Digest& digest) {
  const auto toc_entry = [](const Category& category) {
    const int32_t claimed = category.claimed ? static_cast<int32_t>(*category.claimed) : -1;
    return TocEntryValue{std::string(category.name), claimed, category.read};
  };
  const auto diagnostic = [](const Diagnostic& d) {
    return DiagnosticValue{std::string(name_of(d.code)), d.line, d.message};
  };
  return {digest.name, digest.date, static_cast<uint32_t>(digest.papers.size()),
          to_list<TocEntryList>(digest.categories, toc_entry),
          to_list<DiagnosticList>(digest.diagnostics, diagnostic)};
}

RowValue to_value(const Library& library, const Row& row) {
  const Paper& paper = row.ref.paper;
  const Digest& digest = row.ref.volume.digest;
  return {ordinal_of(row.ref),
          library.key_of(ordinal_of(row.ref)),
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

SearchResultValue to_value(const ResultSet& results, std::string_view query_text) {
  const auto issue = [&](const QueryIssue& i) {
    Utf16Cursor cursor(query_text);
    const uint32_t start = cursor.offset_of(i.begin);
    return QueryIssueValue{std::string(i.code), start, cursor.offset_of(i.end), i.message};
  };
  return {results.total(),
          to_facets(results.facets().categories),
          to_facets(results.facets().days),
          to_facets(results.facets().authors),
          results.facets().without_summary,
          to_list<QueryIssueList>(results.query().issues, issue),
          0};
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
