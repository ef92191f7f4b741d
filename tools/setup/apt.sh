# Sourced by the other scripts: fetches from Debian beside the system, without root and without touching it.
# apt checks every file against the archive's signed index.

debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# The mirror that this machine uses for Debian itself.
debian_uri() {
  # shellcheck disable=SC1091
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  apt-get indextargets --no-release-info --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
    awk -v codename="$codename" '($1 == codename || $1 == "stable") && $2 == "main" { print $3; exit }'
}

# private_apt_setup DIR TYPE SUITE: an apt of its own in DIR with one source of TYPE (deb, deb-src).
private_apt_setup() {
  private_apt_dir=$1
  uri=$(debian_uri)
  if [ -z "$uri" ]; then
    echo "No Debian mirror is named in this machine's apt sources; Broadsheet's set-up needs Debian 12." >&2
    return 1
  fi
  mkdir -p "$1/sources" "$1/lists/partial" "$1/cache/archives/partial"
  : >"$1/status"
  printf 'Types: %s\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' "$2" "$uri" "$3" "$debian_keyring" \
    >"$1/sources/debian.sources"
  private_apt update
}

private_apt() {
  apt-get -q \
    -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$private_apt_dir/sources" \
    -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
    -o Dir::State="$private_apt_dir" -o Dir::State::status="$private_apt_dir/status" \
    -o Dir::State::Lists="$private_apt_dir/lists" -o Dir::Cache="$private_apt_dir/cache" \
    -o APT::Install-Recommends=false -o APT::Sandbox::User=root "$@"
}
