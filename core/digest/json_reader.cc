#include "core/digest/json_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "core/digest/digest_name.h"
#include "core/digest/distinct_names.h"
#include "core/digest/duplicates.h"
#include "core/digest/field_names.h"
#include "core/digest/json_escapes.h"
#include "core/digest/json_parse.h"
#include "core/digest/json_shape.h"
#include "core/digest/json_spans.h"
#include "core/digest/missing_fields.h"
#include "core/digest/name_lists.h"
#include "core/digest/paper_sites.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

struct FieldKey {
  std::string_view key;
  TextField field;
};
// An object `AI` holds the model's texts; some tools put them among the paper's own.
constexpr std::array kFieldsOfAi = {
    FieldKey{"tldr", TextField::kTldr},
    FieldKey{"task", TextField::kTldr},
    FieldKey{"motivation", TextField::kMotivation},
    FieldKey{"method", TextField::kMethod},
    FieldKey{"result", TextField::kResult},
    FieldKey{"conclusion", TextField::kConclusion},
};
constexpr std::array kFieldsOfRecord = {
    FieldKey{"summary", TextField::kAbstract},
    FieldKey{"abstract", TextField::kAbstract},
    FieldKey{"tldr", TextField::kTldr},
    FieldKey{"motivation", TextField::kMotivation},
    FieldKey{"method", TextField::kMethod},
    FieldKey{"result", TextField::kResult},
    FieldKey{"conclusion", TextField::kConclusion},
};
// A record's links, best first.
constexpr std::array<std::string_view, 5> kLinks = {"abs", "url", "link", "pdf", "pdf_url"};

std::string describe_error(std::string_view text) {
  if (text.starts_with("{'")) return "expected JSON, found a Python object: JSON puts names in \"";
  return "expected a JSON object; this stops being one at its byte " +
         std::to_string(json_error_position(text));
}

// What a span has too much of; empty if nothing.
std::string describe_excess(const JsonSpan& span) {
  if (span.depth > kMaxJsonDepth)
    return "brackets nest deeper than the " + std::to_string(kMaxJsonDepth) + " levels that are read";
  if (span.keys > kMaxJsonKeys)
    return "one record has more than the " + std::to_string(kMaxJsonKeys) + " keys that are read";
  if (span.values > kMaxJsonValues)
    return "one record has more than the " + std::to_string(kMaxJsonValues) + " values that are read";
  return "";
}

// The record, with escapes of half a character mended.
Json parse_record(const JsonSpan& span, DiagnosticList& diagnostics) {
  Json record = parse_json(span.text);
  if (!record.is_discarded()) return record;
  const MendedEscapes mended = mend_lone_surrogates(span.text);
  if (mended.count == 0) return record;
  record = parse_json(mended.text);
  if (!record.is_discarded()) {
    diagnostics.add(
        DiagnosticCode::kInvalidUtf8, span.line,
        std::to_string(mended.count) + " escapes that name half a character were replaced by U+FFFD");
  }
  return record;
}

bool is_title_key(std::string_view key) {
  if (key == "title") return true;
  const FieldName* field = field_named(key);
  return field != nullptr && field->kind == CaptureKind::kTitleText;
}

// The key of a record's title; empty if it has none.
std::string title_key_of(const Json& record) {
  if (const auto title = record.find("title"); title != record.end() && title->is_string()) return "title";
  for (const auto& item : record.items()) {
    if (item.value().is_string() && is_title_key(item.key())) return item.key();
  }
  return {};
}

// A record whose paper is an object of its own, `{"paper": {…}, "votes": 3}`, as one object: the paper's
// keys, then those beside it that it does not have.
Json flattened(const Json& record) {
  const auto paper = record.find("paper");
  if (paper == record.end() || !paper->is_object() || title_key_of(*paper).empty()) return record;
  Json flat = Json::object();
  for (const auto& item : paper->items()) flat[item.key()] = item.value();
  for (const auto& item : record.items()) {
    if (item.key() == "paper") continue;
    const auto own = flat.find(item.key());
    if (own == flat.end() || own->is_null()) flat[item.key()] = item.value();
  }
  return flat;
}

class RecordReader {
 public:
  RecordReader(const Json& record, Digest& digest, const JsonSpan& span, DiagnosticList& diagnostics)
      : record_(record), digest_(digest), span_(span), diagnostics_(diagnostics) {}

