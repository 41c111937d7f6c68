#!/bin/bash
# `make install` gives a tree that works wherever it lies.
# SPDX-License-Identifier: MIT
#
# BUILD: folder of the programs. TMP: an empty folder.
set -u
case $BUILD in */build) ;; *) exit 0 ;; esac # once is enough
make -s install DESTDIR="$TMP/root" PREFIX=/usr >/dev/null || { echo "not ok make install" && exit 1; }
mv "$TMP/root/usr" "$TMP/moved"
bin=$TMP/moved/bin
unset KB_DATA
for program in kb-ingest kb-shell; do
    if "$bin/$program" --version >/dev/null; then echo "ok $program is installed"; else echo "not ok $program is installed"; fi
    if [ -s "$TMP/moved/share/man/man1/$program.1" ]; then echo "ok $program has its manual"; else echo "not ok $program has its manual"; fi
done
if ! [ -e data/encoder.kbw ]; then
    echo "skip the installed kb-ingest finds its weights: there are none"
elif "$bin/kb-ingest" --quiet --annotate data/articles/annan.txt | grep -q '"kind":"name"'; then
    echo "ok the installed kb-ingest finds its weights"
else
    echo "not ok the installed kb-ingest finds its weights"
fi
