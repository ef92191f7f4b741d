#!/usr/bin/env bash
# Puts Debian 13's Emscripten into a folder of its own in the user's cache, unless an SDK is there already.
# Nothing of the system changes; the programs run with the libraries that came with them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./apt.sh
. ./cache.sh
. ../../emsdk.env 2>/dev/null && exit 0

unpack() {
  private_apt_setup "$1/apt" deb trixie
  private_apt install -y --download-only emscripten
  for package in "$1"/apt/cache/archives/*.deb; do
    dpkg -x "$package" "$1"
  done
  rm -r "$1/apt"
  # Half of the size: system libraries for dynamic linking.
  rm -r "$1"/usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten/{pic,lto-pic}
}

is_elf() {
  [ -f "$1" ] && [ ! -L "$1" ] && [ "$(head -c 4 "$1")" = $'\177ELF' ]
}

# The programs are linked against a newer C library than this system's: they get the loader and the
# libraries beside them. A library's own search path would hide theirs.
relink() {
  local loader lib file
  loader=$(cd "$1" && echo usr/lib/*-linux-gnu/ld-linux-*.so.*)
  lib=$2/$(dirname "$loader")
  for file in "$1"/usr/bin/* "$1"/usr/lib/llvm-19/bin/*; do
    ! is_elf "$file" || patchelf --set-interpreter "$2/$loader" \
      --force-rpath --set-rpath "$lib:$2/usr/lib/llvm-19/lib" "$file"
  done
  for file in "$1"/usr/lib/*-linux-gnu/*.so* "$1"/usr/lib/llvm-19/lib/*.so*; do
    ! is_elf "$file" || [ -z "$(patchelf --print-rpath "$file")" ] || patchelf --remove-rpath "$file"
  done
}

configure() {
  local root=$1/usr/share/emscripten
  # Emscripten's own modules import Debian's acorn; Node looks for it here.
  ln -s ../nodejs "$root/node_modules"
  cat >"$root/.emscripten" <<END
LLVM_ROOT = '$2/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$2/usr'
NODE_JS = 'node'
FROZEN_CACHE = True
END
}

install_prefix() {
  unpack "$2"
  relink "$2" "$1"
  configure "$2" "$1"
}

fill_once "$BROADSHEET_EMSCRIPTEN" install_prefix "$BROADSHEET_EMSCRIPTEN"
. ../../emsdk.env
