#include "core/digest/paper_sites.h"

#include <algorithm>
#include <array>

#include "core/digest/text_slices.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

struct Site {
  std::string_view host;  // without `www.`; with a dot before it: any host that ends so
  std::string_view path;  // a paper's path begins so and goes on
  PaperNamer namer;
};
constexpr PaperNamer kArxiv = PaperNamer::kArxiv;
constexpr PaperNamer kDoi = PaperNamer::kDoi;
constexpr PaperNamer kSite = PaperNamer::kSite;
constexpr std::array kSites = {
    // arXiv: what follows the path is the id.
    Site{"arxiv.org", "abs/", kArxiv},
    Site{"arxiv.org", "pdf/", kArxiv},
    Site{"arxiv.org", "html/", kArxiv},
    Site{"arxiv.org", "ps/", kArxiv},
    Site{".arxiv.org", "abs/", kArxiv},
    Site{".arxiv.org", "pdf/", kArxiv},
    Site{".arxiv.org", "html/", kArxiv},
    Site{".ar5iv.org", "abs/", kArxiv},
    Site{".ar5iv.org", "html/", kArxiv},
    Site{"ar5iv.org", "abs/", kArxiv},
    Site{"ar5iv.org", "html/", kArxiv},
    Site{"ar5iv.org", "pdf/", kArxiv},
    Site{"alphaxiv.org", "abs/", kArxiv},
    Site{"alphaxiv.org", "pdf/", kArxiv},
    Site{"alphaxiv.org", "overview/", kArxiv},
    Site{"huggingface.co", "papers/", kArxiv},
    Site{"hf.co", "papers/", kArxiv},
    Site{"papers.cool", "arxiv/", kArxiv},
    Site{"scirate.com", "arxiv/", kArxiv},
    Site{"arxiv-vanity.com", "papers/", kArxiv},
    Site{"semanticscholar.org", "arxiv/", kArxiv},
    Site{"api.semanticscholar.org", "arXiv:", kArxiv},
    Site{"doi.org", "10.48550/arXiv.", kArxiv},
    Site{"dx.doi.org", "10.48550/arXiv.", kArxiv},
    // DOIs.
    Site{"doi.org", "10.", kDoi},
    Site{"dx.doi.org", "10.", kDoi},
    // Preprint servers.
    Site{"biorxiv.org", "content/", kSite},
    Site{"medrxiv.org", "content/", kSite},
    Site{"chemrxiv.org", "engage/chemrxiv/article-details/", kSite},
    Site{"eprint.iacr.org", "", kSite},
    Site{"papers.ssrn.com", "sol3/papers.cfm", kSite},
    Site{"osf.io", "preprints/", kSite},
    Site{"techrxiv.org", "doi/", kSite},
    Site{"techrxiv.org", "articles/", kSite},
    Site{"researchsquare.com", "article/", kSite},
    Site{"preprints.org", "manuscript/", kSite},
    Site{"hal.science", "hal-", kSite},
    // Proceedings and indexes.
    Site{"openreview.net", "forum", kSite},
    Site{"openreview.net", "pdf", kSite},
    Site{"aclanthology.org", "", kSite},
    Site{"aclweb.org", "anthology/", kSite},
    Site{"proceedings.mlr.press", "v", kSite},
    Site{"jmlr.org", "papers/", kSite},
    Site{"papers.nips.cc", "paper", kSite},
    Site{"proceedings.neurips.cc", "paper", kSite},
    Site{"openaccess.thecvf.com", "content", kSite},
    Site{"ecva.net", "papers/", kSite},
    Site{"ojs.aaai.org", "index.php/", kSite},
    Site{"ijcai.org", "proceedings/", kSite},
    Site{"isca-speech.org", "archive", kSite},
    Site{"roboticsproceedings.org", "rss", kSite},
    Site{"usenix.org", "conference/", kSite},
    Site{"usenix.org", "system/files/", kSite},
    Site{"ndss-symposium.org", "ndss-paper/", kSite},
    Site{"dblp.org", "rec/", kSite},
    Site{"inspirehep.net", "literature/", kSite},
    Site{"ui.adsabs.harvard.edu", "abs/", kSite},
    Site{"semanticscholar.org", "paper/", kSite},
    Site{"pubmed.ncbi.nlm.nih.gov", "", kSite},
    Site{"ncbi.nlm.nih.gov", "pubmed/", kSite},
    Site{"ncbi.nlm.nih.gov", "pmc/articles/", kSite},
    Site{"pmc.ncbi.nlm.nih.gov", "articles/", kSite},
    Site{"europepmc.org", "article/", kSite},
    Site{"paperswithcode.com", "paper/", kSite},
    // Publishers.
    Site{"nature.com", "articles/", kSite},
    Site{"science.org", "doi/", kSite},
    Site{"cell.com", "", kSite},
    Site{"pnas.org", "doi/", kSite},
    Site{"dl.acm.org", "doi/", kSite},
    Site{"dl.acm.org", "citation.cfm", kSite},
    Site{"ieeexplore.ieee.org", "document/", kSite},
    Site{"ieeexplore.ieee.org", "abstract/document/", kSite},
    Site{"link.springer.com", "article/", kSite},
    Site{"link.springer.com", "chapter/", kSite},
    Site{"sciencedirect.com", "science/article/", kSite},
    Site{".wiley.com", "doi/", kSite},
    Site{"tandfonline.com", "doi/", kSite},
    Site{"academic.oup.com", "", kSite},
    Site{"journals.aps.org", "", kSite},
    Site{"pubs.acs.org", "doi/", kSite},
    Site{"iopscience.iop.org", "article/", kSite},
    Site{"mdpi.com", "", kSite},
    Site{"frontiersin.org", "articles/", kSite},
    Site{"journals.plos.org", "", kSite},
    Site{"researchgate.net", "publication/", kSite},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                    [](char p, char t) { return lower(p) == lower(t); });
}
bool ends_with_ignoring_case(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         starts_with_ignoring_case(text.substr(text.size() - suffix.size()), suffix);
}
bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && starts_with_ignoring_case(a, b);
}

