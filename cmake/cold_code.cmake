# Only what runs for each paper, posting or row is built for speed. The rest runs once for a click or a file,
# and a page has to load it first: it is built small.
file(GLOB hot_sources CONFIGURE_DEPENDS
  core/base/*.cc core/index/*.cc core/match/*.cc core/snapshot/digest_codec.cc
  core/digest/arxiv_id.cc core/digest/captures.cc core/digest/digest_reader.cc core/digest/duplicates.cc
  core/digest/entry.cc core/digest/failure_text.cc core/digest/json_escapes.cc core/digest/json_reader.cc
  core/digest/json_spans.cc core/digest/line_pattern.cc core/digest/markdown_*.cc core/digest/marked_line.cc
  core/digest/missing_fields.cc core/digest/paper_reader.cc core/digest/repair.cc core/digest/text_*.cc
  core/library/facet_columns.cc core/library/late_text.cc core/library/paper_table.cc
  core/library/segment_store.cc core/library/volume*.cc core/library/work*.cc
  core/search/author_counter.cc core/search/facet_*.cc core/search/result_set.cc core/search/searcher.cc
  core/search/similar.cc core/search/spelling.cc
  core/show/highlight.cc core/show/rows.cc core/show/snippet.cc
  core/text/fold.cc core/text/one_edit.cc core/text/stemmer.cc core/text/tokenizer.cc core/text/utf8.cc)
file(GLOB_RECURSE cold_sources CONFIGURE_DEPENDS core/*.cc bindings/*.cc)
list(REMOVE_ITEM cold_sources ${hot_sources})
set_source_files_properties(${cold_sources} PROPERTIES COMPILE_OPTIONS -Oz)
target_compile_options(cmark_static PRIVATE -Oz)
