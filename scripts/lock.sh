#!/bin/sh
# Write requirements*.txt anew from requirements*.in: newest versions, with hashes, naming no index.
# uv lives in an environment of its own, thrown away afterwards.
set -eu
cd "$(dirname "$0")/.."

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m venv "$tools"
"$tools/bin/pip" install -qq --disable-pip-version-check uv
for name in requirements requirements-dev; do
    "$tools/bin/uv" pip compile --quiet --universal --upgrade --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-header "$name.in" -o "$name.txt"
done
