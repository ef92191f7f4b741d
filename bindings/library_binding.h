// library_binding.h: the class that the page's worker uses. One Library, one current result.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "bindings/collections.h"
#include "bindings/exporting.h"
#include "bindings/learning.h"
#include "bindings/saved_bytes.h"
#include "bindings/values.h"
#include "core/library/library.h"
#include "core/search/author_names.h"
#include "core/search/completion.h"
#include "core/search/searcher.h"

namespace broadsheet::bindings {

// No method throws; all are safe with any argument.
class LibraryBinding {
 public:
  // A bibliography or a list of ids has the code "collection", and is for read_collection().
  // `written`: when the file was last changed, in milliseconds since 1970; 0: unknown.
  ReadResultValue read(const std::string& name, const Bytes& bytes, double written);
  uint32_t index(uint32_t max_papers) {
    changed();
    return library_.index(max_papers);
  }
  void abandon() {
    changed();
    library_.abandon();
  }
  // The digests from that index on, in the order in which they were added.
  DigestInfoList digests_from(uint32_t first) const;
  uint32_t digest_count() const { return static_cast<uint32_t>(library_.volumes().size()); }
  uint32_t paper_count() const { return library_.works().count(); }

  SearchResultValue search(const SearchRequestValue& request);
  // What search() would return. Does not change what rows() and the like refer to.
  SearchResultValue counts(const SearchRequestValue& request);
  // The names of the works (Row::work) at these places of the request's list, half-open. Does not change
  // what rows() and the like refer to.
  Strings works_found(const SearchRequestValue& request, uint32_t from, uint32_t to);
  // The same of the current result.
  Strings works_shown(uint32_t from, uint32_t to);
  // What is needed to cite the best appearance of each of these works, in their order; none of those that the
  // library has not. Cost: O(text of their digests) if that is late.
  CitationList citations(const Strings& works);
  ExportedValue export_works(const ExportRequestValue& request) const {
    return bindings::export_works(library_, request);
  }
  // How many of the request's works are not in this set. Changes as little as works_found. Cost: a search
  // without scores.
  uint32_t count_outside(const SearchRequestValue& request, const std::string& set);
  // Of at most `most` days, the newest first, without the works of the hidden sets.
  ContentsValue contents(uint32_t most, const Strings& hidden_sets) const;
  FacetValuesValue facet_values() const { return to_value(library_.facets()); }
  std::string author_name(uint32_t id) const;
  // Authors of the current result, whichever are chosen, whose names have words that begin as typed; at most
  // kMaxAuthors, most papers first.
  FacetCountList authors(const std::string& typed);
  // Where SearchResult::sets has the count of the set; -1 if there is none.
  int32_t set_number(const std::string& name) const;
  RowList rows(uint32_t from, uint32_t count);
  int32_t position_of(uint32_t paper) const;
  PaperValue paper(uint32_t paper, bool verbatim) const;
  int32_t locate(const std::string& key) const;
  void define_set(const std::string& name, const Strings& works);
  void put_in_set(const std::string& name, const std::string& work, bool member);

  CompletionList complete(const std::string& text, uint32_t caret);
  CollectionMatchList match_works(const CollectedWorkList& works) {
    return bindings::match_works(library_, works);
  }
  ExplanationValue explain(uint32_t paper);

  // For two open digests of one stem, by their labels.
  MakingValue compare_makings(const std::string& newer, const std::string& older) const;
  // A list of { label, stay, heir }: Library::cut().
  uint32_t cut(const CutList& cuts);
  uint32_t remove(const Strings& labels);
  // Library::arrange(); whether anything moved.
  bool arrange(const Strings& labels);
  Bytes save();
  // `own`: whether this release saved it.
  OpenResultValue open(const SavedBytes& saved, bool own);
  // Opens a library that this release saved, of which only the bytes before the texts are there. `texts`
  // reads the others when needed, from their offset in the saved bytes into the memory it is given; it must
  // not throw.
  OpenResultValue open_late(const SavedBytes& saved, const LateTextReader& texts);
  // Reads about `most` bytes of late texts. Returns how many bytes are left.
  double read_late_texts(uint32_t most) { return static_cast<double>(library_.read_late_texts(most)); }
  MemoryValue memory() const;

  // What it teaches. Each is a request of Learning.
  AlsoValue also(const SearchRequestValue& request, const Strings& not_learned) {
    return learning_.also(request_of(request), not_learned);
  }
  AlsoRowList also_rows(uint32_t from, uint32_t count) { return learning_.also_rows(from, count); }
  LearnedPartList explain_also(uint32_t paper) { return learning_.explain_also(paper); }
  RankValue rank(const ToldValue& told) { return learning_.rank(told); }
  Strings for_you(uint32_t most) { return learning_.for_you(most); }
  Strings for_told(const ToldValue& told, uint32_t most) { return learning_.for_told(told, most); }
  void order_anew() { learning_.order_anew(); }
  ReasonList reasons(uint32_t paper) { return learning_.reasons(paper); }
  SimilarRowList similar_to(const Strings& works, const Strings& titles, uint32_t count) {
    return learning_.similar_to(works, titles, count);
  }
  TrendsValue trends(uint32_t days, uint32_t most) { return learning_.trends(days, most); }
  bool prepare_learned() { return learning_.prepare(); }
  void release_learned() { learning_.release(); }
  double learned_bytes() { return learning_.bytes(); }

 private:
  friend class SaverBinding;
  SearchRequest request_of(const SearchRequestValue& value) const;
  Strings work_names(ResultSet& results, uint32_t from, uint32_t to) const;
  OpenResultValue take_in(SnapshotBytes snapshot, Checks checks);
  // Call it after `removed` digests were removed, or moved: drops everything that refers to papers by number.
  // Returns `removed`.
  uint32_t forget_after(uint32_t removed);
  // Invalidates Savers: the bytes they refer to may be gone.
  void changed() { alive_ = std::make_shared<bool>(true); }

  Library library_;
  std::shared_ptr<const bool> alive_ = std::make_shared<bool>(true);
  Searcher searcher_{library_};
  Learning learning_{library_, searcher_};
  Completer completer_{library_, searcher_};
  AuthorNames author_names_;
  std::optional<ResultSet> results_;
  SearchRequest request_;  // that results_ answers, without its scores
};

}  // namespace broadsheet::bindings
