#!/usr/bin/env bash
# Tries Ajv with the cases of the named events, or of all: examples/conformance/run.sh [PROVIDER/EVENT]...
set -euo pipefail
cd "$(dirname "$0")"

npm ci --silent
schemas=$(mktemp -d)
trap 'rm -rf "$schemas"' EXIT
events=${*:-$(hookproof events | sed -n 's/^    \([^ ]*\).*/\1/p')}
for level in documented open; do
    options=()
    for event in $events; do
        options+=(--event "$event")
        mkdir -p "$schemas/$level/${event%/*}"
        hookproof schema "$event" $([ "$level" = documented ] || echo --open) >"$schemas/$level/$event.json"
    done
    # Without the malformed ones: `JSON.parse` has its own opinion of them, and no schema limits the size of a payload.
    hookproof conformance --command "node validate.mjs '$schemas/$level'" --level "$level" \
        --verdict valid,drift,invalid "${options[@]}"
done