  Paper read() {
    paper_.number = static_cast<uint32_t>(digest_.papers.size() + 1);
    paper_.line = span_.line;
    title_key_ = title_key_of(record_);
    paper_.title = keep(string_of(title_key_));
    authors_key_ = key_of("authors", CaptureKind::kPeople);
    categories_key_ = key_of("categories", CaptureKind::kSubjects);
    read_link();
    read_authors();
    read_categories();
    read_date();
    read_texts(record_, kFieldsOfRecord, "");
    if (const Json* ai = find("AI"); ai != nullptr && ai->is_object()) read_texts(*ai, kFieldsOfAi, "AI ");
    return std::move(paper_);
  }

 private:
  const Json* find(std::string_view key) const {
    const auto found = record_.find(key);
    return found == record_.end() ? nullptr : &*found;
  }
  std::string_view string_of(std::string_view key) const {
    const Json* value = find(key);
    return value != nullptr && value->is_string() ? std::string_view(value->get_ref<const std::string&>())
                                                  : std::string_view();
  }
  // The key, if the record has it with a value, else the first one that means the same; empty if none does.
  std::string key_of(std::string_view usual, CaptureKind kind) const {
    const Json* value = find(usual);
    if (value != nullptr && !value->is_null()) return std::string(usual);
    for (const auto& item : record_.items()) {
      const FieldName* field = field_named(item.key());
      const bool has_value =
          !item.value().is_null() &&
          !(item.value().is_string() && trim(item.value().get_ref<const std::string&>()).empty());
      if (field != nullptr && field->kind == kind && has_value && item.key() != "cate") return item.key();
    }
    return std::string(usual);
  }
  std::string_view keep(std::string_view text) { return digest_.arena.add(text); }
  // A value as a person would read it: texts as they are, lists of texts joined by commas, the rest as JSON.
  std::string_view keep_value(const Json& value) {
    return value.is_string() ? keep(value.get_ref<const std::string&>()) : keep(text_of(value));
  }
  static std::string text_of(const Json& value) {
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), [](auto& v) { return v.is_string(); }))
      return value.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string list;
    for (const Json& item : value) (list += list.empty() ? "" : ", ") += item.get_ref<const std::string&>();
    return list;
  }

  void read_link() {
    for (const std::string_view key : kLinks) {
      if (paper_.url.empty()) paper_.url = keep(trim(string_of(key)));
    }
    const std::string_view id = keep(trim(string_of("id")));
    if (paper_.url.empty() && is_web_url(id)) paper_.url = id;
    paper_.arxiv_id = parse_arxiv_id(id);
    std::string_view doi;
    read_other_links(doi);
    const ArxivId linked = arxiv_id_of_url(paper_.url);
    if (paper_.arxiv_id.empty() || (paper_.arxiv_id.version == 0 && linked.id == paper_.arxiv_id.id))
      paper_.arxiv_id = linked.empty() ? paper_.arxiv_id : linked;
    if (paper_.arxiv_id.empty() && paper_.url != id && !id.empty()) paper_.extra.push_back({"id", id});
    if (paper_.url.empty() && id_is_named_ && !paper_.arxiv_id.empty())
      paper_.url = keep("https://arxiv.org/abs/" + std::string(paper_.arxiv_id.id));
    if (paper_.url.empty() && !doi.empty()) paper_.url = keep("https://doi.org/" + std::string(doi));
    if (!paper_.url.empty() && !is_web_url(paper_.url)) {
      diagnostics_.add(DiagnosticCode::kUnsafeLink, span_.line,
                       "the link is neither http nor https, it is shown as text only");
    }
  }

  // Links and ids under other keys of the table of names: `arxiv_id`, `pdf_url`, `doi`, `entry_id`.
  void read_other_links(std::string_view& doi) {
    for (const auto& item : record_.items()) {
      const std::string& key = item.key();
      if (key == "id" || !item.value().is_string() ||
          std::find(kLinks.begin(), kLinks.end(), key) != kLinks.end())
        continue;
      const FieldName* field = field_named(key);
      if (field == nullptr || field->kind != CaptureKind::kMarks) continue;
      const std::string_view value = trim(item.value().get_ref<const std::string&>());
      const NamedPaper ref = is_web_url(value) ? paper_of_url(value) : paper_of_name(value);
      if (is_web_url(value) && paper_.url.empty()) paper_.url = keep(value);
      if (ref.namer == PaperNamer::kArxiv && paper_.arxiv_id.empty()) {
        paper_.arxiv_id = parse_arxiv_id(keep(ref.key));
        paper_.arxiv_id.version = ref.arxiv_id.version;
        id_is_named_ = true;
      }
      if (ref.namer == PaperNamer::kDoi && !is_web_url(value) && doi.empty()) doi = keep(ref.key);
    }
  }

  // Joins the texts with commas, so that a suffix that is its own item (`Jr.`) stays with its name.
  void read_authors() {
    const Json* authors = find(authors_key_);
    if (authors == nullptr) return;
    if (authors->is_string()) {
      const std::string_view list = keep(authors->get_ref<const std::string&>());
      // One text in any notation, but names with commas alone are split as in Markdown.
      const bool is_plain =
          list.find_first_of(";[") == std::string_view::npos && list.find(" and ") == std::string_view::npos;
      paper_.authors = is_plain ? split_authors(list) : split_people(list);
      return;
    }
    if (!authors->is_array()) return;
    std::vector<std::string> names;
    for (const Json& item : *authors) {
      const std::string full = name_of(item);
      std::string_view name = trim(full);
      while (name.ends_with(',') || name.ends_with(';')) name = trim(name.substr(0, name.size() - 1));
      if (!names.empty() && is_name_suffix(name)) {
        (names.back() += ", ") += name;
      } else if (is_author(name)) {
        names.emplace_back(name);
      }
    }
    for (const std::string& name : names) paper_.authors.push_back(keep(name));
  }

  // A person: a text, or an object with a name or its parts.
  static std::string name_of(const Json& person) {
    if (person.is_string()) return person.get<std::string>();
    if (person.is_array() && !person.empty()) {  // [family, given, …]
      std::string name;
      for (size_t i = std::min<size_t>(person.size(), 2); i-- > 0;) {
        if (person[i].is_string())
          (name += name.empty() ? "" : " ") += person[i].get_ref<const std::string&>();
      }
      return name;
    }
    if (!person.is_object()) return {};
    const auto part = [&](std::initializer_list<std::string_view> keys) -> std::string {
      for (const std::string_view key : keys) {
        const auto found = person.find(key);
        if (found != person.end() && found->is_string()) return found->get<std::string>();
        if (found != person.end() && found->is_object()) return name_of(*found);
      }
      return {};
    };
    if (std::string name =
            part({"name", "fullname", "full_name", "fullName", "display_name", "author", "text"});
        !name.empty())
      return name;
    const std::string given = part({"given", "first", "first_name", "firstName", "given_name", "forename"});
    const std::string family = part({"family", "last", "last_name", "lastName", "family_name", "surname"});
    return given.empty() || family.empty() ? given + family : given + " " + family;
  }

  void read_categories() {
    DistinctNames distinct(paper_.categories);
    const auto add = [&](std::string_view name) {
      name = trim(name);
      if (!name.empty() && !distinct.has(name)) distinct.add(keep(name));
    };
    add(string_of("cate"));
    const Json* categories = find(categories_key_);
    if (categories == nullptr) return;
    if (categories->is_string()) {
      for (const std::string_view name : split_authors(categories->get_ref<const std::string&>())) add(name);
    }
    if (!categories->is_array()) return;
    for (const Json& item : *categories) {
      if (item.is_string()) add(item.get_ref<const std::string&>());
      if (!item.is_object()) continue;
      for (const std::string_view key : {"term", "name", "id"}) {
        const auto found = item.find(key);
        if (found == item.end() || !found->is_string()) continue;
        add(found->get_ref<const std::string&>());
        break;
      }
    }
  }

  // A day of its own counts where the file's name has none.
  void read_date() {
    if (!digest_.date.empty()) return;
    for (const auto& item : record_.items()) {
      const FieldName* field = field_named(item.key());
      if (field == nullptr || field->kind != CaptureKind::kDay || !item.value().is_string()) continue;
      const std::string day = date_of(item.value().get_ref<const std::string&>());
      if (day.empty()) continue;
      paper_.date = keep(day);
      return;
    }
  }

  // Reads the keys of `object` that are in `fields`. Other keys that nothing else reads become extra fields,
  // with `prefix` if the record has a key of that name too.
  template <size_t N>
  void read_texts(const Json& object, const std::array<FieldKey, N>& fields, std::string_view prefix) {
    for (const auto& item : object.items()) {
      const std::string& key = item.key();
      const Json& value = item.value();
      if (value.is_null() || (&object == &record_ && is_read_elsewhere(key, value))) continue;
      const std::string_view text = keep_value(value);
      const auto known = std::find_if(fields.begin(), fields.end(), [&](auto& f) { return f.key == key; });
      std::optional<TextField> field;
      if (known != fields.end()) field = known->field;
      if (!field && &object == &record_ && value.is_string()) field = named_field(key);
      if (field && !paper_.text(*field)) {
        paper_.text(*field) = text;
      } else if (!text.empty()) {
        const bool is_ambiguous = &object != &record_ && record_.contains(key);
        paper_.extra.push_back({keep(is_ambiguous ? std::string(prefix) + key : key), text});
      }
    }
  }

  // The text that a key of no known tool means. Words for a summary are the abstract only if nothing else is.
  std::optional<TextField> named_field(std::string_view key) const {
    const FieldName* field = field_named(key);
    if (field == nullptr || field->kind != CaptureKind::kText) return std::nullopt;
    const bool is_weak = field->strength != NameStrength::kPlain;
    const bool has_abstract = find("abstract") != nullptr || find("summary") != nullptr;
    if (is_weak && has_abstract) return std::nullopt;
    return field->field;
  }

  // Only if the value has the expected type; anything else becomes an extra field.
  bool is_read_elsewhere(std::string_view key, const Json& value) const {
    if (key == title_key_ || key == "id" || key == "cate") return value.is_string();
    if (key == authors_key_)
      return value.is_string() ||
             (value.is_array() &&
              std::all_of(value.begin(), value.end(), [](auto& item) { return !name_of(item).empty(); }));
    if (key == categories_key_)
      return value.is_string() ||
             (value.is_array() &&
              std::all_of(value.begin(), value.end(), [](auto& item) { return item.is_string(); }));
    if (key == "AI") return value.is_object();
    if (!value.is_string()) return false;
    const FieldName* field = field_named(key);
    const bool is_link = std::find(kLinks.begin(), kLinks.end(), key) != kLinks.end() ||
                         (field != nullptr && field->kind == CaptureKind::kMarks);
    if (!is_link) return false;
    const std::string_view link = trim(value.get_ref<const std::string&>());
    if (link.empty() || link == paper_.url) return true;
    if (paper_.arxiv_id.empty()) return false;
    return arxiv_id_of_url(link).id == paper_.arxiv_id.id || paper_of_name(link).key == paper_.arxiv_id.id;
  }

  const Json& record_;
  Digest& digest_;
  const JsonSpan& span_;
  DiagnosticList& diagnostics_;
  Paper paper_;
  std::string title_key_;
  std::string authors_key_;
  std::string categories_key_;
  bool id_is_named_ = false;  // by another key than `id`
};