bool is_alnum(char c) { return is_ascii_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z'); }

bool is_host(const Site& site, std::string_view host) {
  return site.host.starts_with('.') ? ends_with_ignoring_case(host, site.host)
                                    : equal_ignoring_case(host, site.host);
}

// The id at the beginning of what follows an arXiv path. Cost: O(1).
ArxivId id_in_path(std::string_view path) {
  constexpr size_t kLongest = 80;  // of an id, its version and `.pdf`
  path = path.substr(0, kLongest);
  path = path.substr(0, path.find_first_of("?#"));
  while (path.ends_with('/')) path.remove_suffix(1);
  if (ends_with_ignoring_case(path, ".pdf")) path.remove_suffix(4);
  return parse_arxiv_id(path);
}

// Cost: O(digits of its registrant).
bool is_doi(std::string_view text) {
  if (!text.starts_with("10.")) return false;
  const size_t slash = text.find_first_not_of("0123456789.", 3);
  return slash < text.size() && text[slash] == '/' && slash >= 7 && slash + 1 < text.size();
}

NamedPaper arxiv_ref(const ArxivId& id) {
  return id.empty() ? NamedPaper{} : NamedPaper{PaperNamer::kArxiv, id.id, id};
}

// The part of a path that is the same for a paper's page, its PDF and its versions.
std::string_view key_of_path(std::string_view path) {
  if (path.starts_with("forum?id=") || path.starts_with("pdf?id=")) return path.substr(path.find('=') + 1);
  while (path.ends_with('/')) path.remove_suffix(1);
  for (const std::string_view ending : {".pdf", ".html", ".full", ".abstract"}) {
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  }
  return path;
}

// How many bytes after a namer's name lead to the id: `: `, ` ID:** `, `.org/abs/`.
size_t length_between_name_and_id(std::string_view text) {
  constexpr size_t kLongest = 14;
  constexpr std::string_view kSigns = " :*_`#[(-.|=\"'";
  size_t length = 0;
  while (length < text.size() && length < kLongest) {
    const std::string_view rest = text.substr(length);
    if (rest.starts_with("\xEF\xBC\x9A")) {  // a full-width colon
      length += 3;
    } else if (starts_with_ignoring_case(rest, "id") && !is_ascii_digit(rest.size() > 2 ? rest[2] : '0')) {
      length += 2;
    } else if (kSigns.find(rest.front()) != std::string_view::npos) {
      ++length;
    } else {
      break;
    }
  }
  return length;
}

// Where words end, for places in ascending order. Cost: O(text) over all calls.
class WordEnds {
 public:
  // A word ends before one of `enders`, and before `none_of_it` at its end.
  WordEnds(std::string_view text, std::string_view enders, std::string_view none_of_it = {})
      : text_(text), enders_(enders), none_of_it_(none_of_it) {}

  std::string_view word_at(size_t begin) {
    if (begin < begin_ || begin > end_) {
      begin_ = begin;
      end_ = std::min(text_.find_first_of(enders_, begin), text_.size());
      const std::string_view word = text_.substr(begin, end_ - begin);
      trimmed_ = begin + word.find_last_not_of(none_of_it_) + 1;
    }
    return text_.substr(begin, std::max(trimmed_, begin) - begin);
  }

 private:
  const std::string_view text_;
  const std::string_view enders_;
  const std::string_view none_of_it_;
  size_t begin_ = 1;  // before `end_`, as long as nothing is known
  size_t end_ = 0;
  size_t trimmed_ = 0;
};

}  // namespace

