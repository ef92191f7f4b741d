#include <algorithm>
#include <optional>

#include "core/collection/readers.h"

namespace broadsheet {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

struct RisLine {
  std::string_view tag;
  std::string_view value;
};

// `TI  - A title`; some programs write one blank, and none after the dash of an empty value.
std::optional<RisLine> tagged(std::string_view line) {
  if (line.size() < 3 || !is_upper(line[0]) || !(is_upper(line[1]) || (line[1] >= '0' && line[1] <= '9')))
    return std::nullopt;
  size_t i = 2;
  while (i < line.size() && line[i] == ' ' && i < 5) ++i;
  if (i == 2 || i >= line.size() || line[i] != '-') return std::nullopt;
  return RisLine{line.substr(0, 2), trim(line.substr(i + 1))};
}

class RisReader {
 public:
  explicit RisReader(WorkList& works) : works_(works) {}

  void read(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      read_line(text.substr(at, end - at), at);
      at = end + 1;
    }
    if (draft_) leave("this entry has no ER line");
  }

 private:
  void read_line(std::string_view line, size_t at) {
    const auto found = tagged(line);
    if (!found) {
      const std::string_view more = trim(line);
      if (!more.empty() && !tag_.empty()) (value_ += value_.empty() ? "" : " ") += more;
      return;
    }
    take_value();
    if (found->tag == "TY") {
      if (draft_) leave("this entry has no ER line");
      line_ = works_.line_of(at);
      draft_.emplace(line_);
      return;
    }
    if (found->tag == "ER") {
      if (draft_) works_.add(std::move(*draft_));
      draft_.reset();
      return;
    }
    tag_ = found->tag;
    value_ = found->value;
  }

  // Adds the value that was read: only now is it known where it ends.
  void take_value() {
    const std::string_view tag = std::exchange(tag_, {});
    if (!draft_ || value_.empty()) return;
    if (tag == "TI" || tag == "T1" || tag == "CT") draft_->title(value_);
    if (tag == "AU" || tag == "A1") draft_->author(value_);
    if (tag == "PY" || tag == "Y1" || tag == "DA") draft_->year(value_);
    if (tag == "DO" || tag == "UR" || tag == "L1" || tag == "L2" || tag == "LK") draft_->address(value_);
    if (tag == "M1" || tag == "M3" || tag == "AN" || tag == "N1" || tag == "JO" || tag == "T2" ||
        tag == "ID" || tag == "C1" || tag == "JF")
      draft_->mention(value_);
  }

  void leave(std::string_view message) {
    take_value();
    works_.remark(line_, message);
    works_.add(std::move(*draft_));
    draft_.reset();
  }

  WorkList& works_;
  std::optional<WorkDraft> draft_;
  uint32_t line_ = 0;  // of the entry
  std::string_view tag_;
  std::string value_;
};

}  // namespace

void read_ris(std::string_view text, WorkList& works) { RisReader(works).read(text); }

}  // namespace broadsheet
