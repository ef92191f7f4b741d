// library_binding.h: the class that the page's worker drives. One Library, one current result.
#pragma once

#include <optional>
#include <string>

#include "bindings/values.h"
#include "core/library/completion.h"
#include "core/library/library.h"
#include "core/library/searcher.h"

namespace broadsheet::bindings {

// No method throws; every one is safe with any argument.
class LibraryBinding {
 public:
  ReadResultValue read(const std::string& name, const Bytes& bytes);
  uint32_t index(uint32_t max_papers) { return library_.index(max_papers); }
  void abandon() { library_.abandon(); }
  DigestInfoList digests() const;
  uint32_t digest_count() const { return static_cast<uint32_t>(library_.volumes().size()); }
  uint32_t paper_count() const { return library_.works().count(); }

  SearchResultValue search(const SearchRequestValue& request);
  FacetValuesValue facet_values() const { return to_value(library_.facets()); }
  std::string author_name(uint32_t id) const;
  RowList rows(uint32_t from, uint32_t count);
  int32_t position_of(uint32_t paper) const;
  PaperValue paper(uint32_t paper, bool verbatim) const;
  int32_t locate(const std::string& key) const;
  void define_set(const std::string& name, const Numbers& papers);

  CompletionList complete(const std::string& text, uint32_t caret);
  RowList similar(uint32_t paper, uint32_t count);
  ExplanationValue explain(uint32_t paper);

  Bytes save();
  OpenResultValue open(const Bytes& bytes);
  MemoryValue memory() const;

 private:
  Library library_;
  Searcher searcher_{library_};
  Completer completer_{library_, searcher_};
  std::optional<ResultSet> results_;
};

}  // namespace broadsheet::bindings
