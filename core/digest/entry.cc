#include "core/digest/entry.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/digest/digest_name.h"
#include "core/digest/distinct_names.h"
#include "core/digest/field_names.h"
#include "core/digest/marked_line.h"
#include "core/digest/name_lists.h"
#include "core/digest/paper_sites.h"
#include "core/digest/text_labels.h"
#include "core/digest/text_slices.h"
#include "core/text/ascii.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;

// A day, a month or a year and nothing else: `2026-01-14`, `[2023/04]`, `Jan 2026`.
bool is_time(std::string_view text) {
  if (text.empty() || text.size() > 28) return false;
  size_t digits = 0;
  size_t letters = 0;
  for (const char c : text) {
    if (is_ascii_digit(c))
      ++digits;
    else if (is_multibyte(c))
      letters += 0;
    else if (std::string_view(" -/.,:()[]").find(c) == kNone)
      ++letters;
  }
  if (digits < 2) return false;
  if (letters == 0 || !date_of(text).empty()) return true;
  // `Jan 2026`
  constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return letters <= 9 && digits <= 6 &&
         std::any_of(std::begin(kMonths), std::end(kMonths),
                     [&](std::string_view month) { return text.starts_with(month); });
}

// The label at the end of a text, before the link that it names: `…, Code:`.
struct Tail {
  std::string_view text;   // before the label
  std::string_view label;  // empty if there is none
};
Tail split_tail(std::string_view text) {
  std::string_view trimmed = trim(text);
  while (trimmed.ends_with('[') || trimmed.ends_with('('))
    trimmed = trim(trimmed.substr(0, trimmed.size() - 1));
  size_t colon = 0;
  if (trimmed.ends_with(':')) colon = 1;
  if (trimmed.ends_with("：")) colon = std::string_view("：").size();
  if (colon == 0) return {text, {}};
  trimmed.remove_suffix(colon);
  const size_t begin = trimmed.find_last_of(",;.|)]");
  const std::string_view label = trim_signs(begin == kNone ? trimmed : trimmed.substr(begin + 1));
  if (label.empty() || label.size() > 40) return {text, {}};
  return {begin == kNone ? trimmed.substr(0, 0) : trimmed.substr(0, begin), label};
}

// Whether a stretch before the title may stand there: a number, a day, names, a venue in brackets.
bool may_precede_title(const Span& span) {
  const std::string_view text = trim_signs(without_markers(span.text));
  const bool has_letters =
      std::any_of(text.begin(), text.end(), [](char c) { return is_multibyte(c) || (c | 0x20) >= 'a'; });
  if (text.empty() || !has_letters || span.is_code || is_time(text)) return true;
  if (span.is_link) return is_word_for_link(span.text);
  const bool in_brackets =
      span.text.starts_with('[') || span.text.starts_with('(') || span.text.starts_with("【");
  if (span.is_bold && in_brackets && text.size() <= 14) return true;  // **[NeurIPS]**
  const FieldName* field = field_named(text);
  if (field != nullptr) return true;
  if (!span.is_bold && is_list_of_people(text)) return true;
  return in_brackets && text.size() <= 24;
}

bool is_anchor(std::string_view url) { return url.empty() || url.starts_with('#'); }

bool has_words(std::string_view text) {
  return text.size() >= 6 && (text.find(' ') != kNone || std::any_of(text.begin(), text.end(), is_multibyte));
}

// Words that no title ends in, but the beginning of a sentence before a link does.
bool breaks_off(std::string_view text) {
  constexpr std::string_view kWords[] = {"the", "this", "our", "your", "in",   "see", "from",  "to",
                                         "of",  "a",    "an",  "and",  "or",   "by",  "on",    "with",
                                         "at",  "for",  "via", "is",   "that", "as",  "using", "my"};
  const size_t blank = text.find_last_of(" ");
  std::string_view last = blank == kNone ? text : text.substr(blank + 1);
  return std::find(std::begin(kWords), std::end(kWords), last) != std::end(kWords);
}

