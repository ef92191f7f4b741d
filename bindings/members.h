// members.h: registers a value with embind by its members alone, whose names are those of JavaScript.
#pragma once

#include <emscripten/bind.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace broadsheet::bindings {

namespace internal {

// "text" for &MarkedValue::text.
template <auto kMember>
consteval std::string_view name_of() {
  const std::string_view function = __PRETTY_FUNCTION__;  // "… [kMember = &….::MarkedValue::text]"
  const size_t begin = function.rfind(':') + 1;
  return function.substr(begin, function.rfind(']') - begin);
}

template <auto kMember>
inline constexpr auto kNameOf = [] {
  std::array<char, name_of<kMember>().size() + 1> name{};
  name_of<kMember>().copy(name.data(), name.size() - 1);
  return name;
}();

struct Anything {
  template <typename T>
  operator T() const;
};

// How many members the aggregate has.
template <typename T, typename... Members>
consteval size_t member_count() {
  if constexpr (requires { T{Members()..., Anything()}; })
    return member_count<T, Members..., Anything>();
  else
    return sizeof...(Members);
}

}  // namespace internal

// Does not compile unless all the value's members are listed.
template <typename Value, auto... kMembers>
void register_value(const char* name) {
  static_assert(sizeof...(kMembers) == internal::member_count<Value>(), "a member is missing in the list");
  emscripten::value_object<Value> value(name);
  (value.field(internal::kNameOf<kMembers>.data(), kMembers), ...);
}

}  // namespace broadsheet::bindings
