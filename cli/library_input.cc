#include "cli/library_input.h"

#include "cli/iconv_decoder.h"
#include "cli/inputs.h"

namespace broadsheet {
namespace {

bool lists_nothing(const Result<const Digest*>& digest) {
  return digest.ok() ? digest.value()->papers.empty() : digest.error().code != ErrorCode::kAlreadyOpen;
}

}  // namespace

bool add_files(const std::vector<std::string>& files, DiagnosticFormat diagnostics, Library& library) {
  bool all_are_digests = true;
  const auto add = [&](Input input) {
    const Result<const Digest*> digest =
        library.read(input.path, std::move(input.bytes), 0, decode_with_iconv);
    if (input.is_found_page && lists_nothing(digest)) {
      library.abandon();
      return Taken::kLeftAlone;
    }
    if (digest.ok()) {
      print_diagnostics(input.path, *digest.value(), diagnostics);
      library.index(UINT32_MAX);
    } else {
      print_error(input.path, name_of(digest.error().code), digest.error().message, diagnostics);
      all_are_digests = all_are_digests && digest.error().code == ErrorCode::kAlreadyOpen;
    }
    return Taken::kTaken;
  };
  return for_each_input(files, diagnostics, add) && all_are_digests;
}

}  // namespace broadsheet
