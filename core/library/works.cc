#include "core/library/works.h"

#include <algorithm>
#include <tuple>

#include "core/base/order.h"

namespace broadsheet {
namespace {

std::string_view identity(const PaperHead& paper) {
  if (!paper.arxiv_id().empty()) return paper.arxiv_id().id;
  if (!is_web_url(paper.url())) return {};
  std::string_view address = paper.url().substr(paper.url().find("//") + 2);
  while (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

}  // namespace

bool Works::is_better(PaperOrdinal a, PaperOrdinal b) const {
  const auto rank = [&](PaperOrdinal ordinal) {
    const auto& [digest, paper, telling_texts] = sources_[ordinal];
    return std::tuple(telling_texts, digest.date_of(paper), paper.arxiv_id().version);
  };
  const auto place = [&](PaperOrdinal ordinal) {
    const auto& [digest, paper, telling_texts] = sources_[ordinal];
    return std::tuple(std::string_view(digest.file_name()), paper.line(), ordinal);
  };
  const auto x = rank(a);
  const auto y = rank(b);
  return x != y ? x > y : place(a) < place(b);
}

std::string_view Works::identity_of(PaperOrdinal paper) const { return identity(sources_[paper].paper); }

std::optional<WorkId> Works::find(std::string_view identity) const {
  const auto found = by_identity_.find(identity);
  return found == by_identity_.end() ? std::nullopt : std::optional(found->second);
}

void Works::place_all() const {
  put_in_order(unplaced_, [&](PaperOrdinal a, PaperOrdinal b) {
    return works_[a] != works_[b] ? works_[a] < works_[b] : is_better(a, b);
  });
  PaperOrdinal before = kNoPaper;
  for (const PaperOrdinal paper : unplaced_) {
    const bool same_work = before != kNoPaper && works_[before] == works_[paper];
    PaperOrdinal* link = same_work ? &next_[before] : &first_[works_[paper]];
    while (*link != kNoPaper && is_better(*link, paper)) link = &next_[*link];
    next_[paper] = *link;
    *link = before = paper;
  }
  unplaced_.clear();
}

void Works::reserve(size_t papers) {
  // Digests are added one by one: growing to the exact size each time would copy everything for every file.
  if (papers <= works_.capacity()) return;
  papers = std::max(papers, works_.capacity() * 2);
  by_identity_.reserve(papers);
  works_.reserve(papers);
  next_.reserve(papers);
  sources_.reserve(papers);
  first_.reserve(papers);
  last_added_.reserve(papers);
}

void Works::add(const TakenDigest& taken) {
  const auto first_of_digest = static_cast<PaperOrdinal>(works_.size());
  for (uint32_t i = 0; i < taken.digest.paper_count(); ++i) {
    const PaperHead paper = taken.digest.paper(i);
    const auto ordinal = static_cast<PaperOrdinal>(works_.size());
    sources_.push_back({taken.digest, paper, taken.facts[i].telling_texts});
    next_.push_back(kNoPaper);
    WorkId work = count();
    if (const std::string_view name = identity(paper); !name.empty())
      work = by_identity_.try_emplace(name, work).first->second;
    const bool is_new = work == count();
    has_others_.push_back(!is_new);
    is_repeated_.push_back(!is_new && last_added_[work] >= first_of_digest);
    if (is_new) {
      first_.push_back(ordinal);
      last_added_.push_back(ordinal);
    } else {
      has_others_[first_[work]] = true;
      last_added_[work] = ordinal;
      unplaced_.push_back(ordinal);
    }
    works_.push_back(work);
  }
}

}  // namespace broadsheet
