#!/bin/sh
# Installs Stet from this folder: sh install.sh [PREFIX]. PREFIX is ~/.local, or /usr/local for root.
# sh install.sh --remove [PREFIX] removes it. Neither touches a library.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
remove=no
if [ "${1:-}" = --remove ]; then
  remove=yes
  shift
fi
if [ "$(id -u)" = 0 ]; then prefix=${1:-/usr/local}; else prefix=${1:-$HOME/.local}; fi
list=$prefix/lib/stet/installed-files
if [ "$remove" = yes ] && [ ! -f "$list" ]; then
  echo "install.sh: Stet is not installed in $prefix. Nothing was removed." >&2
  exit 1
fi
# Only what an earlier install.sh wrote is removed or replaced.
if [ -e "$prefix/lib/stet" ] && [ ! -f "$list" ]; then
  echo "install.sh: $prefix/lib/stet is there, and install.sh did not make it. Nothing was changed. Choose another PREFIX." >&2
  exit 1
fi
if [ -f "$list" ]; then
  while IFS= read -r file; do rm -f "$prefix/$file"; done <"$list"
  rm -rf "$prefix/lib/stet"
fi
if [ "$remove" = no ]; then
  mkdir -p "$prefix/lib/stet"
  # First, so that an install that stops halfway can be removed.
  (cd "$here/usr" && find . -type f) | sed 's|^\./||' | grep -v '^lib/stet/' >"$list"
  cp -R "$here/usr/." "$prefix/"
  # The menu finds the program also where PREFIX/bin is not on the path.
  sed "s|^Exec=stet-app|Exec=\"$prefix/bin/stet-app\"|" "$here/usr/share/applications/stet.desktop" \
    >"$prefix/share/applications/stet.desktop"
  if [ "$(id -u)" = 0 ]; then
    chown root:root "$prefix/lib/stet/chrome-sandbox"
    chmod 4755 "$prefix/lib/stet/chrome-sandbox"
  fi
fi
for program in "update-desktop-database -q $prefix/share/applications" "update-mime-database $prefix/share/mime" \
  "gtk-update-icon-cache -q -t -f $prefix/share/icons/hicolor"; do
  if command -v "${program%% *}" >/dev/null 2>&1; then $program >/dev/null 2>&1 || true; fi
done
if [ "$remove" = yes ]; then
  echo "Stet is removed from $prefix. Your libraries are untouched."
else
  echo "Stet is installed in $prefix. Start it from the menu, or run: $prefix/bin/stet --help"
fi
