#include "core/search/author_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace broadsheet {
namespace {

class AuthorNamesTest : public ::testing::Test {
 protected:
  AuthorNamesTest() {
    for (const char* name : {"Kurt Gödel", "Wei Zhang", "張偉", "Jean-Pierre Serre", "J. R. R. Tolkien",
                             "O'Neill, Anne", "Ｗｅｉ Li", R"({\"O}zg{\"u}r M\"uller)"})
      authors_.intern(name);
  }
  std::vector<std::string> find(std::string_view typed) {
    std::vector<std::string> found;
    const std::vector<bool> is_found = names_.find(authors_, typed);
    for (FacetId i = 0; i < is_found.size(); ++i) {
      if (is_found[i]) found.emplace_back(authors_.value(i));
    }
    return found;
  }
  using Names = std::vector<std::string>;

  FacetValues authors_;
  AuthorNames names_;
};

TEST_F(AuthorNamesTest, AreFoundByTheBeginningOfAnyWordInAnyOrder) {
  EXPECT_EQ(find("zhang"), Names{"Wei Zhang"});
  EXPECT_EQ(find("zha w"), Names{"Wei Zhang"});
  EXPECT_EQ(find("wei"), (Names{"Wei Zhang", "Ｗｅｉ Li"}));
  EXPECT_EQ(find("pierre"), Names{"Jean-Pierre Serre"});
  EXPECT_EQ(find("j.r. tolkien"), Names{"J. R. R. Tolkien"});
  EXPECT_EQ(find("neill"), Names{"O'Neill, Anne"});
  EXPECT_EQ(find("hang"), Names{});
  EXPECT_EQ(find("zhang tolkien"), Names{});
}

TEST_F(AuthorNamesTest, AreFoundAsTheyAreShownWithoutTex) {
  const Names name{R"({\"O}zg{\"u}r M\"uller)"};
  for (const char* const typed : {"özgür", "ozg mull", "Müller", R"(M\"uller)"})
    EXPECT_EQ(find(typed), name) << typed;
  EXPECT_EQ(find("uller"), Names{});
}

TEST_F(AuthorNamesTest, AreFoundWithoutDiacriticsAndByAnyIdeograph) {
  EXPECT_EQ(find("godel"), Names{"Kurt Gödel"});
  EXPECT_EQ(find("GÖD"), Names{"Kurt Gödel"});
  EXPECT_EQ(find("张"), Names{"張偉"});
  EXPECT_EQ(find("偉"), Names{"張偉"});
  EXPECT_EQ(find("伟张"), Names{});
}

TEST_F(AuthorNamesTest, AreNotFoundByNothing) {
  for (const char* typed : {"", "  ", ".", "-,"}) EXPECT_EQ(find(typed), Names{}) << typed;
}

TEST_F(AuthorNamesTest, AreKnownWhenTheyCameLaterAndAfterTheyWereForgotten) {
  find("wei");
  authors_.intern("Wei Later");
  EXPECT_EQ(find("later"), Names{"Wei Later"});
  FacetValues others;
  others.intern("Ada");
  names_.forget();
  EXPECT_EQ(names_.find(others, "ada"), std::vector<bool>{true});
}

TEST_F(AuthorNamesTest, NoMoreWordsCountThanTheLimit) {
  std::string typed;
  for (size_t i = 0; i < AuthorNames::kMostWords; ++i) typed += "w ";
  EXPECT_EQ(find(typed + "nobody").size(), 2u);
}

}  // namespace
}  // namespace broadsheet
