#include "core/collection/work_list.h"

#include <algorithm>
#include <utility>

#include "core/collection/lower_case.h"
#include "core/digest/paper_sites.h"
#include "core/export/person_name.h"
#include "core/export/plain_text.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

// TeX's braces mean nothing outside of formulas; those of a formula are kept.
std::string without_braces(std::string text) {
  bool in_formula = false;
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '$') in_formula = !in_formula;
    if (in_formula || (text[i] != '{' && text[i] != '}')) plain += text[i];
  }
  return plain;
}

// Whether the first brace is closed by the last: `{Barnes and Noble}`, and not `{\.I}nan {\c C}`.
bool is_one_group(std::string_view name) {
  if (!name.starts_with('{')) return false;
  size_t depth = 0;
  for (size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '{') ++depth;
    if (name[i] == '}' && --depth == 0) return i + 1 == name.size();
  }
  return false;
}

std::string plain(std::string_view text) { return std::string(trim(without_braces(plain_text(text)))); }

}  // namespace

void WorkDraft::title(std::string_view text) {
  if (work_.title.empty()) work_.title = plain(text);
}

void WorkDraft::author(std::string_view name) {
  name = trim(name);
  const bool is_group = name.size() > 2 && is_one_group(name);
  const std::string text(trim(without_braces(plain_name(name))));
  if (text.empty() || text == "others" || means_others(text)) return;
  const PersonName parts = divide_name(text);
  if (is_group || parts.is_whole) return work_.authors.push_back(text);
  std::string joined;
  for (const std::string_view part : {parts.given, parts.particle, parts.family, parts.suffix}) {
    if (!part.empty()) (joined += joined.empty() ? "" : " ") += part;
  }
  work_.authors.push_back(std::move(joined));
}

void WorkDraft::year(std::string_view date) {
  if (!work_.year.empty()) return;
  for (size_t i = 0; i + 4 <= date.size(); ++i) {
    const bool begins = i == 0 || !is_ascii_digit(date[i - 1]);
    const bool ends = i + 4 == date.size() || !is_ascii_digit(date[i + 4]);
    const std::string_view digits = date.substr(i, 4);
    if (begins && ends && std::all_of(digits.begin(), digits.end(), is_ascii_digit)) {
      work_.year = digits;
      return;
    }
  }
}

void WorkDraft::address(std::string_view text) {
  text = trim(text);
  NamedPaper named = paper_of_name(text);
  if (!named) named = paper_of_url(text);
  if (named.namer == PaperNamer::kArxiv && work_.arxiv_id.empty()) work_.arxiv_id = named.key;
  if (named.namer == PaperNamer::kDoi && work_.doi.empty()) work_.doi = lower_case(named.key);
  if (is_web_url(text) && work_.url.empty()) work_.url = text;
}

void WorkDraft::mention(std::string_view text) {
  const NamedPaperInText found = next_paper_ref(text, 0);
  if (found.ref) address(text.substr(found.begin, found.end - found.begin));
}

bool WorkDraft::has_address() const {
  return !work_.arxiv_id.empty() || !work_.doi.empty() || !work_.url.empty();
}

void WorkList::add(WorkDraft&& draft) {
  const bool has_address = draft.has_address();
  CollectedWork work = draft.release();
  if (work.title.empty() && !has_address)
    return remark(work.line, "this entry has neither a title nor a link");
  if (collection_.works.size() == kMaxCollectedWorks) {
    ++left_out_;
    return;
  }
  collection_.works.push_back(std::move(work));
}

void WorkList::remark(uint32_t line, std::string_view message) {
  diagnostics_.add(DiagnosticCode::kBrokenRecord, line, message);
}

Collection WorkList::release(CollectionFormat format) {
  if (left_out_ > 0)
    remark(0, std::to_string(left_out_) + " entries are left out: a collection has at most " +
                  std::to_string(kMaxCollectedWorks));
  collection_.format = format;
  collection_.diagnostics = diagnostics_.release();
  return std::move(collection_);
}

}  // namespace broadsheet
