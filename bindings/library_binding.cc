#include "bindings/library_binding.h"

#include <emscripten/emscripten.h>
#include <emscripten/heap.h>
#include <malloc.h>

#include <algorithm>
#include <memory>

#include "bindings/late_texts.h"
#include "bindings/text_decoder.h"
#include "core/collection/collection.h"
#include "core/container/container_kind.h"
#include "core/search/suggestion.h"
#include "core/snapshot/snapshot.h"
#include "core/text/utf8.h"

namespace broadsheet::bindings {

ReadResultValue LibraryBinding::read(const std::string& name, const Bytes& bytes, double written) {
  changed();
  library_.abandon();
  std::string content = to_string(bytes);
  if (container_kind_of(content) != ContainerKind::kNone)
    return {.code = "container",
            .message = "holds files; Unpacker gives them",
            .info = to_value(Digest{}, 0, {})};
  if (is_collection(name, content))
    return {.code = "collection", .message = "holds no digest", .info = to_value(Digest{}, 0, {})};
  const Result<const Digest*> digest =
      library_.read(name, std::move(content), to_milliseconds(written), decode_with_text_decoder);
  if (!digest.ok())
    return {.code = std::string(name_of(digest.error().code)),
            .message = digest.error().message,
            .info = to_value(Digest{}, 0, {})};
  ReadResultValue result{.code = "ok", .message = "", .info = to_value(*digest.value(), 0, {})};
  if (digest.value()->papers.empty()) {
    // The first diagnostic is about the whole file and says why there are no papers.
    result.code = name_of(digest.value()->diagnostics.front().code);
    library_.abandon();
  }
  return result;
}

DigestInfoList LibraryBinding::digests_from(uint32_t first) const {
  const std::span volumes(library_.volumes());
  return to_list<DigestInfoList>(volumes.subspan(std::min<size_t>(first, volumes.size())),
                                 [](const auto& volume) { return to_value(*volume); });
}

ContentsValue LibraryBinding::contents(uint32_t most, const Strings& hidden_sets) const {
  const auto day = [](const DayContents& each) { return to_value(each); };
  return {.days = library_.facets().days().size(),
          .newest = to_list<DayContentsList>(newest_contents(library_, most, to_strings(hidden_sets)), day)};
}

SearchResultValue LibraryBinding::search(const SearchRequestValue& request) {
  const double begin = emscripten_get_now();
  SearchRequest search_request = request_of(request);
  Answer found = answer(library_, searcher_, search_request);
  SearchResultValue value = to_value(library_, found, search_request.text);
  results_ = std::move(found.results);
  request_ = std::move(search_request);
  request_.work_scores = {};
  value.milliseconds = emscripten_get_now() - begin;
  return value;
}

SearchRequest LibraryBinding::request_of(const SearchRequestValue& value) const {
  SearchRequest request = from_value(value);
  if (request.order == Order::kForYou) request.work_scores = learning_.order_scores();
  return request;
}

SearchResultValue LibraryBinding::counts(const SearchRequestValue& request) {
  SearchRequest search_request = request_of(request);
  return to_value(library_, answer(library_, searcher_, search_request), search_request.text);
}

Strings LibraryBinding::works_found(const SearchRequestValue& request, uint32_t from, uint32_t to) {
  SearchRequest search_request = request_of(request);
  ResultSet results = std::move(answer(library_, searcher_, search_request).results);
  return work_names(results, from, to);
}

Strings LibraryBinding::works_shown(uint32_t from, uint32_t to) {
  return results_ ? work_names(*results_, from, to) : Strings(emscripten::val::array());
}

Strings LibraryBinding::work_names(ResultSet& results, uint32_t from, uint32_t to) const {
  emscripten::val list = emscripten::val::array();
  const uint32_t end = std::min(to, results.total());
  for (uint32_t rank = from; rank < end; ++rank)
    list.set(rank - from, library_.work_name(results.hit(rank).paper));
  return Strings(list);
}

CitationList LibraryBinding::citations(const Strings& works) {
  std::vector<PaperOrdinal> papers;
  for (const std::string& work : to_strings(works)) {
    const PaperOrdinal paper = library_.best_of(work);
    if (paper < library_.paper_count()) papers.push_back(paper);
  }
  const auto citation = [&](PaperOrdinal paper) { return to_citation(library_, paper); };
  return to_list<CitationList>(papers, citation);
}

uint32_t LibraryBinding::count_outside(const SearchRequestValue& request, const std::string& set) {
  SearchRequest search_request = request_of(request);
  search_request.order = Order::kNewest;  // a count needs no scores
  const ResultSet results = searcher_.search(search_request);
  const WorkSet* works = library_.find_set(set);
  return works == nullptr ? results.total() : results.count_outside(library_, *works);
}

std::string LibraryBinding::author_name(uint32_t id) const {
  const FacetValues& authors = library_.facets().authors();
  return id < authors.size() ? std::string(authors.value(id)) : std::string();
}

FacetCountList LibraryBinding::authors(const std::string& typed) {
  if (!results_) return FacetCountList(emscripten::val::array());
  const FacetValues& authors = library_.facets().authors();
  const std::vector<bool> wanted = author_names_.find(authors, repaired(typed));
  const auto count = [&](const FacetCount& each) {
    return FacetCountValue{.value = std::string(authors.value(each.value)), .count = each.count};
  };
  return to_list<FacetCountList>(searcher_.authors(results_->query(), request_, wanted), count);
}

int32_t LibraryBinding::set_number(const std::string& name) const {
  const auto number = library_.set_number(repaired(name));
  return number ? static_cast<int32_t>(*number) : -1;
}

RowList LibraryBinding::rows(uint32_t from, uint32_t count) {
  emscripten::val list = emscripten::val::array();
  if (!results_) return RowList(list);
  Highlighter highlighter(results_->query());
  const uint32_t total = results_->total();
  const uint32_t first = std::min(from, total);
  const uint32_t end = first + std::min(count, total - first);
  for (uint32_t rank = first; rank < end; ++rank) {
    list.set(rank - first, to_value(library_, make_row(library_, results_->hit(rank).paper, highlighter)));
  }
  return RowList(list);
}

int32_t LibraryBinding::position_of(uint32_t paper) const {
  if (!results_ || paper >= library_.paper_count()) return -1;
  const uint32_t rank = results_->rank_of(library_, paper);
  return rank < results_->total() ? static_cast<int32_t>(rank) : -1;
}

PaperValue LibraryBinding::paper(uint32_t paper, bool verbatim) const {
  if (paper >= library_.paper_count()) return missing_paper();
  const Query no_query;
  Highlighter highlighter(results_ ? results_->query() : no_query);
  return to_value(library_, make_paper_view(library_, paper, highlighter, verbatim));
}

void LibraryBinding::define_set(const std::string& name, const Strings& works) {
  library_.define_set(repaired(name), to_strings(works));
}

void LibraryBinding::put_in_set(const std::string& name, const std::string& work, bool member) {
  library_.put_in_set(repaired(name), work, member);
}

MakingValue LibraryBinding::compare_makings(const std::string& newer, const std::string& older) const {
  const auto find = [&](const std::string& label) {
    const auto& volumes = library_.volumes();
    const auto found = std::find_if(volumes.begin(), volumes.end(),
                                    [&](const auto& volume) { return volume->label == label; });
    return found == volumes.end() ? nullptr : found->get();
  };
  const Volume* a = find(newer);
  const Volume* b = find(older);
  if (a == nullptr || b == nullptr)
    return {.same = false, .shared = 0, .left = Numbers(emscripten::val::array())};
  const Making making = broadsheet::compare_makings(library_, *a, *b);
  return {
      .same = making.is_same, .shared = making.shared, .left = Numbers(emscripten::val::array(making.left))};
}

uint32_t LibraryBinding::cut(const CutList& cuts) { return forget_after(library_.cut(to_cuts(cuts))); }

uint32_t LibraryBinding::remove(const Strings& labels) {
  return forget_after(library_.remove(to_strings(labels)));
}

bool LibraryBinding::arrange(const Strings& labels) {
  return forget_after(library_.arrange(to_strings(labels)) ? 1 : 0) > 0;
}

uint32_t LibraryBinding::forget_after(uint32_t removed) {
  if (removed == 0) return 0;
  changed();
  results_.reset();
  completer_.forget();
  author_names_.forget();
  return removed;
}

int32_t LibraryBinding::locate(const std::string& key) const {
  const PaperOrdinal ordinal = library_.locate(key);
  return ordinal < library_.paper_count() ? static_cast<int32_t>(ordinal) : -1;
}

CompletionList LibraryBinding::complete(const std::string& text, uint32_t caret) {
  const std::string query = repaired(text);
  const auto completion = [&](const Completion& each) { return to_value(each, query); };
  return to_list<CompletionList>(completer_.complete(query, byte_offset_of_utf16(query, caret)), completion);
}

ExplanationValue LibraryBinding::explain(uint32_t paper) {
  if (!results_ || paper >= library_.paper_count()) return to_value(Explanation{});
  const uint32_t rank = results_->rank_of(library_, paper);
  if (rank == results_->total() || !results_->by_score()) return to_value(Explanation{});
  return to_value(broadsheet::explain(library_, *results_, rank));
}

Bytes LibraryBinding::save() {
  const Snapshot snapshot(library_);
  // Piece by piece: the module's own memory never holds the library twice.
  const emscripten::val bytes = emscripten::val::global("Uint8Array").new_(snapshot.size());
  size_t at = 0;
  for (const ByteSpan piece : snapshot.pieces()) {
    bytes.call<void>("set", emscripten::val(emscripten::typed_memory_view(piece.size(), piece.data())), at);
    at += piece.size();
  }
  return Bytes(bytes);
}

OpenResultValue LibraryBinding::take_in(SnapshotBytes snapshot, Checks checks) {
  changed();
  const Result<uint32_t> opened = open_snapshot(library_, std::move(snapshot), checks);
  if (!opened.ok())
    return {
        .code = std::string(name_of(opened.error().code)), .message = opened.error().message, .digests = 0};
  return {.code = "ok", .message = "", .digests = opened.value()};
}

OpenResultValue LibraryBinding::open(const SavedBytes& saved, bool own) {
  return take_in({saved.bytes(), saved.owner(), nullptr}, own ? Checks::kChecksum : Checks::kAll);
}

OpenResultValue LibraryBinding::open_late(const SavedBytes& saved, const LateTextReader& texts) {
  return take_in({saved.bytes(), saved.owner(), std::make_shared<LateTexts>(texts)}, Checks::kChecksum);
}

MemoryValue LibraryBinding::memory() const {
  MemoryValue memory{};
  for (const auto& volume : library_.volumes())
    memory.textBytes += static_cast<double>(volume->head().source_bytes());
  for (const IndexedPapers& each : library_.segments())
    memory.indexBytes += static_cast<double>(each.segment.byte_count());
  memory.liveBytes = static_cast<double>(mallinfo().uordblks);
  memory.heapBytes = static_cast<double>(emscripten_get_heap_size());
  return memory;
}

}  // namespace broadsheet::bindings
