#!/bin/sh
# Opens the window of Stet, with a file if one is given.
refuse() {
  echo "stet: $1" >&2
  exit 2
}
self=$(readlink -f "$0")
lib=${self%/bin/stet-app}/lib/stet
if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
  refuse 'There is no display here, so no window can open. Nothing was changed. For the command line, run: stet --help'
fi
# Chromium has no sandbox as root, and an app that reads foreign files does not run without one.
if [ "$(id -u)" = 0 ]; then
  refuse 'The window does not open for root. Nothing was changed. Start Stet as the user who writes.'
fi
if [ ! -u "$lib/chrome-sandbox" ] && ! unshare --user true 2>/dev/null; then
  refuse 'This system forbids the sandbox to programs in this folder. Nothing was changed. Install the .deb or .rpm package, or run install.sh as root.'
fi
exec "$lib/stet-app" "$@"
