#!/bin/sh
# Installs Stet from this folder: sh install.sh [PREFIX]. PREFIX is ~/.local, or /usr/local for root.
# sh install.sh --remove [PREFIX] removes it. Neither touches a library.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
remove=no
if [ "${1:-}" = --remove ]; then remove=yes; shift; fi
if [ "$(id -u)" = 0 ]; then prefix=${1:-/usr/local}; else prefix=${1:-$HOME/.local}; fi
list=$prefix/lib/stet/installed-files
if [ -f "$list" ]; then
  while IFS= read -r file; do rm -f "$prefix/$file"; done <"$list"
  rm -rf "$prefix/lib/stet"
fi
if [ "$remove" = no ]; then
  mkdir -p "$prefix"
  cp -R "$here/usr/." "$prefix/"
  (cd "$here/usr" && find . -type f -o -type l) | sed 's|^\./||' | grep -v '^lib/stet/' >"$list"
  if [ "$(id -u)" = 0 ]; then chown root:root "$prefix/lib/stet/chrome-sandbox"; chmod 4755 "$prefix/lib/stet/chrome-sandbox"; fi
fi
for program in "update-desktop-database $prefix/share/applications" "update-mime-database $prefix/share/mime" \
  "gtk-update-icon-cache -q -t -f $prefix/share/icons/hicolor"; do
  command -v "${program%% *}" >/dev/null 2>&1 && $program >/dev/null 2>&1 || true
done
if [ "$remove" = yes ]; then echo "Stet is removed from $prefix. Your libraries are untouched."
else echo "Stet is installed in $prefix. Start it from the menu, or run: $prefix/bin/stet --help"; fi
