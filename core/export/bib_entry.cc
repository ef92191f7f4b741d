#include "core/export/bib_entry.h"

#include <algorithm>

#include "core/export/person_name.h"
#include "core/export/valid_url.h"
#include "core/text/letter_case.h"
#include "core/text/utf8.h"

namespace broadsheet {

BibEntry::BibEntry(std::string_view type, const Citation& citation, const ExportOptions& options,
                   ExportReport& report, std::string& out)
    : citation_(citation), options_(options), style_{options.ascii, false, &report.no_ascii_form}, out_(out) {
  if (!out.empty()) out_ += '\n';
  (((out_ += '@') += type) += '{') += citation.key;
}

BibEntry::~BibEntry() { out_ += has_fields_ ? "\n}\n" : ",\n}\n"; }

void BibEntry::open(std::string_view name) {
  ((out_ += ",\n  ") += name) += " = ";
  has_fields_ = true;
}

void BibEntry::verbatim(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  open(name);
  ((out_ += '{') += value) += '}';
}

void BibEntry::macro(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  open(name);
  out_ += value;
}

void BibEntry::link(std::string_view name, std::string_view url) {
  if (url.empty()) return;
  open(name);
  out_ += '{';
  append_valid_url(url, out_);
  out_ += '}';
}

void BibEntry::text(std::string_view name, std::string_view text) {
  if (text.empty()) return;
  open(name);
  out_ += '{';
  append_tex(text, style_, out_);
  out_ += '}';
}

void BibEntry::title() {
  style_.keeps_case = true;
  text("title", citation_.title());
  style_.keeps_case = false;
}

void BibEntry::authors() {
  const NameList list = listed_names(citation_.authors(), options_.authors);
  if (list.names.empty()) return;
  open("author");
  out_ += '{';
  for (size_t i = 0; i < list.names.size(); ++i) {
    if (i > 0) out_ += " and ";
    const PersonName name = divide_name(list.names[i]);
    // biber takes a family in small letters for a particle: `hooks, bell`.
    const bool begins_small =
        !name.is_whole && name.particle.empty() && is_small_letter(decode_utf8(name.family, 0).value);
    if (name.is_whole || begins_small) {
      out_ += '{';
      append_tex(name.family, style_, out_);
      out_ += '}';
      append_tex(family_first({name.given, {}, {}, name.suffix}), style_, out_);
    } else {
      append_tex(family_first(name), style_, out_);
    }
  }
  out_ += list.has_more ? " and others}" : "}";
}

void BibEntry::tags() {
  std::string keywords;
  for (const std::string_view tag : citation_.tags) {
    std::string word(tag);
    std::replace(word.begin(), word.end(), ',', ';');  // commas separate keywords
    (keywords += keywords.empty() ? "" : ", ") += word;
  }
  text("keywords", keywords);
}

void BibEntry::abstract() {
  if (options_.abstracts) text("abstract", citation_.abstract());
}

}  // namespace broadsheet
