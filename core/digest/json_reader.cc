#include "core/digest/json_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "core/digest/distinct_names.h"
#include "core/digest/duplicates.h"
#include "core/digest/json_escapes.h"
#include "core/digest/json_object.h"
#include "core/digest/json_spans.h"
#include "core/digest/missing_fields.h"
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

// Finds a text's first error: parsing without exceptions does not report where it is.
class ErrorFinder : public nlohmann::json_sax<Json> {
 public:
  size_t position = 0;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t at, const std::string&, const nlohmann::detail::exception&) override {
    position = at;
    return false;
  }
};

std::string describe_error(std::string_view text) {
  if (text.starts_with("{'")) return "expected JSON, found a Python object: JSON puts names in \"";
  ErrorFinder finder;
  Json::sax_parse(text.begin(), text.end(), &finder);
  return "expected a JSON object; this stops being one at its byte " + std::to_string(finder.position);
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

Json parse(std::string_view text) { return Json::parse(text.begin(), text.end(), nullptr, false); }

// The record, with escapes of half a character mended.
Json parse_record(const JsonSpan& span, DiagnosticList& diagnostics) {
  Json record = parse(span.text);
  if (!record.is_discarded()) return record;
  const MendedEscapes mended = mend_lone_surrogates(span.text);
  if (mended.count == 0) return record;
  record = parse(mended.text);
  if (!record.is_discarded()) {
    diagnostics.add(
        DiagnosticCode::kInvalidUtf8, span.line,
        std::to_string(mended.count) + " escapes that name half a character were replaced by U+FFFD");
  }
  return record;
}

class RecordReader {
 public:
  RecordReader(const Json& record, Digest& digest, const JsonSpan& span, DiagnosticList& diagnostics)
      : record_(record), digest_(digest), span_(span), diagnostics_(diagnostics) {}

  Paper read() {
    paper_.number = static_cast<uint32_t>(digest_.papers.size() + 1);
    paper_.line = span_.line;
    paper_.title = keep(string_of("title"));
    read_link();
    read_authors();
    read_categories();
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
  std::string_view keep(std::string_view text) { return digest_.arena.add(text); }
  // A value as a person would read it: texts as they are, lists of texts joined by commas, the rest as JSON.
  static std::string text_of(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
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
    const ArxivId linked = arxiv_id_of_url(paper_.url);
    if (paper_.arxiv_id.empty() || (paper_.arxiv_id.version == 0 && linked.id == paper_.arxiv_id.id))
      paper_.arxiv_id = linked.empty() ? paper_.arxiv_id : linked;
    if (paper_.arxiv_id.empty() && paper_.url != id && !id.empty()) paper_.extra.push_back({"id", id});
    if (!paper_.url.empty() && !is_web_url(paper_.url)) {
      diagnostics_.add(DiagnosticCode::kUnsafeLink, span_.line,
                       "the link is neither http nor https, it is shown as text only");
    }
  }

  // Joins the texts with commas, so that a suffix that is its own item (`Jr.`) stays with its name.
  void read_authors() {
    const Json* authors = find("authors");
    if (authors == nullptr) return;
    if (authors->is_string()) {
      paper_.authors = split_authors(keep(authors->get_ref<const std::string&>()));
      return;
    }
    if (!authors->is_array()) return;
    std::vector<std::string> names;
    for (const Json& item : *authors) {
      if (!item.is_string()) continue;
      const std::string_view name = trim(item.get_ref<const std::string&>());
      if (!names.empty() && is_name_suffix(name)) {
        (names.back() += ", ") += name;
      } else if (is_author(name)) {
        names.emplace_back(name);
      }
    }
    for (const std::string& name : names) paper_.authors.push_back(keep(name));
  }

  void read_categories() {
    DistinctNames distinct(paper_.categories);
    const auto add = [&](std::string_view name) {
      name = trim(name);
      if (!name.empty() && !distinct.has(name)) distinct.add(keep(name));
    };
    add(string_of("cate"));
    const Json* categories = find("categories");
    if (categories == nullptr) return;
    if (categories->is_string()) {
      for (const std::string_view name : split_authors(categories->get_ref<const std::string&>())) add(name);
    }
    if (!categories->is_array()) return;
    for (const Json& item : *categories) {
      if (item.is_string()) add(item.get_ref<const std::string&>());
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
      const std::string_view text = keep(text_of(value));
      const auto field = std::find_if(fields.begin(), fields.end(), [&](auto& f) { return f.key == key; });
      if (field != fields.end() && !paper_.text(field->field)) {
        paper_.text(field->field) = text;
      } else if (!text.empty()) {
        const bool is_ambiguous = &object != &record_ && record_.contains(key);
        paper_.extra.push_back({keep(is_ambiguous ? std::string(prefix) + key : key), text});
      }
    }
  }

  // Only if the value has the expected type; anything else becomes an extra field.
  bool is_read_elsewhere(std::string_view key, const Json& value) const {
    if (key == "title" || key == "id" || key == "cate") return value.is_string();
    if (key == "authors" || key == "categories")
      return value.is_string() ||
             (value.is_array() &&
              std::all_of(value.begin(), value.end(), [](auto& item) { return item.is_string(); }));
    if (key == "AI") return value.is_object();
    if (std::find(kLinks.begin(), kLinks.end(), key) == kLinks.end() || !value.is_string()) return false;
    const std::string_view link = trim(value.get_ref<const std::string&>());
    return link.empty() || link == paper_.url ||
           (!paper_.arxiv_id.empty() && arxiv_id_of_url(link).id == paper_.arxiv_id.id);
  }

  const Json& record_;
  Digest& digest_;
  const JsonSpan& span_;
  DiagnosticList& diagnostics_;
  Paper paper_;
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

}  // namespace

void read_json_digest(Digest& digest, DiagnosticList& diagnostics) {
  CategoryCounter categories(digest);
  MissingFields missing_fields;
  for_each_json_span(digest.source, [&](const JsonSpan& span) {
    const auto report = [&](std::string_view message) {
      diagnostics.add(DiagnosticCode::kBrokenRecord, span.line, message);
    };
    if (digest.papers.size() == kMaxPapers) {
      report("a file has at most " + std::to_string(kMaxPapers) + " papers: this record is not read");
      return;
    }
    if (const std::string excess = describe_excess(span); !excess.empty()) {
      report(excess);
      return;
    }
    const bool is_worded = diagnostics.keeps(DiagnosticCode::kBrokenRecord);
    if (!is_worded && !span.text.starts_with('{')) {
      report("");
      return;
    }
    const Json record = parse_record(span, diagnostics);
    if (record.is_discarded()) {
      report(is_worded ? describe_error(span.text) : "");
    } else if (!record.is_object()) {
      report("expected a JSON object with the keys of a paper");
    } else if (const auto title = record.find("title"); title == record.end() || !title->is_string()) {
      report("expected a key \"title\" with a text: this object is no paper");
    } else {
      digest.papers.push_back(RecordReader(record, digest, span, diagnostics).read());
      missing_fields.look_at(digest.papers.back());
      categories.add(digest.papers.back());
    }
  });
  digest.dialect = "JSON";
  missing_fields.report(diagnostics);
  report_duplicates(digest, true, diagnostics);
  if (digest.papers.empty())
    diagnostics.add(DiagnosticCode::kNoPapers, 0, "no JSON object with a title was found");
}

}  // namespace broadsheet
