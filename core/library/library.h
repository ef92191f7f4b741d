// library.h: many digests as one: what is open, searched and shown.
//
// A paper's ordinal is its place among all papers, in the order in which digests were added. Papers of
// several digests may be appearances of one work (works.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/base/result.h"
#include "core/library/paper_table.h"
#include "core/library/segment_store.h"
#include "core/library/volume.h"
#include "core/library/volume_index.h"
#include "core/library/work_sets.h"
#include "core/query/query.h"
#include "core/text/encoding.h"

namespace broadsheet {

// Papers to remove.
struct Cut {
  std::string label;  // of the papers' volume
  std::vector<uint32_t> stay =
      {};                 // the papers of that volume to keep, ascending; none: the whole volume goes
  std::string heir = {};  // label of the volume that inherits this one's label; may be empty
};

class Library {
 public:
  // Reads a file. The digest is pending until index() has taken its last paper. Errors: those of read_digest;
  // "already_open" if the library has a digest of the same bytes. `written`: as in Volume. Requires: nothing
  // is pending. Cost: O(bytes).
  Result<const Digest*> read(std::string_view file_name, std::string bytes, uint64_t written = 0,
                             const Decoder& decode = {});

  // Indexes at most `max_papers` papers of the pending digest and returns how many remain; at 0 the digest is
  // in the library. Cost: O(text of these papers).
  uint32_t index(uint32_t max_papers);

  // Drops the pending digest, if any.
  void abandon();

  // Makes all papers searchable: those added since the last call are not found before. Merges small segments.
  // A digest of which only some papers are indexed begins anew. Cost: O(postings of the papers since the last
  // call), amortized.
  void commit();

  // As commit(), and merges the many segments that adopt() may have left. Cost: O(postings of these
  // segments).
  void tidy();

  // Adds digests whose papers the segments index in this order (snapshot.h), and drops the pending one.
  // Digests that are already open are left out; the others are then indexed anew. Returns how many were
  // added. `authors`: the names that the volumes refer to by number, without duplicates; they must live as
  // long as the volumes. Cost: O(papers); if digests are left out, that of index().
  uint32_t adopt(std::vector<DecodedVolume> volumes, std::vector<Segment> segments,
                 std::span<const std::string_view> authors);

  const std::vector<std::unique_ptr<Volume>>& volumes() const { return papers_.volumes(); }
  const PaperTable& papers() const { return papers_; }
  // Papers of all digests, counting every appearance.
  uint32_t paper_count() const { return papers_.size(); }
  const Works& works() const { return papers_.column<Works>(); }
  const FacetColumns& facets() const { return papers_.column<FacetColumns>(); }
  const PaperFacts& facts(PaperOrdinal ordinal) const { return papers_.column<FactsColumn>()[ordinal]; }
  std::span<const PaperFacts> facts_of_volume(const Volume& volume) const {
    return papers_.column<FactsColumn>().all().subspan(volume.first_paper, volume.head().paper_count());
  }
  // Of committed papers, which after commit() are all papers.
  const std::vector<IndexedPapers>& segments() const { return segments_.segments(); }
  const LibraryStatistics& statistics() const { return segments_.statistics(); }
  // Changes whenever segments() do.
  uint64_t edition() const { return segments_.edition(); }
  // The paper with its texts. If they are late, they are read now: O(text of the digest), once.
  const Paper& text(PaperOrdinal ordinal) const { return papers_.text(ordinal); }
  // Query names that only this library knows.
  const QueryVocabulary& vocabulary() const { return vocabulary_; }

  // A name for the paper's work in any library: its arXiv id without version, or its link without scheme; if
  // it has neither, the key of the paper.
  std::string work_name(PaperOrdinal ordinal) const;

  // The best appearance of the work of this name; paper_count() if there is none. Cost: as Works::first().
  PaperOrdinal best_of(const std::string& work_name) const;

  // Defines what `is:` and `tag:` find: the works of these names, as a set with a name such as "is:read" or
  // "tag:to read". Replaces any set of that name. "is:read" also defines "is:unread". Cost: O(works of the
  // set).
  void define_set(std::string_view name, const std::vector<std::string>& works);
  // Adds one work to such a set, or removes it. Cost: O(1).
  void put_in_set(std::string_view name, const std::string& work, bool member);
  // Requires: a set of that name.
  const WorkSet& set(const std::string& name) const { return sets_.at(name); }
  // All sets; a set's place is its number.
  const std::vector<WorkSets::Entry>& sets() const { return sets_.all(); }
  // The number of the set of that name, or nothing.
  std::optional<uint32_t> set_number(std::string_view name) const;
  // The set of that name, or nullptr.
  const WorkSet* find_set(std::string_view name) const;

  // Removes the volumes of these labels and their papers' postings; other volumes keep their labels. Drops
  // the pending digest. Returns how many volumes were removed. Cost: O(papers), and O(postings) of the
  // segments that had any of their papers.
  uint32_t remove(const std::vector<std::string>& labels);

  // The same for single papers of volumes: what remains of a volume is marked as its rest, without
  // diagnostics or table of contents. Returns how many volumes lost papers. Cost: as remove(), once for all
  // cuts.
  uint32_t cut(const std::vector<Cut>& cuts);

  // Puts the volumes into the order of these labels; those without one come last, as they stood. Drops the
  // pending digest. Returns whether anything moved. Cost: as remove(), of the segments that are taken apart.
  bool arrange(const std::vector<std::string>& labels);

  // Requires: ordinal < paper_count(). Cost: O(log digests), and O(text of the digest) if it is late.
  PaperRef paper(PaperOrdinal ordinal) const;

  // Reads late texts, starting with the digests added last: about `most` bytes, at least one digest. Returns
  // the bytes still late. Cost: O(bytes read + digests).
  size_t read_late_texts(size_t most) { return papers_.read_late_texts(most); }

  // The paper as it is in the file if it was repaired, otherwise nullptr.
  const Paper* verbatim(PaperOrdinal ordinal) const;

  // A name for a paper that outlives the session: `2601.07839@2026-01-14`, or `#17@2026-01-14` (the 17th of
  // its digest) if the id is missing or occurs twice. The part after the @ is the volume's label.
  std::string key_of(PaperOrdinal ordinal) const;

  // The paper of a key, or paper_count() if there is none. If its digest is not open, the best appearance of
  // the same id. Cost: O(appearances of the work).
  PaperOrdinal locate(std::string_view key) const;

 private:
  void take(std::unique_ptr<Volume> volume, std::span<const PaperFacts> facts,
            std::span<const FacetId> authors);
  // Makes a volume of papers_ known by its label and content, and its works and labels to queries.
  void introduce(const Volume& volume);
  // Makes everything that refers to papers by their numbers again, after these have changed.
  void renumbered();
  // Drops what is indexed of the pending digest. Cost: O(text of the papers in no segment) if there is any,
  // since these are indexed again; who reads each digest with a library of its own has none.
  void drop_unfinished();
  WorkId find_work(const std::string& name) const;

  PaperTable papers_;
  SegmentStore segments_;     // of papers_, then of the pending digest as far as it is indexed
  VolumeIndex volume_index_;  // of the volumes
  std::unique_ptr<Volume> pending_;
  QueryVocabulary vocabulary_;
  std::unordered_set<std::string_view> labels_;  // of extra fields, as written in the digests
  WorkSets sets_;
};

}  // namespace broadsheet
