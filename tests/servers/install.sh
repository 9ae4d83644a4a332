#!/bin/sh
# The real mail servers the tests talk to, the mail programs that write to them, and a browser. Installed where that is allowed; named where it is not: then their tests are skipped.
set -u
PATH=$PATH:/usr/sbin:/sbin
# A token server of somebody else's making, where there is Node to run it.
provider=$(dirname "$0")/oidc
if command -v npm >/dev/null && [ ! -d "$provider/node_modules" ]; then
  (cd "$provider" && npm ci --silent --no-audit --no-fund) || echo "npm ci failed in $provider: its tests are skipped" >&2
fi
missing=
[ -x /usr/sbin/dovecot ] || missing="$missing dovecot-imapd"
[ -x /usr/lib/dovecot/lmtp ] || missing="$missing dovecot-lmtpd"
[ -x /usr/sbin/postfix ] || missing="$missing postfix"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v strace >/dev/null || missing="$missing strace"
for pair in mutt:mutt neomutt:neomutt s-nail:s-nail mrep:mblaze alpine:alpine; do
  command -v "${pair%:*}" >/dev/null || missing="$missing ${pair#*:}"
done
# What a system may not have: it gets the rest all the same.
extra=
for pair in chromium:chromium opendkim:opendkim opendkim-testmsg:opendkim-tools faketime:faketime; do
  command -v "${pair%:*}" >/dev/null || extra="$extra ${pair#*:}"
done
[ -z "$missing$extra" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing$missing$extra"
  echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections 2>/dev/null
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null
  # shellcheck disable=SC2086 # one word a package
  apt-get install -qq -y --no-install-recommends $missing >/dev/null && missing=
  absent=
  for package in $extra; do
    apt-get install -qq -y --no-install-recommends "$package" >/dev/null || absent="$absent $package"
  done
  extra=$absent
fi
[ -z "$missing$extra" ] && exit 0
echo "Missing:$missing$extra. Tests that need them are skipped. As root: apt-get install$missing$extra" >&2
exit 0
