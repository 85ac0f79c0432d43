#!/bin/sh
# The command line of Stet. It runs in Stet's own program, without a window and without a display.
self=$(readlink -f "$0")
app=${self%/bin/stet}/lib/stet/stet-app
# Chromium does not run as root with its sandbox. The command line loads no page.
if [ "$(id -u)" = 0 ]; then set -- --no-sandbox --stet-command -- "$@"; else set -- --stet-command -- "$@"; fi
exec "$app" --ozone-platform=headless --disable-gpu --log-level=3 "$@"
