#include "cli/library_input.h"

#include "cli/iconv_decoder.h"
#include "cli/inputs.h"

namespace broadsheet {

bool add_files(const std::vector<std::string>& files, DiagnosticFormat diagnostics, Library& library) {
  bool all_are_digests = true;
  const auto add = [&](const std::string& path, std::string bytes) {
    const Result<const Digest*> digest = library.read(path, std::move(bytes), 0, decode_with_iconv);
    if (digest.ok()) {
      print_diagnostics(path, *digest.value(), diagnostics);
      library.index(UINT32_MAX);
    } else {
      print_error(path, name_of(digest.error().code), digest.error().message, diagnostics);
      all_are_digests = all_are_digests && digest.error().code == ErrorCode::kAlreadyOpen;
    }
  };
  return for_each_input(files, diagnostics, add) && all_are_digests;
}

}  // namespace broadsheet
