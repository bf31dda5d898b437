#!/bin/sh
# Lists the SHA-256 of each archive in dist/, as release/SHA256SUMS. An archive's name tells its content too: both must agree.
set -eu
mkdir -p release
cd dist
sha256sum -- *.zip > ../release/SHA256SUMS
while read -r hash name; do
  case "$name" in
    *-"$(printf '%.16s' "$hash")".zip) ;;
    *) echo "$name does not bear the hash of its content: build it again." >&2 && exit 1 ;;
  esac
done < ../release/SHA256SUMS
cat ../release/SHA256SUMS
