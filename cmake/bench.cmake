# Figures, not tests: cmake --build build/dev --target broadsheet_bench, and the same in build/wasm.

add_executable(broadsheet_bench EXCLUDE_FROM_ALL tests/bench/reading.cc)
target_link_libraries(broadsheet_bench PRIVATE broadsheet_core cmark_static)
if(EMSCRIPTEN)
  target_link_options(broadsheet_bench PRIVATE -O3 -sNODERAWFS -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB
                      -sENVIRONMENT=node -sEXIT_RUNTIME)
endif()
add_executable(broadsheet_pathological EXCLUDE_FROM_ALL tests/bench/pathological.cc)
target_link_libraries(broadsheet_pathological PRIVATE broadsheet_core)
