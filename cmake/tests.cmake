# One suite, built natively and as wasm; the tests of the command line tool are native only.

enable_testing()
file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS tests/core/*.cc)
if(NOT EMSCRIPTEN)
  file(GLOB cli_test_sources CONFIGURE_DEPENDS tests/cli/*.cc)
endif()

add_executable(broadsheet_tests ${test_sources} ${cli_test_sources})
# The tests read JSON with the library itself: what our writer and reader do must not vouch for themselves.
target_link_libraries(broadsheet_tests PRIVATE broadsheet_core gtest_main nlohmann_json zip)
target_precompile_headers(broadsheet_tests PRIVATE <gtest/gtest.h>)
target_compile_definitions(broadsheet_tests PRIVATE BROADSHEET_SOURCE_DIR="${CMAKE_SOURCE_DIR}")

if(EMSCRIPTEN)
  # NODERAWFS: the suite reads its fixtures from the disk of the machine that runs it.
  target_link_options(broadsheet_tests PRIVATE -sNODERAWFS -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB
                      -sENVIRONMENT=node -sEXIT_RUNTIME)
  add_test(NAME broadsheet_tests COMMAND ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:broadsheet_tests>)
else()
  add_dependencies(broadsheet_tests broadsheet)
  target_compile_definitions(broadsheet_tests PRIVATE BROADSHEET_CLI="$<TARGET_FILE:broadsheet>")
  include(GoogleTest)
  gtest_discover_tests(broadsheet_tests DISCOVERY_MODE PRE_TEST)
endif()
