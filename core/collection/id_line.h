// id_line.h: a line of a list of ids, DOIs and links.
#pragma once

#include <string_view>
#include <vector>

namespace broadsheet {

class IdLine {
 public:
  // `2601.00001, 10.1000/1`, `- https://arxiv.org/abs/2601.00001  A title`, `# a comment`. Cost: O(line).
  explicit IdLine(std::string_view line);

  // Whether there is nothing but blanks, or a comment.
  bool is_blank() const { return is_blank_; }
  // What the line begins with; empty: no id.
  const std::vector<std::string_view>& ids() const { return ids_; }
  // What follows them.
  std::string_view rest() const { return rest_; }

 private:
  std::vector<std::string_view> ids_;
  std::string_view rest_;
  bool is_blank_ = false;
};

}  // namespace broadsheet
