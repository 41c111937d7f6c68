#!/bin/bash
# What kb-ingest does to the knowledge base: added, unchanged, replaced, forgotten; locks, interrupts and damaged files.
# SPDX-License-Identifier: MIT
#
# BUILD: folder of the programs. TMP: an empty folder. Skipped without weights.
set -u
ingest=$BUILD/kb-ingest shell=$BUILD/kb-shell
if ! [ -e "${KB_DATA:-data}/encoder.kbw" ]; then
    echo "skip kb-ingest and its knowledge base: no weights"
    exit 0
fi
articles=$PWD/data/articles
cd "$TMP" || exit 1

# check NAME EXIT PATTERN -- COMMAND...
check() {
    local name=$1 expected=$2 pattern=$3 status=0 out
    shift 4
    out=$("$@" 2>&1) || status=$?
    if [ "$status" != "$expected" ]; then
        echo "not ok $name: exit $status, not $expected: $out"
    elif ! grep -qF -- "$pattern" <<<"$out"; then
        echo "not ok $name: no '$pattern' in: $out"
    else
        echo "ok $name"
    fi
}
run() { timeout 240 "$ingest" "$@"; }
# Everything a reader can see of a knowledge base.
dump() { timeout 120 "$shell" --db "$1" -c 'export * --mentions'; }
same() { # NAME DB DB
    if dump "$2" >dump1 && dump "$3" >dump2 && [ -s dump1 ] && cmp -s dump1 dump2; then
        echo "ok $1"
    else
        echo "not ok $1: $(wc -c <dump1) and $(wc -c <dump2) bytes"
    fi
}

cat >one.jsonl <<'JSON'
{"id":"a","text":"Gen. Joseph Dunford, chairman of the Joint Chiefs of Staff, met Gen. Valeriy Gerasimov in Baku.","date_publish":"2017-02-16"}
{"id":"b","text":"Angela Merkel, the German chancellor, visited Paris and met President Emmanuel Macron.","date_publish":"2018-04-19","url":"http://example.org/b"}
JSON
cat >edited.jsonl <<'JSON'
{"id":"b","text":"Angela Merkel, the German chancellor, visited Madrid and met Pedro Sanchez.","date_publish":"2018-04-20","url":"http://example.org/b"}
JSON

# --- the day of an article
published() { printf 'Danube Ministers Reach Accord\n\n%s\n' "$1" | "$ingest" --annotate "${@:2}" - 2>/dev/null | grep -o '"published":[^,]*'; }
accord='The foreign ministers of Austria and Hungary signed an agreement here on Monday.'
equal() { if [ "$2" = "\"published\":$3" ]; then echo "ok $1"; else echo "not ok $1: $2"; fi; }
equal "a dateline with a year tells it" "$(published "VIENNA, June 9, 1955 (AP) -- $accord")" '"1955-06-09"'
equal "in British order too" "$(published "VIENNA, Austria (9 June 1955) - $accord")" '"1955-06-09"'
equal "what is given goes before" "$(published "VIENNA, June 9, 1955 -- $accord" --date 1955-06-10)" '"1955-06-10"'
equal "another date is none" "$(published "Vienna was bombed on June 9, 1945. $accord")" null

# --- what happens to a document
check "articles are added" 0 "2 added" -- run --db a.kb one.jsonl
check "the same articles again are unchanged" 0 "2 unchanged" -- run --db a.kb one.jsonl
check "an edited article replaces the older version" 0 "1 replaced" -- run --db a.kb edited.jsonl
check "an older version is still known" 0 "2 unchanged" -- run --db a.kb one.jsonl
check "an older version that comes later stays inactive" 0 "1 added, 1 inactive" -- bash -c \
    "'$ingest' --quiet --db later.kb edited.jsonl; '$ingest' --db later.kb one.jsonl"
same "and changes nothing" a.kb later.kb
check "a document is forgotten by its id" 0 "forgotten" -- run --db a.kb --forget b
check "what was forgotten is not there" 1 "no such document" -- run --db a.kb --forget b
run --quiet --db b.kb one.jsonl && run --quiet --db b.kb --forget http://example.org/b
sed -n 1p one.jsonl >first.jsonl
run --quiet --db d.kb first.jsonl
same "forgetting undoes adding" a.kb d.kb
same "a document is forgotten by its URL" b.kb d.kb
check "all documents of a file are forgotten by its path" 0 "2 documents forgotten" -- bash -c \
    "'$ingest' --quiet --db e.kb one.jsonl; '$ingest' --db e.kb --forget ./one.jsonl"
