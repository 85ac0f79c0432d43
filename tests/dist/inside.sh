#!/bin/bash
# Runs inside the clean Debian, as root. Prints a line for each thing that holds, and stops at the first that does not.
set -u
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
unset STET_LIBRARY STET_USER STET_PIN
ok() { echo "ok   $*"; }
fail() { echo "FAIL $*"; [ -f /tmp/app.log ] && tail -20 /tmp/app.log; exit 1; }
must() { local what=$1; shift; "$@" >/tmp/out 2>&1 && ok "$what" || { cat /tmp/out; fail "$what"; }; }
mustNot() { local what=$1; shift; "$@" >/tmp/out 2>&1 && { cat /tmp/out; fail "$what"; } || ok "$what"; }
# Waits until a command holds, for 60 s at most.
until_() { local what=$1; shift; for _ in $(seq 240); do "$@" >/tmp/out 2>&1 && { ok "$what"; return; }; sleep 0.25; done; cat /tmp/out; fail "$what"; }

apt-get -qq update >/tmp/out 2>&1 || { cat /tmp/out; fail 'apt update'; }
must 'apt installs the package with what it depends on' apt-get -qq install -y --no-install-recommends /test/stet.deb
must 'tools of this test' apt-get -qq install -y --no-install-recommends xvfb xauth strace procps desktop-file-utils man-db shared-mime-info
useradd -m reporter
library=/home/reporter/library
as() { runuser -u reporter -- env HOME=/home/reporter XDG_RUNTIME_DIR=/tmp/run LC_ALL=C.UTF-8 \
  STET_LIBRARY=$library STET_USER='Ada Park' "$@"; }
mkdir -p /tmp/run && chown reporter /tmp/run && chmod 700 /tmp/run
chmod 1777 /tmp

# The command line
must 'stet --version' as stet --version
must 'an ordinary user imports a story' as stet import '/test/ferry strike.md'
id=$(as stet list --json | sed -n 's/.*"id": *"\([0-9a-f-]*\)".*/\1/p' | head -1)
[ -n "$id" ] && ok 'stet list names it' || fail 'stet list names it'
as stet nonsense >/dev/null 2>&1; [ $? = 1 ] && ok 'wrong usage ends with 1' || fail 'wrong usage ends with 1'
must 'a figure is tagged' as stet tag "$id" --text '9 days' --type figure
for format in pdf docx html newsml-g2 ninjs nitf markdown text; do
  must "a draft leaves as $format" as stet export "$id" --format $format --draft --edition public --out "/home/reporter/out.$format"
done
[ "$(head -c 5 /home/reporter/out.pdf)" = '%PDF-' ] && ok 'the PDF is a PDF' || fail 'the PDF is a PDF'
must 'a bundle is written' as stet export "$id" --format bundle --out /home/reporter/ferry.stet
must 'stet search finds the story' as sh -c "stet search ferries | grep -q '$id'"
must 'the manual page' as sh -c 'man -P cat stet | grep -q "stet import"'
must 'the desktop entry is valid' desktop-file-validate /usr/share/applications/stet.desktop
must 'bash completes commands' as bash -c '. /usr/share/bash-completion/completions/stet; COMP_WORDS=(stet exp); COMP_CWORD=1; _stet; [ "${COMPREPLY[0]}" = export ]'
must 'bundles have their type' as sh -c '[ "$(xdg-mime query filetype /home/reporter/ferry.stet)" = application/vnd.stet.bundle+zip ] || grep -q "vnd.stet.bundle" /usr/share/mime/globs2'

