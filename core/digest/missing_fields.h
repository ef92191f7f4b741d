// missing_fields.h: reports fields that papers should have but lack, in any format.
#pragma once

#include <bitset>
#include <string>
#include <vector>

#include "core/digest/diagnostic.h"
#include "core/digest/dialect.h"
#include "core/digest/paper.h"

namespace broadsheet {

// The fields of papers in a format.
struct ExpectedFields {
  bool authors = true;
  bool category = true;
  std::array<bool, kTextFieldCount> texts = {true, true, true, true, true, true};
};

ExpectedFields expected_fields(const Dialect& dialect);

// Collects what the papers of one file lack, then reports what is unusual. Memory: O(papers).
class MissingFields {
 public:
  explicit MissingFields(const ExpectedFields& expected = {});

  // Call for each paper, as it was read.
  void look_at(const Paper& paper);

  // Adds kMissingField at the line of each paper that lacks an expected field that others have, and one
  // kAbsentField at line 0 for the fields that no paper has. Cost: O(papers).
  void report(DiagnosticList& diagnostics) const;

 private:
  // The authors, the main category, and the texts.
  using Fields = std::bitset<2 + kTextFieldCount>;
  struct Lack {
    uint32_t line;
    Fields fields;
  };
  static std::string names_of(const Fields& fields);

  Fields expected_;
  Fields absent_;  // what every paper lacks
  uint32_t papers_ = 0;
  std::vector<Lack> lacks_;
};

}  // namespace broadsheet
