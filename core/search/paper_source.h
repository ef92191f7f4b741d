// paper_source.h: what a matcher must know of the papers behind a segment, beyond their index.
#pragma once

#include <cstdint>
#include <string>

#include "core/digest/paper.h"
#include "core/search/paper_facts.h"

namespace broadsheet {

// Papers are numbered as in the library, not as in one segment.
class PaperSource {
 public:
  virtual const Paper& paper(uint32_t ordinal) const = 0;
  virtual const PaperFacts& facts(uint32_t ordinal) const = 0;
  // Whether the paper is in the category, or in one of the archive: `cs.lg`, `cs`, `cs.*`, folded.
  virtual bool has_category(uint32_t ordinal, const std::string& wanted) const = 0;
  // Requires: a set of that name.
  virtual bool is_in_set(uint32_t ordinal, const std::string& name) const = 0;

 protected:
  ~PaperSource() = default;
};

}  // namespace broadsheet
