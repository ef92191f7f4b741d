#include "core/digest/feed_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "core/digest/digest_name.h"
#include "core/digest/feed_item.h"
#include "core/digest/html_text.h"
#include "core/digest/json_reader.h"
#include "core/digest/marked_line.h"
#include "core/digest/markup.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;

// What an element of an item means, by its name without prefix.
enum class Part : uint8_t {
  kOther,  // becomes an extra field of its name
  kTitle,
  kLink,
  kId,
  kAuthor,
  kSubject,
  kMainSubject,
  kAbstract,
  kMoreText,  // the abstract if there is no other
  kPublished,
  kUpdated,
  kDoi,
  kSource,  // of another feed, with a title and links of its own
};
struct PartName {
  std::string_view name;
  Part part;
};
constexpr std::array kParts = {PartName{"title", Part::kTitle},
                               PartName{"link", Part::kLink},
                               PartName{"id", Part::kId},
                               PartName{"guid", Part::kId},
                               PartName{"author", Part::kAuthor},
                               PartName{"creator", Part::kAuthor},
                               PartName{"category", Part::kSubject},
                               PartName{"subject", Part::kSubject},
                               PartName{"primary_category", Part::kMainSubject},
                               PartName{"summary", Part::kAbstract},
                               PartName{"description", Part::kAbstract},
                               PartName{"content", Part::kMoreText},
                               PartName{"encoded", Part::kMoreText},
                               PartName{"published", Part::kPublished},
                               PartName{"pubDate", Part::kPublished},
                               PartName{"date", Part::kPublished},
                               PartName{"updated", Part::kUpdated},
                               PartName{"publicationDate", Part::kPublished},
                               PartName{"DOI", Part::kDoi},
                               PartName{"doi", Part::kDoi},
                               PartName{"identifier", Part::kDoi},
                               PartName{"source", Part::kSource}};

Part part_of(std::string_view name) {
  const auto found =
      std::find_if(kParts.begin(), kParts.end(), [&](const PartName& p) { return p.name == name; });
  return found == kParts.end() ? Part::kOther : found->part;
}

bool is_item(std::string_view name) { return name == "item" || name == "entry"; }

// On one line, without blanks at both ends.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

// `Wed, 14 Jan 2026 05:00:00 GMT` as `2026-01-14`; any other date as it is.
std::string plain_date(std::string text) {
  if (!date_of(text).empty()) return text;
  std::string dashed = text;
  std::replace(dashed.begin(), dashed.end(), ' ', '-');
  const std::string day = date_of(dashed);
  return day.empty() ? text : day;
}

// `arXiv:2601.00001v1 Announce Type: new Abstract: We …` as `We …`.
std::string_view without_announcement(std::string_view text) {
  constexpr size_t kLongest = 160;
  constexpr std::string_view kLabel = "Abstract:";
  text = trim(text);
  const size_t label = text.substr(0, kLongest).find(kLabel);
  const bool is_before = label == 0 || (label != kNone && text.starts_with("arXiv:"));
  return is_before ? trim(text.substr(label + kLabel.size())) : text;
}

// `ana@example.org (Ana Beispiel)` as `Ana Beispiel`.
std::string_view without_address(std::string_view author) {
  const size_t open = author.find('(');
  const bool is_address = open != kNone && author.ends_with(')') && author.substr(0, open).find('@') != kNone;
  return is_address ? author.substr(open + 1, author.size() - open - 2) : author;
}

class FeedReader {
 public:
  FeedReader(std::string_view text, DiagnosticList& diagnostics)
      : reader_(text), lines_(text), diagnostics_(diagnostics) {}

  // The items as an array of JSON, each at its line.
  std::string read() {
    json_ = "[";
    for (MarkupToken token; reader_.next(token);) {
      if (token.is_text()) {
        take_text(token);
      } else if (token.kind == MarkupToken::Kind::kOpen) {
        open(token);
      } else {
        close(token.text);
      }
    }
    if (item_) {
      end_part();
      report("the feed ends inside this item: the file may be cut");
      end_item();
    }
    return std::move(json_ += ']');
  }

  std::string_view date() const { return date_; }
  bool is_atom() const { return is_atom_; }
  uint32_t items() const { return items_; }

 private:
  void report(std::string_view message) {
    diagnostics_.add(DiagnosticCode::kBrokenRecord, item_->line, message);
  }

