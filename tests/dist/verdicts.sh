# What the other files use. Each check prints a line; the first that does not hold ends the test.
ok() { echo "ok   $*"; }
fail() {
  echo "FAIL $*"
  [ -f /tmp/app.log ] && tail -20 /tmp/app.log
  exit 1
}
# must WHAT COMMAND… : the command succeeds.
must() {
  local what=$1
  shift
  "$@" >/tmp/out 2>&1 && ok "$what" || { cat /tmp/out; fail "$what"; }
}
# ends CODE SAYS WHAT COMMAND… : it ends with the code and says that text, on either stream.
ends() {
  local code=$1 says=$2 what=$3 ended
  shift 3
  "$@" >/tmp/out 2>&1
  ended=$?
  [ $ended = "$code" ] && grep -qF -- "$says" /tmp/out && ok "$what" || { cat /tmp/out; fail "$what (ended with $ended)"; }
}
# until_ WHAT COMMAND… : it succeeds within two minutes.
until_() {
  local what=$1 end=$((SECONDS + 120))
  shift
  until "$@" >/tmp/out 2>&1; do
    [ $SECONDS -lt $end ] || { cat /tmp/out; fail "$what"; }
    sleep 0.2
  done
  ok "$what"
}
library=/home/reporter/library
# An ordinary user, who acts as Ada Park.
as() {
  runuser -u reporter -- env HOME=/home/reporter XDG_RUNTIME_DIR=/tmp/run LC_ALL=C.UTF-8 STET_LANGUAGE=en \
    STET_LIBRARY=$library STET_USER="${WHO:-Ada Park}" "$@"
}
sum() { (cd "$library" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum); }
