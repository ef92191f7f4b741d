# Libraries that others keep: cmark, Snowball and zlib from source, since they are built for wasm too;
# nlohmann/json and GoogleTest from the system's packages.

option(BROADSHEET_FETCH "Take cmark, Snowball and zlib from their upstream releases, not from Debian" OFF)

# upstream_source(NAME FOLDER TARBALL URL SHA256): unpacks a verified tarball; NAME_SOURCE is the folder.
function(upstream_source name folder tarball url sha256)
  set(archive "${CMAKE_BINARY_DIR}/third_party/${tarball}")
  if(NOT BROADSHEET_FETCH)
    set(url "file://${debian_sources}/${tarball}")
  endif()
  if(NOT EXISTS "${CMAKE_BINARY_DIR}/third_party/${folder}")
    file(DOWNLOAD "${url}" "${archive}" EXPECTED_HASH SHA256=${sha256})
    file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${CMAKE_BINARY_DIR}/third_party")
  endif()
  set(${name}_SOURCE "${CMAKE_BINARY_DIR}/third_party/${folder}" PARENT_SCOPE)
endfunction()

if(NOT BROADSHEET_FETCH)
  execute_process(COMMAND "${CMAKE_SOURCE_DIR}/tools/setup/sources.sh" OUTPUT_VARIABLE debian_sources
                  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endif()

upstream_source(CMARK cmark-0.30.2 cmark_0.30.2.orig.tar.gz
  https://github.com/commonmark/cmark/archive/0.30.2.tar.gz
  6c7d2bcaea1433d977d8fed0b55b71c9d045a7cdf616e3cd2dce9007da753db3)
set(CMARK_TESTS OFF CACHE INTERNAL "")
set(CMARK_SHARED OFF CACHE INTERNAL "")
# What cmark asks of the compiler holds for every GCC and Clang, and em++ takes seconds to answer each.
foreach(fact IN ITEMS HAVE_STDBOOL_H HAVE___BUILTIN_EXPECT HAVE___ATTRIBUTE__ COMPILER_HAS_HIDDEN_VISIBILITY
        COMPILER_HAS_HIDDEN_INLINE_VISIBILITY COMPILER_HAS_DEPRECATED_ATTR)
  set(${fact} 1 CACHE INTERNAL "")
endforeach()
set(HAVE_FLAG_ADDRESS_SANITIZER 0 CACHE INTERNAL "")
set(HAVE_FLAG_SANITIZE_ADDRESS 0 CACHE INTERNAL "")
add_subdirectory("${CMARK_SOURCE}" "${CMAKE_BINARY_DIR}/third_party/cmark" EXCLUDE_FROM_ALL SYSTEM)
target_compile_options(cmark_static PRIVATE -w)
# Two functions give way to small ones, in every build, so that the tests run what the page runs.
target_sources(cmark_static PRIVATE "${CMAKE_SOURCE_DIR}/cmake/cmark_blocks_only.c")
foreach(replaced IN ITEMS references.c:cmark_reference_create houdini_html_u.c:houdini_unescape_html_f)
  string(REPLACE ":" ";" replaced "${replaced}")
  list(GET replaced 0 file)
  list(GET replaced 1 function)
  set_source_files_properties("${CMARK_SOURCE}/src/${file}" TARGET_DIRECTORY cmark_static
                              PROPERTIES COMPILE_DEFINITIONS "${function}=complete_${function}")
endforeach()

upstream_source(SNOWBALL snowball-2.2.0 snowball_2.2.0.orig.tar.gz
  https://github.com/snowballstem/snowball/archive/refs/tags/v2.2.0.tar.gz
  425cdb5fba13a01db59a1713780f0662e984204f402d3dae1525bda9e6d30f1a)
include(snowball)

# Debian's tarball is the upstream release without its documents in formats that are not free.
if(BROADSHEET_FETCH)
  upstream_source(ZLIB zlib-1.2.13 zlib-1.2.13.tar.gz https://zlib.net/fossils/zlib-1.2.13.tar.gz
    b3a24de97a8fdbc835b9833169501030b8977031bcb54b3b3ac13740f846ab30)
else()
  upstream_source(ZLIB zlib-1.2.13.dfsg zlib_1.2.13.dfsg.orig.tar.bz2 ""
    71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1)
endif()
include(zlib)

# A folder that holds nothing but header libraries: /usr/include itself would break em++'s sysroot.
find_path(NLOHMANN_JSON_ROOT nlohmann/json.hpp HINTS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/third_party/include")
file(CREATE_LINK "${NLOHMANN_JSON_ROOT}/nlohmann" "${CMAKE_BINARY_DIR}/third_party/include/nlohmann" SYMBOLIC)
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/third_party/include")

find_path(XXHASH_ROOT xxhash.h HINTS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(CREATE_LINK "${XXHASH_ROOT}/xxhash.h" "${CMAKE_BINARY_DIR}/third_party/include/xxhash.h" SYMBOLIC)

find_path(GTEST_SOURCE googletest/src/gtest-all.cc HINTS /usr/src/googletest NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(BUILD_GMOCK OFF CACHE INTERNAL "")
set(INSTALL_GTEST OFF CACHE INTERNAL "")
set(gtest_disable_pthreads "${EMSCRIPTEN}" CACHE INTERNAL "")
add_subdirectory("${GTEST_SOURCE}" "${CMAKE_BINARY_DIR}/third_party/googletest" EXCLUDE_FROM_ALL SYSTEM)
# Compiling it dominates a first build, and nothing waits for its speed. But the linker of wasm takes the functions of
# the standard library from whatever has them first: with -O0 it took those from here, and tests ran a tenth as fast.
target_compile_options(gtest PRIVATE $<IF:$<BOOL:${EMSCRIPTEN}>,-O1,-O0> -g0)
