#!/bin/sh
# The browser tests need a Chromium. Install it where we may; otherwise say in one line how.
set -eu
cd "$(dirname "$0")/.."

if command -v chromium >/dev/null; then
    exit 0
fi
# Ubuntu's package is a snap, which a container cannot run: there Playwright fetches one.
. /etc/os-release 2>/dev/null || ID=unknown
if [ "$ID" = debian ]; then
    install='apt-get install -y --no-install-recommends chromium fonts-liberation'
    how="Run once, as root: $install"
elif [ -d "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}" ]; then
    exit 0
else
    install='.venv/bin/python -m playwright install --with-deps chromium'
    how="Run once: $install"
fi

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The browser tests need Chromium. $how" >&2
    exit 1
fi
echo 'Installing Chromium for the browser tests (once)'
export DEBIAN_FRONTEND=noninteractive
output=$(mktemp)
trap 'rm -f "$output"' EXIT
if ! { apt-get update && $install; } >"$output" 2>&1; then
    cat "$output" >&2
    echo "Chromium could not be installed. $how" >&2
    exit 1
fi
