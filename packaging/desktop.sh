#!/bin/sh
# Puts nnviz into the menu of the desktop of whoever runs this, or takes it out again: install PROGRAM | uninstall.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/nnviz.desktop
icon=$share/icons/hicolor/scalable/apps/nnviz.svg
about=$share/metainfo/nnviz.metainfo.xml

case ${1:-} in
install)
    # In a desktop entry % begins a field and quotes hold words together.
    program=$(printf '%s' "$2" | sed 's/%/%%/g')
    mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$about")"
    while IFS= read -r line; do
        case $line in
        Exec=*) printf 'Exec="%s"\n' "$program" ;;
        TryExec=*) printf 'TryExec=%s\n' "$2" ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$here/desktop/nnviz.desktop" >"$entry"
    cp "$here/../resources/icons/nnviz.svg" "$icon"
    cp "$here/desktop/nnviz.metainfo.xml" "$about"
    ;;
uninstall)
    rm -f "$entry" "$icon" "$about"
    ;;
*)
    echo "usage: $0 install PROGRAM | uninstall" >&2
    exit 2
    ;;
esac
# Menus that are open already hear of it.
if command -v update-desktop-database >/dev/null 2>&1; then
    update-desktop-database -q "$(dirname "$entry")" 2>/dev/null || true
fi