// Quoted words inside a text: `A, B. "Title." Venue`.
std::string_view quoted_title(std::string_view text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""},
                                    {"“", "”"},
                                    {"《", "》"},
                                    {"「", "」"},
                                    {"『", "』"}}) {
    const size_t begin = text.find(open);
    if (begin == kNone) continue;
    const std::string_view inside = text.substr(begin + open.size());
    const size_t end = inside.find(close);
    if (end == kNone) continue;
    const std::string_view title = trim(inside.substr(0, end));
    if (has_words(title) && title.size() >= 12) return title;
  }
  return {};
}

// Without a day, month or venue in brackets before the words: `[2023/04] Title`.
std::string_view without_time(std::string_view text) {
  constexpr size_t kLongest = 24;
  const size_t close = text.substr(0, kLongest).find(']');
  if (!text.starts_with('[') || close == kNone || text.substr(close).starts_with("](")) return text;
  return without_markers(text.substr(close + 1));
}

struct Found {
  EntryTitle title;
  size_t span = kNone;         // the span that holds it
  std::string_view text_left;  // of that span, before or after it
};

std::string_view clean_title(std::string_view title) {
  title = without_marks(without_markers(title));
  title = without_marks(without_markers(title));
  while (title.size() > 1 && (title.ends_with(',') || title.ends_with(':') || title.ends_with(" -")))
    title = trim(title.substr(0, title.size() - 1));
  if (title.size() > 1 && title.ends_with('.') && !title.ends_with("..")) title.remove_suffix(1);
  if (title.ends_with("：")) title.remove_suffix(3);
  return trim(title);
}

Found find_title(const std::vector<Span>& spans, EntryForm form) {
  for (size_t i = 0; i < spans.size(); ++i) {
    const Span& span = spans[i];
    if (span.is_link) {
      if (is_word_for_link(span.text) || (is_anchor(span.url) && !span.url.empty())) {
        if (is_anchor(span.url) && !span.url.empty()) return {};
        continue;
      }
      const bool to_paper = static_cast<bool>(paper_of_url(span.url));
      if (span.url.starts_with("mailto:")) continue;
      return {{clean_title(span.text), TitleEvidence::kLink, to_paper}, i, {}};
    }
    if (may_precede_title(span)) continue;
    // A link right after it may have the whole title: **Short** [Short: the whole title](…)
    size_t next = i + 1;
    while (next < spans.size() && may_precede_title(spans[next])) ++next;
    const bool link_follows = next < spans.size() && spans[next].is_link &&
                              !is_word_for_link(spans[next].text) && paper_of_url(spans[next].url);
    const bool may_be_italic = form == EntryForm::kTitleCell || has_words(span.text);
    if (span.is_bold || (span.is_italic && may_be_italic && !is_list_of_people(span.text))) {
      const bool is_venue =
          span.text.size() > 4 && std::all_of(span.text.end() - 4, span.text.end(), is_ascii_digit);
      if (link_follows && (is_venue || (spans[next].text.size() > span.text.size() && next == i + 1)))
        return {{clean_title(spans[next].text), TitleEvidence::kLink, true}, next, {}};
      // **Short**: "The whole title", …
      if (i + 1 < spans.size() && spans[i + 1].is_plain()) {
        const std::string_view quoted = quoted_title(spans[i + 1].text);
        if (!quoted.empty() && trim_signs(spans[i + 1].text.substr(0, 4)).data() <= quoted.data())
          return {{clean_title(quoted), TitleEvidence::kBold, false}, i + 1, spans[i + 1].text};
      }
      const std::string_view title = clean_title(span.text);
      if (title.empty()) continue;
      return {{title, TitleEvidence::kBold, false}, i, {}};
    }
    if (span.is_italic) continue;
    const Tail tail = split_tail(span.text);
    if (const std::string_view quoted = quoted_title(tail.text); !quoted.empty())
      return {{clean_title(quoted), TitleEvidence::kPlain, false}, i, tail.text};
    const std::string_view title = clean_title(trim_signs(without_time(without_markers(tail.text))));
    if (form == EntryForm::kCell || form == EntryForm::kTitleCell) {
      if (link_follows) continue;
      if (title.empty() || (form == EntryForm::kCell && !has_words(title))) return {};
      return {{title, TitleEvidence::kPlain, false}, i, {}};
    }
    if (link_follows || !has_words(title) || breaks_off(title) || title.ends_with('(')) return {};
    if (next < spans.size() && spans[next].is_bold && !spans[next].is_link) return {};
    return {{title, TitleEvidence::kPlain, false}, i, {}};
  }
  return {};
}