class CategoryCounter {
 public:
  explicit CategoryCounter(Digest& digest) : digest_(digest) {}

  void add(const Paper& paper) {
    if (paper.categories.empty()) return;
    const std::string_view name = paper.categories.front();
    const auto [found, is_new] = index_.try_emplace(name, digest_.categories.size());
    if (is_new) digest_.categories.push_back({name, std::nullopt, 0});
    ++digest_.categories[found->second].read;
  }

 private:
  Digest& digest_;
  std::map<std::string_view, size_t> index_;
};

class DigestReader {
 public:
  DigestReader(Digest& digest, DiagnosticList& diagnostics)
      : digest_(digest), diagnostics_(diagnostics), categories_(digest) {}

  void read() {
    for_each_json_span(digest_.source, [&](const JsonSpan& span) { read_span(span); });
    digest_.dialect = "JSON";
    missing_fields_.report(diagnostics_);
    report_duplicates(digest_, true, diagnostics_);
    if (nested_ > 0) diagnostics_.add(DiagnosticCode::kUnknownDialect, 0, describe_nesting());
    if (digest_.papers.empty())
      diagnostics_.add(DiagnosticCode::kNoPapers, 0, "no JSON object with a title was found");
  }

 private:
  void report(const JsonSpan& span, std::string_view message) {
    diagnostics_.add(DiagnosticCode::kBrokenRecord, span.line, message);
  }

