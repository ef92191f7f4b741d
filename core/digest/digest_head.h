// digest_head.h: what is known of a digest and its papers without their texts, which may be late
// (core/library/volume.h). Views: they live as long as the digest.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/digest/paper.h"

namespace broadsheet {

class PaperHead {
 public:
  explicit PaperHead(const Paper& paper) : paper_(&paper) {}

  uint32_t line() const { return paper_->line; }
  const ArxivId& arxiv_id() const { return paper_->arxiv_id; }
  // The link of a paper without an id; empty for any other, whose link is a text.
  std::string_view url() const { return paper_->arxiv_id.empty() ? paper_->url : std::string_view(); }
  std::string_view date() const { return paper_->date; }
  std::span<const std::string_view> authors() const { return paper_->authors; }
  std::span<const std::string_view> categories() const { return paper_->categories; }
  // Calls visit(label) for each extra field.
  template <typename Visit>
  void for_each_label(Visit&& visit) const {
    for (const ExtraField& extra : paper_->extra) visit(extra.name);
  }

 private:
  const Paper* paper_;
};

class DigestHead {
 public:
  DigestHead(const Digest& digest) : digest_(&digest) {}

  const std::string& file_name() const { return digest_->file_name; }
  const std::string& name() const { return digest_->name; }
  const std::string& date() const { return digest_->date; }
  std::string_view dialect() const { return digest_->dialect; }
  std::span<const Category> categories() const { return digest_->categories; }
  std::span<const Diagnostic> diagnostics() const { return digest_->diagnostics; }
  size_t source_bytes() const { return digest_->source.size(); }
  uint32_t paper_count() const { return static_cast<uint32_t>(digest_->papers.size()); }
  PaperHead paper(uint32_t i) const { return PaperHead(digest_->papers[i]); }
  // As broadsheet::date_of().
  std::string_view date_of(const PaperHead& paper) const {
    return paper.date().empty() ? std::string_view(date()) : paper.date();
  }

 private:
  const Digest* digest_;
};

}  // namespace broadsheet
