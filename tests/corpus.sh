#!/bin/bash
# The annotated corpus keeps its rules, its README has its counts, and the checker sees what breaks them.
# SPDX-License-Identifier: MIT
set -u
checker=$BUILD/tests/check_corpus
corpora=../shared/corpora

verdict() { # name status
    if [ "$2" = 0 ]; then echo "ok $1"; else echo "not ok $1"; fi
}

# --- the corpus itself
folders=(data/corpus data/corpus/heldout)
[ ! -d data/corpus/standoff ] || folders+=(data/corpus/standoff)
for folder in "${folders[@]}"; do
    "$checker" "$folder" >"$TMP/problems" 2>&1
    status=$?
    [ $status = 0 ] || grep -v 'warning:' "$TMP/problems"
    verdict "no problem in $folder" $status
done

tests/tools/corpus_counts "$BUILD" check
verdict "data/corpus/README.md has the counts (make counts)" $?

if ls data/corpus/standoff/*/source.tsv >/dev/null 2>&1; then
    if [ -d $corpora ]; then
        cut -f 2,3 data/corpus/standoff/*/source.tsv | sort -u | awk -F '\t' -v root=$corpora '{print $2 "  " root "/" $1}' |
            sha256sum --check --quiet
        verdict "stand-off sets stand on the corpus they were made from" $?
    else
        echo "skip stand-off texts: no $corpora"
    fi
fi

# --- what the checker sees: a line each of what is changed in a good storyline and what it must say
good=tests/corpus/good
"$checker" --strict $good >"$TMP/problems" 2>&1
verdict "a good storyline has no problem" $?

same_as() { # row expected: what the checker says of a folder of two copies of it
    rm -rf "$TMP/two"
    mkdir -p "$TMP/two"
    cp -r $good "$TMP/two/a"
    cp -r $good "$TMP/two/b"
    printf "$1" >"$TMP/two/same-as.tsv"
    "$checker" "$TMP/two" >"$TMP/problems" 2>&1 && status=1 || status=0
    grep -qF -- "$2" "$TMP/problems" || status=1
    verdict "sees: $2 (same-as.tsv)" $status
}
same_as 'a\tE1\tb\tE1\na\tE2\tb\tE77\n' 'same-as.tsv:2: no such entities'
same_as 'a\tE1\tb\tE10\n' 'same-as.tsv:1: no such entities, or not of one type'
same_as 'a\tE1\ta\tE2\n' 'both entities are of one storyline'
same_as 'a\tE1\tb\tE1\na\tE1\tb\tE2\n' 'same-as.tsv:2: two entities of one storyline'
same_as 'a\tE1\tb\tE1\na\tE2\tb\tE1\n' 'same-as.tsv:2: an entity that stands in another row'

while IFS='|' read -r file from to expected; do
    case $file in '' | '#'*) continue ;; esac
    rm -rf "$TMP/bad"
    cp -r $good "$TMP/bad"
    text=$(<"$good/$file") from=$(printf %b "$from") to=$(printf %b "$to")
    printf '%s\n' "${text/"$from"/"$to"}" >"$TMP/bad/$file"
    "$checker" --strict "$TMP/bad" >"$TMP/problems" 2>&1 && status=1 || status=0
    grep -qF -- "$expected" "$TMP/problems" || status=1
    [ $status = 0 ] || cat "$TMP/problems"
    verdict "sees: $expected ($file)" $status
done <tests/corpus/bad.txt
