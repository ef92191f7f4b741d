// exit_code.h: the exit codes of the process.
#pragma once

namespace broadsheet {

enum ExitCode : int {
  kDone = 0,
  kNothingFound = 1,
  kFailed = 2,  // bad usage, unreadable input or unwritable output
};

}  // namespace broadsheet
