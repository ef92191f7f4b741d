#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/diagnostics.h"
#include "cli/iconv_decoder.h"
#include "cli/inputs.h"
#include "cli/library_input.h"
#include "cli/output.h"
#include "core/collection/collection_matcher.h"
#include "core/export/json.h"

namespace broadsheet {
namespace {

// Nothing if it cannot be read; that is printed.
std::optional<Collection> read_file(const std::string& path, DiagnosticFormat format) {
  std::optional<Collection> collection;
  for_each_input({path}, format, [&](Input input) {
    const std::string& name = input.path;
    Result<Collection> read = read_collection(name, std::move(input.bytes), decode_with_iconv);
    if (!read.ok()) {
      print_error(name, name_of(read.error().code), read.error().message, format);
      return Taken::kTaken;
    }
    for (const Diagnostic& each : read.value().diagnostics)
      print_error(name, name_of(each.code), "line " + std::to_string(each.line) + ": " + each.message,
                  format);
    if (!collection) collection = std::move(read.value());
    return Taken::kTaken;
  });
  return collection;
}

std::string to_json(const Library& library, const CollectedWork& work, const CollectionMatch& match) {
  const std::string name = match.by == MatchedBy::kNone ? "" : library.work_name(match.paper);
  return known_to_json({.line = work.line,
                        .by = name_of(match.by),
                        .work = name,
                        .title = work.title,
                        .authors = work.authors,
                        .year = work.year,
                        .id = work.arxiv_id,
                        .doi = work.doi,
                        .url = work.url});
}

}  // namespace

ExitCode run_known(const KnownOptions& options) {
  const std::optional<Collection> collection = read_file(options.collection, options.diagnostics);
  Library library;
  const bool all_read = add_files(options.files, options.diagnostics, library);
  if (!collection || !all_read) return kFailed;
  library.commit();
  const CollectionMatcher matcher(library);
  bool any = false;
  for (const CollectedWork& work : collection->works) {
    const CollectionMatch match = matcher.match(work);
    any = any || match.by != MatchedBy::kNone;
    print_line(to_json(library, work, match));
  }
  return any ? kDone : kNothingFound;
}

}  // namespace broadsheet
