#!/bin/sh
# The programs that `make bench` measures beside Watcher. Installed where that is allowed; named where it is not: then they are left out.
set -u
missing=
for pair in imapfilter:imapfilter getmail:getmail6 maildrop:maildrop fdm:fdm mbsync:isync; do
  command -v "${pair%:*}" >/dev/null || missing="$missing ${pair#*:}"
done
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null
  absent=
  for package in $missing; do
    apt-get install -qq -y --no-install-recommends "$package" >/dev/null || absent="$absent $package"
  done
  missing=$absent
fi
# A Python program has an environment of its own, which the tests never see.
peers=.venv-peers
if ! command -v imapautofiler >/dev/null && [ ! -x $peers/bin/imapautofiler ]; then
  sh requirements/venv.sh "${PYTHON:-python3}" $peers && $peers/bin/python -m pip install -q imapautofiler || missing="$missing imapautofiler"
fi
[ -z "$missing" ] || echo "Missing:$missing. They are left out. As root: apt-get install$missing" >&2
exit 0
