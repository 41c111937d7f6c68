#!/bin/bash
# Inputs good and bad on the command line of kb-ingest: what is read, what is skipped with which words, and exit codes.
# SPDX-License-Identifier: MIT
#
# BUILD: folder of the programs. TMP: an empty folder. --dry-run needs no weights.
set -u
ingest=$BUILD/kb-ingest
cd "$TMP" || exit 1

# check NAME EXIT PATTERN... -- COMMAND...: the exit status, and each pattern on a line of its output
check() {
    local name=$1 expected=$2 status=0 out patterns=()
    shift 2
    while [ "$1" != -- ]; do patterns+=("$1") && shift; done
    shift
    out=$("$@" 2>&1) || status=$?
    if [ "$status" != "$expected" ]; then
        echo "not ok $name: exit $status, not $expected: $out"
        return
    fi
    for pattern in "${patterns[@]}"; do
        grep -qF -- "$pattern" <<<"$out" || { echo "not ok $name: no '$pattern' in: $out" && return; }
    done
    echo "ok $name"
}
dry() { timeout 60 "$ingest" --dry-run "$@"; }
text='Gen. Joseph Dunford met Gen. Valeriy Gerasimov in Baku on Thursday, the Pentagon said.'

# --- usage
check "help" 0 "usage: kb-ingest" -- "$ingest" --help
check "version" 0 "kb-ingest " -- "$ingest" --version
check "no input is a usage error" 2 "no input" -- "$ingest"
check "an unknown option is a usage error" 2 "--bogus" -- "$ingest" --bogus x
check "an option without its value is a usage error" 2 "needs a value" -- "$ingest" --db
check "no jobs is a usage error" 2 "--jobs" -- "$ingest" --jobs 0 x
check "too many jobs is a usage error" 2 "--jobs" -- "$ingest" --jobs 1000 x
check "31 February as --date is a usage error" 2 "--date" -- "$ingest" --date 2017-02-31 x
check "an unknown type is a usage error" 2 "--type" -- "$ingest" --type jpeg x
check "--quiet with -v is a usage error" 2 "exclude" -- "$ingest" --quiet -v x
check "an option's foreign bytes are shown escaped" 2 '--\x1b[31m' -- "$ingest" $'--\e[31m'

# --- files
printf '%s\n' "$text" >a.txt
mkdir -p dir/sub
cp a.txt dir/sub/b.txt
cp a.txt dir/.hidden
printf '%s\n' "$text" >"-dash.txt"
printf '%s\n' "$text" >$'new\nline\e[31m.txt'
mkfifo fifo
: >empty.txt
printf '\xef\xbb\xbf' >bom.txt
printf ' \n\t\n' >blank.txt
ln -s .. dir/sub/loop
ln -s nowhere dangling
printf '\xff\xd8\xff\xe0\0\x10JFIF' >photo.html
printf '<!DOCTYPE html><html><body>%s</body></html>' "$text" >page.txt
check "a text file" 0 "1 article read; 0 skipped" -- dry a.txt
check "a directory, its loop of links visited once, hidden files left out" 0 "1 article read" -- dry dir
check "a missing file" 3 "kb-ingest: missing.txt: No such file or directory at byte 0" -- dry missing.txt
check "a dangling link" 3 "dangling: No such file" -- dry dangling
check "a FIFO does not wait for a writer" 3 "fifo: is a FIFO" -- dry fifo
check "a device" 3 "is a device" -- dry /dev/zero
check "an empty file" 3 "empty.txt: is empty at byte 0" -- dry empty.txt
check "a byte order mark alone" 3 "bom.txt: has no text" -- dry bom.txt
check "white space alone" 3 "blank.txt: has no text" -- dry blank.txt
check "a picture with the name of a page" 3 "photo.html: is a JPEG image" -- dry photo.html
check "a page with the name of a text" 3 "page.txt: HTML is not read yet" -- dry page.txt
check "a page forced to be text" 0 "1 article read" -- dry --type text page.txt
check "a name with a leading dash after --" 0 "1 article read" -- dry -- -dash.txt
check "a name with control characters is shown escaped" 3 'gone\n\x1b[31m: No such file' -- dry $'gone\n\e[31m'
check "a name with control characters is read" 0 "1 article read" -- dry $'new\nline\e[31m.txt'
check "bad inputs do not stop the good ones" 3 "1 article read; 3 skipped" -- dry empty.txt fifo a.txt missing.txt
check "nothing but the skips with --quiet" 3 "empty.txt: is empty" -- dry --quiet empty.txt a.txt
if [ "$(id -u)" = 0 ]; then
    echo "skip an unreadable file: root reads everything"
