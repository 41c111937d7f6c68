# Builds, tests and installs kb. `make help` lists the targets.
# SPDX-License-Identifier: MIT

BUILD  := build
PREFIX ?= /usr/local
DESTDIR ?=
VERSION := 0.1.0

# Two compilers at a time unless the caller says otherwise.
ifeq ($(MAKELEVEL)$(filter -j% --jobserver%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j2
endif

CC       := gcc
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror=implicit-function-declaration -Werror=incompatible-pointer-types
HARDEN   := -fstack-protector-strong -fPIE -D_FORTIFY_SOURCE=2
OPTIMIZE := -O2 -g $(HARDEN)
LDFLAGS  := -pie -Wl,-z,relro,-z,now,--as-needed
ifdef SANITIZE
OPTIMIZE := -O1 -g -fno-omit-frame-pointer -fsanitize=$(SANITIZE) -fno-sanitize-recover=undefined -Wno-format-truncation
LDFLAGS  := -fsanitize=$(SANITIZE) -Wl,--as-needed
endif
# Labels must not depend on the machine: no fused multiply-add, never -ffast-math.
CFLAGS   := -std=c11 $(OPTIMIZE) -ffp-contract=off $(WARN)
CPPFLAGS := -I. -D_GNU_SOURCE -DKB_RELEASE='"$(VERSION)"'
LIBS_KB     := -llmdb -lxxhash -lutf8proc -lm -lpthread
LIBS_INGEST := -ljansson -ldnnl -lgomp $(LIBS_KB)
LIBS_SHELL  := -ljansson -lreadline $(LIBS_KB)
LIBS_TEST   := -lcheck -lsubunit -lrt

# Sources: a file in the right place is all it takes to be built.
KB_SRC     := $(wildcard kb/*.c)
INGEST_SRC := $(filter-out ingest/main.c,$(wildcard ingest/*.c))
SHELL_SRC  := $(filter-out shell/main.c,$(wildcard shell/*.c))
MAINS      := $(wildcard ingest/main.c shell/main.c)
TEST_SRC   := $(wildcard tests/test_*.c)
BENCH_SRC  := $(wildcard tests/bench_*.c)
EVAL_SRC   := $(wildcard tests/eval*.c)
FUZZ_SRC   := $(wildcard tests/fuzz_*.c)
TOOL_SRC   := $(addprefix tests/,agreement.c check_corpus.c repetition.c write_standoff.c)
# Whatever else lies in tests/ is shared by those that include a header of tests/.
SUPPORT_SRC := $(filter-out $(TEST_SRC) $(BENCH_SRC) $(EVAL_SRC) $(FUZZ_SRC) $(TOOL_SRC),$(wildcard tests/*.c))

objects  = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
programs = $(patsubst tests/%.c,$(BUILD)/tests/%,$(1))

PROGRAMS := $(patsubst %/main.c,$(BUILD)/kb-%,$(MAINS))
LIBKB := $(BUILD)/libkb.a
LIBINGEST := $(BUILD)/libingest.a
LIBSHELL := $(BUILD)/libshell.a
TESTS := $(call programs,$(TEST_SRC) $(FUZZ_SRC))
BENCHES := $(call programs,$(BENCH_SRC))
EVALS := $(call programs,$(EVAL_SRC))
TOOLS := $(call programs,$(TOOL_SRC))
# Tests of the shell are those that include its headers; all the others get ingest's objects.
ABOUT_SHELL := $(call programs,$(shell grep -ls '^.include "shell/' tests/*.c))
ABOUT_INGEST := $(call programs,$(shell grep -ls '^.include "ingest/' tests/*.c))
SUPPORTED := $(call programs,$(shell grep -ls '^.include "tests/' tests/*.c))

# `make V=1` shows the commands.
Q := $(if $(V),,@)
say = @$(if $(V),:,echo "  $(1) $@")

.PHONY: all tests deps demo check test sanitize fuzz bench eval counts lint install clean format help
.DELETE_ON_ERROR:
.SECONDARY:

all: $(LIBKB) $(PROGRAMS)          ## build/kb-ingest, build/kb-shell, build/libkb.a
tests: all $(TESTS) $(EVALS) $(TOOLS) ## every test program, not run

# --- packages

deps: $(BUILD)/.deps-build $(BUILD)/.deps-check ## install the packages of .packages that are missing
$(BUILD)/.deps-%: .packages
	@mkdir -p $(@D)
	@tests/tools/deps $*
	@touch $@

# --- compiling and linking

$(BUILD)/obj/%.o: %.c | $(BUILD)/.deps-build
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<
$(call objects,$(TEST_SRC) $(SUPPORT_SRC)): | $(BUILD)/.deps-check
$(call objects,kb/tables.c): $(wildcard data/*.tsv) # compiled in

$(LIBKB): $(call objects,$(KB_SRC))
$(LIBINGEST): $(call objects,$(INGEST_SRC))
$(LIBSHELL): $(call objects,$(SHELL_SRC))
$(BUILD)/%.a:
	@mkdir -p $(@D)
	@rm -f $@
	$(call say,AR)
	$(Q)ar rcs $@ $^

$(BUILD)/kb-ingest: $(BUILD)/obj/ingest/main.o $(LIBINGEST) $(LIBKB)
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS_INGEST)
$(BUILD)/kb-shell: $(BUILD)/obj/shell/main.o $(LIBSHELL) $(LIBKB)
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS_SHELL)

$(SUPPORTED): $(call objects,$(SUPPORT_SRC))
$(BUILD)/tests/fuzz_%: DRIVER = $(if $(LIBFUZZER),,$(BUILD)/obj/tests/tools/fuzz_driver.o)
$(if $(LIBFUZZER),,$(call programs,$(FUZZ_SRC)): $(BUILD)/obj/tests/tools/fuzz_driver.o)
$(filter-out $(filter-out $(ABOUT_INGEST),$(ABOUT_SHELL)),$(TESTS) $(BENCHES) $(EVALS) $(TOOLS)): $(LIBINGEST)
$(ABOUT_SHELL): $(LIBSHELL)
$(BUILD)/tests/%: $(BUILD)/obj/tests/%.o $(LIBKB)
	@mkdir -p $(@D)
	$(call say,LD)
	$(Q)$(CC) $(LDFLAGS) $(LIBFUZZER) -o $@ $(filter %.o,$^) $(filter-out $(LIBKB),$(filter %.a,$^)) $(LIBKB) \
	  $(LIBS_TEST) $(sort $(LIBS_INGEST) $(LIBS_SHELL))

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

# --- running

check: tests sanitize              ## every test, plain and under sanitizers; ends with the counts
	@tests/tools/run $(BUILD) $(BUILD)/sanitize

test: tests                        ## every test once, without sanitizers
	@tests/tools/run $(BUILD)

sanitize:                          ## the test programs under address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/sanitize SANITIZE=address,undefined tests

demo: all                          ## reads the sample articles, asks six questions, opens the shell
	@tests/tools/demo $(BUILD)

FUZZ_SECONDS ?= 60
fuzz: $(BUILD)/.deps-fuzz          ## libFuzzer, FUZZ_SECONDS=60 on each reader and on the rules
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang LIBFUZZER=-fsanitize=fuzzer \
	  SANITIZE=fuzzer-no-link,address,undefined fuzzers
	@tests/tools/fuzz $(BUILD)/fuzz $(FUZZ_SECONDS)
.PHONY: fuzzers
fuzzers: $(call programs,$(FUZZ_SRC))

bench: all $(BENCHES)              ## speed of each part
	@for isa in SSE41 AVX2 AVX512_CORE AVX512_CORE_VNNI AVX512_CORE_AMX; do for mode in int8 f32; do \
	  DNNL_MAX_CPU_ISA=$$isa $(BUILD)/tests/bench_pipeline $$mode || exit 1; done; done
	@for b in $(filter-out %/bench_pipeline,$(BENCHES)); do $$b || exit 1; done
eval: all $(EVALS)                 ## accuracy on the corpora that are present
	@for e in $(EVALS); do $$e $(BUILD)/kb-ingest ../shared/corpora data/corpus data/corpus/heldout data/corpus/standoff || exit 1; done

counts: $(TOOLS)                   ## the tables of data/corpus/README.md, and what repeats itself in the corpus
	@tests/tools/corpus_counts $(BUILD)
	@$(BUILD)/tests/repetition ../shared/corpora data/corpus data/corpus/heldout

lint: $(BUILD)/.deps-lint          ## layout, includes, lengths, man pages, package list
	@tests/tools/lint

format: $(BUILD)/.deps-lint        ## clang-format in place
	@git ls-files -co --exclude-standard '*.c' '*.h' | xargs clang-format -i

# --- installing

bin := $(DESTDIR)$(PREFIX)/bin
share := $(DESTDIR)$(PREFIX)/share
install: all                       ## PREFIX=/usr/local DESTDIR=
	install -d $(bin) $(share)/kb $(share)/man/man1
	install -m 755 $(PROGRAMS) $(bin)
	install -m 644 $(wildcard data/*.kbw data/*.tsv data/README.md) $(share)/kb
	install -m 644 $(wildcard docs/*.1) $(share)/man/man1

clean:                             ## removes build/
	rm -rf $(BUILD)

help:                              ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | column -t -s '|'
