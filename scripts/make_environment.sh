#!/bin/sh
# Make .venv with the locked dependencies. PYTHON=/a/python chooses one that is not on the PATH.
set -eu
cd "$(dirname "$0")/.."

fits() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

python=''
for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3 /usr/bin/python3; do
    if fits "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo 'No Python 3.11 or newer with venv was found. On Debian or Ubuntu:' >&2
    echo '  apt-get install python3 python3-venv' >&2
    exit 1
fi

# Half an environment, or one whose Python is gone, is made again.
.venv/bin/python -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear .venv
echo "Installing the dependencies into .venv ($("$python" --version); a minute or two, once)"
.venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes \
    -r requirements.txt -r requirements-dev.txt
