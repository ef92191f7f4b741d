#include "core/base/error_code.h"

namespace broadsheet {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBrokenArchive:
      return "broken_archive";
    case ErrorCode::kTooLarge:
      return "too_large";
    case ErrorCode::kUnsafePath:
      return "unsafe_path";
    case ErrorCode::kEncrypted:
      return "encrypted";
    case ErrorCode::kUnsupportedCompression:
      return "unsupported_compression";
    case ErrorCode::kNestedArchive:
      return "nested_archive";
    case ErrorCode::kZipBomb:
      return "zip_bomb";
    case ErrorCode::kTooManyFiles:
      return "too_many_files";
    case ErrorCode::kNoDigests:
      return "no_digests";
    case ErrorCode::kNotText:
      return "not_text";
    case ErrorCode::kDoubtfulEncoding:
      return "doubtful_encoding";
    case ErrorCode::kAlreadyOpen:
      return "already_open";
    case ErrorCode::kBadSegment:
      return "bad_segment";
    case ErrorCode::kNotASnapshot:
      return "not_a_snapshot";
    case ErrorCode::kOtherVersion:
      return "other_version";
    case ErrorCode::kBadSnapshot:
      return "bad_snapshot";
  }
  return {};
}

}  // namespace broadsheet
