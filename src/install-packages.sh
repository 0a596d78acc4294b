#!/bin/sh
# install-packages.sh LIST...: installs the Debian packages named in the lists that are not there yet.
set -e
wanted=$(cat "$@" | grep -v '^#' | grep -v '^$' | sort -u)
missing=
for package in $wanted; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "Installing:$missing"
as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "These Debian packages are missing, and only an administrator can install them:" >&2
        echo "   apt-get install$missing" >&2
        exit 3
    fi
    as_root=sudo
fi
$as_root apt-get update -qq
# shellcheck disable=SC2086  # the list is meant to be split
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