  bool is_full(const JsonSpan& span) {
    if (digest_.papers.size() < kMaxPapers) return false;
    report(span, "a file has at most " + std::to_string(kMaxPapers) + " papers: this record is not read");
    return true;
  }

  void read_span(const JsonSpan& span) {
    if (is_full(span)) return;
    const std::string excess = describe_excess(span);
    if (!excess.empty()) {
      if (holds_records(span.text)) return read_nested(span);
      return report(span, excess);
    }
    const bool is_worded = diagnostics_.keeps(DiagnosticCode::kBrokenRecord);
    if (!is_worded && !span.text.starts_with('{')) return report(span, "");
    const Json record = parse_record(span, diagnostics_);
    if (record.is_discarded()) {
      if (holds_records(span.text)) return read_nested(span);
      report(span, is_worded ? describe_error(span.text) : "");
    } else if (!record.is_object()) {
      report(span, "expected a JSON object with the keys of a paper");
    } else if (title_key_of(record).empty() ? holds_records(span.text)
                                            : may_hold_records(record) && holds_records(span.text)) {
      read_nested(span);
    } else {
      if (const Paper* paper = read_record(record, span)) count(*paper);
    }
  }

  void count(const Paper& paper) {
    missing_fields_.look_at(paper);
    categories_.add(paper);
  }