# Fuses
ELECTRON_RUN_AS_NODE=1 as timeout 20 stet-app -e 'require("fs").writeFileSync("/tmp/ran-as-node", "")' >/dev/null 2>&1
[ ! -e /tmp/ran-as-node ] && ok 'RunAsNode is off' || fail 'RunAsNode is off'
echo 'require("fs").writeFileSync("/tmp/node-options", "")' >/tmp/hook.cjs
NODE_OPTIONS='--require /tmp/hook.cjs' as stet --version >/dev/null 2>&1
[ ! -e /tmp/node-options ] && ok 'NODE_OPTIONS is not read' || fail 'NODE_OPTIONS is not read'
as sh -c 'timeout 5 stet-app --inspect=9333 --ozone-platform=headless --stet-command -- list' >/tmp/out 2>&1
grep -q 'Debugger listening' /tmp/out && fail '--inspect is off' || ok '--inspect is off'
mustNot 'a debugging port of Chromium is refused' as stet-app --ozone-platform=headless --remote-debugging-port=9334
mkdir /usr/lib/stet/resources/app && echo 'require("fs").writeFileSync("/tmp/loose", "")' >/usr/lib/stet/resources/app/index.js
as stet --version >/dev/null 2>&1
[ ! -e /tmp/loose ] && ok 'only the archive is loaded' || fail 'only the archive is loaded'
mv /usr/lib/stet/resources/app.asar /tmp/app.asar
as timeout 20 stet --version >/dev/null 2>&1
[ ! -e /tmp/loose ] && ok 'a loose app is not loaded in its place' || fail 'a loose app is not loaded in its place'
mv /tmp/app.asar /usr/lib/stet/resources/app.asar && rm -r /usr/lib/stet/resources/app

# The window
Xvfb :77 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
as sh -c 'DISPLAY=:77 exec strace -f -qq -e trace=connect -o /tmp/connects stet-app /home/reporter/out.markdown' >/tmp/app.log 2>&1 &
renderer() { pgrep -u reporter -f 'type=renderer' | head -1; }
until_ 'the window runs' sh -c 'pgrep -u reporter -f type=renderer'
until_ 'the file that it was started with is a story' as sh -c '[ "$(stet list | wc -l)" = 2 ]'
pid=$(renderer)
grep -q '^Seccomp:[[:space:]]*2' "/proc/$pid/status" && ok 'the page runs under seccomp' || fail 'the page runs under seccomp'
[ "$(readlink /proc/$pid/ns/pid)" != "$(readlink /proc/1/ns/pid)" ] && ok 'the page has its own process namespace' || fail 'the page has its own process namespace'
tr '\0' ' ' <"/proc/$(pgrep -u reporter -o -f lib/stet/stet-app)/cmdline" | grep -q no-sandbox && fail 'the sandbox is on' || ok 'the sandbox is on'

# The package is replaced under a library in use
before=$(as stet list)
dpkg-deb -R /test/stet.deb /test/next && sed -i 's/^Version: .*/Version: 0.1.1~test/' /test/next/DEBIAN/control
dpkg-deb --root-owner-group -Zzstd -z1 --build /test/next /test/next.deb >/dev/null
must 'an upgrade installs while the window is open' apt-get -qq install -y /test/next.deb
must 'the window still has its library' as sh -c '[ "$(stet list | wc -l)" = 2 ]'
pkill -u reporter -TERM -f lib/stet/stet-app
until_ 'the window ends' sh -c '! pgrep -u reporter -f lib/stet/stet-app'
[ "$(as stet list)" = "$before" ] && ok 'the library reads the same' || fail 'the library reads the same'
must 'doctor finds nothing' as stet doctor
grep -v 'AF_UNIX\|AF_NETLINK\|--- SIG\|+++ exited\|resumed>' /tmp/connects >/tmp/foreign
[ ! -s /tmp/foreign ] && ok "nothing but local sockets ($(grep -c AF_UNIX /tmp/connects) connections)" || { head -5 /tmp/foreign; fail 'nothing but local sockets'; }

# Gone
sum() { (cd "$library" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum); }
was=$(sum)
must 'apt removes the package' apt-get -qq purge -y stet
[ ! -e /usr/lib/stet ] && [ ! -e /usr/bin/stet ] && ok 'nothing of it is left' || fail 'nothing of it is left'
[ "$(sum)" = "$was" ] && ok 'the library is untouched' || fail 'the library is untouched'
