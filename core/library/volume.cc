#include "core/library/volume.h"

#include <string_view>
#include <utility>

namespace broadsheet {

void Volume::keep_rest(const std::vector<bool>& stays, PaperOrdinal first) {
  std::vector<Paper> papers;
  VerbatimPapers verbatim;
  std::unordered_map<std::string_view, uint32_t> count_of;
  for (uint32_t i = 0; i < digest_.papers.size(); ++i) {
    if (!stays[first + i]) continue;
    if (const auto found = verbatim_.find(i); found != verbatim_.end())
      verbatim.emplace(static_cast<uint32_t>(papers.size()), std::move(found->second));
    papers.push_back(std::move(digest_.papers[i]));
    if (!papers.back().categories.empty()) ++count_of[papers.back().categories.front()];
  }
  for (Category& category : digest_.categories) category = {category.name, {}, count_of[category.name]};
  std::erase_if(digest_.categories, [](const Category& category) { return category.read == 0; });
  digest_.papers = std::move(papers);
  digest_.diagnostics.clear();
  verbatim_ = std::move(verbatim);
  is_rest = true;
}

}  // namespace broadsheet
