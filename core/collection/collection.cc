#include "core/collection/collection.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/collection/id_line.h"
#include "core/collection/json_strings.h"
#include "core/collection/readers.h"
#include "core/digest/text_file.h"
#include "core/digest/text_slices.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

constexpr size_t kSample = kJsonSample;

struct Format {
  CollectionFormat format;
  std::string_view name;
  void (*read)(std::string_view text, WorkList& works);
};
constexpr std::array<Format, 6> kFormats = {{
    {CollectionFormat::kBibtex, "bibtex", read_bibtex},
    {CollectionFormat::kRis, "ris", read_ris},
    {CollectionFormat::kCslJson, "csl-json", read_json_works},
    {CollectionFormat::kCsv, "csv", read_csv},
    {CollectionFormat::kOpml, "opml", read_opml},
    {CollectionFormat::kIds, "ids", read_ids},
}};

struct Ending {
  std::string_view ending;
  CollectionFormat format;
};
constexpr std::array<Ending, 6> kEndings = {{
    {".bib", CollectionFormat::kBibtex},
    {".bibtex", CollectionFormat::kBibtex},
    {".ris", CollectionFormat::kRis},
    {".csv", CollectionFormat::kCsv},
    {".tsv", CollectionFormat::kCsv},
    {".opml", CollectionFormat::kOpml},
}};

bool ends_with_ignoring_case(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() &&
         std::equal(ending.begin(), ending.end(), text.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b | 0x20 : b); });
}

// The text from its first line that is neither blank nor a comment of TeX.
std::string_view after_comments(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (;;) {
    const size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin);
    if (!text.starts_with('%')) return text;
    text.remove_prefix(std::min(text.find('\n'), text.size()));
  }
}

bool begins_bibtex(std::string_view text) {
  if (!text.starts_with('@')) return false;
  size_t i = 1;
  while (i < text.size() && is_ascii_letter(text[i])) ++i;
  return i > 1 && i < text.size() && (text[i] == '{' || text[i] == '(');
}

// Whether its lines are ids, DOIs and links: all but one in ten, and two at least.
bool is_list_of_ids(std::string_view text, bool is_cut) {
  if (is_cut) text = text.substr(0, text.rfind('\n'));
  size_t lines = 0;
  size_t named = 0;
  size_t ids = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const IdLine line(text.substr(0, end));
    lines += line.is_blank() ? 0 : 1;
    named += line.ids().empty() ? 0 : 1;
    ids += line.ids().size();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return ids >= 2 && named * 10 >= lines * 9;
}

std::optional<CollectionFormat> format_of(std::string_view file_name, std::string_view bytes) {
  for (const Ending& each : kEndings) {
    if (ends_with_ignoring_case(file_name, each.ending)) return each.format;
  }
  const std::string_view head = bytes.substr(0, kSample);
  const std::string_view text = after_comments(head);
  if (begins_bibtex(text)) return CollectionFormat::kBibtex;
  if (text.starts_with("TY  - ")) return CollectionFormat::kRis;
  if (text.starts_with('[') || text.starts_with('{')) {
    const bool is_known = is_csl_json(head) || is_json_of_ids(head);
    return is_known ? std::optional(CollectionFormat::kCslJson) : std::nullopt;
  }
  constexpr size_t kBeforeOpml = 1024;
  if (text.starts_with('<'))
    return text.substr(0, kBeforeOpml).find("<opml") == std::string_view::npos
               ? std::nullopt
               : std::optional(CollectionFormat::kOpml);
  return is_list_of_ids(head, bytes.size() > kSample) ? std::optional(CollectionFormat::kIds) : std::nullopt;
}

const Format& find(CollectionFormat format) {
  return *std::find_if(kFormats.begin(), kFormats.end(),
                       [&](const Format& each) { return each.format == format; });
}

}  // namespace

std::string_view name_of(CollectionFormat format) { return find(format).name; }

bool is_collection(std::string_view file_name, std::string_view bytes) {
  return format_of(file_name, bytes).has_value();
}

Result<Collection> read_collection(std::string_view file_name, std::string bytes, const Decoder& decode) {
  const CollectionFormat format = format_of(file_name, bytes).value_or(CollectionFormat::kIds);
  Result<TextFile> file = read_text_file(std::move(bytes), decode, Doubtful::kWestern);
  if (!file.ok()) return file.error();
  const std::string& text = file.value().text;
  WorkList works(text);
  for (const Diagnostic& each : file.value().diagnostics) works.remark(each);
  find(format).read(text, works);
  return works.release(format);
}

}  // namespace broadsheet
