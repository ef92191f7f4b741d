#!/usr/bin/env bash
# Imports go one way: base <- text <- container <- digest <- search <- library <- export <- bindings | cli.
# One file includes cmark, one reads and one writes with nlohmann/json, one folder includes Emscripten. In web/, views import neither the engine, nor the actions, nor the archive, nor files
# In web/ nothing makes markup of text. Prints every arrow that runs back; fails if there is one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

layers=(base text container digest search library export)
broken=0
checked=0
complain() {
  echo "$1"
  broken=$((broken + 1))
}

rank_of() {
  for i in "${!layers[@]}"; do
    if [ "${layers[i]}" = "$1" ]; then echo "$i" && return; fi
  done
  echo 99
}

while IFS=: read -r file include; do
  checked=$((checked + 1))
  from=$(cut -d/ -f2 <<<"$file")
  to=$(sed -E 's/.*"core\/([a-z]+)\/.*/\1/' <<<"$include")
  [ "$(rank_of "$to")" -le "$(rank_of "$from")" ] || complain "$file: core/$from must not include core/$to"
done < <(grep -rHoE '#include "core/[a-z]+/' core)

while IFS= read -r line; do complain "${line%%:*}: core includes nothing outside of core"; done \
  < <(grep -rHE '#include "(bindings|cli|tests|web)/' core || true)
while IFS= read -r line; do complain "${line%%:*}: only one of bindings and cli may know the other's files"; done \
  < <(grep -rHE '#include "(cli|tests)/' bindings || true; grep -rHE '#include "(bindings|tests)/' cli || true)

# only NAME PATTERN ALLOWED: the header is included in the allowed place and nowhere else.
only() {
  local file seen=0
  while IFS= read -r file; do
    seen=1
    [[ $file == $3 ]] || complain "$file: only $3 may include $1"
  done < <(grep -rlE "$2" core bindings cli || true)
  [ $seen = 1 ] || complain "$1 is included nowhere: this check checks nothing"
}
only cmark '#include [<"]cmark' 'core/digest/markdown_blocks.cc'
only nlohmann/json '#include [<"]nlohmann' 'core/@(export/json|digest/json_reader).cc'
only xxHash '#include [<"]xxhash' 'core/base/checksum.cc'
only Snowball 'stem_UTF_8_english' 'core/text/stemmer.cc'
only zlib '#include [<"](zlib|unzip|ioapi)' 'core/container/@(inflate|zip_reader).cc'
only Emscripten '#include [<"]emscripten' 'bindings/*'

while IFS=: read -r file import; do
  checked=$((checked + 1))
  complain "$file: a view imports $import"
done < <(grep -rHoE "from '[^']*/(engine|actions|archive|files)/[^']*'" web/src/views || true)
while IFS= read -r file; do complain "$file: digest text must not become markup"; done \
  < <(grep -rlE 'innerHTML|outerHTML|insertAdjacentHTML|document\.write|new Function|[^a-zA-Z.]eval\(' web/src || true)

echo "$checked arrows checked, $broken run back"
[ $broken = 0 ]
