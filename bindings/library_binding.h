// library_binding.h: the class that the page's worker drives. One Library, one current result.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "bindings/saved_bytes.h"
#include "bindings/values.h"
#include "core/library/completion.h"
#include "core/library/library.h"
#include "core/library/searcher.h"

namespace broadsheet::bindings {

// No method throws; every one is safe with any argument.
class LibraryBinding {
 public:
  ReadResultValue read(const std::string& name, const Bytes& bytes);
  uint32_t index(uint32_t max_papers) {
    changed();
    return library_.index(max_papers);
  }
  void abandon() {
    changed();
    library_.abandon();
  }
  // Of the digests from that one on, in the order in which they were added.
  DigestInfoList digests_from(uint32_t first) const;
  uint32_t digest_count() const { return static_cast<uint32_t>(library_.volumes().size()); }
  uint32_t paper_count() const { return library_.works().count(); }

  SearchResultValue search(const SearchRequestValue& request);
  FacetValuesValue facet_values() const { return to_value(library_.facets()); }
  std::string author_name(uint32_t id) const;
  RowList rows(uint32_t from, uint32_t count);
  int32_t position_of(uint32_t paper) const;
  PaperValue paper(uint32_t paper, bool verbatim) const;
  int32_t locate(const std::string& key) const;
  void define_set(const std::string& name, const Strings& works);
  void put_in_set(const std::string& name, const std::string& work, bool member);

  CompletionList complete(const std::string& text, uint32_t caret);
  RowList similar(uint32_t paper, uint32_t count);
  ExplanationValue explain(uint32_t paper);

  uint32_t remove(const Strings& labels);
  Bytes save();
  // `own`: this release has saved them.
  OpenResultValue open(const SavedBytes& saved, bool own);
  // One that this release has saved, of which only the bytes before the texts are there. `texts` reads the
  // others when they are wanted, from their place in the saved bytes into the room that it gets, and must not
  // throw.
  OpenResultValue open_late(const SavedBytes& saved, const LateTextReader& texts);
  // Reads about so many bytes of late texts, and gives how many are left.
  double read_late_texts(uint32_t most) { return static_cast<double>(library_.read_late_texts(most)); }
  MemoryValue memory() const;

 private:
  friend class SaverBinding;
  OpenResultValue take_in(SnapshotBytes snapshot, Checks checks);
  // What a Saver holds of the library is not there any more.
  void changed() { alive_ = std::make_shared<bool>(true); }

  Library library_;
  std::shared_ptr<const bool> alive_ = std::make_shared<bool>(true);
  Searcher searcher_{library_};
  Completer completer_{library_, searcher_};
  std::optional<ResultSet> results_;
};

}  // namespace broadsheet::bindings
