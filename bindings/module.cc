// module.cc: what the wasm module offers, and under which names.
#include <emscripten/bind.h>

#include "bindings/library_binding.h"
#include "bindings/unpacker_binding.h"

namespace broadsheet::bindings {
namespace {

std::string version() { return BROADSHEET_VERSION; }

EMSCRIPTEN_BINDINGS(broadsheet) {
  using emscripten::class_;
  using emscripten::register_type;
  using emscripten::value_object;

  register_type<Bytes>("Uint8Array");
  register_type<Numbers>("number[]");
  register_type<Strings>("string[]");
  register_type<DiagnosticList>("Diagnostic[]");
  register_type<TocEntryList>("TocEntry[]");
  register_type<DigestInfoList>("DigestInfo[]");
  register_type<FacetCountList>("FacetCount[]");
  register_type<QueryIssueList>("QueryIssue[]");
  register_type<MarkedList>("Marked[]");
  register_type<FieldList>("Field[]");
  register_type<AppearanceList>("Appearance[]");
  register_type<RowList>("Row[]");

  value_object<MarkedValue>("Marked").field("text", &MarkedValue::text).field("marks", &MarkedValue::marks);
  value_object<DiagnosticValue>("Diagnostic")
      .field("code", &DiagnosticValue::code)
      .field("line", &DiagnosticValue::line)
      .field("message", &DiagnosticValue::message);
  value_object<TocEntryValue>("TocEntry")
      .field("category", &TocEntryValue::category)
      .field("claimed", &TocEntryValue::claimed)
      .field("read", &TocEntryValue::read);
  value_object<DigestInfoValue>("DigestInfo")
      .field("name", &DigestInfoValue::name)
      .field("date", &DigestInfoValue::date)
      .field("papers", &DigestInfoValue::papers)
      .field("categories", &DigestInfoValue::categories)
      .field("diagnostics", &DigestInfoValue::diagnostics);
  value_object<ReadResultValue>("ReadResult")
      .field("code", &ReadResultValue::code)
      .field("message", &ReadResultValue::message)
      .field("info", &ReadResultValue::info);
  value_object<SearchRequestValue>("SearchRequest")
      .field("text", &SearchRequestValue::text)
      .field("typing", &SearchRequestValue::typing)
      .field("categories", &SearchRequestValue::categories)
      .field("days", &SearchRequestValue::days)
      .field("authors", &SearchRequestValue::authors)
      .field("withoutSummary", &SearchRequestValue::withoutSummary)
      .field("order", &SearchRequestValue::order);
  value_object<FacetCountValue>("FacetCount")
      .field("value", &FacetCountValue::value)
      .field("count", &FacetCountValue::count);
  value_object<QueryIssueValue>("QueryIssue")
      .field("code", &QueryIssueValue::code)
      .field("start", &QueryIssueValue::start)
      .field("end", &QueryIssueValue::end)
      .field("message", &QueryIssueValue::message);
  value_object<SearchResultValue>("SearchResult")
      .field("total", &SearchResultValue::total)
      .field("categories", &SearchResultValue::categories)
      .field("days", &SearchResultValue::days)
      .field("authors", &SearchResultValue::authors)
      .field("withoutSummary", &SearchResultValue::withoutSummary)
      .field("issues", &SearchResultValue::issues)
      .field("milliseconds", &SearchResultValue::milliseconds);
  value_object<RowValue>("Row")
      .field("paper", &RowValue::paper)
      .field("key", &RowValue::key)
      .field("number", &RowValue::number)
      .field("id", &RowValue::id)
      .field("date", &RowValue::date)
      .field("digest", &RowValue::digest)
      .field("category", &RowValue::category)
      .field("title", &RowValue::title)
      .field("authors", &RowValue::authors)
      .field("moreAuthors", &RowValue::moreAuthors)
      .field("appearances", &RowValue::appearances)
      .field("summary", &RowValue::summary)
      .field("summaryField", &RowValue::summaryField);
  value_object<FieldValue>("Field")
      .field("name", &FieldValue::name)
      .field("known", &FieldValue::known)
      .field("missing", &FieldValue::missing)
      .field("text", &FieldValue::text)
      .field("marks", &FieldValue::marks);
  value_object<AppearanceValue>("Appearance")
      .field("key", &AppearanceValue::key)
      .field("file", &AppearanceValue::file)
      .field("date", &AppearanceValue::date)
      .field("version", &AppearanceValue::version);
  value_object<PaperValue>("Paper")
      .field("found", &PaperValue::found)
      .field("paper", &PaperValue::paper)
      .field("key", &PaperValue::key)
      .field("number", &PaperValue::number)
      .field("id", &PaperValue::id)
      .field("version", &PaperValue::version)
      .field("url", &PaperValue::url)
      .field("digest", &PaperValue::digest)
      .field("file", &PaperValue::file)
      .field("date", &PaperValue::date)
      .field("line", &PaperValue::line)
      .field("title", &PaperValue::title)
      .field("authors", &PaperValue::authors)
      .field("categories", &PaperValue::categories)
      .field("fields", &PaperValue::fields)
      .field("appearances", &PaperValue::appearances)
      .field("repaired", &PaperValue::repaired);

  value_object<UnpackedFileValue>("UnpackedFile")
      .field("found", &UnpackedFileValue::found)
      .field("name", &UnpackedFileValue::name)
      .field("code", &UnpackedFileValue::code)
      .field("message", &UnpackedFileValue::message)
      .field("bytes", &UnpackedFileValue::bytes);

  class_<UnpackerBinding>("Unpacker")
      .constructor<std::string, Bytes>()
      .function("next()", &UnpackerBinding::next);
  class_<LibraryBinding>("Library")
      .constructor<>()
      .function("read(name, bytes)", &LibraryBinding::read)
      .function("index(maxPapers)", &LibraryBinding::index)
      .function("abandon()", &LibraryBinding::abandon)
      .function("digests()", &LibraryBinding::digests)
      .function("paperCount()", &LibraryBinding::paper_count)
      .function("search(request)", &LibraryBinding::search)
      .function("rows(from, count)", &LibraryBinding::rows)
      .function("positionOf(paper)", &LibraryBinding::position_of)
      .function("paper(paper, verbatim)", &LibraryBinding::paper)
      .function("locate(key)", &LibraryBinding::locate)
      .function("defineSet(name, papers)", &LibraryBinding::define_set);
  emscripten::function("version()", &version);
}

}  // namespace
}  // namespace broadsheet::bindings
