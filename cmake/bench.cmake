# Figures, not tests: cmake --build build/dev --target broadsheet_bench, and the same in build/wasm.

add_executable(broadsheet_bench EXCLUDE_FROM_ALL tests/bench/reading.cc)
target_link_libraries(broadsheet_bench PRIVATE broadsheet_core cmark_static)
if(EMSCRIPTEN)
  target_link_options(broadsheet_bench PRIVATE -O3 -sNODERAWFS -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB
                      -sENVIRONMENT=node -sEXIT_RUNTIME)
endif()
file(GLOB pathological_sources CONFIGURE_DEPENDS tests/bench/pathological/*.cc)
add_executable(broadsheet_pathological EXCLUDE_FROM_ALL ${pathological_sources})
target_link_libraries(broadsheet_pathological PRIVATE broadsheet_core zip)
target_compile_definitions(broadsheet_pathological PRIVATE BROADSHEET_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
file(GLOB learned_sources CONFIGURE_DEPENDS tests/bench/learned/*.cc)
add_executable(broadsheet_learned EXCLUDE_FROM_ALL ${learned_sources})
target_link_libraries(broadsheet_learned PRIVATE broadsheet_core)
