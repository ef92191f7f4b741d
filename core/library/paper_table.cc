#include "core/library/paper_table.h"

#include <algorithm>
#include <cassert>

#include "core/base/hot.h"

namespace broadsheet {

BROADSHEET_HOT const Volume& PaperTable::add(std::unique_ptr<Volume> volume,
                                             std::span<const PaperFacts> facts,
                                             std::span<const FacetId> authors) {
  volume->first_paper = size();
  for (const Paper& paper : volume->digest_.papers) papers_.push_back(&paper);
  late_volumes_ += volume->late_bytes() > 0 ? 1 : 0;
  const TakenDigest taken{volume->head(), facts, authors};
  std::apply([&](auto&... column) { (column.add(taken), ...); }, columns_);
  volumes_.push_back(std::move(volume));
  return *volumes_.back();
}

void PaperTable::keep(const std::vector<bool>& stays, const std::unordered_set<const Volume*>& cut) {
  PaperTable left;
  for (auto& volume : volumes_) {
    const PaperOrdinal first = volume->first_paper;
    std::vector<PaperFacts> facts;
    for (PaperOrdinal paper = first; paper < first + volume->head().paper_count(); ++paper) {
      if (stays[paper]) facts.push_back(column<FactsColumn>()[paper]);
    }
    if (cut.contains(volume.get())) {
      volume->keep_rest(stays, first);
      if (facts.empty()) continue;
    }
    const std::vector<FacetId> authors = left.number_authors(volume->head());
    left.add(std::move(volume), facts, authors);
  }
  *this = std::move(left);
}

void PaperTable::arrange(const std::vector<uint32_t>& order) {
  PaperTable arranged;
  for (const size_t number : order) {
    auto& volume = volumes_[number];
    const auto facts = column<FactsColumn>().all().subspan(volume->first_paper, volume->head().paper_count());
    const std::vector<FacetId> authors = arranged.number_authors(volume->head());
    arranged.add(std::move(volume), facts, authors);
  }
  *this = std::move(arranged);
}

std::vector<FacetId> PaperTable::number_authors(const DigestHead& digest) {
  std::vector<FacetId> numbers;
  for (uint32_t i = 0; i < digest.paper_count(); ++i) {
    for (const std::string_view name : digest.paper(i).authors())
      numbers.push_back(column<FacetColumns>().number_author(name));
  }
  return numbers;
}

const Volume& PaperTable::volume_of(PaperOrdinal ordinal) const {
  assert(ordinal < size());
  const auto next = std::upper_bound(volumes_.begin(), volumes_.end(), ordinal,
                                     [](PaperOrdinal wanted, const std::unique_ptr<Volume>& volume) {
                                       return wanted < volume->first_paper;
                                     });
  // Volumes without papers share their first ordinal with the next volume; the last of them has the paper.
  return **std::prev(next);
}

size_t PaperTable::read_late_texts(size_t most) {
  if (late_volumes_ == 0) return 0;
  size_t read = 0;
  size_t left = 0;
  late_volumes_ = 0;
  for (auto volume = volumes_.rbegin(); volume != volumes_.rend(); ++volume) {
    const size_t size = (*volume)->late_bytes();
    if (size == 0) continue;
    if (read == 0 || read + size <= most) {
      (*volume)->read_text();
      read += size;
    } else {
      left += size;
      ++late_volumes_;
    }
  }
  return left;
}

}  // namespace broadsheet
