#include <algorithm>
#include <array>
#include <span>

#include "core/collection/readers.h"
#include "core/text/fold.h"

namespace broadsheet {
namespace {

using Record = std::vector<std::string>;

enum class Column : uint8_t { kTitle, kAuthors, kYear, kAddress, kMention, kOther };

struct ColumnName {
  std::string_view name;  // folded
  Column column;
};
constexpr std::array kColumnNames = std::to_array<ColumnName>({
    {"title", Column::kTitle},
    {"paper title", Column::kTitle},
    {"标题", Column::kTitle},
    {"author", Column::kAuthors},
    {"authors", Column::kAuthors},
    {"author names", Column::kAuthors},
    {"作者", Column::kAuthors},
    {"year", Column::kYear},
    {"publication year", Column::kYear},
    {"publicationyear", Column::kYear},
    {"date", Column::kYear},
    {"published", Column::kYear},
    {"doi", Column::kAddress},
    {"url", Column::kAddress},
    {"link", Column::kAddress},
    {"arxiv", Column::kAddress},
    {"arxiv id", Column::kAddress},
    {"arxivid", Column::kAddress},
    {"arxiv_id", Column::kAddress},
    {"id", Column::kAddress},
    {"paper id", Column::kAddress},
    {"archive id", Column::kMention},
    {"archiveid", Column::kMention},
    {"extra", Column::kMention},
    {"external ids", Column::kMention},
    {"archive location", Column::kMention},
    {"call number", Column::kMention},
    {"number", Column::kMention},
    {"publication title", Column::kMention},
});

// Reads one record after the other. A quotation mark that nothing closes is a sign like any other: after some
// of these, all are.
class RecordReader {
 public:
  RecordReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  size_t at() const { return at_; }
  // False at the end.
  bool next(Record& record) {
    record.clear();
    if (at_ >= text_.size()) return false;
    for (;;) {
      record.push_back(take_field());
      if (at_ >= text_.size()) return true;
      const char c = text_[at_];
      ++at_;
      if (c == separator_) continue;
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      return true;
    }
  }

 private:
  static constexpr size_t kMostQuoted = size_t{1} << 20;
  static constexpr size_t kMostUnclosed = 16;

  bool ends_field(char c) const { return c == separator_ || c == '\n' || c == '\r'; }
  std::string take_field() {
    std::string field;
    if (at_ < text_.size() && text_[at_] == '"' && unclosed_ < kMostUnclosed) {
      const size_t begin = at_;
      if (take_quoted(field)) return field;
      ++unclosed_;
      field.clear();
      at_ = begin;
    }
    const size_t begin = at_;
    while (at_ < text_.size() && !ends_field(text_[at_])) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }
  // Whether it is closed within a megabyte, at the end of a field.
  bool take_quoted(std::string& field) {
    const size_t limit = std::min(text_.size(), at_ + kMostQuoted);
    for (++at_; at_ < limit; ++at_) {
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        field += text_[at_++];
      } else {
        ++at_;
        return at_ == text_.size() || ends_field(text_[at_]);
      }
    }
    return false;
  }

  std::string_view text_;
  char separator_;
  size_t at_ = 0;
  size_t unclosed_ = 0;
};

char separator_of(std::string_view text) {
  const std::string_view head = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char c : {',', ';', '\t'}) {
    if (std::count(head.begin(), head.end(), c) > std::count(head.begin(), head.end(), best)) best = c;
  }
  return best;
}

std::vector<Column> columns_of(const Record& names) {
  std::vector<Column> columns;
  for (const std::string& each : names) {
    const std::string name = fold(trim(each));
    const auto found = std::find_if(kColumnNames.begin(), kColumnNames.end(),
                                    [&](const ColumnName& known) { return known.name == name; });
    columns.push_back(found == kColumnNames.end() ? Column::kOther : found->column);
  }
  return columns;
}

// `Müller, Jürgen; Groß, Jonas`, or without semicolons `J. Müller, J. Groß`.
void add_authors(std::string_view names, WorkDraft& draft) {
  const char separator = names.find(';') == std::string_view::npos ? ',' : ';';
  while (!names.empty()) {
    const size_t end = std::min(names.find(separator), names.size());
    draft.author(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

void add(Column column, std::string_view value, WorkDraft& draft) {
  switch (column) {
    case Column::kTitle:
      return draft.title(value);
    case Column::kAuthors:
      return add_authors(value, draft);
    case Column::kYear:
      return draft.year(value);
    case Column::kAddress:
      return draft.address(value);
    case Column::kMention:
      return draft.mention(value);
    case Column::kOther:
      return;
  }
}

}  // namespace

void read_csv(std::string_view text, WorkList& works) {
  RecordReader records(text, separator_of(text));
  Record record;
  records.next(record);
  const std::vector<Column> columns = columns_of(record);
  const auto has = [&](Column column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  if (!has(Column::kTitle) && !has(Column::kAddress))
    return works.remark(1, "no column is named as titles, ids or links are: Title, DOI, URL, arXiv ID");
  for (size_t begin = records.at(); records.next(record); begin = records.at()) {
    if (record.size() == 1 && trim(record.front()).empty()) continue;
    WorkDraft draft(works.line_of(begin));
    for (size_t i = 0; i < std::min(record.size(), columns.size()); ++i) {
      if (const std::string_view value = trim(record[i]); !value.empty()) add(columns[i], value, draft);
    }
    works.add(std::move(draft));
  }
}

}  // namespace broadsheet