  // Whether a record with a title may be about a list of papers: it has a list or object, and no authors.
  static bool may_hold_records(const Json& record) {
    return record.find("authors") == record.end() &&
           std::any_of(record.begin(), record.end(),
                       [](const Json& value) { return value.is_structured() && !value.empty(); });
  }

  Paper* read_record(const Json& record, const JsonSpan& span) {
    const Json flat = record.find("paper") == record.end() ? Json() : flattened(record);
    const Json& whole = flat.is_null() ? record : flat;
    if (title_key_of(whole).empty()) {
      report(span, "expected a key \"title\" with a text: this object is no paper");
      return nullptr;
    }
    digest_.papers.push_back(RecordReader(whole, digest_, span, diagnostics_).read());
    return &digest_.papers.back();
  }

  // Papers inside an object: under any key, days or ids or subjects as keys.
  void read_nested(const JsonSpan& whole) {
    ++nested_;
    for_each_nested_record(
        whole.text, whole.line,
        [&](const NestedRecord& nested) {
          if (is_full(nested.span)) return;
          if (const std::string excess = describe_excess(nested.span); !excess.empty())
            return report(nested.span, excess);
          const Json record = parse_record(nested.span, diagnostics_);
          if (record.is_discarded()) return report(nested.span, describe_error(nested.span.text));
          if (Paper* paper = read_record(record, nested.span)) {
            apply_keys(nested, *paper);
            count(*paper);
          }
        },
        [&](std::string_view key, std::string_view value) {
          const FieldName* field = field_named(key);
          const std::string day =
              field != nullptr && field->kind == CaptureKind::kDay ? date_of(value) : std::string();
          if (!day.empty()) {
            if (digest_.date.empty()) digest_.date = day;
          } else if (unread_keys_.size() < kMostKeysNamed &&
                     std::find(unread_keys_.begin(), unread_keys_.end(), key) == unread_keys_.end()) {
            unread_keys_.push_back(key);
          }
        });
  }

  // What the keys above a record say of it.
  void apply_keys(const NestedRecord& nested, Paper& paper) {
    for (const std::string_view key : nested.keys) {
      const std::string day = date_of(key);
      if (!day.empty()) {
        if (paper.date.empty()) paper.date = digest_.arena.add(day);
      } else if (const NamedPaper ref = paper_of_name(key); ref.namer == PaperNamer::kArxiv) {
        if (paper.arxiv_id.empty()) paper.arxiv_id = ref.arxiv_id;
        if (paper.url.empty())
          paper.url = digest_.arena.add("https://arxiv.org/abs/" + std::string(ref.arxiv_id.id));
      } else if (is_arxiv_category(key)) {
        DistinctNames categories(paper.categories);
        if (!categories.has(key)) categories.add(key);
      }
    }
    if (nested.keys.empty() || !nested.is_in_list) return;
    const std::string_view list = nested.keys.back();
    if (lists_.size() < kMostKeysNamed && std::find(lists_.begin(), lists_.end(), list) == lists_.end())
      lists_.push_back(list);
  }

  static std::string joined(const std::vector<std::string_view>& names) {
    std::string text;
    for (const std::string_view name : names)
      text.append(text.empty() ? "\"" : ", \"").append(name).append("\"");
    return text;
  }

  std::string describe_nesting() const {
    std::string message = std::to_string(digest_.papers.size()) + " papers were taken from ";
    message += lists_.empty() ? "objects inside an object"
                              : (lists_.size() == 1 ? "the list " : "the lists ") + joined(lists_);
    if (lists_.size() == kMostKeysNamed) message += " and others";
    if (!unread_keys_.empty())
      message += "; keys beside that say nothing of a paper: " + joined(unread_keys_);
    return message;
  }

  static constexpr size_t kMostKeysNamed = 8;

  Digest& digest_;
  DiagnosticList& diagnostics_;
  CategoryCounter categories_;
  MissingFields missing_fields_;
  uint32_t nested_ = 0;  // objects that hold papers
  std::vector<std::string_view> lists_;
  std::vector<std::string_view> unread_keys_;
};

}  // namespace

void read_json_digest(Digest& digest, DiagnosticList& diagnostics) {
  DigestReader(digest, diagnostics).read();
}

}  // namespace broadsheet
