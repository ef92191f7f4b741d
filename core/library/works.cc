#include "core/library/works.h"

#include <algorithm>
#include <tuple>

#include "core/digest/failure_text.h"

namespace broadsheet {
namespace {

std::string_view identity_of(const Paper& paper) {
  if (!paper.arxiv_id.empty()) return paper.arxiv_id.id;
  if (!is_web_url(paper.url)) return {};
  std::string_view address = paper.url.substr(paper.url.find("//") + 2);
  while (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

}  // namespace

Works::Rank Works::rank_of(const Digest& digest, const Paper& paper) {
  const auto texts = std::count_if(paper.texts.begin(), paper.texts.end(),
                                   [](const auto& text) { return text && !is_failure_text(*text); });
  return {static_cast<uint32_t>(texts), paper.date.empty() ? std::string_view(digest.date) : paper.date,
          paper.arxiv_id.version, digest.file_name, paper.line};
}

bool Works::is_better(PaperOrdinal a, PaperOrdinal b) const {
  const Rank& x = ranks_[a];
  const Rank& y = ranks_[b];
  return std::tie(y.texts, y.date, y.version, x.file_name, x.line, a) <
         std::tie(x.texts, x.date, x.version, y.file_name, y.line, b);
}

void Works::insert(WorkId work, PaperOrdinal paper) {
  PaperOrdinal* link = &first_[work];
  while (*link != kNoPaper && is_better(*link, paper)) link = &next_[*link];
  next_[paper] = *link;
  *link = paper;
}

void Works::add(const Digest& digest) {
  for (const Paper& paper : digest.papers) {
    const auto ordinal = static_cast<PaperOrdinal>(works_.size());
    ranks_.push_back(rank_of(digest, paper));
    next_.push_back(kNoPaper);
    WorkId work = count();
    if (const std::string_view identity = identity_of(paper); !identity.empty())
      work = by_identity_.try_emplace(identity, work).first->second;
    if (work == count()) first_.push_back(kNoPaper);
    works_.push_back(work);
    insert(work, ordinal);
  }
}

}  // namespace broadsheet
