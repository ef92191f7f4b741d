// module.cc: what the wasm module exports, and under which names.
#include <emscripten/bind.h>

#include "bindings/collections.h"
#include "bindings/library_binding.h"
#include "bindings/members.h"
#include "bindings/saver_binding.h"
#include "bindings/unpacker_binding.h"

namespace broadsheet::bindings {
namespace {

std::string version() { return BROADSHEET_VERSION; }

EMSCRIPTEN_BINDINGS(broadsheet) {
  using emscripten::class_;
  using emscripten::register_type;

  register_type<Bytes>("Uint8Array");
  register_type<LateTextReader>("{ read(offset: number, room: Uint8Array): boolean; damaged(): void }");
  register_type<Numbers>("number[]");
  register_type<Strings>("string[]");
  register_type<DiagnosticList>("Diagnostic[]");
  register_type<TocEntryList>("TocEntry[]");
  register_type<DigestInfoList>("DigestInfo[]");
  register_type<Counts>("Uint32Array");
  register_type<DayContentsList>("DayContents[]");
  register_type<CutList>("{ label: string, stay: number[], heir: string }[]");
  register_type<FacetCountList>("FacetCount[]");
  register_type<QueryIssueList>("QueryIssue[]");
  register_type<MarkedList>("Marked[]");
  register_type<FieldList>("Field[]");
  register_type<AppearanceList>("Appearance[]");
  register_type<RowList>("Row[]");
  register_type<CitationList>("Citation[]");
  register_type<NoteFileList>("NoteFile[]");
  register_type<SaidList>("{ work: string, tags: string[], note: string }[]");
  register_type<CollectedWorkList>("CollectedWork[]");
  register_type<CollectionMatchList>("CollectionMatch[]");
  register_type<CompletionList>("Completion[]");
  register_type<ScorePartList>("ScorePart[]");
  register_type<ScoreWordList>("ScoreWord[]");
  register_type<CollectedList>("{ title: string, authors: string[] }[]");
  register_type<ReasonList>("Reason[]");
  register_type<LearnedWordList>("LearnedWord[]");
  register_type<AlsoRowList>("AlsoRow[]");
  register_type<LearnedPartList>("LearnedPart[]");
  register_type<SimilarRowList>("SimilarRow[]");
  register_type<TrendDayList>("TrendDay[]");
  register_type<TermTrendList>("TermTrend[]");

  register_value<MarkedValue, &MarkedValue::text, &MarkedValue::marks>("Marked");
  register_value<DiagnosticValue, &DiagnosticValue::code, &DiagnosticValue::line, &DiagnosticValue::message>(
      "Diagnostic");
  register_value<TocEntryValue, &TocEntryValue::category, &TocEntryValue::claimed, &TocEntryValue::papers>(
      "TocEntry");
  register_value<DayContentsValue, &DayContentsValue::day, &DayContentsValue::papers,
                 &DayContentsValue::unread, &DayContentsValue::categories>("DayContents");
  register_value<ContentsValue, &ContentsValue::days, &ContentsValue::newest>("Contents");
  register_value<MakingValue, &MakingValue::same, &MakingValue::shared, &MakingValue::left>("Making");
  register_value<DigestInfoValue, &DigestInfoValue::content, &DigestInfoValue::label, &DigestInfoValue::name,
                 &DigestInfoValue::date, &DigestInfoValue::papers, &DigestInfoValue::diagnostics,
                 &DigestInfoValue::fileName, &DigestInfoValue::stem, &DigestInfoValue::written,
                 &DigestInfoValue::rest>("DigestInfo");
  register_value<ReadResultValue, &ReadResultValue::code, &ReadResultValue::message, &ReadResultValue::info>(
      "ReadResult");
  register_value<SearchRequestValue, &SearchRequestValue::text, &SearchRequestValue::typing,
                 &SearchRequestValue::categories, &SearchRequestValue::days, &SearchRequestValue::authors,
                 &SearchRequestValue::languages, &SearchRequestValue::sets, &SearchRequestValue::withCode,
                 &SearchRequestValue::withoutSummary, &SearchRequestValue::hiddenSets,
                 &SearchRequestValue::order, &SearchRequestValue::feedback>("SearchRequest");
  register_value<FacetValuesValue, &FacetValuesValue::categories, &FacetValuesValue::days,
                 &FacetValuesValue::languages>("FacetValues");
  register_value<FacetCountValue, &FacetCountValue::value, &FacetCountValue::count>("FacetCount");
  register_value<QueryIssueValue, &QueryIssueValue::code, &QueryIssueValue::start, &QueryIssueValue::end,
                 &QueryIssueValue::message>("QueryIssue");
  register_value<SearchResultValue, &SearchResultValue::total, &SearchResultValue::categories,
                 &SearchResultValue::days, &SearchResultValue::readDays, &SearchResultValue::authors,
                 &SearchResultValue::authorCounts, &SearchResultValue::languages, &SearchResultValue::sets,
                 &SearchResultValue::withCode, &SearchResultValue::withoutSummary, &SearchResultValue::hidden,
                 &SearchResultValue::libraryWorks, &SearchResultValue::issues, &SearchResultValue::suggested,
                 &SearchResultValue::suggestion, &SearchResultValue::asTyped,
                 &SearchResultValue::milliseconds>("SearchResult");
  register_value<CompletionValue, &CompletionValue::kind, &CompletionValue::text, &CompletionValue::label,
                 &CompletionValue::start, &CompletionValue::end, &CompletionValue::papers>("Completion");
  register_value<ScoreWordValue, &ScoreWordValue::word, &ScoreWordValue::kind, &ScoreWordValue::field,
                 &ScoreWordValue::frequency, &ScoreWordValue::weight>("ScoreWord");
  register_value<ScorePartValue, &ScorePartValue::kind, &ScorePartValue::term, &ScorePartValue::score,
                 &ScorePartValue::documentFrequency, &ScorePartValue::idf, &ScorePartValue::hits>(
      "ScorePart");
  register_value<ExplanationValue, &ExplanationValue::score, &ExplanationValue::parts>("Explanation");
  register_value<MemoryValue, &MemoryValue::textBytes, &MemoryValue::indexBytes, &MemoryValue::liveBytes,
                 &MemoryValue::heapBytes>("Memory");
  register_value<OpenResultValue, &OpenResultValue::code, &OpenResultValue::message,
                 &OpenResultValue::digests>("OpenResult");
  register_value<RowValue, &RowValue::paper, &RowValue::key, &RowValue::number, &RowValue::id,
                 &RowValue::date, &RowValue::digest, &RowValue::category, &RowValue::title, &RowValue::work,
                 &RowValue::authors, &RowValue::moreAuthors, &RowValue::appearances, &RowValue::summary,
                 &RowValue::summaryField>("Row");
  register_value<CitationValue, &CitationValue::work, &CitationValue::key, &CitationValue::title,
                 &CitationValue::id, &CitationValue::version, &CitationValue::url>("Citation");
  register_value<ExportRequestValue, &ExportRequestValue::works, &ExportRequestValue::said,
                 &ExportRequestValue::format, &ExportRequestValue::abstracts, &ExportRequestValue::authors,
                 &ExportRequestValue::ascii, &ExportRequestValue::keys, &ExportRequestValue::split>(
      "ExportRequest");
  register_value<NoteFileValue, &NoteFileValue::name, &NoteFileValue::text>("NoteFile");
  register_value<ExportedValue, &ExportedValue::code, &ExportedValue::message, &ExportedValue::bytes,
                 &ExportedValue::files, &ExportedValue::papers, &ExportedValue::ending,
                 &ExportedValue::mediaType, &ExportedValue::unwritten>("Exported");
  register_value<FieldValue, &FieldValue::name, &FieldValue::known, &FieldValue::missing, &FieldValue::text,
                 &FieldValue::marks>("Field");
  register_value<AppearanceValue, &AppearanceValue::key, &AppearanceValue::file, &AppearanceValue::date,
                 &AppearanceValue::version, &AppearanceValue::language>("Appearance");
  register_value<PaperValue, &PaperValue::found, &PaperValue::paper, &PaperValue::key, &PaperValue::work,
                 &PaperValue::number, &PaperValue::id, &PaperValue::version, &PaperValue::url,
                 &PaperValue::citedDate, &PaperValue::doi, &PaperValue::digest, &PaperValue::file,
                 &PaperValue::date, &PaperValue::line, &PaperValue::title, &PaperValue::authors,
                 &PaperValue::categories, &PaperValue::fields, &PaperValue::appearances,
                 &PaperValue::repaired>("Paper");

  register_value<CollectedWorkValue, &CollectedWorkValue::title, &CollectedWorkValue::authors,
                 &CollectedWorkValue::year, &CollectedWorkValue::id, &CollectedWorkValue::doi,
                 &CollectedWorkValue::url, &CollectedWorkValue::line>("CollectedWork");
  register_value<CollectionValue, &CollectionValue::code, &CollectionValue::message, &CollectionValue::format,
                 &CollectionValue::works, &CollectionValue::diagnostics>("Collection");
  register_value<CollectionMatchValue, &CollectionMatchValue::by, &CollectionMatchValue::work,
                 &CollectionMatchValue::key, &CollectionMatchValue::title>("CollectionMatch");

  register_value<UnpackedFileValue, &UnpackedFileValue::found, &UnpackedFileValue::name,
                 &UnpackedFileValue::code, &UnpackedFileValue::message, &UnpackedFileValue::bytes,
                 &UnpackedFileValue::share>("UnpackedFile");

  register_value<ToldValue, &ToldValue::starred, &ToldValue::refused, &ToldValue::done, &ToldValue::collected,
                 &ToldValue::followedWords, &ToldValue::followedAuthors, &ToldValue::followedCategories,
                 &ToldValue::mutedWords, &ToldValue::mutedAuthors, &ToldValue::mutedCategories,
                 &ToldValue::ignoredWords, &ToldValue::ignoredAuthors>("Told");
  register_value<RankValue, &RankValue::enough, &RankValue::threshold, &RankValue::words, &RankValue::authors,
                 &RankValue::milliseconds>("Rank");
  register_value<ReasonValue, &ReasonValue::kind, &ReasonValue::text, &ReasonValue::work,
                 &ReasonValue::share>("Reason");
  register_value<LearnedWordValue, &LearnedWordValue::text, &LearnedWordValue::stem,
                 &LearnedWordValue::weight>("LearnedWord");
  register_value<AlsoValue, &AlsoValue::words, &AlsoValue::total, &AlsoValue::milliseconds>("Also");
  register_value<AlsoRowValue, &AlsoRowValue::row, &AlsoRowValue::titleLearned,
                 &AlsoRowValue::summaryLearned>("AlsoRow");
  register_value<LearnedPartValue, &LearnedPartValue::text, &LearnedPartValue::stem,
                 &LearnedPartValue::weight, &LearnedPartValue::score, &LearnedPartValue::from>("LearnedPart");
  register_value<SimilarRowValue, &SimilarRowValue::row, &SimilarRowValue::shared>("SimilarRow");
  register_value<TrendDayValue, &TrendDayValue::day, &TrendDayValue::works, &TrendDayValue::categories>(
      "TrendDay");
  register_value<TermTrendValue, &TermTrendValue::text, &TermTrendValue::isPhrase, &TermTrendValue::before,
                 &TermTrendValue::after, &TermTrendValue::surprise, &TermTrendValue::days>("TermTrend");
  register_value<TrendsValue, &TrendsValue::before, &TrendsValue::after, &TrendsValue::categories,
                 &TrendsValue::days, &TrendsValue::rising, &TrendsValue::falling, &TrendsValue::newAuthors,
                 &TrendsValue::milliseconds>("Trends");

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
  class_<KnownTitlesBinding>("KnownTitles")
      .constructor<>()
      .function("assign(works)", &KnownTitlesBinding::assign)
      .function("find(query, most)", &KnownTitlesBinding::find);
  class_<LibraryBinding>("Library")
      .constructor<>()
      .function("read(name, bytes, written)", &LibraryBinding::read)
      .function("index(maxPapers)", &LibraryBinding::index)
      .function("abandon()", &LibraryBinding::abandon)
      .function("digestsFrom(first)", &LibraryBinding::digests_from)
      .function("digestCount()", &LibraryBinding::digest_count)
      .function("paperCount()", &LibraryBinding::paper_count)
      .function("search(request)", &LibraryBinding::search)
      .function("counts(request)", &LibraryBinding::counts)
      .function("worksFound(request, from, to)", &LibraryBinding::works_found)
      .function("worksShown(from, to)", &LibraryBinding::works_shown)
      .function("citations(works)", &LibraryBinding::citations)
      .function("exportWorks(request)", &LibraryBinding::export_works)
      .function("countOutside(request, set)", &LibraryBinding::count_outside)
      .function("contents(most, hiddenSets)", &LibraryBinding::contents)
      .function("facetValues()", &LibraryBinding::facet_values)
      .function("authorName(id)", &LibraryBinding::author_name)
      .function("authors(typed)", &LibraryBinding::authors)
      .function("setNumber(name)", &LibraryBinding::set_number)
      .function("rows(from, count)", &LibraryBinding::rows)
      .function("positionOf(paper)", &LibraryBinding::position_of)
      .function("paper(paper, verbatim)", &LibraryBinding::paper)
      .function("locate(key)", &LibraryBinding::locate)
      .function("defineSet(name, works)", &LibraryBinding::define_set)
      .function("putInSet(name, work, member)", &LibraryBinding::put_in_set)
      .function("complete(text, caret)", &LibraryBinding::complete)
      .function("matchWorks(works)", &LibraryBinding::match_works)
      .function("explain(paper)", &LibraryBinding::explain)
      .function("compareMakings(newer, older)", &LibraryBinding::compare_makings)
      .function("cut(cuts)", &LibraryBinding::cut)
      .function("remove(labels)", &LibraryBinding::remove)
      .function("arrange(labels)", &LibraryBinding::arrange)
      .function("save()", &LibraryBinding::save)
      .function("open(saved, own)", &LibraryBinding::open)
      .function("openLate(saved, texts)", &LibraryBinding::open_late)
      .function("readLateTexts(most)", &LibraryBinding::read_late_texts)
      .function("memory()", &LibraryBinding::memory)
      .function("also(request, notLearned)", &LibraryBinding::also)
      .function("alsoRows(from, count)", &LibraryBinding::also_rows)
      .function("explainAlso(paper)", &LibraryBinding::explain_also)
      .function("rank(told)", &LibraryBinding::rank)
      .function("forYou(most)", &LibraryBinding::for_you)
      .function("forTold(told, most)", &LibraryBinding::for_told)
      .function("orderAnew()", &LibraryBinding::order_anew)
      .function("reasons(paper)", &LibraryBinding::reasons)
      .function("similarTo(works, titles, count)", &LibraryBinding::similar_to)
      .function("trends(days, most)", &LibraryBinding::trends)
      .function("prepareLearned()", &LibraryBinding::prepare_learned)
      .function("releaseLearned()", &LibraryBinding::release_learned)
      .function("learnedBytes()", &LibraryBinding::learned_bytes);
  emscripten::function("version()", &version);
  emscripten::function("readCollection(name, bytes)", &read_collection);
}

}  // namespace
}  // namespace broadsheet::bindings
