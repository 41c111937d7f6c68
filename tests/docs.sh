#!/bin/bash
# The commands that README.md and the manual pages show must run, succeed and print what is shown.
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
cp data/questions.txt questions.txt

finish() { # compares what the last command printed with what the page shows
    [ -n "$command" ] || return
    local out status=0 line missing=
    out=$(timeout 200 bash -c "$command" 2>&1 </dev/null) || status=$?
    # With --keep-going the exit status only says whether every question had an answer.
    [[ $status = 1 && $command = *--keep-going* ]] && status=0
    for line in "${shown[@]}"; do
        grep -qF -- "$line" <<<"$out" || missing=$line
    done
    if [ "$status" = 0 ] && [ -z "$missing" ]; then echo "ok $page: $command"; else
        echo "not ok $page: $command: exit $status, no '$missing' in: $out"
    fi
    command= shown=()
}

command= shown=()
for page in README.md docs/kb-ingest.1 docs/kb-shell.1; do
    while IFS= read -r line; do
        case $line in
        '$ '*) finish; command=${line#??} ;;
        *) shown+=("$line") ;;
        esac
    done < <(sed -n -e '/^```console$/,/^```$/{/^```/!p;}' -e 's/^\.Dl \$/$/p' "$root/$page")
    finish
done
