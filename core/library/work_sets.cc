#include "core/library/work_sets.h"

namespace broadsheet {

std::pair<WorkSets::Named&, bool> WorkSets::make(const std::string& name) {
  const auto [found, is_new] = sets_.try_emplace(name);
  if (is_new) {
    found->second.number = static_cast<uint32_t>(all_.size());
    all_.push_back({found->first, &found->second.members});
  }
  return {found->second, is_new};
}

void WorkSets::set_bit(WorkSet& set, WorkId id, bool value) {
  const size_t word = id / 64;
  if (word >= set.words_.size()) {
    if (!value) return;
    set.words_.resize(word + 1);
  }
  const uint64_t bit = uint64_t{1} << id % 64;
  if (value) {
    set.words_[word] |= bit;
  } else {
    set.words_[word] &= ~bit;
  }
}

void WorkSets::put_bit(Named& set, WorkId id, bool member) {
  set_bit(set.members, id, member);
  if (!set.complement.empty()) set_bit(sets_.at(set.complement).members, id, member);
}

bool WorkSets::define(const std::string& name) {
  const auto [set, is_new] = make(name);
  set.works.clear();
  set.members.words_.clear();
  if (!set.complement.empty()) sets_.at(set.complement).members.words_.clear();
  return is_new;
}

void WorkSets::define_complement(const std::string& name, const std::string& base) {
  WorkSet& members = make(name).first.members;
  members.is_complement_ = true;
  Named& set = sets_.at(base);
  members.words_ = set.members.words_;
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
  for (auto& [name, set] : sets_) set.members.words_.clear();
}

}  // namespace broadsheet
