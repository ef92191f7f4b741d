#include "core/digest/infer_labels.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/base/order.h"
#include "core/digest/field_names.h"
#include "core/digest/text_labels.h"
#include "core/digest/text_slices.h"

namespace broadsheet {
namespace {

class LabelFinder {
 public:
  LabelFinder(std::string_view text, size_t begin, std::span<const AcceptedUnit> papers, bool is_whole,
              TextArena& arena, Dialect& dialect)
      : text_(text),
        begin_(begin),
        accepted_(papers),
        is_whole_(is_whole),
        arena_(arena),
        dialect_(dialect) {}

  void run() {
    constexpr size_t kMostLabels = 400;
    std::map<std::string_view, LabelSeen> seen;
    uint8_t group_level = 7;
    bool in_group = false;  // of a paper that is the whole file: its own words may be labelled like fields
    size_t next = 0;
    for_each_markdown_line(text_, begin_, [&](const Line& line) {
      while (next < accepted_.size() && accepted_[next].unit.end <= line.begin) ++next;
      if (next == accepted_.size() || line.begin < accepted_[next].unit.body) return;
      if (line.kind == LineKind::kBlank || line.kind == LineKind::kCode ||
          accepted_[next].form == UnitForm::kRow)
        return;
      const std::string_view content = trim(slice(line.begin, line.end));
      const auto label = label_of_line(content);
      if (line.kind == LineKind::kHeading && !(is_whole_ && line.level == 1)) {
        const bool is_known = label && label->field != nullptr;
        if (!is_known) group_level = std::min(group_level, line.level);
        in_group = is_whole_ && !is_known;
      }
      const bool is_text = label && (label->field == nullptr || label->field->kind == CaptureKind::kText ||
                                     label->field->kind == CaptureKind::kExtra);
      if (in_group && is_text && line.kind != LineKind::kHeading) return;
      if (!label || label->literal.find_first_of("{}") != std::string_view::npos) return;
      if (label->field == nullptr && label->form != LabelForm::kMarked && label->form != LabelForm::kSummary)
        return;
      const auto found = seen.find(label->literal);
      if (found != seen.end()) {
        ++found->second.count;
      } else if (seen.size() < kMostLabels) {
        seen.emplace(label->literal, LabelSeen{*label, 1, static_cast<uint32_t>(seen.size())});
      }
    });
    bool has_abstract = false;
    uint32_t abstracts = 0;
    uint32_t summaries = 0;
    for (const auto& [literal, each] : seen) {
      if (each.label.field == nullptr || each.label.field->kind != CaptureKind::kText) continue;
      if (each.label.field->field != TextField::kAbstract) continue;
      const bool is_plain = each.label.field->strength == NameStrength::kPlain;
      has_abstract = has_abstract || is_plain;
      abstracts += is_plain ? each.count : 0;
      summaries += is_plain ? 0 : each.count;
    }
    std::vector<const LabelSeen*> order;
    for (const auto& [literal, each] : seen) order.push_back(&each);
    put_in_order(order, [](const LabelSeen* a, const LabelSeen* b) {
      // Labels that the table has come first, then the frequent, then the earlier.
      const bool known_a = a->label.field != nullptr;
      const bool known_b = b->label.field != nullptr;
      if (known_a != known_b) return known_a;
      return a->count != b->count ? a->count > b->count : a->order < b->order;
    });
    constexpr size_t kMostPatterns = 96;
    if (order.size() > kMostPatterns) order.resize(kMostPatterns);
    for (const LabelSeen* each : order) add_label(each->label, has_abstract);
    if (is_whole_) add_pattern(dialect_.header.lines, "# {heading}", arena_);
    // Headings that the table does not have begin extra fields; those below them belong to these.
    if (group_level <= 6) add_pattern(dialect_.groups, std::string(group_level, '#') + " {label}", arena_);
    dialect_.names_follow_title = true;
    dialect_.longest_text_is_abstract =
        (abstracts + summaries) * 2 < accepted_.size() || accepted_.size() == 1;
  }

 private:
  struct LabelSeen {
    LineLabel label;
    uint32_t count = 0;
    uint32_t order = 0;
  };

  std::string_view slice(uint32_t begin, uint32_t end) const { return text_.substr(begin, end - begin); }

  void add_label(const LineLabel& label, bool has_abstract) {
    std::string pattern(label.literal);
    if (pattern.ends_with(':') || pattern.ends_with('*')) pattern += ' ';
    pattern += '{';
    const FieldName extra{CaptureKind::kExtra};
    FieldName field = label.field != nullptr ? *label.field : extra;
    if (field.kind == CaptureKind::kText && field.field == TextField::kAbstract && has_abstract) {
      if (field.strength == NameStrength::kSummary) field = {CaptureKind::kText, TextField::kTldr};
      if (field.strength == NameStrength::kTranslated) field = extra;
    }
    switch (field.kind) {
      case CaptureKind::kTitleText:
        pattern += "caption";
        break;
      case CaptureKind::kPaper:
        pattern += "paper";
        break;
      case CaptureKind::kPeople:
        pattern += "people";
        break;
      case CaptureKind::kMarks:
        pattern += "links";
        break;
      case CaptureKind::kDay:
        pattern += "day";
        break;
      case CaptureKind::kSubjects:
        pattern += "subjects";
        break;
      case CaptureKind::kText:
        pattern += std::string(kTextFieldNames[static_cast<size_t>(field.field)]) + "...";
        break;
      default:
        pattern += name_of_extra(label.label) + "...";
        break;
    }
    pattern += '}';
    add_pattern(dialect_.header.lines, pattern, arena_);
  }

  // An extra field's name as the file writes it; a word of the language of patterns gets a capital.
  static std::string name_of_extra(std::string_view label) {
    std::string name(label);
    const bool is_reserved = LinePattern("{" + name + "}").captures().front().kind != CaptureKind::kExtra;
    if (is_reserved && name.front() >= 'a' && name.front() <= 'z')
      name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
  }

  const std::string_view text_;
  const size_t begin_;
  const std::span<const AcceptedUnit> accepted_;  // by begin
  const bool is_whole_;
  TextArena& arena_;
  Dialect& dialect_;
};

}  // namespace

void add_pattern(std::vector<LinePattern>& patterns, std::string_view text, TextArena& arena) {
  const auto is_there = [&](const LinePattern& pattern) { return pattern.source() == text; };
  if (std::none_of(patterns.begin(), patterns.end(), is_there)) patterns.emplace_back(arena.add(text));
}

void describe_labels(std::string_view text, size_t begin, std::span<const AcceptedUnit> papers, bool is_whole,
                     TextArena& arena, Dialect& dialect) {
  LabelFinder(text, begin, papers, is_whole, arena, dialect).run();
}

}  // namespace broadsheet
