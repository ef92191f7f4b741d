# Flags of our own code (target broadsheet_options) and of everything in a sanitized or wasm build.

add_library(broadsheet_options INTERFACE)
target_compile_options(broadsheet_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# Clang counts a conversion such as size_t -> ptrdiff_t in iterator arithmetic as a change of sign; GCC does not.
target_compile_options(broadsheet_options INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>)

if(BROADSHEET_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_options(${sanitizers})
  add_link_options(${sanitizers})
endif()

if(BROADSHEET_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Nothing throws in our code, so exceptions and RTTI would only add to what a page has to load.
# Every browser of the last years has vectors of 128 bits (Safari since 16.4) and fills and copies memory at
# once. The latter only for the C library: our short copies are faster as loads and stores.
if(EMSCRIPTEN)
  add_compile_options(-flto -msimd128 -fno-exceptions $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
  add_link_options(-flto -msimd128 -mbulk-memory -fno-exceptions -fno-rtti)
endif()
