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

int64_t texts_that_say_something(const Paper& paper) {
  return std::count_if(paper.texts.begin(), paper.texts.end(),
                       [](const auto& text) { return text && !is_failure_text(*text); });
}

std::string_view date_of(const Digest& digest, const Paper& paper) {
  return paper.date.empty() ? std::string_view(digest.date) : paper.date;
}

}  // namespace

bool Works::is_better(PaperOrdinal a, PaperOrdinal b) const {
  const auto rank = [&](PaperOrdinal ordinal) {
    const auto& [digest, paper] = sources_[ordinal];
    return std::tuple(texts_that_say_something(*paper), date_of(*digest, *paper), paper->arxiv_id.version);
  };
  const auto place = [&](PaperOrdinal ordinal) {
    const auto& [digest, paper] = sources_[ordinal];
    return std::tuple(std::string_view(digest->file_name), paper->line, ordinal);
  };
  const auto x = rank(a);
  const auto y = rank(b);
  return x != y ? x > y : place(a) < place(b);
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
    sources_.push_back({&digest, &paper});
    next_.push_back(kNoPaper);
    WorkId work = count();
    if (const std::string_view identity = identity_of(paper); !identity.empty())
      work = by_identity_.try_emplace(identity, work).first->second;
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
