// library_papers.h: the library as the matcher sees it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/paper_source.h"
#include "core/library/library.h"

namespace broadsheet {

// Remembers what a filter's value resolves to, so that no text is compared twice.
class LibraryPapers final : public PaperSource {
 public:
  explicit LibraryPapers(const Library& library) : library_(library) {}

  const Paper& paper(uint32_t ordinal) const override { return library_.text(ordinal); }
  const PaperFacts& facts(uint32_t ordinal) const override { return library_.facts(ordinal); }
  bool has_category(uint32_t ordinal, const std::string& wanted) const override {
    if (category_ != &wanted) {
      category_ = &wanted;
      in_category_ = categories_in(wanted);
    }
    const auto ids = library_.facets().categories_of(ordinal);
    return std::any_of(ids.begin(), ids.end(), [&](FacetId id) { return in_category_[id]; });
  }
  bool is_in_set(uint32_t ordinal, const std::string& name) const override {
    if (set_name_ != &name) {
      set_name_ = &name;
      set_ = &library_.set(name);
    }
    return set_->contains(library_.works().work_of(ordinal));
  }

 private:
  std::vector<bool> categories_in(std::string_view wanted) const;

  const Library& library_;
  mutable const std::string* category_ = nullptr;
  mutable std::vector<bool> in_category_;
  mutable const std::string* set_name_ = nullptr;
  mutable const WorkSet* set_ = nullptr;
};

}  // namespace broadsheet
