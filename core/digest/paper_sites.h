// paper_sites.h: which links and names are those of a paper. One table: arXiv and its mirrors, DOIs, preprint
// servers, publishers and proceedings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/digest/arxiv_id.h"

namespace broadsheet {

// Who names papers: a text that holds two different names of one namer holds two papers; an arXiv id and a
// DOI may be the same paper's.
enum class PaperNamer : uint8_t { kNobody, kArxiv, kDoi, kSite };

struct NamedPaper {
  PaperNamer namer = PaperNamer::kNobody;
  std::string_view key;  // the same for each address of one paper with this namer
  ArxivId arxiv_id;      // of kArxiv

  explicit operator bool() const { return namer != PaperNamer::kNobody; }
};

// The paper that a link leads to. Understands links without a scheme (`arxiv.org/abs/…`). Views point into
// `url`. Cost: O(url).
NamedPaper paper_of_url(std::string_view url);

// The paper that all of `name` names: `arXiv:2601.00001v2`, `2601.00001`, `doi:10.1000/1`, `10.1000/1`.
// Cost: O(name).
NamedPaper paper_of_name(std::string_view name);

// The length of the web link that begins at `at`; 0 if none does. It ends at a blank, a quotation mark, a
// bracket that it did not open, or a sign of Chinese punctuation; a full stop after it is none of it.
// Cost: O(link).
size_t length_of_url(std::string_view text, size_t at);

// The next link to a paper, or name of one (`arXiv:…`, `doi:…`), at or after `from`.
struct NamedPaperInText {
  NamedPaper ref;
  size_t begin = 0;
  size_t end = 0;
};
// Cost: O(distance).
NamedPaperInText next_paper_ref(std::string_view text, size_t from);

}  // namespace broadsheet
