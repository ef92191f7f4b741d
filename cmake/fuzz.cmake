# Fuzz targets: with the preset `fuzz` libFuzzer drives them; everywhere they replay what was found.

# fuzz_target(NAME SEEDS…): from tests/fuzz/NAME.cc; seeds and tests/fuzz/corpus/NAME are replayed.
function(fuzz_target name)
  add_executable(fuzz_${name} "tests/fuzz/${name}.cc")
  target_link_libraries(fuzz_${name} PRIVATE broadsheet_core)
  if(BROADSHEET_FUZZ)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(fuzz_${name} PRIVATE tests/fuzz/replay_main.cc)
    add_test(NAME fuzz_replay_${name}
             COMMAND fuzz_${name} "${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${name}" "${CMAKE_SOURCE_DIR}/tests/fixtures")
  endif()
endfunction()

foreach(target IN ITEMS markdown json feed html utf8 encoding containers round_trip query snapshot export collection)
  fuzz_target(${target})
endforeach()
target_sources(fuzz_encoding PRIVATE cli/iconv_decoder.cc)
target_link_libraries(fuzz_export PRIVATE nlohmann_json)
