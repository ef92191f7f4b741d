#include "core/digest/line_pattern.h"

#include <algorithm>
#include <cassert>

#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

struct KnownName {
  std::string_view name;
  CaptureKind kind;
};
constexpr std::array kKnownNames = {
    KnownName{"_", CaptureKind::kIgnored},       KnownName{"number", CaptureKind::kNumber},
    KnownName{"title", CaptureKind::kTitle},     KnownName{"url", CaptureKind::kUrl},
    KnownName{"pdf", CaptureKind::kPdf},         KnownName{"id", CaptureKind::kId},
    KnownName{"authors", CaptureKind::kAuthors}, KnownName{"category", CaptureKind::kCategory},
    KnownName{"section", CaptureKind::kSection}, KnownName{"categories", CaptureKind::kCategories},
    KnownName{"date", CaptureKind::kDate},       KnownName{"total", CaptureKind::kTotal},
    KnownName{"entry", CaptureKind::kEntry},     KnownName{"heading", CaptureKind::kHeading},
    KnownName{"row", CaptureKind::kRow},         KnownName{"links", CaptureKind::kMarks},
    KnownName{"paper", CaptureKind::kPaper},     KnownName{"caption", CaptureKind::kTitleText},
    KnownName{"people", CaptureKind::kPeople},   KnownName{"subjects", CaptureKind::kSubjects},
    KnownName{"day", CaptureKind::kDay},         KnownName{"label", CaptureKind::kLabel},
};

CaptureName name_of_capture(std::string_view name) {
  const auto known = std::find_if(kKnownNames.begin(), kKnownNames.end(),
                                  [&](const KnownName& entry) { return entry.name == name; });
  if (known != kKnownNames.end()) return {known->kind, TextField::kTldr, name};
  const auto field = std::find(kTextFieldNames.begin(), kTextFieldNames.end(), name);
  if (field == kTextFieldNames.end()) return {CaptureKind::kExtra, TextField::kTldr, name};
  return {CaptureKind::kText, static_cast<TextField>(field - kTextFieldNames.begin()), name};
}

}  // namespace

std::string_view LineMatch::value_of(CaptureKind kind) const {
  const auto found =
      std::find_if(begin(), end(), [&](const Captured& captured) { return captured.name->kind == kind; });
  return found == end() ? std::string_view() : found->value;
}

LinePattern::LinePattern(std::string_view pattern) : source_(pattern) {
  if (const size_t line_feed = pattern.find('\n'); line_feed != std::string_view::npos) {
    next_.emplace_back(pattern.substr(line_feed + 1));
    pattern = pattern.substr(0, line_feed);
  }
  for (size_t open; (open = pattern.find('{')) != std::string_view::npos;) {
    const size_t close = pattern.find('}', open);
    assert(close != std::string_view::npos);
    Part part{pattern.substr(0, open)};
    if (part.literal.ends_with(": ") || part.literal.ends_with("* ")) {
      part.literal.remove_suffix(1);
      part.blank = true;
    }
    std::string_view name = pattern.substr(open + 1, close - open - 1);
    opens_text_ = name.ends_with("...");
    if (opens_text_) name.remove_suffix(3);
    if (name == "title") widest_ = parts_.size();
    parts_.push_back(part);
    names_.push_back(name_of_capture(name));
    pattern.remove_prefix(close + 1);
  }
  ending_ = pattern;
  assert(names_.size() <= LineMatch::kMaxCaptures);
  const bool has_title = std::any_of(names_.begin(), names_.end(),
                                     [](const CaptureName& n) { return n.kind == CaptureKind::kTitle; });
  if (!has_title && !names_.empty()) widest_ = names_.size() - 1;
}

std::string_view LinePattern::skip_blank(std::string_view text, bool blank) {
  if (blank && text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

bool LinePattern::match(std::string_view line, LineMatch& match) const {
  if (parts_.empty()) return line == ending_;
  if (!line.starts_with(parts_.front().literal)) return false;
  if (!line.ends_with(ending_) || line.size() < parts_.front().literal.size() + ending_.size()) return false;
  line = skip_blank(line.substr(parts_.front().literal.size(),
                                line.size() - parts_.front().literal.size() - ending_.size()),
                    parts_.front().blank);
  match.size_ = parts_.size();
  for (size_t i = 0; i < widest_; ++i) {
    const Part& next = parts_[i + 1];
    const size_t end = line.find(next.literal);
    if (end == std::string_view::npos) return false;
    match.captures_[i] = {&names_[i], line.substr(0, end)};
    line = skip_blank(line.substr(end + next.literal.size()), next.blank);
  }
  for (size_t i = parts_.size() - 1; i > widest_; --i) {
    const size_t begin = line.rfind(parts_[i].literal);
    if (begin == std::string_view::npos) return false;
    match.captures_[i] = {&names_[i],
                          skip_blank(line.substr(begin + parts_[i].literal.size()), parts_[i].blank)};
    line = line.substr(0, begin);
  }
  match.captures_[widest_] = {&names_[widest_], line};
  return std::all_of(match.begin(), match.end(), [](const Captured& captured) {
    const bool is_number =
        captured.name->kind == CaptureKind::kNumber || captured.name->kind == CaptureKind::kTotal;
    return !is_number || parse_number(captured.value).has_value();
  });
}

bool LinePattern::matches_next(std::string_view rest) const {
  if (next_.empty()) return true;
  const size_t begin = rest.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  rest.remove_prefix(begin);
  LineMatch ignored;
  return next_.front().match(trim(rest.substr(0, rest.find('\n'))), ignored);
}

}  // namespace broadsheet
