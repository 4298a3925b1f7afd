#!/usr/bin/env bash
# Unpacks the folder for Linux where there is nothing else: no Node, no PATH, only the C library and a shell; and
# works with it as somebody would who has no rights on the machine.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' package.json)
zip=$PWD/packages/irotool-$version-linux.zip

if [ "$(id -u)" != 0 ] || ! command -v chroot >/dev/null || ! command -v unzip >/dev/null; then
  echo 'The folder for Linux was not run in an empty root: that wants root, chroot and unzip.'
  exit 0
fi
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
mkdir -p "$root"/{bin,dev,tmp,home}
unzip -q "$zip" -d "$root"
mv "$root/irotool-$version-linux" "$root/a folder"
cp -L /bin/sh "$root/bin/sh"
# What the loader wants of the system, and nothing else.
{ ldd "$root/a folder/node/node"; ldd /bin/sh; } | grep -o '/[^ ]*' | sort -u |
  while read -r library; do cp -L --parents "$library" "$root"; done
mknod -m 666 "$root/dev/null" c 1 3
chown -R 65534:65534 "$root/home" "$root/tmp"

irotool() {
  env -i HOME=/home "$(command -v chroot)" --userspec=65534:65534 "$root" '/a folder/irotool' "$@" </dev/null
}
says() {
  local wanted=$1; shift
  local said
  said=$(irotool "$@" 2>&1) || { echo "irotool $* failed: $said"; exit 1; }
  grep -qF -- "$wanted" <<<"$said" || { echo "irotool $* does not say “$wanted”: $said"; exit 1; }
}

irotool --version
says 'all invented' demo
says 'is made' init --council Testshire --yes
says 'C1' new-review --ref C1 --name 'Ada Roe' --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 \
  --meeting '2026-03-24 10:00' --iro 'Jo Field' --yes
says 'C1' due --week --today 2026-03-20
irotool due --week --today 2026-03-20
irotool settings set unit.name 'Independent Reviewing Unit' >/dev/null
irotool settings set unit.telephone '01234 567890' >/dev/null
irotool settings set signatory.name 'Sam Hill' >/dev/null
says 'introduction' letter introduction-iro C1 --format docx --out /home --today 2026-03-03
says 'LATE, BY PROCEDURE' report overdue --today 2026-03-20
# A week: each morning's list, the review in the middle of it, a mistake taken back, and the copy of Friday brought back.
for day in 23 24 25 26 27; do
  says 'C1' due --week --today "2026-03-$day"
  case $day in
    23) says 'C1' done C1 child-consult --on 2026-03-23 --today 2026-03-23 ;;
    24) says 'held' review hold C1 --on 2026-03-24 --code PN1 --today 2026-03-24 --yes ;;
    25) says 'C1' review after C1 --decisions-sent 2026-03-25 --today 2026-03-25 --yes ;;
    26)
      says 'C2' new-review --ref C2 --name 'Ben Ode' --born 2012-01-20 --looked-after 2026-03-26 --today 2026-03-26 --yes
      says 'C2' undo --yes --today 2026-03-26
      ;;
  esac
done
says 'copy' backup /home/copy.db
says 'Brought back' restore /home/copy.db --yes
says 'No fault' doctor
says 'node:sqlite' doctor
[ -n "$(find "$root/home/.cache/irotool/code" -type f)" ] || { echo 'No code cache was made.'; exit 1; }
[ -z "$(find "$root/a folder" -newer "$root/bin/sh" -type f)" ] || { echo 'Something was written into the folder.'; exit 1; }
du -sh "$root/a folder" | cut -f1
echo 'The folder for Linux runs in an empty root.'
