// CSV by RFC 4180, for spreadsheets: a byte order mark tells Excel that this is UTF-8.
#include <array>

#include "core/export/formats.h"
#include "core/export/person_name.h"
#include "core/export/plain_text.h"

namespace broadsheet {
namespace {

// A spreadsheet computes what begins like this, and a formula may read files and ask servers: a digest must
// not make it do so. An apostrophe makes it text, and is not shown. Some take the wide signs too.
bool begins_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 10> kBeginnings = {"=",  "+",  "-",  "@",  "\t",
                                                            "\r", "＝", "＋", "－", "＠"};
  for (const std::string_view beginning : kBeginnings) {
    if (cell.starts_with(beginning)) return true;
  }
  return false;
}

class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  ~Row() { out_ += "\r\n"; }
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

  Row& operator<<(std::string_view cell) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    const bool defused = begins_formula(cell);
    const bool quoted = cell.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out_ += '"';
    if (defused) out_ += '\'';
    for (const char c : cell) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    if (quoted) out_ += '"';
    return *this;
  }

 private:
  std::string& out_;
  bool is_first_ = true;
};

// `Li, Wei; Beispiel, Ana`.
std::string authors_of(const Citation& citation, const ExportOptions& options) {
  const NameList list = listed_names(citation.authors(), options.authors);
  std::string authors;
  for (const std::string& name : list.names)
    (authors += authors.empty() ? "" : "; ") += family_first(divide_name(name));
  return list.has_more ? authors + "; et al." : authors;
}

template <typename Texts>
std::string joined(const Texts& texts) {
  std::string line;
  for (const std::string_view text : texts) (line += line.empty() ? "" : "; ") += plain_text(text);
  return line;
}

}  // namespace

void write_csv(std::span<const Citation> citations, const ExportOptions& options, ExportReport&,
               std::string& out) {
  out += "\xEF\xBB\xBF";
  {
    Row head(out);
    head << "key"
         << "id"
         << "version"
         << "title"
         << "authors"
         << "year"
         << "date"
         << "categories"
         << "doi"
         << "url"
         << "tags"
         << "note"
         << "tldr";
    if (options.abstracts) head << "abstract";
  }
  for (const Citation& citation : citations) {
    Row row(out);
    // A bare id is a number to a spreadsheet, which writes 2601.10000 as 2601.1.
    row << citation.key << (citation.id.empty() ? "" : "arXiv:" + std::string(citation.id))
        << (citation.version > 0 ? std::to_string(citation.version) : "") << plain_text(citation.title())
        << authors_of(citation, options) << (citation.date.year > 0 ? std::to_string(citation.date.year) : "")
        << iso_date(citation.date) << joined(citation.paper->categories)
        << (citation.id.empty() ? citation.doi : arxiv_doi(citation)) << citation.url << joined(citation.tags)
        << plain_text(citation.note, Lines::kKept) << plain_text(citation.summary(), Lines::kKept);
    if (options.abstracts) row << plain_text(citation.abstract());
  }
}

}  // namespace broadsheet
