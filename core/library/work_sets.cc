#include "core/library/work_sets.h"

namespace broadsheet {

void WorkSets::set_bit(std::vector<bool>& bits, WorkId id, bool value) {
  if (id >= bits.size()) {
    if (!value) return;
    bits.resize(id + 1);
  }
  bits[id] = value;
}

void WorkSets::put_bit(Named& set, WorkId id, bool member) {
  set_bit(set.members.bits_, id, member);
  if (!set.complement.empty()) set_bit(sets_.at(set.complement).members.bits_, id, member);
}

bool WorkSets::define(const std::string& name) {
  const auto [found, is_new] = sets_.try_emplace(name);
  Named& set = found->second;
  set.works.clear();
  set.members.bits_.clear();
  if (!set.complement.empty()) sets_.at(set.complement).members.bits_.clear();
  return is_new;
}

void WorkSets::define_complement(const std::string& name, const std::string& base) {
  WorkSet& members = sets_[name].members;
  members.is_complement_ = true;
  Named& set = sets_.at(base);
  members.bits_ = set.members.bits_;
  set.complement = name;
}

void WorkSets::put(const std::string& name, const std::string& work, WorkId id, bool member) {
  const auto found = sets_.find(name);
  if (found == sets_.end() || found->second.members.is_complement_) return;
  if (member) {
    found->second.works.insert(work);
  } else {
    found->second.works.erase(work);
  }
  if (id != kUnknown) put_bit(found->second, id, member);
}

void WorkSets::meet(const std::string& work, WorkId id) {
  for (auto& [name, set] : sets_) {
    if (!set.members.is_complement_ && set.works.contains(work)) put_bit(set, id, true);
  }
}

void WorkSets::forget_numbers() {
  for (auto& [name, set] : sets_) set.members.bits_.clear();
}

}  // namespace broadsheet
