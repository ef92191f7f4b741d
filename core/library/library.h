// library.h: many digests as one: what is open, what is searched, what a result shows.
//
// A paper is named by its ordinal: its place among all papers, in the order in which digests were added.
// Papers of several digests may be appearances of one work (works.h).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/result.h"
#include "core/digest/paper.h"
#include "core/library/facet_columns.h"
#include "core/library/works.h"
#include "core/search/matcher.h"
#include "core/search/paper_facts.h"
#include "core/search/ranking.h"
#include "core/search/segment.h"

namespace broadsheet {

// A digest and the index of its papers.
struct Volume {
  Digest digest;      // its papers as they are shown: repaired
  std::string label;  // names it in keys: the digest's name, or the file's where another digest has that name
  std::unordered_map<uint32_t, Paper> verbatim;  // papers that were repaired, as they stand in the file
  std::vector<PaperFacts> facts;                 // of each paper
  Segment segment;
  PaperOrdinal first_paper = 0;
};

struct PaperRef {
  const Volume& volume;
  const Paper& paper;
  uint32_t index;  // within the digest
};

class Library {
 public:
  // Reads a file. The digest is pending until index() has taken its last paper. Errors: those of
  // read_digest; "already_open" if a digest of the same bytes is in the library.
  // Requires: nothing is pending. Cost: O(bytes).
  Result<const Digest*> read(std::string_view file_name, std::string bytes);

  // Indexes at most `max_papers` papers of the pending digest; returns how many remain. At 0 the digest is
  // in the library. Cost: O(text of these papers), and at the end O(its postings).
  uint32_t index(uint32_t max_papers);

  // Forgets the pending digest, if there is one.
  void abandon();

  const std::vector<std::unique_ptr<Volume>>& volumes() const { return volumes_; }
  // Papers of all digests, as often as they appear.
  uint32_t paper_count() const { return paper_count_; }
  const Works& works() const { return works_; }
  const FieldAverages& averages() const { return averages_; }
  const FacetColumns& facets() const { return facets_; }
  // Names for the query that only this library knows.
  const QueryVocabulary& vocabulary() const { return vocabulary_; }

  // What `is:` and `tag:` find: the works of these papers, under a name such as "is:read" or "tag:to read".
  // Replaces the set of that name; an ordinal that does not exist is no member. Cost: O(works).
  void define_set(std::string_view name, const std::vector<PaperOrdinal>& papers);
  // Requires: a set of that name; ordinal < paper_count().
  bool is_in_set(const std::string& name, PaperOrdinal ordinal) const;

  // Requires: ordinal < paper_count(). Cost: O(log digests).
  PaperRef paper(PaperOrdinal ordinal) const;

  // The paper as it stands in the file, where it was repaired; else nullptr.
  const Paper* verbatim(PaperOrdinal ordinal) const;

  // A name for a paper that outlives the session: `2601.07839@2026-01-14`, or `#17@2026-01-14` (the 17th of
  // its digest) where the id is missing or occurs twice. Behind the @ is the volume's label.
  std::string key_of(PaperOrdinal ordinal) const;

  // The paper of a key, or paper_count() if there is none. If its digest is not open, the best
  // appearance of the same id is taken. Cost: O(papers).
  PaperOrdinal locate(std::string_view key) const;

 private:
  struct Pending {
    std::unique_ptr<Volume> volume;
    SegmentBuilder builder;
  };

  static void repair(Volume& volume);
  void add_labels(const Digest& digest);
  std::string label_of(const Digest& digest) const;

  std::vector<std::unique_ptr<Volume>> volumes_;
  std::unique_ptr<Pending> pending_;
  uint32_t paper_count_ = 0;
  FieldAverages averages_;
  FacetColumns facets_;
  Works works_;
  QueryVocabulary vocabulary_;
  std::unordered_set<std::string_view> labels_;              // of extra fields, as they stand in the digests
  std::unordered_map<std::string, std::vector<bool>> sets_;  // by work; works behind the end are no members
};

}  // namespace broadsheet
