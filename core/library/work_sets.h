// work_sets.h: what `is:` and `tag:` find: sets of works that the page keeps, with names such as "is:read" or
// "tag:to read".
//
// A set names its works as Library::work_name does, so it outlives the digests: a work that no open digest
// has waits for the next one that has it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/library/works.h"

namespace broadsheet {

// One set, as works of a library.
class WorkSet {
 public:
  bool contains(WorkId work) const { return (work < bits_.size() && bits_[work]) != is_complement_; }
  // Whether it surely holds no work of the library.
  bool empty() const { return bits_.empty() && !is_complement_; }

 private:
  friend class WorkSets;
  std::vector<bool> bits_;  // works beyond the end are not members
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
  };
  static void set_bit(std::vector<bool>& bits, WorkId id, bool value);
  void put_bit(Named& set, WorkId id, bool member);

  std::unordered_map<std::string, Named> sets_;
};

}  // namespace broadsheet
