# The window of the installed Stet, with Chromium's sandbox, while every connection is noted.
main() { pgrep -u reporter -o -f lib/stet/stet-app; }
# The first process of a page. Fails while there is none.
renderer() {
  local pids
  pids=$(pgrep -u reporter -f type=renderer) && echo "${pids%%$'\n'*}"
}
count() { [ "$(as stet list --json | grep -c '"headline"')" = "$1" ]; }

window() {
  DISPLAY=:$(cat /tmp/display)
  export DISPLAY
  # A draft that was exported here would be shown as a story that is there already.
  as sh -c "printf '# Tolls fall\n\nThe port said so.\n' > '/home/reporter/another draft.markdown'"
  as strace -f -qq -e trace=connect,sendto,sendmmsg -o /tmp/run/connects stet-app '/home/reporter/another draft.markdown' >/tmp/app.log 2>&1 &
  until_ 'the window runs' renderer
  until_ 'the file that it was started with is a story' count 2
  local pid
  pid=$(renderer)
  grep -q '^Seccomp:[[:space:]]*2' "/proc/$pid/status" && ok 'the page runs under seccomp' || fail 'the page runs under seccomp'
  [ "$(readlink "/proc/$pid/ns/pid")" != "$(readlink "/proc/$(main)/ns/pid")" ] && ok 'the page has its own process namespace' || fail 'the page has its own process namespace'
  [ "$(readlink "/proc/$pid/ns/net")" != "$(readlink "/proc/$(main)/ns/net")" ] && ok 'the page has a network of its own, which leads nowhere' || fail 'the page has a network of its own'
  tr '\0' ' ' <"/proc/$(main)/cmdline" | grep -q no-sandbox && fail 'the sandbox is on' || ok 'the sandbox is on'
  day
  ends 0 'already open' 'a second start hands a bundle to the open window' as stet-app '/home/reporter/the ferry.stet'
  count 3 && ok 'the bundle is shown, and nothing of it is merged' || fail 'the bundle is shown, and nothing of it is merged'
}

# What the reporter and the editor do on the day of a story: keys in the window, commands beside it.
day() {
  local new
  until_ 'the window has a name' xdotool search --name Stet
  as xdotool search --onlyvisible --name Stet windowfocus --sync key ctrl+n
  until_ 'a key makes a story' count 3
  as xdotool type --delay 60 'Ferry tolls rise'
  until_ 'typed words are saved' sh -c "$(declare -f as); library=$library; as stet list | grep -q 'Ferry tolls rise'"
  new=$id
  must 'an editor joins' as stet roster add 'Lee Han' --role editor
  must 'a source is added' as stet source add --name Minutes --kind document
  must 'the story gets a slug' as stet set "$new" slug ferry-strike
  must 'the story is filed' as stet move "$new" filed
  WHO='Lee Han' must 'the editor takes it into review' as stet move "$new" inReview
  WHO='Lee Han' ends 3 '' 'the gate holds what is not checked' as stet move "$new" cleared
  WHO='Lee Han' must 'the editor reads the gate' as stet gate "$new"
}

# A repository as docs/install.md describes it, with one package.
repository() {
  export GNUPGHOME=/tmp/gnupg
  mkdir -m 700 $GNUPGHOME
  gpg -q --batch --passphrase '' --quick-generate-key 'Stet packages' ed25519 sign
  mkdir -p /tmp/repo/pool /tmp/repo/dists/stable/main/binary-amd64
  cd /tmp/repo && mv "$1" pool/
  apt-ftparchive packages pool >dists/stable/main/binary-amd64/Packages
  apt-ftparchive -o APT::FTPArchive::Release::Suite=stable -o APT::FTPArchive::Release::Components=main \
    -o APT::FTPArchive::Release::Architectures=amd64 release dists/stable >/tmp/Release
  mv /tmp/Release dists/stable/Release
  gpg -q --clearsign -o dists/stable/InRelease dists/stable/Release
  gpg --export >/etc/apt/keyrings/stet.gpg
  echo 'deb [signed-by=/etc/apt/keyrings/stet.gpg] file:/tmp/repo stable main' >/etc/apt/sources.list.d/stet.list
  cd /
}

# The package is replaced under a library in use.
upgrade() {
  local before
  before=$(as stet list)
  dpkg-deb -R /test/stet.deb /tmp/next && sed -i 's/^Version: .*/&+next/' /tmp/next/DEBIAN/control
  dpkg-deb --root-owner-group -Zzstd -z1 --build /tmp/next /tmp/next.deb >/dev/null
  must 'a signed repository is made' repository /tmp/next.deb
  must 'apt trusts the repository' apt-get -qq update
  must 'an upgrade installs while the window is open' apt-get -qq install -y --only-upgrade stet
  dpkg-query -W -f '${Version}' stet | grep -q next && ok 'the new version is there' || fail 'the new version is there'
  must 'the window still has its library' count 3
  kill -TERM "$(main)"
  until_ 'the window ends' sh -c '! pgrep -u reporter -f lib/stet/stet-app'
  [ "$(as stet list)" = "$before" ] && ok 'the library reads the same' || fail 'the library reads the same'
  must 'doctor finds nothing' as stet doctor
  grep 'AF_INET\|AF_PACKET' /tmp/run/connects >/tmp/foreign
  [ ! -s /tmp/foreign ] && ok "nothing but local sockets ($(grep -c 'connect(.*AF_UNIX' /tmp/run/connects) connections)" || { head -5 /tmp/foreign; fail 'nothing but local sockets'; }
}
