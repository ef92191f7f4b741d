#!/bin/sh
# Writes digests.json beside this script: a list of the digests of a folder, for a page that lies here.
#
#     sh list-digests.sh [FOLDER]
#
# FOLDER is relative to this script; without it ../data, where the archives of the daily-arXiv family have their
# files. Run it whenever files have been added. Hidden and empty files, readmes and other lists are left out, and so
# are names that the page would not ask for.
set -eu
export LC_ALL=C
CDPATH='' cd -- "$(dirname -- "$0")"
folder=${1:-../data}

if ! [ -d "./$folder" ]; then
  echo "list-digests.sh: there is no folder $folder beside this script" >&2
  exit 1
fi

# SIZE PATH of each file; a name of several lines is no file's in any list.
found=$(
  find "./$folder" -type f -size +0c ! -path '*/.[!./]*' ! -name '*[[:cntrl:]]*' -exec wc -c {} + |
    sed -n 's|^ *\([0-9][0-9]*\) \./\(\./\)*\(.*\)$|\1 \3|p' |
    grep -E -i '\.(md|markdown|txt|jsonl|json)(\.gz)?$|\.zip$' |
    grep -E -i -v '[ /](readme|license|changelog)(\.[^/]*)?$|[ /](digests\.json|file-list\.txt)$' |
    sort -k 2
) || true

# What the page takes for a part of an address, or for a scheme (docs/hosting.md).
forbidden='[%?#\\:]'
listed=$(printf '%s\n' "$found" | grep -v "$forbidden") || true
printf '%s\n' "$found" | sed -n "/$forbidden/s/^[0-9]* /list-digests.sh: left out for a sign in its name: /p" >&2

if [ -z "$listed" ]; then
  echo "list-digests.sh: $folder holds no digests" >&2
  exit 1
fi

{
  echo '{'
  echo '  "version": 1,'
  echo '  "digests": ['
  printf '%s\n' "$listed" |
    sed -e 's/"/\\"/g' -e 's/^\([0-9]*\) \(.*\)$/    { "url": "\2", "bytes": \1 }/' -e '$!s/$/,/'
  echo '  ]'
  echo '}'
} > digests.json.new
mv -f digests.json.new digests.json
echo "digests.json: $(printf '%s\n' "$listed" | wc -l | tr -d ' ') files of $folder"
