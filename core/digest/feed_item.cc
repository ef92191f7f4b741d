#include "core/digest/feed_item.h"

#include <algorithm>

#include "core/digest/digest_name.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;

// `Tea. (arXiv:2601.00001v1 [cs.LG] UPDATED)`: where the title ends.
size_t end_of_title(std::string_view title) {
  const size_t note = title.rfind(" (arXiv:");
  if (note == kNone || !title.ends_with(')')) return title.size();
  return note > 0 && title[note - 1] == '.' ? note - 1 : note;
}

bool is_initials(std::string_view text) {
  return !text.empty() && text.size() <= 16 && text.find('.') != kNone &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || c == '.' || c == ' ' || c == '-' ||
                  static_cast<unsigned char>(c) >= 0x80;
         });
}

// `Beispiel, A., Probe, B. C.` as `A. Beispiel` and `B. C. Probe`; nothing if it is another kind of list.
std::vector<std::string> family_first(std::string_view list) {
  std::vector<std::string_view> pieces;
  for (size_t begin = 0; begin <= list.size();) {
    const size_t end = std::min(list.find(',', begin), list.size());
    if (const std::string_view piece = trim(list.substr(begin, end - begin)); !piece.empty())
      pieces.push_back(piece);
    begin = end + 1;
  }
  if (pieces.empty() || pieces.size() % 2 != 0) return {};
  std::vector<std::string> names;
  for (size_t i = 0; i < pieces.size(); i += 2) {
    if (!is_initials(pieces[i + 1])) return {};
    names.push_back(std::string(pieces[i + 1]) + ' ' + std::string(pieces[i]));
  }
  return names;
}

void append_json(std::string_view text, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (static_cast<unsigned char>(c) < ' ') {
      ((out += "\\u00") += kHex[static_cast<unsigned char>(c) >> 4]) += kHex[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_key(std::string_view key, std::string_view value, std::string& out) {
  if (value.empty()) return;
  if (out.back() != '{') out += ',';
  append_json(key, out);
  out += ':';
  append_json(value, out);
}

void append_list(std::string_view key, const std::vector<std::string>& values, std::string& out) {
  if (values.empty()) return;
  append_json(key, out += ',');
  out += ":[";
  for (const std::string& value : values) append_json(value, out.ends_with('[') ? out : out += ',');
  out += ']';
}

}  // namespace

void append_record(const FeedItem& item, std::string& out) {
  out += '{';
  append_key("title", std::string_view(item.title).substr(0, end_of_title(item.title)), out);
  const std::string& link = !item.link.empty() ? item.link : !item.about.empty() ? item.about : item.pdf;
  append_key("link", link, out);
  append_key("id", item.id == link ? "" : item.id, out);
  // One text is a list of names, several are a name each.
  if (item.authors.size() == 1 && !item.has_names) {
    const std::vector<std::string> names = family_first(item.authors.front());
    if (names.empty()) append_key("authors", item.authors.front(), out);
    append_list("authors", names, out);
  } else {
    append_list("authors", item.authors, out);
  }
  append_key("cate", item.main_subject, out);
  append_list("categories", item.subjects, out);
  append_key("published", item.published.empty() ? item.updated : item.published, out);
  if (!item.published.empty() && date_of(item.updated) != date_of(item.published))
    append_key("updated", item.updated, out);
  append_key("doi", item.doi, out);
  append_key("abstract", item.abstract.empty() ? item.more_text : item.abstract, out);
  if (!item.abstract.empty() && item.more_text != item.abstract) append_key("content", item.more_text, out);
  for (const auto& [name, text] : item.others) append_key(name, text, out);
  out += "},";
}

}  // namespace broadsheet
