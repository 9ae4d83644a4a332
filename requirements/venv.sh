#!/bin/sh
# venv.sh PYTHON [FOLDER]: makes the environment (.venv) with the interpreter that is given; on a bare Debian the venv module is a package of its own.
set -eu
python=$1
folder=${2:-.venv}
if [ -z "$python" ]; then
  echo "Python 3.11 is missing: apt-get install python3.11" >&2
  exit 1
fi
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$python is older than 3.11" >&2; exit 1; }
if [ -x "$folder/bin/python" ] && "$folder/bin/python" -m pip --version >/dev/null 2>&1; then exit 0; fi
rm -rf "$folder"
if "$python" -c 'import ensurepip, venv' 2>/dev/null; then exec "$python" -m venv "$folder"; fi
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "python$version-venv"
  exec "$python" -m venv "$folder"
fi
echo "$python has no venv module: apt-get install python$version-venv" >&2
exit 1
