#include "core/digest/arxiv_id.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(ArxivId, ReadsNewAndOldStyleWithAndWithoutVersion) {
  const struct {
    const char* url;
    const char* id;
    uint32_t version;
  } kCases[] = {
      {"https://arxiv.org/abs/2601.07839", "2601.07839", 0},
      {"http://arxiv.org/abs/2601.07839v12", "2601.07839", 12},
      {"https://arxiv.org/pdf/0704.0001v1.pdf", "0704.0001", 1},
      {"HTTPS://WWW.ArXiv.org/html/2601.07839?q=1#s2", "2601.07839", 0},
      {"https://export.arxiv.org/abs/hep-th/9711200v3", "hep-th/9711200", 3},
      {"https://arxiv.org/abs/math.GT/0309136", "math.GT/0309136", 0},
      {"https://arxiv.org/abs/2601.07839/", "2601.07839", 0},
      {"https://arxiv.org/abs/", "", 0},
      {"https://arxiv.org/list/cs.LG/recent", "", 0},
      {"https://arxiv.org.evil.example/abs/2601.07839", "", 0},
      {"https://example.com/abs/2601.07839", "", 0},
      {"javascript://arxiv.org/abs/2601.07839", "", 0},
      {"https://arxiv.org/abs/26a1.07839", "", 0},
      {"https://arxiv.org/abs/2601.078391234", "", 0},
      {"", "", 0},
  };
  for (const auto& c : kCases) {
    const ArxivId id = arxiv_id_of_url(c.url);
    EXPECT_EQ(id.id, c.id) << c.url;
    EXPECT_EQ(id.version, c.version) << c.url;
  }
}

TEST(ArxivId, WebUrlsAreHttpAndHttpsOnly) {
  EXPECT_TRUE(is_web_url("https://example.com"));
  EXPECT_TRUE(is_web_url("HTTP://example.com"));
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "//example.com", "file:///etc",
                          " https://x", "ftp://x", ""}) {
    EXPECT_FALSE(is_web_url(url)) << url;
  }
}

}  // namespace
}  // namespace broadsheet
