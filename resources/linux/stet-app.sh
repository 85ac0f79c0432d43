#!/bin/sh
# Opens the window of Stet, with a file if one is given.
self=$(readlink -f "$0")
exec "${self%/bin/stet-app}/lib/stet/stet-app" "$@"
