# Sourced by ./run, ./test and ./bench: one line a step, with a log of each in build/logs.

mkdir -p build/logs
trap 'exit 130' INT

# step NAME TEXT COMMAND…: runs COMMAND with its output in build/logs/NAME.log.
step() {
  local log=build/logs/$1.log text=$2 started=$SECONDS
  shift 2
  printf '%-45s' "$text"
  if "$@" >"$log" 2>&1 </dev/null; then
    printf 'ok  %4d s\n' $((SECONDS - started))
    return 0
  fi
  printf 'FAILED  see %s, which says:\n' "$log"
  { failures "$log"; echo …; tail -n 15 "$log"; } | cut -c -300 | sed 's/^/    /'
  return 1
}

# failures LOG: the tests that failed, with their first lines, as node --test and GoogleTest print them.
failures() {
  grep -E -A 12 '^ *not ok|^\[  FAILED  \]|: Failure$' "$1" | head -n 60
}

# set_up run | set_up test
set_up() {
  step packages 'Debian packages' tools/setup/packages.sh "$1" &&
    step emscripten 'Emscripten (once: 400 MB to fetch)' tools/setup/emscripten.sh &&
    step sources 'Sources of cmark and Snowball' tools/setup/sources.sh &&
    step node_modules 'npm packages' tools/setup/node_modules.sh
}
