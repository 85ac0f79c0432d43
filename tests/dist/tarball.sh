# The archive with install.sh, in an ordinary user's home.
tarball() {
  local home=/home/reporter before
  (cd /tmp/run && tar -xzf /test/stet.tar.gz) && chown -R reporter /tmp/run/stet-*
  before=$(cd $home && find .local -not -type d 2>/dev/null | sort)
  must 'install.sh installs into the home' as sh -c 'sh /tmp/run/stet-*/install.sh'
  ends 0 'Stet' 'its command line runs' as $home/.local/bin/stet --version
  must 'it reads the library' as $home/.local/bin/stet list
  must 'it installs over itself' as sh -c 'sh /tmp/run/stet-*/install.sh'
  must 'the library is read after that' as $home/.local/bin/stet list
  must 'install.sh removes it' as sh -c 'sh /tmp/run/stet-*/install.sh --remove'
  [ "$(cd $home && find .local -not -type d | grep -v '/mime/' | grep -v mimeinfo.cache | sort)" = "$before" ] && ok 'nothing of it is left' || {
    find $home/.local -not -type d
    fail 'nothing of it is left'
  }
}
