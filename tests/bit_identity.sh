#!/bin/bash
# --annotate prints the same bytes on every instruction set, with any number of jobs, and in any company.
# SPDX-License-Identifier: MIT
#
# BUILD: folder of the programs. TMP: an empty folder. Instruction sets that the machine lacks fall back to its best.
set -u
ingest=$BUILD/kb-ingest
root=$PWD
[ -e "$KB_DATA/encoder.kbw" ] || { echo "skip bit identity: no weights" && exit 0; }
cd "$TMP" || exit 1
mapfile -t articles < <(find "$root/data/articles" -name '*.txt' | sort | head -n 6)
case $BUILD in *sanitize*) articles=("${articles[@]:0:2}") ;; esac # the program is ten times slower there

# check NAME: whether the file NAME equals the reference
check() {
    if cmp -s reference "$1"; then echo "ok annotations: $1"; else echo "not ok annotations: $1 differs"; fi
}

timeout 120 "$ingest" --annotate --jobs 1 "${articles[@]}" >reference 2>errors
[ "$(wc -l <reference)" = "${#articles[@]}" ] || echo "not ok annotations: $(wc -l <reference) lines: $(head -c 300 errors)"

for isa in SSE41 AVX AVX2 AVX2_VNNI AVX512_CORE AVX512_CORE_VNNI AVX512_CORE_AMX; do
    DNNL_MAX_CPU_ISA=$isa timeout 120 "$ingest" --annotate "${articles[@]}" >"$isa" 2>/dev/null
    check "$isa"
done
for jobs in 2 5; do
    timeout 120 "$ingest" --annotate --jobs "$jobs" "${articles[@]}" >"jobs $jobs" 2>/dev/null
    check "jobs $jobs"
done
OMP_NUM_THREADS=4 timeout 120 "$ingest" --annotate "${articles[@]}" >"OMP_NUM_THREADS 4" 2>/dev/null
check "OMP_NUM_THREADS 4"
for article in "${articles[@]}"; do
    timeout 120 "$ingest" --annotate "$article" 2>/dev/null
done >"one by one"
check "one by one"
for ((i = ${#articles[@]} - 1; i >= 0; i--)); do echo "${articles[i]}"; done |
    xargs timeout 120 "$ingest" --annotate 2>/dev/null | tac >"backwards"
check "backwards"
