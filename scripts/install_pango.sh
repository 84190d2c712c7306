#!/bin/sh
# Files of cases are set by Pango (docs/dependencies.md). Install it where we may; otherwise say how.
set -eu
cd "$(dirname "$0")/.."

there() {
    .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1
}

# A second's import; what the loader knows already needs none
if ldconfig -p 2>/dev/null | grep -q libpangoft2-1.0 || there; then
    exit 0
fi
install='apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0'
install="$install libharfbuzz-subset0 fonts-dejavu-core fonts-liberation"
how="Run once, as root: $install"
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests of files of cases need Pango. $how" >&2
    exit 1
fi
echo 'Installing Pango, which sets the files of cases (once)'
export DEBIAN_FRONTEND=noninteractive
output=$(mktemp)
trap 'rm -f "$output"' EXIT
if ! { apt-get update && $install; } >"$output" 2>&1; then
    cat "$output" >&2
    echo "Pango could not be installed. $how" >&2
    exit 1
fi
