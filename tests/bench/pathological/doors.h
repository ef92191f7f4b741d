// doors.h: the ways by which inputs come in, and the inputs that make naive code slow there.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::bench {

struct Case {
  std::string door;
  std::string name;
  size_t size;  // the argument of make(): bytes, papers or files, depending on the case
  // Makes an input of that size and returns what is timed.
  std::function<std::function<void()>(size_t)> make;
};

void add_markdown(std::vector<Case>& cases);  // alone, and in the papers of each dialect
void add_json(std::vector<Case>& cases);
void add_markup(std::vector<Case>& cases);
void add_containers(std::vector<Case>& cases);
void add_collections(std::vector<Case>& cases);
void add_libraries(std::vector<Case>& cases);
void add_queries(std::vector<Case>& cases);
void add_snapshots(std::vector<Case>& cases);

inline std::string repeat(std::string_view piece, size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace broadsheet::bench
