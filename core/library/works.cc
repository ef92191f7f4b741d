#include "core/library/works.h"

#include <algorithm>
#include <tuple>

namespace broadsheet {
namespace {

std::string_view identity(const Paper& paper) {
  if (!paper.arxiv_id.empty()) return paper.arxiv_id.id;
  if (!is_web_url(paper.url)) return {};
  std::string_view address = paper.url.substr(paper.url.find("//") + 2);
  while (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

std::string_view date_of(const Digest& digest, const Paper& paper) {
  return paper.date.empty() ? std::string_view(digest.date) : paper.date;
}

}  // namespace

bool Works::is_better(PaperOrdinal a, PaperOrdinal b) const {
  const auto rank = [&](PaperOrdinal ordinal) {
    const auto& [digest, paper, telling_texts] = sources_[ordinal];
    return std::tuple(telling_texts, date_of(*digest, *paper), paper->arxiv_id.version);
  };
  const auto place = [&](PaperOrdinal ordinal) {
    const auto& [digest, paper, telling_texts] = sources_[ordinal];
    return std::tuple(std::string_view(digest->file_name), paper->line, ordinal);
  };
  const auto x = rank(a);
  const auto y = rank(b);
  return x != y ? x > y : place(a) < place(b);
}

std::string_view Works::identity_of(PaperOrdinal paper) const { return identity(*sources_[paper].paper); }

std::optional<WorkId> Works::find(std::string_view identity) const {
  const auto found = by_identity_.find(identity);
  return found == by_identity_.end() ? std::nullopt : std::optional(found->second);
}

void Works::insert(WorkId work, PaperOrdinal paper) {
  PaperOrdinal* link = &first_[work];
  while (*link != kNoPaper && is_better(*link, paper)) link = &next_[*link];
  next_[paper] = *link;
  *link = paper;
}

void Works::reserve(size_t papers) {
  // One digest after the other: each time exactly what it needs would copy all for every file.
  if (papers <= works_.capacity()) return;
  papers = std::max(papers, works_.capacity() * 2);
  by_identity_.reserve(papers);
  works_.reserve(papers);
  next_.reserve(papers);
  sources_.reserve(papers);
  first_.reserve(papers);
}

void Works::add(const Digest& digest, std::span<const PaperFacts> facts) {
  for (size_t i = 0; i < digest.papers.size(); ++i) {
    const Paper& paper = digest.papers[i];
    const auto ordinal = static_cast<PaperOrdinal>(works_.size());
    sources_.push_back({&digest, &paper, facts[i].telling_texts});
    next_.push_back(kNoPaper);
    WorkId work = count();
    if (const std::string_view name = identity(paper); !name.empty())
      work = by_identity_.try_emplace(name, work).first->second;
    const bool is_new = work == count();
    has_others_.push_back(!is_new);
    if (is_new) {
      first_.push_back(kNoPaper);
    } else {
      has_others_[first_[work]] = true;
    }
    works_.push_back(work);
    insert(work, ordinal);
  }
}

}  // namespace broadsheet
