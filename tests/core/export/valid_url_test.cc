#include "core/export/valid_url.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::string valid_url(std::string_view url) {
  std::string out;
  append_valid_url(url, out);
  return out;
}

TEST(ValidUrl, KeepsWhatMayStandInOne) {
  EXPECT_EQ(valid_url("https://a.b/x_y?q=50%25&z=~#f"), "https://a.b/x_y?q=50%25&z=~#f");
}

TEST(ValidUrl, NamesTheRestByNumber) {
  EXPECT_EQ(valid_url("https://a.b/{茶}<x y>\\\x7F"), "https://a.b/%7B%E8%8C%B6%7D%3Cx%20y%3E%5C%7F");
}

}  // namespace
}  // namespace broadsheet
