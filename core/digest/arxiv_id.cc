#include "core/digest/arxiv_id.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"

namespace broadsheet {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

// 2601.07839: four digits, a dot, four or five digits.
bool is_new_style(std::string_view id) {
  return (id.size() == 9 || id.size() == 10) && id[4] == '.' && all_digits(id.substr(0, 4)) &&
         all_digits(id.substr(5));
}

// hep-th/9711200, math.GT/0309136: archive, perhaps a subject class, seven digits.
bool is_old_style(std::string_view id) {
  const size_t slash = id.find('/');
  if (slash == std::string_view::npos || slash == 0 || id.size() - slash - 1 != 7) return false;
  if (!all_digits(id.substr(slash + 1))) return false;
  std::string_view archive = id.substr(0, slash);
  if (const size_t dot = archive.find('.'); dot != std::string_view::npos) {
    const std::string_view subject = archive.substr(dot + 1);
    if (subject.size() != 2 || !std::all_of(subject.begin(), subject.end(), is_upper)) return false;
    archive = archive.substr(0, dot);
  }
  return !archive.empty() && is_lower(archive.front()) &&
         std::all_of(archive.begin(), archive.end(), [](char c) { return is_lower(c) || c == '-'; });
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  return std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char p, char t) { return p == (is_upper(t) ? static_cast<char>(t | 0x20) : t); });
}

}  // namespace

ArxivId parse_arxiv_id(std::string_view text) {
  constexpr size_t kLongest = 40;
  ArxivId result;
  if (text.size() > kLongest) return result;
  std::string_view id = text;
  const size_t v = id.rfind('v');
  if (v != std::string_view::npos && v > 0 && is_ascii_digit(id[v - 1]) && all_digits(id.substr(v + 1)) &&
      id.size() - v <= 5) {
    for (const char c : id.substr(v + 1))
      result.version = result.version * 10 + static_cast<uint32_t>(c - '0');
    id = id.substr(0, v);
  }
  if (!is_new_style(id) && !is_old_style(id)) return {};
  result.id = id;
  return result;
}

ArxivId arxiv_id_of_url(std::string_view url) {
  if (!is_web_url(url)) return {};
  url.remove_prefix(url.find("//") + 2);
  const size_t slash = url.find('/');
  if (slash == std::string_view::npos) return {};
  constexpr std::array<std::string_view, 4> kHosts = {"arxiv.org", "www.arxiv.org", "export.arxiv.org",
                                                      "cn.arxiv.org"};
  const std::string_view host = url.substr(0, slash);
  const auto is_host = [&](std::string_view known) {
    return known.size() == host.size() && starts_with_ignoring_case(host, known);
  };
  if (std::none_of(kHosts.begin(), kHosts.end(), is_host)) return {};
  std::string_view path = url.substr(slash + 1);
  path = path.substr(0, path.find_first_of("?#"));
  const size_t kind_end = path.find('/');
  if (kind_end == std::string_view::npos) return {};
  constexpr std::array<std::string_view, 4> kKinds = {"abs", "pdf", "html", "ps"};
  if (std::find(kKinds.begin(), kKinds.end(), path.substr(0, kind_end)) == kKinds.end()) return {};
  std::string_view id = path.substr(kind_end + 1);
  while (!id.empty() && id.back() == '/') id.remove_suffix(1);
  if (id.size() > 4 && id.substr(id.size() - 4) == ".pdf") id.remove_suffix(4);
  return parse_arxiv_id(id);
}

bool is_web_url(std::string_view url) {
  return starts_with_ignoring_case(url, "https://") || starts_with_ignoring_case(url, "http://");
}

}  // namespace broadsheet
