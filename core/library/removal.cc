// Removes digests, and papers of digests, from a library, and puts digests into another order.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/base/order.h"
#include "core/library/library.h"

namespace broadsheet {

uint32_t Library::remove(const std::vector<std::string>& labels) {
  std::vector<Cut> cuts;
  for (const std::string& label : labels) cuts.push_back({label});
  return cut(cuts);
}

uint32_t Library::cut(const std::vector<Cut>& cuts) {
  std::unordered_map<std::string_view, Volume*> by_label;
  for (const auto& volume : volumes()) by_label.emplace(volume->label, volume.get());
  const auto find = [&](const std::string& label) {
    const auto found = by_label.find(label);
    return found == by_label.end() ? nullptr : found->second;
  };
  std::unordered_map<const Volume*, const Cut*> cut_of;
  std::vector<std::pair<Volume*, Volume*>> heirs;
  for (const Cut& each : cuts) {
    Volume* volume = find(each.label);
    if (volume == nullptr || !cut_of.emplace(volume, &each).second) continue;
    if (Volume* heir = each.heir.empty() ? nullptr : find(each.heir)) heirs.emplace_back(volume, heir);
  }
  if (cut_of.empty()) return 0;
  for (const auto& [volume, heir] : heirs) std::swap(volume->label, heir->label);
  abandon();
  commit();
  std::vector<bool> stays(paper_count(), true);
  std::unordered_set<const Volume*> are_cut;
  for (const auto& [volume, cut] : cut_of) {
    are_cut.insert(volume);
    const uint32_t papers = volume->head().paper_count();
    const auto first = stays.begin() + volume->first_paper;
    std::fill(first, first + papers, false);
    for (const uint32_t paper : cut->stay) {
      if (paper < papers) first[paper] = true;
    }
  }
  segments_.keep(stays);
  papers_.keep(stays, are_cut);
  renumbered();
  return static_cast<uint32_t>(cut_of.size());
}

bool Library::arrange(const std::vector<std::string>& labels) {
  std::unordered_map<std::string_view, size_t> place_of;
  for (const std::string& label : labels) place_of.emplace(label, place_of.size());
  const auto place = [&](size_t volume) {
    const auto found = place_of.find(volumes()[volume]->label);
    return found == place_of.end() ? labels.size() : found->second;
  };
  const std::vector<uint32_t> order =
      order_of(volumes().size(), [&](size_t a, size_t b) { return place(a) < place(b); });
  if (std::is_sorted(order.begin(), order.end())) return false;
  abandon();
  commit();
  std::vector<PaperRange> papers;
  for (const size_t each : order) {
    const Volume& volume = *volumes()[each];
    const PaperOrdinal end = volume.first_paper + volume.head().paper_count();
    if (!papers.empty() && papers.back().end == volume.first_paper)
      papers.back().end = end;
    else
      papers.push_back({volume.first_paper, end});
  }
  segments_.arrange(papers);
  papers_.arrange(order);
  renumbered();
  return true;
}

void Library::renumbered() {
  volume_index_ = {};
  labels_.clear();
  vocabulary_.extra_fields.clear();
  sets_.forget_numbers();
  for (const auto& volume : volumes()) introduce(*volume);
}

}  // namespace broadsheet
