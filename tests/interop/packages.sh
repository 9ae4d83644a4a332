#!/bin/sh
# Debian's packages of a mail server, unpacked into a folder and not installed: packages.sh FOLDER PACKAGE...
# They stay there for the next run; nothing of the system is changed, and a server that conflicts with an installed one does not matter.
set -eu
folder=$1
shift
[ -e "$folder/complete" ] && exit 0
mkdir -p "$folder/archives/partial" "$folder/root"
export DEBIAN_FRONTEND=noninteractive
fetch() {
  apt-get install -qq -y --download-only --no-install-recommends -o Dir::Cache::archives="$folder/archives" -o APT::Sandbox::User=root "$@" >"$folder/log" 2>&1
}
fetch "$@" || { apt-get update -qq >/dev/null && fetch "$@"; } || { tail -3 "$folder/log" >&2; exit 1; }
for archive in "$folder"/archives/*.deb; do dpkg -x "$archive" "$folder/root"; done
# Packages of before the merge of /usr bring folders where the system has links.
for name in bin sbin lib lib64; do
  [ -d "$folder/root/$name" ] && [ -L "/$name" ] || continue
  mkdir -p "$folder/root/usr/$name"
  cp -a "$folder/root/$name/." "$folder/root/usr/$name/"
  rm -r "$folder/root/$name"
done
touch "$folder/complete"
