#include "core/export/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/core/support/digests.h"

namespace broadsheet {
namespace {

using nlohmann::json;
using testing::digest_of;

TEST(PaperJson, HasEveryKeyAndNullForWhatIsAbsent) {
  const Digest digest = digest_of(
      "### [7] [A \"title\"](https://arxiv.org/abs/2601.00001v2)\n*A B,C D*\n\nKeywords: k\n", "d.md");
  const std::string line = paper_to_json(digest, digest.papers[0]);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(
      json::parse(line),
      json::parse(R"({"digest":"d","date":null,"number":7,"id":"2601.00001","version":2,"title":"A \"title\"",
      "url":"https://arxiv.org/abs/2601.00001v2","authors":["A B","C D"],"categories":[],"tldr":null,"motivation":null,
      "method":null,"result":null,"conclusion":null,"abstract":null,"extra":{"Keywords":"k"},"line":1})"));
}

TEST(PaperJson, KeepsControlBytesAndJoinsExtraFieldsOfOneName) {
  const Digest digest = digest_of(std::string("### [1] [T](x)\n\nNote: a\x08\x00", 25) + "\n\nNote: b\n");
  const json record = json::parse(paper_to_json(digest, digest.papers[0]));
  EXPECT_EQ(record["extra"]["Note"], std::string("a\x08\x00", 3) + "\n\nb");
  EXPECT_EQ(record["id"], nullptr);
}

TEST(QueryIssueJson, IsADiagnosticWithItsPlace) {
  EXPECT_EQ(
      json::parse(query_issue_to_json("query", {"bad_date", 3, 7, "no day"})),
      json::parse(R"({"file":"query","line":0,"code":"bad_date","message":"no day","begin":3,"end":7})"));
}

TEST(HitJson, HasIdScoreTitleAndDigest) {
  EXPECT_EQ(json::parse(hit_to_json({"2601.00001", 1.5, "T", "d"})),
            json::parse(R"({"id":"2601.00001","score":1.5,"title":"T","digest":"d"})"));
}

}  // namespace
}  // namespace broadsheet
