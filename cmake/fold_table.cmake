# core/text/fold_table.inc: the folding of every code point, computed on the host from utf8proc's Unicode data
# and, for traditional characters, from Unicode's own list of variants.

find_program(HOST_CXX NAMES c++ g++ clang++ NO_CMAKE_FIND_ROOT_PATH REQUIRED)

find_file(UNIHAN_VARIANTS Unihan_Variants.txt.bz2 PATHS /usr/share/unicode NO_CMAKE_FIND_ROOT_PATH REQUIRED)

set(FOLD_TABLE_INCLUDE "${CMAKE_BINARY_DIR}/generated")
set(FOLD_TABLE "${FOLD_TABLE_INCLUDE}/core/text/fold_table.inc")
set(generator "${CMAKE_BINARY_DIR}/fold_table_generator")
set(variants "${CMAKE_BINARY_DIR}/Unihan_Variants.txt")
file(MAKE_DIRECTORY "${FOLD_TABLE_INCLUDE}/core/text")

add_custom_command(
  OUTPUT "${FOLD_TABLE}"
  COMMAND "${HOST_CXX}" -std=c++20 -O1 -Wall -Wextra -Werror "-I${CMAKE_SOURCE_DIR}"
          "${CMAKE_SOURCE_DIR}/tools/fold_table/generator.cc" -o "${generator}" -lutf8proc
  COMMAND sh -c "bzip2 -dc '${UNIHAN_VARIANTS}' > '${variants}'"
  COMMAND "${generator}" "${variants}" "${FOLD_TABLE}"
  DEPENDS "${CMAKE_SOURCE_DIR}/tools/fold_table/generator.cc"
  COMMENT "Generating core/text/fold_table.inc"
  VERBATIM)
