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
# Bulk memory (Safari since 15) for the C library alone: our short copies are faster as loads and stores.
if(EMSCRIPTEN)
  add_compile_options(-flto -fno-exceptions $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
  add_link_options(-flto -mbulk-memory -fno-exceptions -fno-rtti)
endif()
