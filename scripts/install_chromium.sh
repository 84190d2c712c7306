#!/bin/sh
# The browser tests need a Chromium. Install it where we may; otherwise say in one line how.
set -eu
cd "$(dirname "$0")/.."

has_chromium() {
    command -v chromium >/dev/null || [ -d "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}" ]
}

# Ubuntu's own package is a snap, which a container cannot run: there Playwright fetches one.
. /etc/os-release 2>/dev/null || ID=unknown
case "$ID" in
    debian) install='apt-get install -y --no-install-recommends chromium fonts-liberation' ;;
    *) install='.venv/bin/python -m playwright install --with-deps chromium' ;;
esac

if has_chromium; then
    exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The browser tests need Chromium. As root: $install" >&2
    exit 1
fi
echo 'Installing Chromium for the browser tests (once)'
export DEBIAN_FRONTEND=noninteractive
{ apt-get update && $install; } >build-chromium.log 2>&1 || { cat build-chromium.log; exit 1; }
rm -f build-chromium.log
