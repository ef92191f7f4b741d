// feed_item.h: one item of a feed, and the record of JSON that says the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

struct FeedItem {
  uint32_t line = 0;
  std::string title;
  std::string link;
  std::string about;  // RSS 1.0: the link, too
  std::string pdf;
  std::string id;
  std::string doi;
  std::string abstract;
  std::string more_text;
  std::string published;
  std::string updated;
  std::string main_subject;
  std::vector<std::string> authors;
  bool has_names = false;  // an author is one person's name, no list
  std::vector<std::string> subjects;
  std::vector<std::pair<std::string, std::string>> others;
};

// Appends the item as an object, and a comma: one line, whatever its texts hold. Cost: O(item).
void append_record(const FeedItem& item, std::string& json);

}  // namespace broadsheet