// In a heading everything is title, but links that only say what they lead to, and what stands behind them.
Found find_heading(std::string_view line, const std::vector<Span>& spans) {
  for (size_t i = 0; i < spans.size(); ++i) {
    if (!spans[i].is_link || is_word_for_link(spans[i].text) || is_anchor(spans[i].url)) continue;
    return {{clean_title(spans[i].text), TitleEvidence::kLink, static_cast<bool>(paper_of_url(spans[i].url))},
            i,
            {}};
  }
  const char* end = line.data() + line.size();
  for (const Span& span : spans) {
    if (!span.is_link && !(span.is_code && is_arxiv_category(span.text))) continue;
    if (is_anchor(span.url) && !span.url.empty() && !is_word_for_link(span.text)) continue;
    end = std::min(end, span.text.data());
  }
  std::string_view text = line.substr(0, static_cast<size_t>(end - line.data()));
  if (text.size() < line.size()) {
    // What opens the link is none of the title.
    while (!text.empty() && std::string_view("[(<`!| ").find(text.back()) != kNone) text.remove_suffix(1);
    if (const size_t tag = text.rfind('<'); tag != kNone && text.find('>', tag) == kNone)
      text = text.substr(0, tag);
  }
  // Anchors: `Title [[back]](#toc)`, `Title <a id=…>`, `Title {#id}`
  if (const size_t tag = text.find("<a "); tag != kNone && tag > 0) text = text.substr(0, tag);
  text = trim(text);
  while (text.ends_with('#')) text = trim(text.substr(0, text.size() - 1));
  const std::string_view title = clean_title(text);
  if (title.empty()) return {};
  return {{title, TitleEvidence::kBold, false}, kNone, {}};
}

Found find_entry(std::string_view line, const std::vector<Span>& spans, EntryForm form) {
  return form == EntryForm::kHeading ? find_heading(line, spans) : find_title(spans, form);
}

void add_extra(std::string_view name, std::string_view text, Paper& paper) {
  if (!text.empty()) paper.extra.push_back({name, text});
}

void take_ref(const NamedPaper& ref, Paper& paper) {
  if (ref.namer == PaperNamer::kArxiv && paper.arxiv_id.empty()) paper.arxiv_id = ref.arxiv_id;
}

void take_named(const NamedPaper& ref, Paper& paper) {
  if (ref.namer == PaperNamer::kDoi) add_extra("doi", ref.key, paper);
  take_ref(ref, paper);
}

void take_link(const Span& span, std::string_view label, Paper& paper) {
  std::string_view name = label;
  if (name.empty() && !is_web_url(span.text) && !span.text.starts_with("![") && !paper_of_name(span.text))
    name = span.text;
  if (span.url.empty() || span.url.starts_with('#') || span.url.starts_with("mailto:")) return;
  add_paper_link(name.empty() ? std::string_view("link") : name, span.url, paper);
}

