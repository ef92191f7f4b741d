// exported.h: whether an exported file is one of its format, by rules simpler than the writers'. Each
// function returns what is wrong, or nothing.
#pragma once

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::testing {

// What stands in the braces that open at `at`, as BibTeX counts them: it knows no escaped brace.
inline std::string_view braced(std::string_view text, size_t at) {
  int depth = 0;
  for (size_t i = at; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return text.substr(at + 1, i - at - 1);
  }
  return {};
}

// What LaTeX would stumble over in a field.
inline std::string tex_problem(std::string_view value) {
  bool in_formula = false;
  size_t backslashes = 0;
  for (const char c : value) {
    const bool escaped = backslashes % 2 == 1;
    backslashes = c == '\\' ? backslashes + 1 : 0;
    if (escaped) continue;
    if (c == '$') in_formula = !in_formula;
    if (c == '%' || c == '#' || (c == '&' && !in_formula && value.find("\\begin{") == std::string_view::npos))
      return std::string("a bare ") + c + " in " + std::string(value);
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') return "a control in " + std::string(value);
  }
  return in_formula ? "an open dollar in " + std::string(value) : "";
}

inline std::string bib_problem(std::string_view text) {
  std::set<std::string> keys;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '\n' && at > 0) ++at;
    if (text[at] != '@') return "no entry begins at " + std::string(text.substr(at, 40));
    const size_t open = text.find('{', at);
    const size_t comma = text.find(',', at);
    if (comma == std::string_view::npos || open > comma) return "an entry has no key";
    std::string key(text.substr(open + 1, comma - open - 1));
    if (key.empty() || key.find_first_of(" {}\"\\#%~,\n") != std::string::npos) return "the key is " + key;
    for (char& c : key) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (!keys.insert(key).second) return "twice the key " + key;
    at = comma;
    while (text.substr(at).starts_with(",\n  ")) {
      at += 4;
      const size_t equals = text.find(" = ", at);
      if (equals == std::string_view::npos) return "a field has no value";
      const std::string_view name = text.substr(at, equals - at);
      at = equals + 3;
      if (name == "month") {
        at += 3;
        continue;
      }
      if (at >= text.size() || text[at] != '{') return "a value without braces: " + std::string(name);
      const std::string_view value = braced(text, at);
      if (value.data() == nullptr) return "braces do not pair in " + std::string(name);
      const bool is_text = name != "url" && name != "doi" && name != "eprint";
      if (const std::string problem = is_text ? tex_problem(value) : ""; !problem.empty()) return problem;
      at += value.size() + 2;
    }
    if (text.substr(at).starts_with(",\n}\n")) ++at;
    if (!text.substr(at).starts_with("\n}\n"))
      return "an entry does not end at " + std::string(text.substr(at, 40));
    at += 3;
  }
  return "";
}

inline std::string csv_problem(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (!text.starts_with(kMark)) return "no byte order mark";
  text.remove_prefix(kMark.size());
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    size_t cells = 0;
    for (bool row_ends = false; !row_ends; ++cells) {
      std::string cell;
      if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size(); ++at) {
          if (text[at] != '"') {
            cell += text[at];
          } else if (text.substr(at).starts_with("\"\"")) {
            cell += text[at++];
          } else {
            break;
          }
        }
        if (at == text.size()) return "a quotation is not closed";
        ++at;
      } else {
        while (at < text.size() && std::string_view(",\r\n").find(text[at]) == std::string_view::npos) {
          if (text[at] == '"') return "a quotation mark in a cell without them";
          cell += text[at++];
        }
      }
      if (!cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos)
        return "a formula: " + cell;
      row_ends = !text.substr(at).starts_with(',');
      if (row_ends && !text.substr(at).starts_with("\r\n")) return "a row does not end in CRLF";
      at += row_ends ? 2 : 1;
    }
    if (columns == 0) columns = cells;
    if (cells != columns) return "a row of " + std::to_string(cells) + " cells";
  }
  return "";
}

inline std::string ris_problem(std::string_view text) {
  bool is_open = false;
  while (!text.empty()) {
    const size_t end = text.find("\r\n");
    if (end == std::string_view::npos) return "a line does not end in CRLF";
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 2);
    const bool is_tag = line.size() >= 6 && std::isupper(static_cast<unsigned char>(line[0])) != 0 &&
                        std::isalnum(static_cast<unsigned char>(line[1])) != 0 && line.substr(2, 4) == "  - ";
    if (!is_tag || line.find_first_of("\r\n\t") != std::string_view::npos)
      return "no line of RIS: " + std::string(line);
    const bool begins = line.starts_with("TY");
    if (begins == is_open) return "TY and ER do not alternate";
    if (begins) is_open = true;
    if (line == "ER  - ") is_open = false;
  }
  return is_open ? "a record does not end" : "";
}

inline std::string csl_problem(std::string_view text) {
  const auto items = nlohmann::json::parse(text, nullptr, false);
  if (!items.is_array()) return "no array";
  static const std::set<std::string> kTexts = {"title",   "publisher", "number",   "version", "DOI", "URL",
                                               "keyword", "note",      "abstract", "id",      "type"};
  static const std::set<std::string> kNames = {"family", "given", "non-dropping-particle", "suffix",
                                               "literal"};
  std::set<std::string> ids;
  for (const auto& item : items) {
    if (!item.is_object() || item["type"] != "article") return "no article";
    if (!ids.insert(item["id"]).second) return "an id twice";
    for (const auto& [name, value] : item.items()) {
      if (kTexts.contains(name)) {
        if (!value.is_string() || value.empty()) return name + " is no text";
      } else if (name == "author") {
        for (const auto& author : value) {
          for (const auto& part : author.items()) {
            if (!kNames.contains(part.key()) || !part.value().is_string()) return "a name has " + part.key();
          }
        }
      } else if (name == "issued") {
        const auto& parts = value["date-parts"][0];
        if (!parts.is_array() || parts.empty() || parts.size() > 3) return "no date";
      } else {
        return "CSL has no " + name;
      }
    }
  }
  return "";
}

}  // namespace broadsheet::testing
