// arxiv_id.h: arXiv identifiers, new (`2601.07839v2`) and old style (`hep-th/9711200`, `math.GT/0309136`),
// as https://info.arxiv.org/help/arxiv_identifier.html defines them. Each function costs O(text).
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet {

struct ArxivId {
  std::string_view id;   // without the version; empty if there is none
  uint32_t version = 0;  // 0: not given

  bool empty() const { return id.empty(); }
};

// The id that is all of `text`, or an empty one. The view points into `text`. Cost: O(1).
ArxivId parse_arxiv_id(std::string_view text);

// The id in a link to arxiv.org (abs, pdf, html; with or without version, `.pdf`, query), or an empty one.
ArxivId arxiv_id_of_url(std::string_view url);

// Whether the link's scheme is http or https, so that following it can only load a page.
bool is_web_url(std::string_view url);

}  // namespace broadsheet
