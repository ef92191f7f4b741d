// error_code.h: why something that was read gave no value. docs/errors.md lists the codes and what a person
// can do.
#pragma once

#include <string_view>

namespace broadsheet {

enum class ErrorCode : unsigned char {
  kBrokenArchive,           // an archive ends too soon, or its checksum differs
  kTooLarge,                // more bytes than are read of one file
  kUnsafePath,              // an entry of an archive leads out of it
  kEncrypted,               // an archive needs a password
  kUnsupportedCompression,  // neither stored nor deflated
  kNestedArchive,           // an archive inside an archive
  kZipBomb,                 // an archive unpacks to far more than digests do
  kTooManyFiles,            // an archive holds more entries than are read
  kNoDigests,               // an archive holds no file that could be a digest
  kNotText,                 // a picture, an archive, noise
  kDoubtfulEncoding,        // not UTF-8, and more than one encoding would fit
  kAlreadyOpen,             // a digest of the same bytes is in the library
  kBadSegment,              // an index is damaged
  kNotASnapshot,            // the bytes are no saved library
  kOtherVersion,            // saved by another version of the format or the analysis
  kBadSnapshot,             // a saved library is damaged
};

// Its name for programs, in JSON and across the binding, such as "not_text". It never changes its meaning.
std::string_view name_of(ErrorCode code);

}  // namespace broadsheet
