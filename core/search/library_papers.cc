#include "core/search/library_papers.h"

#include "core/text/fold.h"

namespace broadsheet {

std::vector<bool> LibraryPapers::categories_in(std::string_view wanted) const {
  const bool whole_archive = wanted.ends_with(".*");
  const std::string_view archive = whole_archive ? wanted.substr(0, wanted.size() - 2) : wanted;
  const FacetValues& categories = library_.facets().named_categories();
  std::vector<bool> found(categories.size());
  for (FacetId id = 0; id < found.size(); ++id) {
    const std::string folded = fold(categories.value(id));
    found[id] = folded == archive || ((whole_archive || archive.find('.') == std::string_view::npos) &&
                                      folded.size() > archive.size() && folded.starts_with(archive) &&
                                      folded[archive.size()] == '.');
  }
  return found;
}

}  // namespace broadsheet