// A stretch that is neither title nor link, and holds no link to a paper. `in_entry`: a sentence is the
// TL;DR.
void take_words(const Span& span, bool in_entry, std::string_view name, Paper& paper, TextArena& arena) {
  std::string_view text = trim_signs(span.text);
  if (text.empty() || (text.size() < 4 && std::all_of(text.begin(), text.end(), is_ascii_digit))) return;
  if (const NamedPaper ref = paper_of_name(text)) return take_named(ref, paper);
  if (is_arxiv_category(text) ||
      (span.is_code && split_subjects(text).size() > 1 && is_arxiv_category(split_subjects(text).front()))) {
    apply_subjects(text, paper);
    return;
  }
  if (is_time(text)) {
    if (const std::string day = date_of(text); !day.empty() && paper.date.empty()) {
      paper.date = arena.add(day);
    } else {
      add_extra("date", text, paper);
    }
    return;
  }
  if (paper.authors.empty() && !span.is_code && is_list_of_people(text)) {
    apply_people(name, text, paper);
    return;
  }
  // `Published: 2026-01-14 · Category: cs.RO`
  const bool has_label = text.find(':') != kNone || text.find("：") != kNone;
  if (has_label && text.size() < 400) {
    if (const auto label = label_of_line(text); label && label->field != nullptr && !label->value.empty()) {
      switch (label->field->kind) {
        case CaptureKind::kPeople:
          apply_people(label->label, label->value, paper);
          return;
        case CaptureKind::kDay:
          apply_day(label->label, label->value, paper, arena);
          return;
        case CaptureKind::kSubjects:
          apply_subjects(label->value, paper);
          return;
        case CaptureKind::kExtra:
          add_extra(label->label, label->value, paper);
          return;
        case CaptureKind::kText:
          if (!paper.text(label->field->field)) {
            paper.text(label->field->field) = label->value;
            return;
          }
          break;
        default:
          break;
      }
    }
  }
  const bool is_sentence = text.size() >= 24 && has_words(text) && !span.is_code;
  if (in_entry && is_sentence && !paper.text(TextField::kTldr)) {
    // A sentence keeps its full stop.
    const auto begin = static_cast<size_t>(text.data() - span.text.data());
    std::string_view sentence = span.text.substr(begin);
    while (!sentence.empty() && std::string_view(" \t-|[(").find(sentence.back()) != kNone)
      sentence.remove_suffix(1);
    paper.text(TextField::kTldr) = sentence;
  } else {
    add_extra(name, text, paper);
  }
}

// A stretch that is neither title nor link: the papers that it names, and the words between them.
void take_text(const Span& span, bool in_entry, std::string_view name, Paper& paper, TextArena& arena) {
  constexpr size_t kLongest = 8192;  // what is longer is prose, whatever it cites
  Span rest = span;
  while (!span.is_code && rest.text.size() <= kLongest) {
    const std::string_view text = trim_signs(rest.text);
    if (paper_of_name(text)) break;
    const NamedPaperInText found = next_paper_ref(text, 0);
    if (!found.ref) break;
    take_named(found.ref, paper);
    rest.text = trim(text.substr(0, found.begin));
    take_words(rest, in_entry, name, paper, arena);
    rest.text = trim(text.substr(found.end));
  }
  take_words(rest, in_entry, name, paper, arena);
}

}  // namespace

EntryTitle title_of_entry(std::string_view line, EntryForm form) {
  return find_entry(line, spans_of(line), form).title;
}

void add_paper_link(std::string_view name, std::string_view url, Paper& paper) {
  url = trim(url);
  if (url.empty()) return;
  const NamedPaper ref = paper_of_url(url);
  take_ref(ref, paper);
  const NamedPaper known = paper_of_url(paper.url);
  if (ref && !known) {
    if (!paper.url.empty()) add_extra("page", paper.url, paper);
    paper.url = url;
    return;
  }
  const bool says_nothing_new = url == paper.url || (ref && ref.namer == known.namer && ref.key == known.key);
  if (!says_nothing_new) add_extra(name, url, paper);
}

