#include "core/match/phrase.h"

namespace broadsheet {

void PhraseFinder::note_longer_beginning() {
  const size_t last = shorter_.size() - 1;
  uint32_t begins = shorter_.back();
  while (begins > 0 && word(begins) != word(last)) begins = shorter_[begins];
  shorter_.push_back(word(begins) == word(last) ? begins + 1 : 0);
}

bool PhraseFinder::ends_with(std::string_view token) {
  const size_t last = clause_.phrase.size() - 1;
  // The last word may be unfinished, so a later match cannot begin with it.
  const bool found =
      matched_ == last && (clause_.open_phrase ? token.starts_with(word(last)) : token == word(last));
  while (matched_ > 0 && (matched_ == last || word(matched_) != token)) matched_ = shorter_[matched_];
  if (word(matched_) == token) ++matched_;
  if (matched_ == shorter_.size()) note_longer_beginning();
  return found;
}

}  // namespace broadsheet
