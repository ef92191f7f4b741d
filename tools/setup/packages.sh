#!/usr/bin/env bash
# Installs the Debian packages that are missing: packages.sh run | packages.sh test, with BROADSHEET_FULL=1 for all of it
set -euo pipefail

# What shows that a package is there (a command or a file), and the package.
for_run='
  g++ g++
  cmake cmake
  ninja ninja-build
  ccache ccache
  node nodejs
  npm npm
  python3 python3
  /usr/lib/python3/dist-packages/debian/copyright.py python3-debian
  patchelf patchelf
  /usr/include/nlohmann/json.hpp nlohmann-json3-dev
  /usr/include/xxhash.h libxxhash-dev
  /usr/include/utf8proc.h libutf8proc-dev
  /usr/share/unicode/Unihan_Variants.txt.bz2 unicode-data
  bzip2 bzip2
  /usr/src/googletest/googletest/CMakeLists.txt libgtest-dev
'
for_test='
  /usr/include/CLI/CLI.hpp libcli11-dev
  clang++ clang
  clang-format clang-format
  /usr/lib/llvm-14/lib/clang/14.0.6/lib/linux libclang-rt-14-dev
  llvm-symbolizer llvm
  chromium chromium
  chromium-headless-shell chromium-headless-shell
  firefox-esr firefox-esr
  WebKitWebDriver webkit2gtk-driver
  Xvfb xvfb
  /usr/lib/python3/dist-packages/gi python3-gi
  /usr/lib/x86_64-linux-gnu/girepository-1.0/WebKit2-4.1.typelib gir1.2-webkit2-4.1
  brotli brotli
  /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk
  bib2xml bibutils
  /usr/lib/python3/dist-packages/pybtex/__init__.py python3-pybtex
'
# With what it needs, 118 packages.
for_full='
  biber biber
'
wanted=$for_run
[ "$1" = run ] || wanted+=$for_test
[ "$1" = run ] || [ "${BROADSHEET_FULL-}" != 1 ] || wanted+=$for_full

missing=()
while read -r sign package; do
  case $sign in
    /*) [ -e "$sign" ] || missing+=("$package") ;;
    ?*) command -v "$sign" >/dev/null || missing+=("$package") ;;
  esac
done <<<"$wanted"
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  as_root=(sudo)
  if ! command -v sudo >/dev/null; then
    echo "Debian packages are missing, and installing them takes root or sudo: ${missing[*]}" >&2
    exit 1
  fi
fi
apt_get() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
}
apt_get update
apt_get install -y --no-install-recommends "${missing[@]}"
