#include <iostream>

#include "cli/commands.h"
#include "core/digest/digest_reader.h"
#include "core/export/json.h"

namespace broadsheet {

int run_parse(const std::vector<std::string_view>& arguments) {
  if (arguments.empty()) {
    std::cerr << "broadsheet parse: a file is missing\nTry broadsheet --help\n";
    return kBadUsage;
  }
  bool unreadable = false;
  size_t papers = 0;
  for (const std::string_view path : arguments) {
    std::optional<std::string> bytes = read_file(path);
    if (!bytes) {
      unreadable = true;
      continue;
    }
    const Result<Digest> digest = read_digest(path, std::move(*bytes));
    if (!digest.ok()) {
      print_error(path, digest.error().code, digest.error().message);
      unreadable = true;
      continue;
    }
    for (const Paper& paper : digest.value().papers)
      std::cout << paper_to_json(digest.value(), paper) << '\n';
    print_diagnostics(path, digest.value());
    papers += digest.value().papers.size();
  }
  if (unreadable) return kBadUsage;
  return papers > 0 ? kDone : kNothingFound;
}

}  // namespace broadsheet
