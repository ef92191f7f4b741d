#include "bindings/library_binding.h"

#include <emscripten/emscripten.h>

#include <algorithm>

#include "core/container/container_kind.h"
#include "core/text/utf8.h"

namespace broadsheet::bindings {

ReadResultValue LibraryBinding::read(const std::string& name, const Bytes& bytes) {
  library_.abandon();
  std::string content = to_string(bytes);
  if (container_kind_of(content) != ContainerKind::kNone)
    return {"container", "holds files; Unpacker gives them", to_value(Digest{})};
  const Result<const Digest*> digest = library_.read(name, std::move(content));
  if (!digest.ok()) return {std::string(digest.error().code), digest.error().message, to_value(Digest{})};
  ReadResultValue result{"ok", "", to_value(*digest.value())};
  if (digest.value()->papers.empty()) {
    // The first diagnostic is of the whole file and says why there are none.
    result.code = name_of(digest.value()->diagnostics.front().code);
    library_.abandon();
  }
  return result;
}

DigestInfoList LibraryBinding::digests() const {
  return to_list<DigestInfoList>(library_.volumes(),
                                 [](const auto& volume) { return to_value(volume->digest); });
}

SearchResultValue LibraryBinding::search(const SearchRequestValue& request) {
  const double begin = emscripten_get_now();
  SearchRequest search_request = from_value(request);
  repair_utf8(search_request.text);  // a lone surrogate arrives as an ill-formed sequence
  results_ = broadsheet::search(library_, search_request);
  SearchResultValue value = to_value(*results_, search_request.text);
  value.milliseconds = emscripten_get_now() - begin;
  return value;
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

void LibraryBinding::define_set(const std::string& name, const Numbers& papers) {
  std::string repaired = name;
  repair_utf8(repaired);
  library_.define_set(repaired, to_numbers(papers));
}

int32_t LibraryBinding::locate(const std::string& key) const {
  const PaperOrdinal ordinal = library_.locate(key);
  return ordinal < library_.paper_count() ? static_cast<int32_t>(ordinal) : -1;
}

}  // namespace broadsheet::bindings
