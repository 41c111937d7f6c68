#!/bin/bash
# The commands that README.md and the manual pages show must run and succeed.
# SPDX-License-Identifier: MIT
#
# BUILD: folder of the programs. TMP: an empty folder. Skipped without weights.
set -u
if ! [ -e "${KB_DATA:-data}/encoder.kbw" ]; then
    echo "skip examples of the documentation: no weights"
    exit 0
fi
root=$PWD
cd "$TMP" || exit 1
ln -s "$root/data" data
ln -s "$BUILD" build
PATH=$BUILD:$PATH

# What the examples of the manual pages name.
mkdir articles
cp data/articles/annan.txt articles/
cp data/articles/annan.txt article.txt
cp data/articles/wire.jsonl crawl.jsonl
cp data/articles/questions.txt questions.txt

try() { # FROM COMMAND
    local out status=0
    out=$(timeout 200 bash -c "$2" 2>&1 </dev/null) || status=$?
    if [ "$status" = 0 ]; then echo "ok $1: $2"; else echo "not ok $1: $2: exit $status: $out"; fi
}
while IFS= read -r command; do
    try README.md "$command"
done < <(sed -n '/^```console/,/^```$/s/^\$ //p' "$root/README.md")
for page in kb-ingest kb-shell; do
    while IFS= read -r command; do
        try "$page.1" "$command"
    done < <(sed -n 's/^\.Dl \$ //p' "$root/docs/$page.1")
done