  void open(const MarkupToken& tag) {
    if (is_item(tag.text)) {
      if (item_) {
        end_part();
        report("the next item begins inside this one");
        end_item();
      }
      name_ = {};
      item_.emplace().line = lines_.line_of(tag.begin);
      numbers_.clear();
      item_->about = decoded(attribute_of(tag.inside, "rdf:about"));
      is_atom_ = is_atom_ || tag.text == "entry";
    } else if (!item_ || name_.empty()) {
      begin_part(tag);
    } else if (item_ && ends_by_another(tag.text)) {
      report("<" + std::string(name_) + "> is not closed");
      end_part();
      begin_part(tag);
    } else if (part_ == Part::kAuthor) {
      inner_ = tag.text;
      item_->has_names = item_->has_names || inner_ == "name";
    } else if (!value_.empty()) {
      value_ += tag.text == "p" || tag.text == "br" ? '\n' : ' ';  // XHTML
    }
  }

  // An element that holds only text was not closed if another one that an item has begins inside it.
  bool ends_by_another(std::string_view name) const {
    const auto holds_text = [](Part part) {
      return part != Part::kOther && part != Part::kAuthor && part != Part::kSource &&
             part != Part::kMoreText;
    };
    return name != name_ && holds_text(part_) && holds_text(part_of(name));
  }

  void begin_part(const MarkupToken& tag) {
    name_ = tag.text;
    part_ = part_of(name_);
    inner_ = {};
    value_.clear();
    const std::string_view type = attribute_of(tag.inside, "type");
    is_plain_ = type == "text" || (type.empty() && is_atom_);
    const std::string_view key = part_ == Part::kLink ? "href" : "term";
    attribute_ = decoded(attribute_of(tag.inside, key));
    relation_ = attribute_of(tag.inside, "rel");
    title_ = attribute_of(tag.inside, "title");
    if (tag.is_closed) end_part();
  }

  void take_text(const MarkupToken& token) {
    if (name_.empty()) return;
    if (part_ == Part::kAuthor && !inner_.empty() && inner_ != "name") return;
    if (token.kind == MarkupToken::Kind::kVerbatim) {
      value_ += token.text;
    } else {
      append_decoded(token.text, value_);
    }
  }

  void close(std::string_view name) {
    if (item_ && is_item(name)) {
      if (!name_.empty()) report("<" + std::string(name_) + "> is not closed");
      end_part();
      end_item();
    } else if (name == name_) {
      end_part();
    } else if (name == inner_) {
      inner_ = {};
    } else if (!item_) {
      name_ = {};
    }
  }

  void end_item() {
    ++items_;
    if (item_->title.empty()) {
      report("an item without a title is no paper");
    } else {
      for (; line_ < item_->line; ++line_) json_ += '\n';
      append_record(*item_, json_);
    }
    item_.reset();
  }

  // Takes what the element that is open says.
  void end_part() {
    const std::string_view name = std::exchange(name_, {});
    if (name.empty()) return;
    if (!item_) {
      const bool is_date = part_ == Part::kPublished || part_ == Part::kUpdated || name == "lastBuildDate";
      if (is_date && date_.empty()) date_ = date_of(plain_date(one_line(value_)));
      return;
    }
    const std::string text = is_plain_ ? value_ : text_of_html(value_);
    std::string line = one_line(text);
    switch (part_) {
      case Part::kTitle:
        return keep(std::move(line), item_->title, name);
      case Part::kLink:
        return take_link(attribute_.empty() ? std::move(line) : attribute_);
      case Part::kId:
        return keep(std::move(line), item_->id, name);
      case Part::kAuthor:
        if (!line.empty()) item_->authors.emplace_back(without_address(line));
        return;
      case Part::kSubject:
        if (!attribute_.empty()) line = attribute_;
        if (!line.empty()) item_->subjects.push_back(std::move(line));
        return;
      case Part::kMainSubject:
        return keep(attribute_.empty() ? std::move(line) : attribute_, item_->main_subject, name);
      case Part::kAbstract:
        return keep(std::string(without_announcement(text)), item_->abstract, name);
      case Part::kMoreText:
        return keep(std::string(without_announcement(text)), item_->more_text, name);
      case Part::kPublished:
        return keep(plain_date(std::move(line)), item_->published, name);
      case Part::kUpdated:
        return keep(plain_date(std::move(line)), item_->updated, name);
      case Part::kDoi:
        return keep(line.substr(line.starts_with("doi:") ? 4 : 0), item_->doi, name);
      case Part::kSource:
      case Part::kOther:
        return add_other(name, std::move(line));
    }
  }

