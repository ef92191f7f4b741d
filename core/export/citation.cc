#include "core/export/citation.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/digest/failure_text.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;

// https://arxiv.org/category_taxonomy: archives without subjects are categories themselves.
constexpr std::array kWholeArchives = std::to_array<std::string_view>(
    {"astro-ph", "cond-mat", "gr-qc",   "hep-ex",   "hep-lat", "hep-ph", "hep-th",
     "math-ph",  "nucl-ex",  "nucl-th", "quant-ph", "cs",      "econ",   "eess",
     "math",     "nlin",     "physics", "q-bio",    "q-fin",   "stat"});

// `cs.LG`, `hep-th`, `cond-mat.mes-hall`.
bool is_arxiv_category(std::string_view name) {
  const std::string_view archive = name.substr(0, name.find('.'));
  if (std::find(kWholeArchives.begin(), kWholeArchives.end(), archive) == kWholeArchives.end()) return false;
  if (archive == name) return true;
  const std::string_view subject = name.substr(archive.size() + 1);
  return subject.size() >= 2 && std::all_of(subject.begin(), subject.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
         });
}

std::string_view primary_category_of(const Paper& paper) {
  if (paper.arxiv_id.empty()) return {};
  if (!paper.categories.empty() && is_arxiv_category(paper.categories.front()))
    return paper.categories.front();
  const size_t slash = paper.arxiv_id.id.find('/');
  return slash == kNone ? std::string_view() : paper.arxiv_id.id.substr(0, slash);
}

uint32_t number_at(std::string_view text, size_t at, size_t digits) {
  return parse_number(text.substr(std::min(at, text.size()), digits)).value_or(0);
}

// `2601.00001` and `hep-th/9711200` begin their numbers with year and month; arXiv began in 1991.
CitedDate date_of_id(std::string_view id) {
  const size_t slash = id.find('/');
  const std::string_view number = slash == kNone ? id : id.substr(slash + 1);
  const uint32_t year = number_at(number, 0, 2);
  const uint32_t month = number_at(number, 2, 2);
  if (month < 1 || month > 12) return {};
  return {year + (year >= 91 ? 1900 : 2000), month, 0};
}

// The DOI in a link to its resolver; empty if it could not stand bare in a file of references.
std::string_view doi_of_url(std::string_view url) {
  if (!is_web_url(url)) return {};
  const std::string_view rest = url.substr(url.find("//") + 2);
  for (const std::string_view host : {"doi.org/", "dx.doi.org/", "www.doi.org/"}) {
    if (!rest.starts_with(host)) continue;
    const std::string_view doi = rest.substr(host.size());
    const bool is_bare = std::all_of(doi.begin(), doi.end(), [](char c) {
      return c > ' ' && c < 0x7F && std::string_view("{}\\%?#\"<>").find(c) == kNone;
    });
    return is_bare && doi.starts_with("10.") ? doi : std::string_view();
  }
  return {};
}

std::string_view said(const std::optional<std::string_view>& text) {
  return says_something(text) ? *text : std::string_view();
}

}  // namespace

std::string_view Citation::abstract() const { return said(paper->text(TextField::kAbstract)); }

std::string_view Citation::summary() const { return said(paper->text(TextField::kTldr)); }

Citation cite(const Digest& digest, const Paper& paper) {
  Citation citation;
  citation.digest = &digest;
  citation.paper = &paper;
  citation.id = paper.arxiv_id.id;
  citation.version = paper.arxiv_id.version;
  citation.primary_category = primary_category_of(paper);
  citation.date = date_of_id(citation.id);
  if (const std::string_view date = date_of(digest, paper); citation.date.year == 0 && !date.empty())
    citation.date = {number_at(date, 0, 4), number_at(date, 5, 2), number_at(date, 8, 2)};
  if (!citation.id.empty()) {
    (citation.url = "https://arxiv.org/abs/") += citation.id;
    if (citation.version > 0) (citation.url += 'v') += std::to_string(citation.version);
  } else if (is_web_url(paper.url)) {
    citation.url = paper.url;
    citation.doi = doi_of_url(paper.url);
  }
  return citation;
}

std::string arxiv_doi(const Citation& citation) { return "10.48550/arXiv." + std::string(citation.id); }

std::string iso_date(const CitedDate& date) {
  std::string text;
  const auto add = [&](uint32_t number, size_t digits) {
    const std::string plain = std::to_string(number);
    text.append(digits - std::min(digits, plain.size()), '0') += plain;
  };
  if (date.year == 0) return text;
  add(date.year, 4);
  if (date.month == 0) return text;
  text += '-';
  add(date.month, 2);
  if (date.day == 0) return text;
  text += '-';
  add(date.day, 2);
  return text;
}

}  // namespace broadsheet