KB_FILE=env.kb run --quiet one.jsonl
check "KB_FILE names the knowledge base" 0 "2 unchanged" -- run --db env.kb one.jsonl

# --- neither order nor jobs matter
run --quiet --db f.kb --jobs 1 "$articles/wire.jsonl" one.jsonl
run --quiet --db g.kb --jobs 3 one.jsonl "$articles/wire.jsonl"
same "neither the order of inputs nor the number of jobs matters" f.kb g.kb
run --quiet --annotate --jobs 1 "$articles/wire.jsonl" >jobs1
run --quiet --annotate --jobs 3 "$articles/wire.jsonl" >jobs3
if [ -s jobs1 ] && cmp -s jobs1 jobs3; then echo "ok --annotate prints in input order, whatever the jobs"; else echo "not ok --annotate and jobs"; fi

# --- interrupts
mkfifo slow
# More than the head that decides on the format, so that the article is read before the signal comes.
(sed -n 1p one.jsonl; printf '%5000s\n' ''; sleep 2; kill -INT "$(cat pid)"; sleep 1) >slow &
sh -c 'echo $$ >pid; exec "$0" --quiet --db h.kb - <slow' "$ingest"
status=$?
wait
if [ $status = 130 ]; then echo "ok Ctrl-C exits 130"; else echo "not ok Ctrl-C exits 130: $status"; fi
same "Ctrl-C keeps what was finished" h.kb d.kb
run --quiet --db h.kb one.jsonl
run --quiet --db i.kb one.jsonl
same "the next run goes on from there" h.kb i.kb
# KILL_ROUNDS=100 is the long form; every fifth round starts on a new database.
for round in $(seq "${KILL_ROUNDS:-10}"); do
    [ $((round % 5)) = 1 ] && rm -f j.kb*
    "$ingest" --quiet --db j.kb "$articles/wire.jsonl" one.jsonl 2>/dev/null &
    sleep "$(printf '0.%02d' $((round * 37 % 90 + 5)))"
    kill -KILL $! 2>/dev/null
    wait $! 2>/dev/null
done
run --quiet --db j.kb one.jsonl "$articles/wire.jsonl"
same "kill -9 at any moment loses nothing that the next run does not bring" j.kb g.kb

# --- locks and damage
(sed -n 1p one.jsonl; sleep 6) >slow &
"$ingest" --quiet --db k.kb - <slow &
sleep 2
check "a second writer is turned away" 4 "k.kb" -- timeout 20 "$ingest" --db k.kb one.jsonl
check "or waits" 0 "1 added" -- timeout 60 "$ingest" --db k.kb --wait one.jsonl
wait
: >zero.kb
check "a zero-length file is no knowledge base" 4 "zero.kb" -- run --db zero.kb one.jsonl
head -c 20000 /dev/urandom >foreign.kb
check "nor is a foreign file" 4 "foreign.kb" -- run --db foreign.kb one.jsonl
head -c 8192 a.kb >truncated.kb
check "nor is a truncated one" 4 "truncated.kb" -- run --db truncated.kb one.jsonl
cp d.kb limited.kb
check "a file size limit is fatal" 1 "limited.kb" -- bash -c \
    "ulimit -f $(($(stat -c %s limited.kb) / 1024 + 8)); '$ingest' --db limited.kb '$articles/wire.jsonl'"
same "and loses nothing" limited.kb d.kb
check "nor is what is not stored called added" 0 "" -- bash -c \
    "ulimit -f $(($(stat -c %s limited.kb) / 1024 + 8)); ! '$ingest' --db limited.kb '$articles/wire.jsonl' 2>&1 | grep ' added'"
check "a folder that is not there is fatal" 1 "no/such" -- run --db no/such/dir.kb one.jsonl
check "--dry-run creates no knowledge base" 2 "No such file" -- bash -c "'$ingest' --quiet --dry-run --db dry.kb one.jsonl; ls dry.kb"
check "no weights is fatal" 1 "no weights" -- env KB_DATA="$TMP" "$ingest" --db a.kb one.jsonl

# --- the comparison mode
check "a knowledge base keeps to its arithmetic" 4 "f32-" -- bash -c \
    "KB_ARITHMETIC=f32 '$ingest' --quiet --db float.kb one.jsonl && '$ingest' --db float.kb one.jsonl"
