# The page's engine: broadsheet.js, .wasm and .d.ts in the build folder.

file(GLOB binding_sources CONFIGURE_DEPENDS bindings/*.cc)
add_executable(broadsheet ${binding_sources})
target_link_libraries(broadsheet PRIVATE broadsheet_core)
# Without RTTI embind cannot name C++ types that were never bound.
target_compile_definitions(broadsheet PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
# STRICT: exports nothing that was not asked for (and so needs no TypeScript compiler for the .d.ts).
# Binaryen undoes core/base/hot.h where a function is called at one place only, unless it is told not to.
# funcspec: no second tokenizer for what calls it most.
# why-extract: which libraries are in it, and so whose licences the page must carry (web/build/licenses).
# wrap: bindings/c_library.cc says why.
# DYNAMIC_EXECUTION=0: the page's Content-Security-Policy forbids eval, and embind works without it.
target_link_options(broadsheet PRIVATE
  -O3 -lembind --no-entry --emit-tsd broadsheet.d.ts
  -sSTRICT -sMODULARIZE -sEXPORT_NAME=createBroadsheet -sENVIRONMENT=web,worker,node
  -sINCOMING_MODULE_JS_API=wasmBinary,instantiateWasm,onAbort -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0
  -sALLOW_MEMORY_GROWTH -sMEMORY_GROWTH_GEOMETRIC_STEP=0.08 -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB
  -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=20 -Wl,-mllvm,-funcspec-max-clones=0
  -Wl,--wrap=strtod,--wrap=snprintf -Wl,--why-extract=broadsheet.linked.tsv)
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/third_party/sources.json" CONTENT [[{
  "cmark": "@CMARK_SOURCE@",
  "snowball": "@SNOWBALL_SOURCE@",
  "zlib": "@ZLIB_SOURCE@",
  "nlohmann": "@NLOHMANN_JSON_ROOT@",
  "xxhash": "@XXHASH_ROOT@",
  "unihan": "@CMAKE_BINARY_DIR@/Unihan_Variants.txt",
  "emscripten": "@EMSCRIPTEN_ROOT_PATH@"
}
]] @ONLY)
