#include "core/collection/json_strings.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/digest/paper_sites.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;

// https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types: those that name papers.
constexpr std::array kCslTypes = std::to_array<std::string_view>(
    {"article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "dataset",
     "document", "manuscript", "paper-conference", "post", "post-weblog", "report", "review", "software",
     "speech", "thesis", "webpage"});

}  // namespace

void for_each_json_string(std::string_view text, const std::function<void(std::string_view, size_t)>& visit) {
  for (size_t at = 0; (at = text.find('"', at)) != kNone;) {
    const size_t begin = ++at;
    while (at < text.size() && text[at] != '"' && text[at] != '\n') at += text[at] == '\\' ? 2 : 1;
    if (at >= text.size()) return;
    visit(text.substr(begin, at - begin), begin);
    ++at;
  }
}

bool is_csl_json(std::string_view text) {
  bool has_type = false;
  bool has_more = false;
  std::string_view before;
  for_each_json_string(text, [&](std::string_view string, size_t) {
    has_type = has_type ||
               (before == "type" && std::find(kCslTypes.begin(), kCslTypes.end(), string) != kCslTypes.end());
    has_more = has_more || string == "family" || string == "issued" || string == "container-title" ||
               string == "citation-key";
    before = string;
  });
  return has_type && has_more;
}

bool is_json_of_ids(std::string_view text) {
  size_t strings = 0;
  size_t ids = 0;
  bool has_title = false;
  for_each_json_string(text, [&](std::string_view string, size_t) {
    ++strings;
    ids += names_one_paper(string) ? 1 : 0;
    has_title = has_title || string == "title";
  });
  return ids >= 2 && ids * 2 >= strings && !has_title;
}

bool names_one_paper(std::string_view text) {
  return paper_of_name(text) || (length_of_url(text, 0) == text.size() && paper_of_url(text));
}

}  // namespace broadsheet
