#!/usr/bin/env bash
# Imports go one way: base <- text <- container <- digest <- index <- query <- match <- library <- snapshot <- learned <- search
# <- show <- export <- collection <- bindings | cli.
# One file each includes cmark and nlohmann/json, one prints, one folder includes Emscripten.
# In web/src: text <- i18n <- typeset <- dom <- storage <- marks <- hosted <- engine <- library <- archive <- app <- features
# <- products, and a feature imports another only if that one is shown inside it. In web/ nothing makes markup of text.
# Prints every arrow that runs back; fails if there is one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

layers=(base text container digest index query match library snapshot learned search show export collection)
broken=0
checked=0
complain() {
  echo "$1"
  broken=$((broken + 1))
}

# The place of a folder among its layers; one that has none comes after all.
declare -A rank web_rank
for i in "${!layers[@]}"; do rank[${layers[i]}]=$i; done

while IFS=: read -r file include; do
  checked=$((checked + 1))
  from=${file#core/} from=${from%%/*}
  to=${include#*core/} to=${to%/}
  [ "${rank[$to]-99}" -le "${rank[$from]-99}" ] || complain "$file: core/$from must not include core/$to, which comes after it"
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
only nlohmann/json '#include [<"]nlohmann' 'core/digest/json_object.h'
only xxHash '#include [<"]xxhash' 'core/base/checksum.cc'
only Snowball 'stem_UTF_8_english' 'core/text/stemmer.cc'
only zlib '#include [<"](zlib|unzip|ioapi)' 'core/container/@(inflate|zip_reader).cc'
only iconv '#include [<"]iconv' 'cli/iconv_decoder.cc'
only CLI11 '#include [<"]CLI' 'cli/options.cc'
only 'standard output' 'std::(cout|cerr|clog|printf|fprintf|vprintf|puts|fputs|putchar|fwrite)' 'cli/output.cc'
only Emscripten '#include [<"]emscripten' 'bindings/*'

# What each folder of web/src may know: those before it.
web_layers=(text i18n typeset dom storage marks hosted engine library archive app features products)
for i in "${!web_layers[@]}"; do web_rank[${web_layers[i]}]=$i; done
# Features that are shown inside another one.
inside='^(paper/(marks|similar|interests)|(selection|export)/paper)$'
# FILE:TARGET for each import, the target as a path in web/src.
imports() {
  local found
  found=$(grep -rHoE "^(import|export|\}).* from '\.[^']*'|^import '\.[^']*'" --include=*.js web/src | sed -E "s/:.*'(\.[^']*)'.*/:\1/")
  paste -d: <(cut -d: -f1 <<<"$found") \
    <(sed -E 's|[^/:]*:||' <<<"$found" | xargs realpath -m --relative-to=web/src)
}
while IFS=: read -r file target; do
  checked=$((checked + 1))
  from=${file#web/src/} from=${from%/*} to=${target%/*}
  # The page's own scripts, main.js and front.js, know all.
  [[ $file == web/src/*/* ]] || continue
  if [[ $from == features/* && $to == features/* && $from != "$to" ]]; then
    [[ "${from#features/}/${to#features/}" =~ $inside ]] || complain "$file: a feature asks another by a command; it must not import $target"
  elif [ "${web_rank[${to%%/*}]-99}" -gt "${web_rank[${from%%/*}]-99}" ]; then
    complain "$file: web/src/${from%%/*} must not import $target, which comes after it"
  fi
done < <(imports)
# What draws is given what it shows: index.js of its feature, or main.js, asks for it.
while IFS=: read -r file import; do complain "$file: what draws must not import $import"; done \
  < <(grep -rlE "from '.*dom/dom\.js'" --include=*.js web/src/app web/src/features |
    xargs grep -HoE "from '[^']*/(engine|storage|archive|read-files|library)(/[^']*|\.js)'" | grep -vE '/(groups|remarks)\.js' || true)
while IFS= read -r file; do complain "$file: digest text must not become markup"; done \
  < <(grep -rlE 'innerHTML|outerHTML|insertAdjacentHTML|document\.write|new Function|[^a-zA-Z.]eval\(' web/src || true)

echo "$checked arrows checked, $broken run back"
[ $broken = 0 ]
