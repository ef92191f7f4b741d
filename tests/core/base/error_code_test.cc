#include "core/base/error_code.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace broadsheet {
namespace {

TEST(ErrorCode, HasANameOfItsOwn) {
  constexpr ErrorCode kLast = ErrorCode::kBadSnapshot;
  std::set<std::string> names;
  for (int code = 0; code <= static_cast<int>(kLast); ++code) {
    const std::string_view name = name_of(static_cast<ErrorCode>(code));
    EXPECT_FALSE(name.empty()) << code;
    EXPECT_TRUE(names.emplace(name).second) << name;
  }
}

}  // namespace
}  // namespace broadsheet
