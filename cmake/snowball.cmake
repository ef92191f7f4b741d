# The English stemmer alone: Snowball's own compiler, built for the host, turns english.sbl into C.

find_program(HOST_CC NAMES cc gcc clang NO_CMAKE_FIND_ROOT_PATH REQUIRED)

set(compiler "${CMAKE_BINARY_DIR}/third_party/snowball-compiler")
set(stemmer "${CMAKE_BINARY_DIR}/third_party/snowball/stem_UTF_8_english")
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/third_party/snowball")
file(GLOB compiler_sources "${SNOWBALL_SOURCE}/compiler/*.c")

add_custom_command(
  OUTPUT "${stemmer}.c" "${stemmer}.h"
  COMMAND "${HOST_CC}" -O1 -o "${compiler}" ${compiler_sources}
  COMMAND "${compiler}" "${SNOWBALL_SOURCE}/algorithms/english.sbl" -o "${stemmer}" -eprefix english_UTF_8_
          -runtime "${SNOWBALL_SOURCE}/runtime" -utf8
  COMMENT "Generating the English stemmer"
  VERBATIM)

add_library(snowball STATIC "${stemmer}.c" "${SNOWBALL_SOURCE}/runtime/api.c" "${SNOWBALL_SOURCE}/runtime/utilities.c")
target_include_directories(snowball SYSTEM PUBLIC "${CMAKE_BINARY_DIR}/third_party/snowball" "${SNOWBALL_SOURCE}/runtime")
