#include "core/learned/learned.h"

namespace broadsheet {

void Learned::release() {
  vectors_.reset();
  associator_.reset();
  index_.reset();
  builder_.reset();
}

void Learned::drop_outdated() {
  library_.commit();
  if (edition_ != library_.edition()) release();
  edition_ = library_.edition();
}

const ForwardIndex& Learned::index() {
  while (!prepare(SIZE_MAX)) continue;
  return *index_;
}

bool Learned::prepare(size_t postings) {
  drop_outdated();
  if (index_) return true;
  if (!builder_) {
    builder_ = std::make_unique<ForwardIndexBuilder>(library_);
    return false;
  }
  if (!builder_->step(postings)) return false;
  index_ = std::make_unique<ForwardIndex>(builder_->take());
  builder_.reset();
  return true;
}

Associator& Learned::associator() {
  const ForwardIndex& of = index();
  if (!associator_) associator_ = std::make_unique<Associator>(library_, of);
  return *associator_;
}

const PaperVectors& Learned::vectors() {
  const ForwardIndex& of = index();
  if (!vectors_) vectors_ = std::make_unique<PaperVectors>(library_, of);
  return *vectors_;
}

size_t Learned::byte_count() const {
  return (index_ ? index_->byte_count() : 0) + (associator_ ? associator_->byte_count() : 0) +
         (vectors_ ? vectors_->byte_count() : 0);
}

}  // namespace broadsheet
