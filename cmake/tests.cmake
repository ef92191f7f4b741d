# One suite, built natively and as wasm; the tests of the command line tool are native only.

enable_testing()
file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS tests/core/*.cc)
if(NOT EMSCRIPTEN)
  file(GLOB cli_test_sources CONFIGURE_DEPENDS tests/cli/*.cc)
  set(command_path "${CMAKE_BINARY_DIR}/broadsheet")
endif()
set(decoder "$<IF:$<BOOL:${EMSCRIPTEN}>,bindings/text_decoder.cc,cli/iconv_decoder.cc>")

add_executable(broadsheet_tests ${test_sources} ${cli_test_sources} ${decoder})
# The tests read JSON and blocks of Markdown with the libraries themselves: what our readers and writers do must
# not vouch for themselves.
target_link_libraries(broadsheet_tests PRIVATE broadsheet_core gtest_main nlohmann_json zip cmark_static)
target_precompile_headers(broadsheet_tests PRIVATE <gtest/gtest.h>)
set_source_files_properties(tests/core/support/places.cc PROPERTIES SKIP_PRECOMPILE_HEADERS ON COMPILE_DEFINITIONS
  "BROADSHEET_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\";BROADSHEET_CLI=\"${command_path}\"")

if(EMSCRIPTEN)
  # NODERAWFS: the suite reads its fixtures from the disk of the machine that runs it. Its environment is that of Node,
  # so that GoogleTest can be told which share of the tests to run.
  target_compile_definitions(broadsheet_tests PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
  target_link_options(broadsheet_tests PRIVATE -lembind -sNODERAWFS -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB
                      -sENVIRONMENT=node -sEXIT_RUNTIME
                      --pre-js ${CMAKE_SOURCE_DIR}/tests/core/support/environment.js)
  add_test(NAME broadsheet_tests COMMAND ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:broadsheet_tests>)
else()
  add_dependencies(broadsheet_tests broadsheet)
  include(GoogleTest)
  # The default of 5 seconds depends on the disk: with sanitizers the program is large.
  gtest_discover_tests(broadsheet_tests DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 600)
endif()
