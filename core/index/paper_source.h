// paper_source.h: what a matcher needs to know about a segment's papers beyond their index.
#pragma once

#include <cstdint>
#include <string>

#include "core/digest/paper.h"
#include "core/index/paper_facts.h"

namespace broadsheet {

// Papers have their numbers in the library, not those in one segment.
class PaperSource {
 public:
  virtual const Paper& paper(uint32_t ordinal) const = 0;
  virtual const PaperFacts& facts(uint32_t ordinal) const = 0;
  // Whether the paper is in the category, or in any category of the archive: `cs.lg`, `cs`, `cs.*`, folded.
  virtual bool has_category(uint32_t ordinal, const std::string& wanted) const = 0;
  // Requires: a set of that name exists.
  virtual bool is_in_set(uint32_t ordinal, const std::string& name) const = 0;

 protected:
  ~PaperSource() = default;
};

}  // namespace broadsheet