  // The first text of its kind; another one becomes an extra field.
  void keep(std::string text, std::string& place, std::string_view name) {
    if (place.empty()) {
      place = std::move(text);
    } else if (text != place) {
      add_other(name, std::move(text));
    }
  }

  void take_link(std::string link) {
    if (relation_.empty() || relation_ == "alternate") {
      keep(std::move(link), item_->link, "link");
    } else if (title_ == "doi") {
      if (item_->doi.empty() || !link.ends_with(item_->doi)) keep(std::move(link), item_->doi, "link");
    } else if (title_ == "pdf") {
      keep(std::move(link), item_->pdf, "link");
    } else if (relation_ != "self" && relation_ != "edit") {
      add_other("link", std::move(link));
    }
  }

  // Names must differ, also from those of a record: `link 2`. An item has few; the rest go to the last one.
  // Cost: O(kMostOthers).
  void add_other(std::string_view name, std::string text) {
    constexpr size_t kMostOthers = 256;
    if (text.empty()) return;
    std::vector<std::pair<std::string, std::string>>& others = item_->others;
    if (others.size() == kMostOthers) {
      ((others.back().second += '\n') += name) += ": " + text;
      return;
    }
    std::string key(name);
    const auto is_taken = [&](const auto& other) { return other.first == key; };
    const bool is_known = part_ != Part::kOther && part_ != Part::kSource;
    if (is_known || is_key_of_record(name)) key += " 2";
    // All up to the last number are taken.
    size_t& number = numbers_.try_emplace(name, 1).first->second;
    if (number > 1) key = std::string(name) + ' ' + std::to_string(++number);
    while (std::any_of(others.begin(), others.end(), is_taken))
      key = std::string(name) + ' ' + std::to_string(++number);
    others.emplace_back(std::move(key), std::move(text));
  }
  static bool is_key_of_record(std::string_view name) {
    constexpr std::array<std::string_view, 7> kKeys = {"authors", "categories", "cate",   "abstract",
                                                       "AI",      "published",  "content"};
    return std::find(kKeys.begin(), kKeys.end(), name) != kKeys.end();
  }

  MarkupReader reader_;
  LineCounter lines_;
  DiagnosticList& diagnostics_;
  std::string json_;
  uint32_t line_ = 1;  // of the end of json_
  uint32_t items_ = 0;
  bool is_atom_ = false;
  std::string date_;  // of the feed
  std::optional<FeedItem> item_;
  std::map<std::string_view, size_t> numbers_;  // of the last extra field of each name, in this item
  // The element of the item, or of the feed, that is open; `name_` is empty if none is.
  std::string_view name_;
  std::string_view inner_;  // of an author
  Part part_ = Part::kOther;
  bool is_plain_ = false;  // its text is no HTML
  std::string value_;
  std::string attribute_;
  std::string_view relation_;
  std::string_view title_;
};

}  // namespace

bool looks_like_feed(std::string_view text) {
  constexpr size_t kHead = 4096;
  const std::string_view head = trim(text.substr(0, kHead));
  if (!head.starts_with('<')) return false;
  MarkupReader reader(head);
  MarkupToken token;
  while (reader.next(token) && token.is_text() && trim(token.text).empty()) continue;
  return token.kind == MarkupToken::Kind::kOpen &&
         (token.text == "rss" || token.text == "feed" || token.text == "RDF");
}

void read_feed_digest(Digest& digest, DiagnosticList& diagnostics) {
  FeedReader reader(digest.source, diagnostics);
  const std::string json = reader.read();
  const std::string_view source = std::exchange(digest.source, json);
  // All that a record says is decoded into the digest's arena, so nothing points into `json` afterwards.
  if (reader.items() > 0) read_json_digest(digest, diagnostics);
  digest.source = source;
  digest.dialect = reader.is_atom() ? "Atom" : "RSS";
  if (digest.date.empty()) digest.date = reader.date();
  if (reader.items() == 0) diagnostics.add(DiagnosticCode::kNoPapers, 0, "a feed without items");
}

}  // namespace broadsheet
