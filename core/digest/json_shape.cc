#include "core/digest/json_shape.h"

#include <algorithm>

#include "core/digest/field_names.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

// The end of the string that opens at `begin`, after its quotation mark; a line end ends it too.
size_t end_of_string(std::string_view text, size_t begin) {
  for (size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"' || text[i] == '\n') {
      return i + 1;
    }
  }
  return text.size();
}

std::string_view inside_string(std::string_view text, size_t begin, size_t end) {
  return text.substr(begin + 1, end - begin >= 2 ? end - begin - 2 : 0);
}

// Whether a `:` follows: the string is a key.
bool is_key(std::string_view text, size_t end) {
  const size_t next = text.find_first_not_of(kBlank, end);
  return next != std::string_view::npos && text[next] == ':';
}

bool is_title(std::string_view key) {
  if (key == "title") return true;
  const FieldName* field = field_named(key);
  return field != nullptr && field->kind == CaptureKind::kTitleText;
}

struct ObjectShape {
  size_t end = 0;
  bool has_title = false;         // itself, or in an object under `paper`
  bool has_paper_fields = false;  // authors or an abstract
  bool holds_titles = false;      // some object inside it
  uint32_t depth = 0;
  uint32_t keys = 0;
  uint32_t values = 0;
};

// Looks at the object that opens at `begin`.
ObjectShape shape_of(std::string_view text, size_t begin) {
  struct Level {
    bool is_object;
    bool is_paper;  // the object under a key `paper`
  };
  ObjectShape shape;
  std::vector<Level> levels;
  std::string_view key;
  size_t i = begin;
  while (i < text.size()) {
    const char c = text[i];
    if (c == '"') {
      const size_t end = end_of_string(text, i);
      if (is_key(text, end)) {
        key = inside_string(text, i, end);
        ++shape.keys;
        const size_t colon = text.find(':', end);
        const size_t value = text.find_first_not_of(kBlank, colon + 1);
        const bool is_text = value != std::string_view::npos && text[value] == '"';
        const bool is_own = levels.size() == 1 || (levels.size() == 2 && levels.back().is_paper);
        if (is_text && is_title(key)) {
          (is_own ? shape.has_title : shape.holds_titles) = true;
        } else if (is_own) {
          const FieldName* field = field_named(key);
          shape.has_paper_fields =
              shape.has_paper_fields || key == "summary" || key == "AI" ||
              (field != nullptr &&
               (field->kind == CaptureKind::kPeople ||
                (field->kind == CaptureKind::kText && field->field == TextField::kAbstract && is_text)));
        }
      }
      i = end;
      continue;
    }
    if (c == '{' || c == '[') {
      levels.push_back({c == '{', c == '{' && key == "paper" && levels.size() == 1});
      shape.depth = std::max(shape.depth, static_cast<uint32_t>(levels.size()));
      ++shape.values;
      if (levels.size() > kMaxJsonDepth) break;
    } else if (c == ',') {
      ++shape.values;
    } else if (c == '}' || c == ']') {
      // A `}` closes arrays left open inside its object.
      while (!levels.empty() && c == '}' && !levels.back().is_object) levels.pop_back();
      if (!levels.empty() && (c == '}' || !levels.back().is_object)) levels.pop_back();
      if (levels.empty()) {
        shape.end = i + 1;
        return shape;
      }
    }
    ++i;
  }
  shape.end = i;
  return shape;
}

}  // namespace

bool holds_records(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const ObjectShape shape = shape_of(text, 0);
  return shape.holds_titles && !(shape.has_title && shape.has_paper_fields);
}

void for_each_nested_record(std::string_view text, uint32_t line,
                            const std::function<void(const NestedRecord&)>& visit,
                            const std::function<void(std::string_view, std::string_view)>& visit_value) {
  struct Level {
    bool is_object;
    bool has_key;  // this level stands under keys.back()
  };
  std::vector<Level> levels;
  std::vector<std::string_view> keys;
  LineCounter lines(text);
  std::string_view key;
  bool has_key = false;  // a key was read, and not yet its value
  size_t i = 0;
  while (i < text.size()) {
    const char c = text[i];
    if (c == '"') {
      const size_t end = end_of_string(text, i);
      if (is_key(text, end)) {
        key = inside_string(text, i, end);
        has_key = true;
      } else if (has_key) {
        visit_value(key, inside_string(text, i, end));
        has_key = false;
      }
      i = end;
    } else if (c == '{' && !levels.empty()) {
      const ObjectShape shape = shape_of(text, i);
      if (shape.has_title && (shape.has_paper_fields || !shape.holds_titles)) {
        if (has_key) keys.push_back(key);
        const JsonSpan span{text.substr(i, shape.end - i), line + lines.line_of(i) - 1, shape.depth,
                            shape.keys, shape.values};
        visit({span, keys, !has_key});
        if (has_key) keys.pop_back();
        i = std::max(shape.end, i + 1);
      } else {
        if (has_key) keys.push_back(key);
        levels.push_back({true, has_key});
        ++i;
      }
      has_key = false;
    } else if (c == '{' || c == '[') {
      if (has_key) keys.push_back(key);
      levels.push_back({c == '{', has_key});
      has_key = false;
      ++i;
    } else if (c == '}' || c == ']') {
      if (!levels.empty()) {
        if (levels.back().has_key) keys.pop_back();
        levels.pop_back();
      }
      has_key = false;
      ++i;
    } else {
      const bool is_value = has_key && c != ':' && kBlank.find(c) == std::string_view::npos;
      if (is_value) {
        const size_t end = std::min(text.find_first_of(",}]\n", i), text.size());
        visit_value(key, trim(text.substr(i, end - i)));
        has_key = false;
        i = std::max(end, i + 1);
      } else {
        ++i;
      }
    }
    if (levels.size() > kMaxJsonDepth) return;
  }
}

}  // namespace broadsheet
