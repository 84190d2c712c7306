#!/bin/sh
# Every check, the quick ones first; the first that fails ends it. pytest has the last word.
set -u
cd "$(dirname "$0")/.."
python=.venv/bin/python
output=$(mktemp)
trap 'rm -f "$output"' EXIT

check() {
    name=$1
    shift
    if "$@" >"$output" 2>&1; then
        echo "passed  $name"
    else
        cat "$output"
        echo "FAILED  $name: $*"
        exit 1
    fi
}

production() {
    env -u DEBUG NOT_FOR_REAL_DATA=1 DATABASE_URL=postgres://nobody@nowhere/none \
        DOCUMENTS_ROOT="${TMPDIR:-/tmp}" \
        SECRET_KEY='long enough to pass this check, and used for nothing else' \
        "$python" manage.py check --deploy --fail-level WARNING
}

check 'format' "$python" -m ruff format --check --quiet .
check 'lint' "$python" -m ruff check --quiet .
check 'templates' "$python" -m djlint --lint --quiet templates
check 'import contracts' .venv/bin/lint-imports
check 'migrations match the models' "$python" manage.py makemigrations --check --dry-run
check 'production settings' production
rm -f "$output"
echo 'tests, doctests and browser tests:'
exec "$python" -m pytest -q -n 2 --dist loadgroup