void apply_entry(std::string_view line, EntryForm form, Paper& paper, TextArena& arena) {
  line = trim(line);
  const std::vector<Span> spans = spans_of(line);
  const Found found = find_entry(line, spans, form);
  if (paper.title.empty()) {
    paper.title = found.title.title;
  } else if (!found.title.title.empty() && found.title.title != paper.title) {
    add_extra("title", found.title.title, paper);
  }
  const char* const title_end = found.title.title.data() + found.title.title.size();
  if (found.span != kNone && spans[found.span].is_link) {
    const Span& link = spans[found.span];
    if (is_web_url(link.url)) {
      if (paper.url.empty()) {
        paper.url = link.url;
        take_ref(paper_of_url(link.url), paper);
      } else {
        take_link(link, {}, paper);
      }
    } else {
      // A page of the same repository may be called as the paper is: `2601.00001.md`.
      take_ref(paper_of_name(digest_name_of(link.url)), paper);
      add_extra("page", link.url, paper);
    }
  }
  std::string_view label;
  for (size_t i = 0; i < spans.size(); ++i) {
    const Span& span = spans[i];
    if (i == found.span) {
      // Of a plain span: what is before and after the title.
      if (!span.is_link && !found.title.title.empty()) {
        const auto begin = static_cast<size_t>(found.title.title.data() - span.text.data());
        const auto take = [&](std::string_view text) {
          Span rest;
          rest.text = trim_signs(without_markers(text));
          if (rest.text.size() > 1 && field_named(rest.text) == nullptr)
            take_text(rest, true, "text", paper, arena);
        };
        if (span.is_plain()) {
          const Tail tail = split_tail(span.text);
          label = tail.label;
          take(span.text.substr(0, begin));
          const size_t end = begin + found.title.title.size();
          const size_t stop =
              label.empty() ? span.text.size()
                            : static_cast<size_t>(tail.text.data() - span.text.data()) + tail.text.size();
          if (stop > end) take(span.text.substr(end, stop - end));
        }
      }
      continue;
    }
    if (span.is_link) {
      take_link(span, label, paper);
      label = {};
      continue;
    }
    const bool is_in_heading =
        form == EntryForm::kHeading && found.span == kNone && span.text.data() < title_end;
    if (is_in_heading) continue;
    const Tail tail = span.is_plain() ? split_tail(span.text) : Tail{span.text, {}};
    label = i + 1 < spans.size() && spans[i + 1].is_link ? tail.label : std::string_view();
    Span rest = span;
    rest.text = label.empty() ? span.text : tail.text;
    if (i < found.span) rest.text = trim_signs(without_markers(rest.text));
    take_text(rest, form != EntryForm::kHeading, "text", paper, arena);
  }
}

bool is_line_of_marks(std::string_view line, bool people_may_be_plain) {
  line = trim(line);
  if (line.empty() || line.size() > 4000) return false;
  bool holds_any = false;
  const std::vector<Span> spans = spans_of(line);
  for (size_t i = 0; i < spans.size(); ++i) {
    const Span& span = spans[i];
    if (span.is_link) {
      holds_any = true;
      continue;
    }
    const Tail tail =
        i + 1 < spans.size() && spans[i + 1].is_link ? split_tail(span.text) : Tail{span.text, {}};
    const std::string_view text = trim_signs(without_markers(tail.text));
    if (text.empty()) continue;
    if (paper_of_name(text) || is_arxiv_category(text) || is_time(text)) {
      holds_any = true;
    } else if (span.is_code && text.size() <= 40) {
      holds_any = true;
    } else if ((span.is_italic || span.is_bold || people_may_be_plain) && is_list_of_people(text)) {
      holds_any = true;
    } else if (text.size() > (line.starts_with('<') ? 40u : 16u) || !holds_any || !span.is_plain()) {
      return false;
    }
  }
  return holds_any;
}

void apply_marks(std::string_view name, std::string_view line, Paper& paper, TextArena& arena) {
  std::string_view label;
  const std::vector<Span> spans = spans_of(trim(line));
  for (size_t i = 0; i < spans.size(); ++i) {
    const Span& span = spans[i];
    if (span.is_link) {
      // The title may be the text of the only link: **Paper:** [Title](…)
      const bool is_title = paper.title.empty() && !is_word_for_link(span.text) && has_words(span.text);
      if (is_title) paper.title = clean_title(span.text);
      take_link(span, label, paper);
      label = {};
      continue;
    }
    const Tail tail = i + 1 < spans.size() && spans[i + 1].is_link && span.is_plain() ? split_tail(span.text)
                                                                                      : Tail{span.text, {}};
    label = tail.label;
    Span rest = span;
    rest.text = label.empty() ? span.text : tail.text;
    take_text(rest, false, name, paper, arena);
  }
}

