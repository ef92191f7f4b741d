#include <algorithm>

#include "cli/commands.h"
#include "cli/diagnostics.h"
#include "cli/iconv_decoder.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "core/digest/dialect.h"
#include "core/digest/digest_reader.h"
#include "core/digest/front_matter.h"
#include "core/digest/infer_dialect.h"
#include "core/digest/repair.h"
#include "core/export/json.h"

namespace broadsheet {
namespace {

void print_papers(const Digest& digest, bool repaired) {
  for (const Paper& paper : digest.papers) {
    if (repaired) {
      TextArena arena;
      print_line(paper_to_json(digest, as_shown(paper, arena)));
    } else {
      print_line(paper_to_json(digest, paper));
    }
  }
}

void print_dialect(const Digest& digest) {
  const auto is_it = [&](const Dialect& dialect) { return dialect.name == digest.dialect; };
  const auto known = std::find_if(dialects().begin(), dialects().end(), is_it);
  std::string text = "name: " + std::string(digest.dialect) + "\n";
  TextArena arena;
  if (digest.dialect == "unknown")
    text = describe(infer_dialect(digest.source, front_matter_end(digest.source), arena).dialect);
  if (known != dialects().end()) text = describe(*known);
  while (!text.empty()) {
    const size_t end = text.find('\n');
    print_line(text.substr(0, end));
    text.erase(0, end + 1);
  }
}

}  // namespace

ExitCode run_parse(const ParseOptions& options) {
  size_t papers = 0;
  bool all_are_digests = true;
  const auto print = [&](Input input) {
    const Result<Digest> digest = read_digest(input.path, std::move(input.bytes), decode_with_iconv);
    if (input.is_found_page && (!digest.ok() || digest.value().papers.empty())) return Taken::kLeftAlone;
    if (!digest.ok()) {
      print_error(input.path, name_of(digest.error().code), digest.error().message, options.diagnostics);
      all_are_digests = false;
      return Taken::kTaken;
    }
    if (options.dialect) {
      print_dialect(digest.value());
    } else {
      print_papers(digest.value(), options.repaired);
    }
    print_diagnostics(input.path, digest.value(), options.diagnostics);
    papers += digest.value().papers.size();
    return Taken::kTaken;
  };
  const bool all_read = for_each_input(options.files, options.diagnostics, print);
  if (!all_read || !all_are_digests) return kFailed;
  return papers > 0 ? kDone : kNothingFound;
}

}  // namespace broadsheet
