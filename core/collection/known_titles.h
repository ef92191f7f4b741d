// known_titles.h: the works of collections that no digest has: they have no texts, but can be found by title
// and author.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/collection/collection.h"

namespace broadsheet {

class KnownTitles {
 public:
  // Cost: O(titles and authors).
  void assign(std::span<const CollectedWork> works);

  // The places of works that hold all words of the query, each as the beginning of one of theirs; at most
  // `most`, in order. A query with operators or filters other than title: and author: finds none, as does an
  // empty one. Requires: valid UTF-8. Cost: O(titles and authors).
  std::vector<uint32_t> find(std::string_view query, size_t most) const;

 private:
  struct Words {
    std::string title;  // each folded word after a blank
    std::string authors;
  };
  std::vector<Words> works_;
};

}  // namespace broadsheet
