#!/bin/bash
# Runs inside the clean Debian, as root. Prints a line for each thing that holds, and stops at the first that does not.
set -u
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
unset STET_LIBRARY STET_USER STET_PIN DISPLAY WAYLAND_DISPLAY
for part in verdicts commands fuses apparmor window rpm tarball; do . /test/$part.sh; done

must 'apt reads its lists' apt-get -qq update
must 'apt installs the package with what it depends on' apt-get -qq install -y --no-install-recommends /test/stet.deb
must 'the tools of this test are there' apt-get -qq install -y --no-install-recommends xvfb xdotool strace procps \
  apparmor apt-utils gnupg desktop-file-utils man-db shared-mime-info appstream zsh fish
useradd -m reporter
mkdir -p /tmp/run && chown reporter /tmp/run && chmod 700 /tmp/run
chmod 1777 /tmp

commands
desktop
apparmor
# It takes a number that is free: displays of the machine outside share their abstract sockets.
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>/tmp/display >/dev/null 2>&1 &
until_ 'a display is there' test -s /tmp/display
fuses
window
upgrade

was=$(sum)
must 'apt removes the package' apt-get -qq purge -y stet
[ ! -e /usr/lib/stet ] && [ ! -e /usr/bin/stet ] && ok 'nothing of it is left' || fail 'nothing of it is left'
[ "$(sum)" = "$was" ] && ok 'the library is untouched' || fail 'the library is untouched'
rpmPackage
was=$(sum)
tarball
[ "$(sum)" = "$was" ] && ok 'the library is untouched still' || fail 'the library is untouched still'
