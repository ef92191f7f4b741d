// Two functions of cmark, in place of its own (cmake/third_party.cmake). The core asks cmark where blocks are and
// reads neither links nor info strings. The complete functions need all of Unicode's case folding and all of
// HTML's entities: a tenth of what a page would have to load.
#include <houdini.h>
#include <references.h>

// Keeps no link reference: cmark has found where it ends before it calls this.
void cmark_reference_create(cmark_reference_map *map, cmark_chunk *label, cmark_chunk *url, cmark_chunk *title) {
  (void)map;
  (void)label;
  (void)url;
  (void)title;
}

// Leaves entities in the info string of a fence as they are.
void houdini_unescape_html_f(cmark_strbuf *ob, const uint8_t *src, bufsize_t size) {
  cmark_strbuf_put(ob, src, size);
}
