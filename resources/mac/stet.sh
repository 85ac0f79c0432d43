#!/bin/sh
# The command line of Stet. It runs in Stet's own program, without a window.
self=$(readlink -f "$0")
exec "${self%/Resources/bin/stet}/MacOS/Stet" --disable-gpu --log-level=3 --stet-command -- "$@"