std::string_view take_after_bars(std::string_view value, Paper& paper, TextArena& arena) {
  constexpr size_t kLongest = 2000;
  if (value.size() > kLongest) return value;
  size_t first = value.size();
  size_t after = 0;
  for (const std::string_view bar : {" | ", " · ", " ｜ ", " • "}) {
    if (const size_t at = value.find(bar); at < first) first = at, after = at + bar.size();
  }
  if (first == value.size()) return value;
  const std::string_view tail = trim(value.substr(after));
  const auto label = label_of_line(tail);
  if (!label) return value;
  const std::string_view own = take_after_bars(label->value, paper, arena);
  switch (label->field == nullptr ? CaptureKind::kExtra : label->field->kind) {
    case CaptureKind::kMarks:
      apply_marks(label->label, own, paper, arena);
      break;
    case CaptureKind::kSubjects:
      apply_subjects(own, paper);
      break;
    case CaptureKind::kPeople:
      apply_people(label->label, own, paper);
      break;
    case CaptureKind::kDay:
      apply_day(label->label, own, paper, arena);
      break;
    default:
      add_extra(label->label, without_marks(own), paper);
  }
  return trim(value.substr(0, first));
}

void apply_day(std::string_view name, std::string_view value, Paper& paper, TextArena& arena) {
  value = without_marks(value);
  if (value.size() > 200) {
    add_extra(name, value, paper);
    return;
  }
  const std::string day = date_of(value);
  if (!day.empty() && paper.date.empty()) {
    paper.date = arena.add(day);
    if (value.size() <= 24) return;
  }
  if (day.empty() || day != paper.date || value.size() > 24) add_extra(name, value, paper);
}

void apply_people(std::string_view name, std::string_view value, Paper& paper) {
  std::vector<std::string_view> people = split_people(without_marks(value));
  if (paper.authors.empty()) {
    paper.authors = std::move(people);
  } else if (people != paper.authors) {
    add_extra(name, without_marks(value), paper);
    return;
  }
  add_extra("venue", after_people(value), paper);
}

void apply_subjects(std::string_view value, Paper& paper) {
  DistinctNames categories(paper.categories);
  for (const std::string_view name : split_subjects(value)) {
    if (!categories.has(name)) categories.add(name);
  }
}

void apply_title(std::string_view value, Paper& paper, TextArena& arena) {
  const bool has_link = value.find("](") != kNone || value.find("<a ") != kNone;
  if (has_link && paper.title.empty()) {
    apply_entry(value, EntryForm::kCell, paper, arena);
    if (!paper.title.empty()) return;
  }
  const std::string_view title = clean_title(value);
  if (paper.title.empty()) {
    paper.title = title;
  } else if (title != paper.title) {
    add_extra("title", title, paper);
  }
}

void apply_paper(std::string_view value, Paper& paper, TextArena& arena) {
  const EntryTitle title = title_of_entry(value, EntryForm::kCell);
  const bool is_certain = title.evidence == TitleEvidence::kLink && title.links_to_paper;
  if (is_certain && paper.url.empty() && title.title != paper.title) {
    add_extra("heading", paper.title, paper);
    paper.title = {};
  }
  apply_entry(value, EntryForm::kCell, paper, arena);
}

void complete_link(Paper& paper, TextArena& arena) {
  if (!paper.url.empty()) return;
  const auto is_link = [](const ExtraField& extra) {
    const FieldName* field = field_named(extra.name);
    const bool is_named =
        field != nullptr && (field->kind == CaptureKind::kMarks || field->kind == CaptureKind::kPaper);
    return is_web_url(extra.text) && extra.text.find(' ') == kNone && (is_named || extra.name == "link");
  };
  const auto link = std::find_if(paper.extra.begin(), paper.extra.end(), is_link);
  if (link != paper.extra.end() && paper.arxiv_id.empty()) {
    paper.url = link->text;
    paper.extra.erase(link);
    return;
  }
  if (!paper.arxiv_id.empty()) {
    std::string url = "https://arxiv.org/abs/" + std::string(paper.arxiv_id.id);
    if (paper.arxiv_id.version > 0) url += "v" + std::to_string(paper.arxiv_id.version);
    paper.url = arena.add(url);
    return;
  }
  for (size_t i = 0; i < paper.extra.size(); ++i) {
    const NamedPaper ref = paper_of_name(paper.extra[i].text);
    if (ref.namer != PaperNamer::kDoi) continue;
    paper.url = arena.add("https://doi.org/" + std::string(ref.key));
    return;
  }
}

}  // namespace broadsheet
