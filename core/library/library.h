// library.h: many digests as one: what is open, what is searched, what a result shows.
//
// A paper is named by its ordinal: its place among all papers, in the order in which digests were added.
// Papers of several digests may be appearances of one work (works.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/result.h"
#include "core/digest/paper.h"
#include "core/library/facet_columns.h"
#include "core/library/late_text.h"
#include "core/library/work_sets.h"
#include "core/library/works.h"
#include "core/search/paper_facts.h"
#include "core/search/query.h"
#include "core/search/ranking.h"
#include "core/search/segment.h"
#include "core/search/segment_builder.h"

namespace broadsheet {

// A digest that is open.
struct Volume {
  Digest digest;      // its papers as they are shown: repaired
  std::string label;  // names it in keys: the digest's name, or the file's where another digest has that name
  uint64_t content_hash = 0;                     // of the digest's source
  std::unordered_map<uint32_t, Paper> verbatim;  // papers that were repaired, as they stand in the file
  PaperOrdinal first_paper = 0;
  std::optional<LateText> late_text;  // nothing once the text is there
};

// The index of papers that follow one another, of one digest or many.
struct IndexedPapers {
  Segment segment;
  PaperOrdinal first_paper = 0;
};

struct PaperRef {
  const Volume& volume;
  const Paper& paper;
  uint32_t index;  // within the digest
};

// A digest that was read before, with what is kept of its papers.
struct DecodedVolume {
  std::unique_ptr<Volume> volume;
  std::vector<PaperFacts> facts;
  std::vector<uint32_t> authors;  // of all papers in turn, as numbers in a list of names
};

class Library {
 public:
  // Reads a file. The digest is pending until index() has taken its last paper. Errors: those of
  // read_digest; "already_open" if a digest of the same bytes is in the library.
  // Requires: nothing is pending. Cost: O(bytes).
  Result<const Digest*> read(std::string_view file_name, std::string bytes);

  // Indexes at most `max_papers` papers of the pending digest; returns how many remain. At 0 the digest is
  // in the library. Cost: O(text of these papers).
  uint32_t index(uint32_t max_papers);

  // Forgets the pending digest, if there is one.
  void abandon();

  // Makes segments of all papers; what was added since the last call is not searched before. Many small
  // segments become one. Cost: O(postings of the papers since the last call), amortized.
  void commit();

  // The same, and few segments of the many that adopt() may have left. Cost: O(postings of those).
  void tidy();

  // Takes digests whose papers the segments index in this order (snapshot.h); what was pending is forgotten.
  // Where one of them is open already it is left out, and the others are indexed anew. Gives how many were
  // taken. Cost: O(papers), in the other case that of index().
  // `authors`: the names that the volumes number, each once, living as long as these.
  uint32_t adopt(std::vector<DecodedVolume> volumes, std::vector<Segment> segments,
                 std::span<const std::string_view> authors);

  // The texts of their papers may be late: text() and paper() read them first.
  const std::vector<std::unique_ptr<Volume>>& volumes() const { return volumes_; }
  // Papers of all digests, as often as they appear.
  uint32_t paper_count() const { return paper_count_; }
  const Works& works() const { return works_; }
  // Of committed papers: all of them, once commit() was called.
  const std::vector<IndexedPapers>& segments() const { return segments_; }
  const LibraryStatistics& statistics() const { return statistics_; }
  const FacetColumns& facets() const { return facets_; }
  const PaperFacts& facts(PaperOrdinal ordinal) const { return facts_[ordinal]; }
  std::span<const PaperFacts> facts_of_volume(const Volume& volume) const {
    return std::span(facts_).subspan(volume.first_paper, volume.digest.papers.size());
  }
  // The paper with its texts, which are read now where they are late: O(text of the digest), once.
  const Paper& text(PaperOrdinal ordinal) const {
    if (late_texts_ > 0) read_text(volume_of(ordinal));
    return *papers_[ordinal];
  }
  // Names for the query that only this library knows.
  const QueryVocabulary& vocabulary() const { return vocabulary_; }

