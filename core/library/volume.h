// volume.h: an open digest. Its texts may be late: only what reads them gives them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/digest/digest_head.h"
#include "core/digest/paper.h"
#include "core/index/paper_facts.h"
#include "core/library/late_text.h"
#include "core/library/works.h"

namespace broadsheet {

// Repaired papers, as they are in the file, by their place in the digest.
using VerbatimPapers = std::unordered_map<uint32_t, Paper>;

class Volume {
 public:
  Volume() = default;
  // `digest`: its papers as shown, repaired.
  explicit Volume(Digest digest, VerbatimPapers verbatim = {})
      : digest_(std::move(digest)), verbatim_(std::move(verbatim)) {}
  // From now on the memory of source and texts counts as not yet filled.
  void texts_are_late(LateText text) { late_text_.emplace(std::move(text)); }

  // What is known without the texts.
  DigestHead head() const { return digest_; }
  // With the texts. If they are late, they are read now: O(text of the digest), once.
  const Digest& digest() const {
    read_text();
    return digest_;
  }
  const VerbatimPapers& verbatim() const {
    read_text();
    return verbatim_;
  }

  // The bytes of the texts that are yet to be read.
  size_t late_bytes() const { return late_text_ ? late_text_->size() : 0; }
  // Reads the texts if they are late; whether they were.
  bool read_text() const {
    if (!late_text_) return false;
    late_text_->read();
    late_text_.reset();
    return true;
  }

  // Keeps only the papers whose bit in `stays`, from `first` on, is set: the volume is what is left of a
  // digest, without diagnostics or table of contents. Late texts stay late. Cost: O(papers).
  void keep_rest(const std::vector<bool>& stays, PaperOrdinal first);

  std::string label;  // used in keys: the digest's name, or its file's if another digest has that name
  uint64_t content_hash = 0;  // of the digest's source
  uint64_t written = 0;       // when the file was last changed, in milliseconds since 1970; 0: unknown
  bool is_rest = false;       // it holds only the papers that a newer making of the digest lacks
  PaperOrdinal first_paper = 0;

 private:
  friend class PaperTable;  // keeps the places of the papers, and reads a text before it gives one

  Digest digest_;
  VerbatimPapers verbatim_;
  mutable std::optional<LateText> late_text_;  // nothing once the text is read
};

struct PaperRef {
  const Volume& volume;
  const Paper& paper;
  uint32_t index;  // within the digest
};

// A digest that was read earlier, with the stored facts of its papers.
struct DecodedVolume {
  std::unique_ptr<Volume> volume;
  std::vector<PaperFacts> facts;
  std::vector<uint32_t> authors;  // of all papers in order, as indices into a list of names
};

}  // namespace broadsheet
