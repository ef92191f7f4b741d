// paper_table.h: what there is for each paper of the open digests, in columns.
//
// A paper's ordinal is its place among all papers, in the order in which digests were added. A column is a
// class with add(const TakenDigest&), which appends a row for each of the digest's papers. It is declared
// once, in PaperTable::Columns, and then grows with each digest; when papers leave, all columns are made
// again of what stays, so that their numbers are those of a library that never had the others.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/library/facet_columns.h"
#include "core/library/taken_digest.h"
#include "core/library/volume.h"
#include "core/library/works.h"

namespace broadsheet {

class FactsColumn {
 public:
  void add(const TakenDigest& taken) { facts_.insert(facts_.end(), taken.facts.begin(), taken.facts.end()); }
  const PaperFacts& operator[](PaperOrdinal paper) const { return facts_[paper]; }
  std::span<const PaperFacts> all() const { return facts_; }

 private:
  std::vector<PaperFacts> facts_;
};

class PaperTable {
 public:
  using Columns = std::tuple<FactsColumn, FacetColumns, Works>;

  // Appends the papers of a digest. `facts`: one per paper; `authors`: the numbers of all their authors in
  // order, as number_authors() gives them. Cost: O(papers + authors).
  const Volume& add(std::unique_ptr<Volume> volume, std::span<const PaperFacts> facts,
                    std::span<const FacetId> authors);
  // Keeps only the papers whose bit is set. Of the `cut` volumes the rest stays, if there is any. Cost:
  // O(papers).
  void keep(const std::vector<bool>& stays, const std::unordered_set<const Volume*>& cut);

  // Puts the volumes, by their numbers, into this order. Cost: O(papers).
  void arrange(const std::vector<uint32_t>& order);

  uint32_t size() const { return static_cast<uint32_t>(papers_.size()); }
  template <typename Column>
  const Column& column() const {
    return std::get<Column>(columns_);
  }
  template <typename Column>
  Column& column() {
    return std::get<Column>(columns_);
  }
  // Numbers for the authors of all the digest's papers, in order; a new name gets a new one.
  std::vector<FacetId> number_authors(const DigestHead& digest);

  const std::vector<std::unique_ptr<Volume>>& volumes() const { return volumes_; }
  // The volume of a paper. Cost: O(log digests).
  const Volume& volume_of(PaperOrdinal ordinal) const;

  // The paper without its texts.
  PaperHead head(PaperOrdinal ordinal) const { return PaperHead(*papers_[ordinal]); }
  // The paper with its texts. If they are late, they are read now: O(text of the digest), once.
  const Paper& text(PaperOrdinal ordinal) const {
    if (late_volumes_ > 0) read_text(volume_of(ordinal));
    return *papers_[ordinal];
  }
  // Reads late texts, starting with the digests added last: about `most` bytes, at least one digest. Returns
  // the bytes still late. Cost: O(bytes read + digests).
  size_t read_late_texts(size_t most);

 private:
  void read_text(const Volume& volume) const { late_volumes_ -= volume.read_text() ? 1 : 0; }

  std::vector<std::unique_ptr<Volume>> volumes_;
  std::vector<const Paper*> papers_;   // of all volumes; their texts may be late
  mutable uint32_t late_volumes_ = 0;  // no fewer than those with late text
  Columns columns_;
};

}  // namespace broadsheet
