#!/bin/sh
# Holds the archives in dist/ to release/SHA256SUMS: each is as it was listed, and there is none beside them.
set -eu
cd dist
sha256sum -c ../release/SHA256SUMS >&2 || {
  echo 'The archives are not those that were tested: start again from the commit.' >&2
  exit 1
}
listed=$(wc -l < ../release/SHA256SUMS)
found=$(find . -maxdepth 1 -name '*.zip' | wc -l)
if [ "$listed" -ne "$found" ]; then
  echo "There are $found archives, and $listed were tested: start again from the commit." >&2
  exit 1
fi
