# The .rpm, installed by rpm itself into this root. What it needs is here under Debian's names, so rpm is not asked.
rpmPackage() {
  local before
  before=$(sum)
  must 'rpm is there' apt-get -qq install -y --no-install-recommends rpm
  must 'rpm installs the package' rpm --install --nodeps /test/stet.rpm
  [ "$(sum)" = "$before" ] && ok 'the library is as it was' || fail 'the library is as it was'
  must 'rpm finds every file as it was packed' rpm --verify --nodeps stet
  ends 0 'Stet' 'its command line runs' as stet --version
  must 'it reads the library' as stet list
  [ -u /usr/lib/stet/chrome-sandbox ] && ok 'its sandbox belongs to root' || fail 'its sandbox belongs to root'
  DISPLAY=:$(cat /tmp/display) as stet-app >/tmp/app.log 2>&1 &
  until_ 'its window runs' renderer
  grep -q '^Seccomp:[[:space:]]*2' "/proc/$(renderer)/status" && ok '  … its page under seccomp' || fail 'its page runs under seccomp'
  kill -TERM "$(main)"
  until_ 'the window ends' sh -c '! pgrep -u reporter -f lib/stet/stet-app'
  echo more >>/usr/share/doc/stet/copyright
  rpm --verify --nodeps stet >/tmp/out 2>&1 && fail 'rpm sees a changed file' || ok 'rpm sees a changed file'
  before=$(sum)
  must 'rpm removes the package' rpm --erase stet
  [ ! -e /usr/lib/stet ] && [ ! -e /usr/bin/stet ] && ok 'nothing of it is left' || fail 'nothing of it is left'
  [ "$(sum)" = "$before" ] && ok 'the library is as it was' || fail 'the library is as it was'
}
