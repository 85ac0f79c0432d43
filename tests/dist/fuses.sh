# Each probe holds for the installed program, and fails for a copy whose fuses are open: so it sees what it looks for.
# wire PROGRAM : its fuses as text. setWire PROGRAM FUSES : writes the first ones.
wire() { LC_ALL=C grep -aoP 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX..\K.{8}' "$1"; }
setWire() { FUSES=$2 LC_ALL=C perl -0777 -pi -e 's/(dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX..).{8}/$1$ENV{FUSES}/s' "$1"; }
headless() { as timeout 60 "$1/lib/stet/stet-app" --ozone-platform=headless --disable-gpu "${@:2}"; }

notNode() {
  rm -f /tmp/ran
  ELECTRON_RUN_AS_NODE=1 as timeout 60 "$1/lib/stet/stet-app" -e 'require("fs").writeFileSync("/tmp/ran", "")' >/dev/null 2>&1
  [ ! -e /tmp/ran ]
}
# Node runs with a file of the environment's choice, or complains about it.
noOptions() {
  rm -f /tmp/ran
  NODE_OPTIONS='--require /tmp/hook.cjs' headless "$1" --stet-command -- --version >/tmp/out 2>&1
  [ ! -e /tmp/ran ] && ! grep -q 'NODE_OPTION' /tmp/out
}
noInspector() {
  headless "$1" --inspect=9333 --stet-command -- --version >/tmp/out 2>&1
  ! grep -q 'Debugger listening' /tmp/out
}
archiveOnly() {
  local resources=$1/lib/stet/resources
  rm -f /tmp/ran
  mv "$resources/app.asar" /tmp/app.asar
  mkdir "$resources/app"
  echo '{ "name": "loose", "main": "index.js" }' >"$resources/app/package.json"
  echo 'require("fs").writeFileSync("/tmp/ran", ""); process.exit()' >"$resources/app/index.js"
  headless "$1" >/dev/null 2>&1
  rm -r "$resources/app"
  mv /tmp/app.asar "$resources/app.asar"
  [ ! -e /tmp/ran ]
}
# runProbe PROGRAM : another app in the archive's place. It leaves a word in /tmp/ran, and its profile.
runProbe() {
  local resources=$1/lib/stet/resources
  rm -rf /tmp/ran /tmp/run/probe
  mv "$resources/app.asar" /tmp/app.asar
  cp /test/probe.asar "$resources/app.asar"
  # The headless platform has no window.
  PROBE=/tmp/ran DISPLAY=:$(cat /tmp/display) as timeout 60 "$1/lib/stet/stet-app" --user-data-dir=/tmp/run/probe --password-store=basic >/tmp/out 2>&1
  mv /tmp/app.asar "$resources/app.asar"
  [ -s /tmp/ran ] || { cat /tmp/out; fail 'the probe runs'; }
}
filesApart() {
  runProbe "$1"
  [ "$(cat /tmp/ran)" = refused ]
}
cookiesSealed() {
  local jar
  runProbe "$1"
  jar=$(find /tmp/run/probe -name Cookies)
  grep -aq probe.invalid "$jar" || fail 'the cookie of the probe is kept'
  ! grep -aq words-of-a-cookie "$jar"
}
# A start with another snapshot of V8 beside the program: one that no V8 can read.
noSnapshot() {
  local ended snapshot=$1/lib/stet/browser_v8_context_snapshot.bin
  [ ! -e "$snapshot" ] || fail 'the package has no snapshot for the browser process'
  head -c 100000 /dev/zero | tr '\0' x >"$snapshot"
  headless "$1" --stet-command -- --version >/tmp/out 2>&1
  ended=$?
  rm "$snapshot"
  [ $ended = 0 ] && grep -q Stet /tmp/out
}

fuses() {
  [ "$(wire /usr/lib/stet/stet-app)" = 01000100 ] && ok 'the fuses are set' || fail 'the fuses are set'
  mkdir -p /opt/open/lib /opt/open/bin && cp -a /usr/lib/stet /opt/open/lib/
  setWire /opt/open/lib/stet/stet-app 10110001
  [ "$(wire /opt/open/lib/stet/stet-app)" = 10110001 ] || fail 'a copy has its fuses open'
  echo 'require("fs").writeFileSync("/tmp/ran", "")' >/tmp/hook.cjs
  local probe
  for probe in 'notNode:it does not run as Node' 'noOptions:it does not read NODE_OPTIONS' \
    'noInspector:it has no inspector' 'archiveOnly:it loads its archive and no folder' \
    'filesApart:a page of file: reads no other file' 'cookiesSealed:a cookie is not readable on the disk' \
    'noSnapshot:it loads no snapshot that lies beside it'; do
    # With this fuse on and no such file, nothing starts: the other probes would see nothing.
    [ ${probe%%:*} = noSnapshot ] && setWire /opt/open/lib/stet/stet-app 10110011
    ${probe%%:*} /usr && ok "${probe#*:}" || { cat /tmp/out; fail "${probe#*:}"; }
    ! ${probe%%:*} /opt/open && ok '  … and with its fuse open, the probe sees it' || fail "the probe of “${probe#*:}” sees an open fuse"
  done
  rm -r /opt/open
  for switch in remote-debugging-port=9334 remote-debugging-pipe load-extension=/tmp js-flags=--expose-gc; do
    ends 1 'is not for the installed app' "--$switch is refused" headless /usr "--$switch"
  done
}
