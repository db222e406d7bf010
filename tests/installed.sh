#!/usr/bin/env bash
# The wheel, installed in an empty environment in another folder, screens an example:
# with both engines, and without durable-rules on the reference engine alone.
#   tests/installed.sh WHEEL CONSTRAINTS CASE
set -euo pipefail
wheel=$(realpath "$1") constraints=$(realpath "$2") case=$(realpath "$3")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"${PYTHON:-python3}" -m venv env
env/bin/python -m pip install -q --disable-pip-version-check -c "$constraints" "$wheel"

says() { # says WORD...: the outcome names these engines, and the class
  env/bin/kansrijk screen "$case" --on 2026-11-26 --format json > outcome.json
  env/bin/python - "$@" <<'P'
import json, sys
outcome = json.load(open("outcome.json"))
assert outcome["engines"] == sys.argv[1:], outcome["engines"]
assert list(outcome["receipt"]["engines"]) == sys.argv[1:]
assert outcome["classification"]["class"] == "zeer_kwetsbaar"
P
}

says $(env/bin/python -c 'import kansrijk; print(*kansrijk.installed_engines())')
env/bin/python -m pip uninstall -q -y durable-rules 2> /dev/null || true
says reference
echo "installed from the wheel: 2 passed, 0 failed"
