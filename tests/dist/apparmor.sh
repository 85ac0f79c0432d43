# AppArmor’s own parser reads the profile, for a kernel with the features of AppArmor 4. Nothing is loaded: -Q.
parsed() { apparmor_parser -Q -K -S --kernel-features /etc/apparmor.d/abi/4.0 "$1" 2>/tmp/out; }
apparmor() {
  local profile=/etc/apparmor.d/stet
  must 'AppArmor reads the profile' apparmor_parser -Q -K $profile
  [ "$(apparmor_parser -Q -K -N $profile 2>/dev/null)" = stet ] && ok 'the profile is named stet' || fail 'the profile is named stet'
  sed 's/userns,/usernss,/' $profile >/tmp/broken
  apparmor_parser -Q -K /tmp/broken >/tmp/out 2>&1 && fail 'AppArmor refuses a word that it does not know' || ok '  … and would refuse a word that it does not know'
  sed '/userns,/d' $profile >/tmp/without
  [ "$(parsed $profile | sha256sum)" != "$(parsed /tmp/without | sha256sum)" ] && ok 'it lets the program make user namespaces' || fail 'it lets the program make user namespaces'
  grep -q "^profile stet /usr/lib/stet/stet-app " $profile && [ -x /usr/lib/stet/stet-app ] && ok 'it names the program that the package installs' || fail 'it names the program that the package installs'
}
