// module.cc: what the wasm module offers, and under which names.
#include <emscripten/bind.h>

#include "bindings/library_binding.h"
#include "bindings/saver_binding.h"
#include "bindings/unpacker_binding.h"

namespace broadsheet::bindings {
namespace {

std::string version() { return BROADSHEET_VERSION; }

EMSCRIPTEN_BINDINGS(broadsheet) {
  using emscripten::class_;
  using emscripten::register_type;
  using emscripten::value_object;

  register_type<Bytes>("Uint8Array");
  register_type<LateTextReader>("{ read(offset: number, room: Uint8Array): boolean; damaged(): void }");
  register_type<Numbers>("number[]");
  register_type<Strings>("string[]");
  register_type<DiagnosticList>("Diagnostic[]");
  register_type<TocEntryList>("TocEntry[]");
  register_type<DigestInfoList>("DigestInfo[]");
  register_type<Counts>("Uint32Array");
  register_type<QueryIssueList>("QueryIssue[]");
  register_type<MarkedList>("Marked[]");
  register_type<FieldList>("Field[]");
  register_type<AppearanceList>("Appearance[]");
  register_type<RowList>("Row[]");
  register_type<CompletionList>("Completion[]");
  register_type<ScorePartList>("ScorePart[]");
  register_type<ScoreWordList>("ScoreWord[]");

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
      .field("content", &DigestInfoValue::content)
      .field("label", &DigestInfoValue::label)
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
  value_object<FacetValuesValue>("FacetValues")
      .field("categories", &FacetValuesValue::categories)
      .field("days", &FacetValuesValue::days);
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
      .field("authorCounts", &SearchResultValue::authorCounts)
      .field("withoutSummary", &SearchResultValue::withoutSummary)
      .field("issues", &SearchResultValue::issues)
      .field("suggested", &SearchResultValue::suggested)
      .field("suggestion", &SearchResultValue::suggestion)
      .field("asTyped", &SearchResultValue::asTyped)
      .field("milliseconds", &SearchResultValue::milliseconds);
  value_object<CompletionValue>("Completion")
      .field("kind", &CompletionValue::kind)
      .field("text", &CompletionValue::text)
      .field("label", &CompletionValue::label)
      .field("start", &CompletionValue::start)
      .field("end", &CompletionValue::end)
      .field("papers", &CompletionValue::papers);
  value_object<ScoreWordValue>("ScoreWord")
      .field("word", &ScoreWordValue::word)
      .field("kind", &ScoreWordValue::kind)
      .field("field", &ScoreWordValue::field)
      .field("frequency", &ScoreWordValue::frequency)
      .field("weight", &ScoreWordValue::weight);
  value_object<ScorePartValue>("ScorePart")
      .field("kind", &ScorePartValue::kind)
      .field("term", &ScorePartValue::term)
      .field("score", &ScorePartValue::score)
      .field("documentFrequency", &ScorePartValue::documentFrequency)
      .field("idf", &ScorePartValue::idf)
      .field("hits", &ScorePartValue::hits);
  value_object<ExplanationValue>("Explanation")
      .field("score", &ExplanationValue::score)
      .field("parts", &ExplanationValue::parts);
  value_object<MemoryValue>("Memory")
      .field("textBytes", &MemoryValue::textBytes)
      .field("indexBytes", &MemoryValue::indexBytes)
      .field("liveBytes", &MemoryValue::liveBytes)
      .field("heapBytes", &MemoryValue::heapBytes);
  value_object<OpenResultValue>("OpenResult")
      .field("code", &OpenResultValue::code)
      .field("message", &OpenResultValue::message)
      .field("digests", &OpenResultValue::digests);
  value_object<RowValue>("Row")
      .field("paper", &RowValue::paper)
      .field("key", &RowValue::key)
      .field("number", &RowValue::number)
      .field("id", &RowValue::id)
      .field("date", &RowValue::date)
      .field("digest", &RowValue::digest)
      .field("category", &RowValue::category)
      .field("title", &RowValue::title)
      .field("work", &RowValue::work)
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
      .field("work", &PaperValue::work)
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
  class_<SavedBytes>("SavedBytes")
      .constructor<double>()
      .function("room(offset, size)", &SavedBytes::room)
      .function("bytesBeforeTexts()", &SavedBytes::bytes_before_texts);
  class_<SaverBinding>("Saver")
      .constructor<LibraryBinding&>()
      .function("size()", &SaverBinding::size)
      .function("next(most)", &SaverBinding::next);
  class_<LibraryBinding>("Library")
      .constructor<>()
      .function("read(name, bytes)", &LibraryBinding::read)
      .function("index(maxPapers)", &LibraryBinding::index)
      .function("abandon()", &LibraryBinding::abandon)
      .function("digestsFrom(first)", &LibraryBinding::digests_from)
      .function("digestCount()", &LibraryBinding::digest_count)
      .function("paperCount()", &LibraryBinding::paper_count)
      .function("search(request)", &LibraryBinding::search)
      .function("facetValues()", &LibraryBinding::facet_values)
      .function("authorName(id)", &LibraryBinding::author_name)
      .function("rows(from, count)", &LibraryBinding::rows)
      .function("positionOf(paper)", &LibraryBinding::position_of)
      .function("paper(paper, verbatim)", &LibraryBinding::paper)
      .function("locate(key)", &LibraryBinding::locate)
      .function("defineSet(name, works)", &LibraryBinding::define_set)
      .function("putInSet(name, work, member)", &LibraryBinding::put_in_set)
      .function("complete(text, caret)", &LibraryBinding::complete)
      .function("similar(paper, count)", &LibraryBinding::similar)
      .function("explain(paper)", &LibraryBinding::explain)
      .function("remove(labels)", &LibraryBinding::remove)
      .function("save()", &LibraryBinding::save)
      .function("open(saved, own)", &LibraryBinding::open)
      .function("openLate(saved, texts)", &LibraryBinding::open_late)
      .function("readLateTexts(most)", &LibraryBinding::read_late_texts)
      .function("memory()", &LibraryBinding::memory);
  emscripten::function("version()", &version);
}

}  // namespace
}  // namespace broadsheet::bindings
