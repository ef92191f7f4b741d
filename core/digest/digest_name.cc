#include "core/digest/digest_name.h"

#include "core/digest/written_date.h"

namespace broadsheet {
namespace {

std::string first_date(std::string_view plain) {
  for (size_t i = 0; i < plain.size(); ++i)
    if (WrittenDate found = written_date_at(plain, i); found.end > 0) return found.date;
  return {};
}

}  // namespace

std::string_view base_name_of(std::string_view file_name) {
  const size_t slash = file_name.find_last_of("/\\");
  return slash == std::string_view::npos ? file_name : file_name.substr(slash + 1);
}

std::string_view digest_name_of(std::string_view file_name) {
  const std::string_view name = base_name_of(file_name);
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string date_of(std::string_view text) {
  const std::string plain = plain_date_signs(text);
  if (std::string date = first_date(plain); !date.empty()) return date;
  for (size_t i = 0; i < plain.size(); ++i)
    if (WrittenDate found = month_first_at(plain, i); found.end > 0) return found.date;
  return {};
}

std::string date_of_file(std::string_view file_name) {
  if (std::string date = first_date(plain_date_signs(base_name_of(file_name))); !date.empty()) return date;
  const std::string path = plain_date_signs(file_name);
  for (size_t i = 0; i < path.size(); ++i) {
    if (i > 0 && path[i - 1] != '/') continue;
    const WrittenDate found = written_date_at(path, i);
    if (found.end == 0) continue;
    const bool is_whole = found.end == path.size() || path[found.end] == '/' || path[found.end] == '.';
    if (is_whole) return found.date;
  }
  return {};
}

}  // namespace broadsheet