  // What names the paper's work in any library: its arXiv id without version, or its link without scheme;
  // where it has neither, the key of the paper.
  std::string work_name(PaperOrdinal ordinal) const;

  // What `is:` and `tag:` find: the works of these names, under a name such as "is:read" or "tag:to read".
  // Replaces the set of that name. With "is:read" comes "is:unread". Cost: O(works of the set).
  void define_set(std::string_view name, const std::vector<std::string>& works);
  // Puts one work into such a set, or takes it out. Cost: O(1); O(papers) for a work without id and link.
  void put_in_set(std::string_view name, const std::string& work, bool member);
  // Requires: a set of that name.
  const WorkSet& set(const std::string& name) const { return sets_.at(name); }

  // Takes the volumes of these labels out, with their papers' postings; those of the rest keep their labels.
  // What is pending is forgotten. Gives how many were taken out. Cost: O(papers), and O(postings) of the
  // segments that held a paper of them.
  uint32_t remove(const std::vector<std::string>& labels);

  // Requires: ordinal < paper_count(). Cost: O(log digests), and O(text of the digest) where it is late.
  PaperRef paper(PaperOrdinal ordinal) const;

  // Reads texts that are late, those of the digests added last first: about `most` bytes, at least one
  // digest. Gives the bytes that are left. Cost: O(bytes read), O(digests).
  size_t read_late_texts(size_t most);

  // The paper as it stands in the file, where it was repaired; else nullptr.
  const Paper* verbatim(PaperOrdinal ordinal) const;

  // A name for a paper that outlives the session: `2601.07839@2026-01-14`, or `#17@2026-01-14` (the 17th of
  // its digest) where the id is missing or occurs twice. Behind the @ is the volume's label.
  std::string key_of(PaperOrdinal ordinal) const;

  // The paper of a key, or paper_count() if there is none. If its digest is not open, the best
  // appearance of the same id is taken. Cost: O(papers).
  PaperOrdinal locate(std::string_view key) const;

 private:
  // Segments are of a tier if they differ by less than kMergeWidth times; as many at the end, of one tier or
  // below, become one. So there are few (each holds its own copy of the common terms), and a posting is
  // copied once a tier. Those of kFullSegmentBytes stay as they are. While libraries of one digest come in by
  // the hundred, more of them wait for each other, or for enough to be full: copied twice, not five times.
  static constexpr size_t kMergeWidth = 3;
  static constexpr size_t kMergeWidthOfAdopted = 24;
  static constexpr size_t kSmallestTierBytes = size_t{64} << 10;
  static constexpr size_t kFullSegmentBytes = size_t{16} << 20;

  const Volume* find_content(uint64_t hash) const;
  Volume& volume_of(PaperOrdinal ordinal) const;
  PaperRef place_of(PaperOrdinal ordinal) const;  // without its texts
  void read_text(Volume& volume) const;
  void take(std::unique_ptr<Volume> volume, std::vector<PaperFacts> facts, std::span<const FacetId> authors);
  std::vector<FacetId> number_authors(const Digest& digest);
  WorkId find_work(const std::string& name) const;
  uint32_t unsealed_count() const;  // papers of volumes_ that are in no segment
  void seal();
  void index_segments(std::vector<Segment> segments, PaperOrdinal first);
  void merge_small_segments(size_t width);
  static void repair(Volume& volume);
  void add_labels(const Digest& digest);
  std::string label_of(const Digest& digest) const;

  std::vector<std::unique_ptr<Volume>> volumes_;
  std::vector<const Paper*> papers_;  // of all volumes
  std::vector<PaperFacts> facts_;     // of each paper
  std::vector<IndexedPapers> segments_;
  LibraryStatistics statistics_;  // of segments_
  std::unique_ptr<Volume> pending_;
  SegmentBuilder builder_;  // papers that are in no segment yet, those of pending_ last
  uint32_t paper_count_ = 0;
  mutable uint32_t late_texts_ = 0;  // volumes that have one
  FacetColumns facets_;
  Works works_;
  QueryVocabulary vocabulary_;
  std::unordered_set<std::string_view> labels_;  // of extra fields, as they stand in the digests
  WorkSets sets_;
};

}  // namespace broadsheet
