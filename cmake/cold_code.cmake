# Only what runs for each word, posting, match or line is built for speed (hot). What runs for each paper of a file,
# row of a list or word of a query gains next to nothing from unrolled loops and copies of what it calls: it is
# optimised, but kept small (warm). The rest runs once for a click or a file, and a page has to load it first: it
# is built small (cold). Where an index, a query or a file then takes longer, look for a short function that is no
# longer inlined, before making a whole file hot.
file(GLOB hot_sources CONFIGURE_DEPENDS
  core/base/bits.cc core/base/checksum.cc core/index/*.cc core/match/expansion.cc core/match/matcher.cc core/match/scorer.cc
  core/digest/captures.cc core/digest/dialect.cc core/digest/json_parse.cc core/digest/json_spans.cc
  core/digest/line_pattern.cc core/digest/markdown_blocks.cc core/digest/paper_reader.cc core/digest/text_slices.cc
  core/search/author_counter.cc core/search/searcher.cc core/show/highlight.cc core/show/snippet.cc
  core/snapshot/digest_decoder.cc
  core/text/control_repair.cc core/text/fold.cc core/text/one_edit.cc core/text/stemmer.cc core/text/tokenizer.cc
  core/text/utf8.cc)
file(GLOB warm_sources CONFIGURE_DEPENDS
  core/base/*.cc core/index/near_terms.cc core/match/*.cc core/show/rows.cc core/snapshot/digest_encoder.cc
  core/digest/arxiv_id.cc core/digest/digest_reader.cc core/digest/failure_text.cc
  core/digest/json_escapes.cc core/digest/json_reader.cc core/digest/markdown_reader.cc
  core/digest/text_*.cc
  core/library/facet_columns.cc core/library/late_text.cc core/library/paper_table.cc
  core/library/segment_store.cc core/library/volume*.cc core/library/work*.cc
  core/search/facet_*.cc core/search/result_set.cc core/text/tex_words.cc)
list(FILTER hot_sources EXCLUDE REGEX /near_terms)
list(FILTER warm_sources EXCLUDE REGEX /term_frequencies)
list(REMOVE_ITEM warm_sources ${hot_sources})
file(GLOB_RECURSE cold_sources CONFIGURE_DEPENDS core/*.cc)
list(REMOVE_ITEM cold_sources ${hot_sources} ${warm_sources})
set_source_files_properties(${warm_sources} PROPERTIES COMPILE_OPTIONS -Os)
set_source_files_properties(${cold_sources} PROPERTIES COMPILE_OPTIONS -Oz)
# SIMD helps where sets of bits are combined: a query takes 0.95 of the time.
set_source_files_properties(core/base/bits.cc core/index/postings.cc PROPERTIES COMPILE_OPTIONS -msimd128)
# By target: a source of bindings/ is also one of the tests, whose precompiled header is built for speed.
target_compile_options(broadsheet PRIVATE -Oz)
target_compile_options(cmark_static PRIVATE -Oz)
target_compile_options(unzip PRIVATE -Oz)