NamedPaper paper_of_url(std::string_view url) {
  if (is_web_url(url)) url.remove_prefix(url.find("://") + 3);
  if (starts_with_ignoring_case(url, "www.")) url.remove_prefix(4);
  const size_t slash = url.find('/');
  if (slash == std::string_view::npos || slash == 0) return {};
  const std::string_view host = url.substr(0, slash);
  const std::string_view path = url.substr(slash + 1);
  for (const Site& site : kSites) {
    if (!is_host(site, host) || !starts_with_ignoring_case(path, site.path) ||
        path.size() <= site.path.size())
      continue;
    if (site.namer == PaperNamer::kArxiv) {
      const NamedPaper ref = arxiv_ref(id_in_path(path.substr(site.path.size())));
      if (ref) return ref;
    } else if (site.namer == PaperNamer::kDoi) {
      if (!is_doi(path)) continue;
      const std::string_view doi = path.substr(0, path.find_first_of("?#"));
      if (is_doi(doi)) return {PaperNamer::kDoi, doi, {}};
    } else {
      // A list, an issue or the front page has no number.
      const bool names_one = std::any_of(path.begin() + static_cast<std::ptrdiff_t>(site.path.size()),
                                         path.end(), is_ascii_digit) ||
                             path.find("id=") != std::string_view::npos ||
                             path.find("paper/") != std::string_view::npos || path.starts_with("conference/");
      if (names_one) return {PaperNamer::kSite, key_of_path(path), {}};
    }
  }
  return {};
}

NamedPaper paper_of_name(std::string_view name) {
  name = trim(name);
  if (starts_with_ignoring_case(name, "arxiv")) {
    name.remove_prefix(5);
    name.remove_prefix(length_between_name_and_id(name));
  }
  if (const NamedPaper ref = arxiv_ref(parse_arxiv_id(name))) return ref;
  if (starts_with_ignoring_case(name, "doi")) {
    name.remove_prefix(3);
    name.remove_prefix(length_between_name_and_id(name));
  }
  if (starts_with_ignoring_case(name, "10.48550/arxiv.")) return arxiv_ref(parse_arxiv_id(name.substr(15)));
  return is_doi(name) && name.find(' ') == std::string_view::npos ? NamedPaper{PaperNamer::kDoi, name, {}}
                                                                  : NamedPaper{};
}

size_t length_of_url(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  if (!is_web_url(rest)) return 0;
  int depth = 0;
  size_t end = 0;
  for (; end < rest.size(); ++end) {
    const char c = rest[end];
    if (c == '(') ++depth;
    if (c == ')' && depth-- == 0) break;
    if (static_cast<unsigned char>(c) <= ' ' ||
        std::string_view("<>\"'`|[]{}*").find(c) != std::string_view::npos)
      break;
    if (rest.substr(end).starts_with("\xE3\x80") || rest.substr(end).starts_with("\xEF\xBC")) break;
  }
  while (end > 0 && std::string_view(".,;:!?").find(rest[end - 1]) != std::string_view::npos) --end;
  return end;
}

NamedPaperInText next_paper_ref(std::string_view text, size_t from) {
  WordEnds links(text, " \t\r\n)]>\"'|`*");
  WordEnds ids(text, " \t\r\n)]>\"'|`*,;<", ".:");
  for (size_t i = from; i < text.size(); ++i) {
    const char c = lower(text[i]);
    if (c != 'h' && c != 'a' && c != 'd' && c != '1') continue;
    if (i > 0 && is_alnum(text[i - 1])) continue;
    const std::string_view rest = text.substr(i);
    if (c == 'h') {
      const size_t length = length_of_url(text, i);
      if (length == 0) continue;
      if (const NamedPaper ref = paper_of_url(rest.substr(0, length))) return {ref, i, i + length};
      i += length - 1;
    } else if (starts_with_ignoring_case(rest, "arxiv.org/") || starts_with_ignoring_case(rest, "doi.org/")) {
      const std::string_view link = links.word_at(i);
      if (const NamedPaper ref = paper_of_url(link)) return {ref, i, i + link.size()};
    } else if (starts_with_ignoring_case(rest, "arxiv") || starts_with_ignoring_case(rest, "doi")) {
      const size_t name = c == 'a' ? 5 : 3;
      const size_t begin = name + length_between_name_and_id(rest.substr(name));
      const std::string_view id = ids.word_at(i + begin);
      NamedPaper ref = c == 'a' ? arxiv_ref(parse_arxiv_id(id)) : NamedPaper{};
      if (c == 'd' && is_doi(id)) ref = paper_of_name(id);
      if (ref) return {ref, i, i + begin + id.size()};
    }
  }
  return {};
}

}  // namespace broadsheet
