// work_sets.h: what `is:` and `tag:` find: sets of works that the page keeps, with names such as "is:read" or
// "tag:to read".
//
// A set names its works as Library::work_name does, so it outlives the digests: a work that no open digest
// has waits for the next one that has it.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/bits.h"
#include "core/library/works.h"

namespace broadsheet {

// One set, as works of a library.
class WorkSet {
 public:
  bool contains(WorkId work) const {
    const size_t word = work / 64;
    return (word < words_.size() && (words_[word] >> work % 64 & 1) != 0) != is_complement_;
  }
  // Whether it surely holds no work of the library.
  bool empty() const { return words_.empty() && !is_complement_; }
  // How many of these works it holds. Cost: O(works / 64).
  uint32_t count_in(const Bits& works) const {
    const auto words = works.words();
    uint32_t both = 0;
    for (size_t i = 0; i < std::min(words.size(), words_.size()); ++i)
      both += static_cast<uint32_t>(std::popcount(words[i] & words_[i]));
    return is_complement_ ? static_cast<uint32_t>(works.count()) - both : both;
  }

 private:
  friend class WorkSets;
  std::vector<uint64_t> words_;  // one bit per work; works beyond the end are not members
  bool is_complement_ = false;
};

class WorkSets {
 public:
  // A work that is not in the library.
  static constexpr WorkId kUnknown = 0xFFFFFFFF;

  // Makes the set of that (folded) name empty. Returns whether it is new. Cost: O(works).
  bool define(const std::string& name);
  // Defines a set that always holds what `base` does not.
  void define_complement(const std::string& name, const std::string& base);
  // Changes one member, if the set exists. `id`: the work's, or kUnknown. Cost: O(1), amortized.
  void put(const std::string& name, const std::string& work, WorkId id, bool member);
  // Call it when a work of that name joins the library or its number changes. Cost: O(sets).
  void meet(const std::string& work, WorkId id);
  // All works lose their numbers; meet() assigns the new ones.
  void forget_numbers();

  bool empty() const { return sets_.empty(); }
  struct Entry {
    std::string_view name;
    const WorkSet* works;
  };
  // All sets, in the order in which they were first defined: a set's place is its number, which it keeps.
  const std::vector<Entry>& all() const { return all_; }
  // The set's number, or kUnknown.
  uint32_t number_of(const std::string& name) const {
    const auto found = sets_.find(name);
    return found == sets_.end() ? kUnknown : found->second.number;
  }
  // Requires: a set of that name.
  const WorkSet& at(const std::string& name) const { return sets_.at(name).members; }
  // nullptr if there is none.
  const WorkSet* find(const std::string& name) const {
    const auto found = sets_.find(name);
    return found == sets_.end() ? nullptr : &found->second.members;
  }

 private:
  struct Named {
    std::unordered_set<std::string> works;
    WorkSet members;
    std::string complement;  // the name of its complement, or empty
    uint32_t number = 0;
  };
  // The set of that name, made if there is none, and whether it is new.
  std::pair<Named&, bool> make(const std::string& name);
  static void set_bit(WorkSet& set, WorkId id, bool value);
  void put_bit(Named& set, WorkId id, bool member);

  std::unordered_map<std::string, Named> sets_;
  std::vector<Entry> all_;  // a map's keys and values stay where they are
};

}  // namespace broadsheet