else
    cp a.txt secret.txt && chmod 0 secret.txt
    check "an unreadable file" 3 "secret.txt: Permission denied" -- dry secret.txt
fi
check "standard input" 0 "1 article read" -- bash -c "printf '%s' '$text' | '$ingest' --dry-run -"
check "empty standard input" 3 "-: is empty" -- dry - </dev/null

# --- text
iconv -f UTF-8 -t UTF-16 a.txt >utf16.txt
printf 'The caf\xe9 in G\xf6teborg was \x93full\x94, he said on Monday.' >win.txt
printf 'One bad \xff byte here.' >bad.txt
printf 'NUL \0 here.' >nul.txt
printf 'Le président de la République a annoncé que le gouvernement allait présenter une loi sur les retraites.' >fr.txt
check "UTF-16" 0 "1 article read" -- dry utf16.txt
check "mislabelled windows-1252" 0 "win.txt: warning: not UTF-8: converted from windows-1252 at byte 7" -- dry win.txt
check "a bad byte" 0 "bad.txt: warning: 1 bad byte replaced by U+FFFD at byte 8" -- dry bad.txt
check "a NUL" 0 "nul.txt: warning: 1 bad byte" -- dry nul.txt
check "a French article" 3 "fr.txt: not English: looks like French" -- dry fr.txt
head -c 50000000 /dev/zero | tr '\0' a >long.txt
check "50 MB on one line, at once" 3 "over the limit" -- timeout 20 "$ingest" --dry-run long.txt
head -c 68000000 /dev/zero | tr '\0' a >longer.txt
check "a file over the size limit" 3 "over the size limit" -- dry longer.txt
rm -f long.txt longer.txt

# --- JSON Lines
cat >feed.jsonl <<'JSON'
{"text":"Angela Merkel met Emmanuel Macron in Berlin.","id":"one","date_publish":"2017-02-15 10:00:00"}
this is no JSON
{"text":null}
{"title":"no text"}
{"text":"Theresa May resigned on Friday.","date_publish":"2019-02-31","url":"http://a/b"}
{"text":"lone \ud800 surrogate"}
{"text":"huge","n":1e999}
{"text":"Boris Johnson became prime minister."}
JSON
check "bad lines are named by number and byte, the rest is kept" 3 \
    "feed.jsonl:2: bad JSON" "at byte 10" 'feed.jsonl:3: field "text" is null' 'feed.jsonl:4: has no field "text"' \
    'feed.jsonl:5: warning: field "date_publish" is no date' "feed.jsonl:6: bad JSON" "feed.jsonl:7: bad JSON" \
    "3 articles read; 5 skipped" -- dry feed.jsonl
sed -n 1p feed.jsonl | iconv -f UTF-8 -t UTF-16LE >wide.jsonl
sed -n 8p feed.jsonl | iconv -f UTF-8 -t UTF-16LE >>wide.jsonl
check "JSON Lines in UTF-16" 0 "2 articles read" -- dry wide.jsonl
sed -n 2p feed.jsonl >bad-first.jsonl
sed -n 8p feed.jsonl >>bad-first.jsonl
check "a bad first line does not change the type" 3 "1 article read; 1 skipped" -- dry bad-first.jsonl
check "JSON Lines by content, whatever the name" 3 "3 articles read" -- dry --type jsonl feed.jsonl
check "JSON Lines as text when forced" 0 "1 article read" -- dry --type text feed.jsonl
check "JSON Lines from standard input" 3 "-:2: bad JSON" -- bash -c "'$ingest' --dry-run - <feed.jsonl"

# --- report
dry --quiet --report report.jsonl feed.jsonl a.txt >/dev/null 2>&1
check "the report has a line for each article" 0 "9" -- wc -l report.jsonl
check "the report names reason, line and offset" 0 \
    '{"id":"feed.jsonl:3","line":3,"offset":' '"path":"feed.jsonl","reason":"field \"text\" is null","status":"skipped"' \
    '{"id":"http://a/b","line":5' '"warnings":[{"offset":' -- cat report.jsonl
check "a report that cannot be written is fatal" 1 "no/such/dir" -- dry --report no/such/dir/report a.txt
check "a full disk under the report is fatal" 1 "report" -- dry --report /dev/full a.txt
