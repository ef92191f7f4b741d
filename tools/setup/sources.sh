#!/usr/bin/env bash
# Fetches the upstream tarballs of the libraries that are built for wasm and prints the folder that holds
# them. CMake checks their hashes before it unpacks them (cmake/third_party.cmake).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./apt.sh
. ./cache.sh

folder=$cache/sources-2

fetch() {
  private_apt_setup "$1/apt" deb-src bookworm
  (cd "$1/apt" && private_apt source --download-only cmark=0.30.2-6 snowball=2.2.0-2 zlib=1:1.2.13.dfsg-1)
  mv "$1"/apt/*.orig.tar.* "$1"
  rm -r "$1/apt"
}

fill_once "$folder" fetch >&2
echo "$folder"
