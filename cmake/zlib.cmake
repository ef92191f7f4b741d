# zlib's inflate and its minizip, reading only; the writing half is for tests, which make archives.

set(minizip "${ZLIB_SOURCE}/contrib/minizip")
set(zlib_reading adler32.c crc32.c inffast.c inflate.c inftrees.c zutil.c)
set(zlib_writing deflate.c trees.c)
list(TRANSFORM zlib_reading PREPEND "${ZLIB_SOURCE}/")
list(TRANSFORM zlib_writing PREPEND "${ZLIB_SOURCE}/")

add_library(unzip STATIC EXCLUDE_FROM_ALL ${zlib_reading} "${minizip}/unzip.c" "${minizip}/ioapi.c")
target_include_directories(unzip SYSTEM PUBLIC "${ZLIB_SOURCE}" "${minizip}")
# NOUNCRYPT: encrypted entries are refused. Without large-file functions minizip needs none of the system's.
# DYNAMIC_CRC_TABLE: five kilobytes that do not compress are computed when the first container is opened.
target_compile_definitions(unzip PRIVATE NOUNCRYPT USE_FILE32API DYNAMIC_CRC_TABLE)
target_compile_options(unzip PRIVATE -w)

add_library(zip STATIC EXCLUDE_FROM_ALL ${zlib_writing} "${minizip}/zip.c")
target_link_libraries(zip PUBLIC unzip)
target_compile_definitions(zip PRIVATE NOCRYPT USE_FILE32API)
target_compile_options(zip PRIVATE -w)
