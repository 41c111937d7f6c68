#!/bin/bash
# The shell's command line, scripts, modes, exports and faults, on a knowledge base made from a few short articles.
# SPDX-License-Identifier: MIT
#
# BUILD: folder of the programs. TMP: an empty folder.
set -u
shell=$BUILD/kb-shell
root=$PWD
cd "$TMP" || exit 1

# check NAME EXIT PATTERN... -- COMMAND...: the exit status, and each pattern on a line of its output
check() {
    local name=$1 expected=$2 status=0 out patterns=()
    shift 2
    while [ "$1" != -- ]; do patterns+=("$1") && shift; done
    shift
    out=$("$@" 2>&1) || status=$?
    if [ "$status" != "$expected" ]; then
        echo "not ok $name: exit $status, not $expected: ${out:0:300}"
        return
    fi
    for pattern in "${patterns[@]}"; do
        grep -qF -- "$pattern" <<<"$out" || { echo "not ok $name: no '$pattern' in: ${out:0:300}" && return; }
    done
    echo "ok $name"
}
# same NAME EXPECTED ACTUAL
same() { if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: '${3:0:300}' is not '${2:0:300}'"; fi; }

# --- without a knowledge base
check "help" 0 "usage: kb-shell" "--keep-going" -- "$shell" --help
check "version" 0 "kb-shell " -- "$shell" --version
check "an unknown option is a usage error" 2 "--bogus" -- "$shell" --bogus
check "a stray argument is a usage error" 2 "unexpected argument" -- "$shell" who
check "an unknown mode is a usage error" 2 "no such mode" -- "$shell" --mode xml
check "a limit of nothing is a usage error" 2 "--limit" -- "$shell" --limit 0
check "an argument of bad UTF-8 is a usage error" 2 "not valid UTF-8" '\xff' -- "$shell" -c $'who is \xff'
check "a missing knowledge base says what to do" 4 "no knowledge base missing.kb" "kb-ingest" -- "$shell" --db missing.kb -c stats
check "a missing knowledge base is not made by --write" 4 "no knowledge base" -- "$shell" --db missing.kb --write -c stats
[ -e missing.kb ] && echo "not ok missing.kb was made" || echo "ok nothing was made"
printf 'not a database' >foreign.kb
check "a foreign file is refused" 4 "foreign.kb" -- "$shell" --db foreign.kb -c stats
: >empty.kb
check "an empty file is refused" 4 "empty.kb" -- "$shell" --db empty.kb -c stats

# --- with one
if ! "$BUILD/kb-ingest" --quiet --db news.kb "$root"/data/articles/wire.jsonl "$root"/data/articles/daily.jsonl 2>made.err; then
    echo "skip questions: no knowledge base: $(head -c 200 made.err)"
    exit 0
fi
ask() { "$shell" --db news.kb "$@"; }
name=$(ask --mode tsv -c "who is mentioned most" | sed -n 2p | cut -f4)
[ -n "$name" ] && echo "ok somebody is mentioned most" || echo "not ok nobody is mentioned most"

check "KB_FILE names the knowledge base" 0 "documents" -- env KB_FILE=news.kb "$shell" -c stats
check "stats count" 0 "18" "documents" -- ask -c stats
check "verify" 0 "all sound" -- ask -c verify
check "an answer is worded from its own side" 0 "met with Valery Gerasimov" -- ask -c "Who met Valery Gerasimov?"
check "a missing answer says why" 1 "Never mentioned: no article" -- ask -c "Who is Qwertz Uiopasdf?"
check "without a link, the sentence that says so" 1 "they write: “Mattis resigned as defense secretary" -- ask -c "Why did Mattis resign?"
check "before an organization, another employer" 0 "Boeing - employer" -- ask -c "What did Shanahan do before joining the Pentagon?"
check "who chose whom as what" 0 "International Monetary Fund" -- ask -c "Who appointed Georgieva managing director?"
check "a nationality" 0 "citizen of Bulgaria" -- ask -c "Is Kristalina Georgieva Bulgarian?"
check "who may succeed" 0 "yes - Patrick Shanahan: succeeded Jim Mattis, planned" -- ask -c "Will Shanahan replace Mattis?"
check "who is" 0 "$name" -- ask -c "Who is $name?"
check "who, the command" 0 "$name" -- ask -c "who $name"
check "an unknown name" 1 "Never mentioned" -- ask -c "Who is Qwertz Uiopasdf?"
check "an unknown name in a yes/no question" 1 "Never mentioned" -- ask -c "Did $name meet Qwertz Uiopasdf?"
check "no question at all" 1 "Not understood" "help" -- ask -c "flurble wibble wobble"
check "a typo in a command is answered with a suggestion" 1 'did you mean the command "export"' -- ask -c "exprot $name"
check "an unclosed quotation names file and line" 1 "script:2: a quotation mark is not closed" -- \
    bash -c "printf 'stats\nwho is \"Ann\n' >script; '$shell' --db news.kb -f script"
check "bad UTF-8 in a script names file and line" 1 "script:1: the line is not valid UTF-8" -- \
    bash -c "printf 'who is \377\n' >script; '$shell' --db news.kb -f script"
check "a line of a megabyte is refused" 1 "stdin:1: the line is longer than 64 KiB" -- \
    bash -c "head -c 1048576 /dev/zero | tr '\0' a | '$shell' --db news.kb"
check "a missing script" 1 "none: No such file" -- ask -f none
check "help lists commands and questions" 0 "export" "plain English" -- ask -c help
check "help on a command" 0 "entity records" -- ask -c "help export"
check "mode switches" 0 '"format":"kb-answer/1"' -- bash -c "printf 'mode json\nstats\n' | '$shell' --db news.kb"
check "limit limits" 0 "" -- ask --mode jsonl --limit 1 -c "who is mentioned most"
same "limit 1 gives one line" 1 "$(ask --mode jsonl --limit 1 -c 'who is mentioned most' | wc -l)"
check "forget needs --write" 1 "--write" -- ask -c "forget x"
check "forget of what is not there" 1 "no article" -- ask --write -c "forget x"

printf 'flurble wibble\n\n# a comment\nstats\nwho is Qwertz Uiopasdf?\nwho is "Ann\n' >script
same "a script stops at its first failure" 1 "$(ask --mode json -f script | wc -l)"
same "with --keep-going there is a line for every question" 4 "$(ask --mode json --keep-going -f script 2>/dev/null | wc -l)"
ask --mode json --keep-going -f script >out 2>/dev/null
same "and the exit status remembers" 1 $?
same "piped lines run in order" "list unknown" "$(printf 'stats\nflurble wibble\n' | ask --mode json --keep-going | sed 's/.*"kind":"\([a-z]*\)".*/\1/' | paste -sd' ')"
same "json is valid" 0 "$(ask --mode json -c 'who is mentioned most' | python3 -c 'import json,sys; json.loads(sys.stdin.read()); print(0)' 2>/dev/null || echo 0)"
for mode in table text tsv csv json jsonl markdown; do
    check "mode $mode" 0 "$name" -- ask --mode "$mode" -c "Who is $name?"
done
check "a closed pipe ends quietly" 0 "" -- bash -c "set -o pipefail; '$shell' --db news.kb -c 'export *' 2>err | head -c 100 >/dev/null; [ ! -s err ] && exit 0"
check "a full disk is told" 0 "" -- bash -c "'$shell' --db news.kb -c 'export *' >/dev/full 2>err; grep -q 'No space' err"

# --- exports
ask -c "export * > all.jsonl"
same "export * makes a record a line" 0 "$([ "$(wc -l <all.jsonl)" -gt 20 ] && echo 0)"
check "an export does not replace a file" 1 "exists; use --force" -- ask -c "export * > all.jsonl"
check "unless forced" 0 "" -- ask -c "export * --force > all.jsonl"
ask -c "export *" >again.jsonl
same "the same knowledge base exports the same bytes" "$(cksum <all.jsonl)" "$(cksum <again.jsonl)"
ln -s all.jsonl link.jsonl
check "never through a symbolic link" 1 "symbolic link" -- ask -c "export * --force > link.jsonl"
ln -s nowhere dangling.jsonl
check "not even one that leads nowhere" 1 "symbolic link" -- ask -c "export * > dangling.jsonl"
check "a folder that is not there" 1 "No such file" -- ask -c "export * > no/where.jsonl"
same "no temporary file is left" 0 "$(find . -name '*.jsonl.*' | wc -l)"
check "a name" 0 '"format":"kb-entity/1"' "\"name\":\"$name\"" -- ask -c "export $name"
check "an unknown name is not exported" 1 "Never mentioned" -- ask -c "export Qwertz Uiopasdf"
check "mentions" 0 '"mentions":[{' -- ask -c "export $name --mentions"
check "FollowTheMoney" 0 '"schema":"Person"' -- ask -c "export $name --format=ftm"
check "CSV" 0 "id,type,name" -- ask -c "export $name --format csv"
check "a format that is to come is refused plainly" 1 "not supported yet" -- ask -c "export * --format=graphml"
check "a format nobody knows" 1 "no such export format" -- ask -c "export * --format=xyz"
check "a name in quotes and a file in quotes" 0 "" -- ask -c "export \"$name\" > \"with blank.json\""
[ -s "with blank.json" ] && echo "ok the file is there" || echo "not ok no file"

# --- namesakes
cat >roe.txt <<'TEXT'
Robert Roe, the mayor of Dallas, resigned on Monday. His wife, Anna Roe, a lawyer, said that she would stay in the city.
Peter Roe, the chairman of Acme Corp., praised the decision. The company's founder, Neil Ekblad, died in 1991.
Peter Roe met Anna Roe in May. Peter Roe will meet Senator Clara Voss in Oslo on Tuesday.
TEXT
if "$BUILD/kb-ingest" --quiet --db roe.kb roe.txt; then
    check "a title chooses among namesakes" 0 "Robert Roe" -- "$shell" --db roe.kb -c "Who is Mayor Roe?"
    check "and so does Mrs." 0 "Anna Roe" -- "$shell" --db roe.kb -c "Who is Mrs. Roe?"
    check "and Lord" 0 "Robert Roe" -- "$shell" --db roe.kb -c "Who is Lord Robert Roe?"
    check "a lord is found by his surname" 0 "Neil Ekblad" -- "$shell" --db roe.kb -c "Tell me about Lord Ekblad"
    check "a timeline has the year of a death" 0 "died - 1991" -- "$shell" --db roe.kb -c "What happened to Neil Ekblad?"
    check "and what nobody dates" 0 "Acme Corp. - undated" -- "$shell" --db roe.kb -c "Timeline for Peter Roe"
    check "what is planned answers a question in the future" 0 "Clara Voss" -- "$shell" --db roe.kb -c "Who will Peter Roe meet?"
    check "and no question of the past" 0 "Anna Roe" -- "$shell" --db roe.kb -c "Who did Peter Roe meet?"
    check "a bare surname does not" 1 'Ambiguous: "Roe" may be any of 3' -- "$shell" --db roe.kb -c "Who is Roe?"
fi
