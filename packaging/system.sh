#!/bin/sh
# The libraries Qt loads from the system. On Debian and its relatives what is missing is installed (as root) or named.
set -eu

offscreen="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3"
window="$offscreen libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"

command -v dpkg-query >/dev/null 2>&1 || exit 0
case "${1:-window}" in offscreen) wanted=$offscreen ;; *) wanted=$window ;; esac

missing=""
for package in $wanted; do
    # Newer releases add a suffix to some names (libglib2.0-0t64), which still provide the old one.
    dpkg-query -W -f '${db:Status-Status}\n' "$package" "${package}t64" 2>/dev/null | grep -qx installed ||
        missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ]; then
    echo "Installing the system packages Qt needs:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Qt needs system packages that are missing. Please run:" >&2
    echo "    sudo apt-get install$missing" >&2
    exit 1
fi
