// result.h: a value, or the reason there is none.
//
// Functions that read untrusted input return Result<T> and never throw. Programmer errors assert.
#pragma once

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

#include "core/base/error_code.h"

namespace broadsheet {

// `code` is for programs; `message` is English, for people and logs.
struct Error {
  ErrorCode code;
  std::string message;
  size_t byte_offset = 0;  // where in the input; 0 if it concerns all of it
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(state_); }

  // Requires ok().
  T& value() {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  const T& value() const {
    assert(ok());
    return *std::get_if<T>(&state_);
  }

  // Requires !ok().
  const Error& error() const {
    assert(!ok());
    return *std::get_if<Error>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace broadsheet
