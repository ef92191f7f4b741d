# Toolchain file: the Emscripten that emsdk.env names, so that a plain shell can configure and build.

execute_process(
  COMMAND sh -c ". ./emsdk.env && printf %s \"$EMSCRIPTEN_ROOT\""
  WORKING_DIRECTORY "${CMAKE_CURRENT_LIST_DIR}/.."
  OUTPUT_VARIABLE emscripten_root
  COMMAND_ERROR_IS_FATAL ANY)
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
