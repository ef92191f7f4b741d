# Sourced by the other scripts: the user's cache folder, and filling a folder of it once and whole.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/broadsheet

# fill_once FOLDER COMMAND…: runs COMMAND with a new empty folder as its last argument and renames that
# folder to FOLDER when it succeeds, so that FOLDER is complete wherever it exists.
# Call it as a plain statement: inside a condition bash would go on after a failed step of COMMAND.
fill_once() (
  folder=$1
  shift
  [ ! -d "$folder" ] || exit 0
  mkdir -p "$(dirname "$folder")"
  exec 9>"$folder.lock"
  flock 9
  [ ! -d "$folder" ] || exit 0
  rm -rf "$folder".new.*
  new=$(mktemp -d "$folder.new.XXXXXX")
  trap 'rm -rf "$new"' EXIT
  chmod 755 "$new"
  "$@" "$new"
  mv "$new" "$folder"
)
