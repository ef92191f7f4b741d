// learned.h: what is learned from a library: made when first asked for, dropped when the library changes.
//
// Nothing is made of a library of which nobody asks. release() gives the memory back; what is asked for next
// is made anew.
#pragma once

#include <cstdint>
#include <memory>

#include "core/learned/association.h"
#include "core/learned/forward_index.h"
#include "core/learned/paper_vectors.h"
#include "core/library/library.h"

namespace broadsheet {

class Learned {
 public:
  // The library must outlive this.
  explicit Learned(Library& library) : library_(library) {}

  // Each commits the library, and is valid until it changes or release(). Cost: O(1) if it is there; else as
  // its constructor.
  const ForwardIndex& index();
  Associator& associator();
  const PaperVectors& vectors();

  // Makes index() a piece at a time, so that searches can come between: goes on over about `postings`
  // postings. Returns whether it is there. Commits the library. Cost of the first call: O(terms + works log
  // works).
  bool prepare(size_t postings);

  void release();
  // What is in memory now.
  size_t byte_count() const;

 private:
  void drop_outdated();

  Library& library_;
  uint64_t edition_ = 0;
  std::unique_ptr<ForwardIndexBuilder> builder_;  // while the index is made
  std::unique_ptr<ForwardIndex> index_;
  std::unique_ptr<Associator> associator_;
  std::unique_ptr<PaperVectors> vectors_;
};

}  // namespace broadsheet
