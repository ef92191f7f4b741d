# Sourced by ./run and ./test: one line a step, with a log of each in build/logs.

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
  printf 'FAILED  see %s, which ends:\n' "$log"
  tail -n 25 "$log" | sed 's/^/    /'
  return 1
}

# set_up run | set_up test
set_up() {
  step packages 'Debian packages' tools/setup/packages.sh "$1" &&
    step emscripten 'Emscripten (once: 400 MB to fetch)' tools/setup/emscripten.sh &&
    step sources 'Sources of cmark and Snowball' tools/setup/sources.sh &&
    step node_modules 'npm packages' tools/setup/node_modules.sh
}
