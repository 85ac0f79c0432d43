# The command line of the installed Stet, as an ordinary user without a display.
commands() {
  must 'stet --version' as stet --version
  must 'an ordinary user imports a story' as stet import '/test/ferry strike.md'
  id=$(as stet list --json | sed -n 's/.*"id": *"\([0-9a-f-]*\)".*/\1/p' | head -1)
  [ -n "$id" ] && ok 'stet list names it' || fail 'stet list names it'
  must 'the index is a file, which SQLite reads' sh -c "$(declare -f as); library=$library; as stet index --json | grep -q '\"kept\": *\"file\"'"
  ends 1 'There is no command “nonsense”' 'wrong usage ends with 1' as stet nonsense
  ends 2 'does not exist' 'what fails ends with 2' as stet import /nowhere.md
  ends 3 '' 'what a rule refuses ends with 3' as stet move "$id" published
  ends 1 'There is no option' 'a switch of Chromium is no option' as stet list --no-sandbox
  must 'a figure is tagged' as stet tag "$id" --text '9 days' --type figure
  local format
  for format in pdf docx html newsml-g2 ninjs nitf markdown text; do
    must "a draft leaves as $format" as stet export "$id" --format $format --draft --edition public --out "/home/reporter/the draft.$format"
  done
  [ "$(head -c 5 '/home/reporter/the draft.pdf')" = '%PDF-' ] && ok 'the PDF is a PDF' || fail 'the PDF is a PDF'
  must 'a bundle is written' as stet export "$id" --format bundle --out '/home/reporter/the ferry.stet'
  ends 0 "$id" 'stet search finds the story' as stet search --json ferries
  ends 2 'There is no display here' 'without a display, the window says so' as env -u DISPLAY -u WAYLAND_DISPLAY stet-app
  ends 2 'does not open for root' 'the window does not open for root' env DISPLAY=:0 stet-app
  ends 0 'Stet' 'the command line runs for root' stet --version
}

METAINFO=/usr/share/metainfo/org.stet.Stet.metainfo.xml
# What the system shows of it.
desktop() {
  must 'the manual page' sh -c 'man -P cat stet | grep -q "stet import"'
  must 'the desktop entry is valid' desktop-file-validate /usr/share/applications/stet.desktop
  must 'the metainfo is valid' appstreamcli validate --no-net --override=url-homepage-missing=info $METAINFO
  [ "$(appstreamcli validate --no-net $METAINFO | grep '^[EW]:')" = 'W: org.stet.Stet:~: url-homepage-missing' ] && ok '  … and lacks nothing but the homepage that there is not' || { appstreamcli validate --no-net $METAINFO; fail 'the metainfo lacks nothing but a homepage'; }
  must 'bash completes commands' bash -c '. /usr/share/bash-completion/completions/stet; COMP_WORDS=(stet exp); COMP_CWORD=1; _stet; [ "${COMPREPLY[0]}" = export ]'
  must 'zsh reads its completions' zsh -n /usr/share/zsh/site-functions/_stet
  must 'fish reads its completions' fish -n /usr/share/fish/vendor_completions.d/stet.fish
  must 'bundles have their type' grep -q 'application/vnd.stet.bundle+zip:\*.stet' /usr/share/mime/globs2
  must 'a bundle is opened by Stet' grep -q 'application/vnd.stet.bundle+zip=stet.desktop' /usr/share/applications/mimeinfo.cache
  ends 0 'Electron' 'the licences are there' grep -m 1 Electron /usr/share/doc/stet/copyright
}
