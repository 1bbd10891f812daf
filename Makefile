# make            build/phaseline, build/libphaseline.a and build/libphaseline.so
# make run        phaseline on the plans of this repository
# make test       every test; ends with "N passed, N failed, N skipped"
# make install    into $(DESTDIR)$(PREFIX): program, library, manual, completion
# make sanitize   every test under the address and undefined sanitizers
# make analyze    gcc -fanalyzer, clang-tidy and cppcheck over the sources
# make coverage   every test, and which lines of src they ran, by directory
# make fuzz       each fuzz target for FUZZ_SECONDS (clang)
# make soak       what a crowd, editors, kills and faults do to updates, at full size
# make verify     every finished plan of the roadmap, in hours
# make bench      speed and memory against targets, then beside other programs; writes
#                 tests/bench/README.md (BENCH_SIZES="100 1000", BENCH_BIG=1: and 100,000 plans)
# make bench-targets  the targets alone, without other programs
# make reproducible  two builds, the same bytes
# make format     clang-format over the sources
# make deps       install what `make run` and `make test` need
# make clean

BUILD = build
PREFIX = /usr/local
FUZZ_SECONDS = 60
CFLAGS = -O2 -g
WERROR = -Werror
V =
Q = $(if $V,,@echo '  $(if $(filter %.o,$@),CC $<,LD $@)' && )

# What reads git repositories is a program of its own, where libgit2 is there.
GIT := $(if $(shell pkg-config --exists libgit2 && echo yes),$(BUILD)/phaseline-git)
GIT_OBJ := $(patsubst %,$(BUILD)/src/git/%.o,serve walks compare offline)
SRC := $(filter-out $(GIT_OBJ:$(BUILD)/%.o=%.c),$(sort $(wildcard src/*/*.c)))
OBJ := $(SRC:%.c=$(BUILD)/%.o)
# The library reads plans; only the program hashes, to see what changed.
LIBOBJ := $(filter-out %/hash.o %/sha256.o,$(filter $(BUILD)/src/base/% $(BUILD)/src/model/% \
	$(BUILD)/src/parse/%,$(OBJ)))
UNIT := $(patsubst tests/%.c,$(BUILD)/%,$(wildcard tests/unit/test_*.c))
FUZZ := $(patsubst tests/%.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))
BENCH := $(patsubst tests/%.c,$(BUILD)/%,$(wildcard tests/bench/*.c))
SOAK := $(patsubst tests/%.c,$(BUILD)/%,$(wildcard tests/soak/*.c))
MAN := $(wildcard man/*.[1-9])
VERSION := $(shell sed -n 's/^.define PHL_VERSION "\(.*\)"/\1/p' include/phaseline.h)

PACKAGES = sqlite3 libcmark yaml-0.1 libxxhash
INSTALLS_FIRST = deps run test sanitize analyze fuzz bench bench-targets soak verify coverage reproducible clean format
ifneq ($(filter-out $(INSTALLS_FIRST),$(or $(MAKECMDGOALS),all)),)
ifneq ($(shell pkg-config --exists $(PACKAGES) && echo yes),yes)
$(error libraries are missing; run `make deps`)
endif
endif

# What gcc 12 and clang 14 do not both take is asked for.
probe = $(shell $(CC) -Werror $1 -x c -c /dev/null -o /dev/null 2>/dev/null && echo '$1')
HARDEN := -fstack-protector-strong -fstack-clash-protection -fno-strict-overflow \
	-fno-delete-null-pointer-checks $(call probe,-fcf-protection=full) \
	$(call probe,-ftrivial-auto-var-init=zero) $(call probe,-fstrict-flex-arrays=3)
FORTIFY = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
WARN = -Wall -Wextra -Wformat=2 -Wformat-security -Wshadow -Wconversion \
	-Wimplicit-fallthrough -Wstrict-prototypes -Wmissing-prototypes $(WERROR)

ALL_CFLAGS := -std=c17 -D_GNU_SOURCE -Isrc -Iinclude -I$(BUILD)/gen $(WARN) $(FORTIFY) \
	$(HARDEN) -fPIC -fvisibility=hidden -fno-strict-aliasing -ffile-prefix-map=$(CURDIR)=. \
	$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null) $(CFLAGS) $(SANITIZE)
ALL_LDFLAGS := -Wl,-z,noexecstack -Wl,-z,relro -Wl,-z,now -Wl,--as-needed $(LDFLAGS) $(SANITIZE)

# A static library where its archive is installed, and where all are, a program
# that needs no loader: starts faster.  STATIC= for one that uses the C library.
lib = $(firstword $(filter /%,$(shell $(CC) -print-file-name=lib$1.a)) -l$1)
LIBS := $(call lib,sqlite3) $(call lib,cmark) $(call lib,yaml) $(call lib,xxhash) -lm
STATIC = $(if $(SANITIZE),,$(shell echo 'int main(void) { return 0; }' | \
	$(CC) -static-pie -x c - -o /dev/null -x none $(LIBS) 2>/dev/null && echo -static-pie))

all: $(BUILD)/phaseline $(GIT) $(BUILD)/libphaseline.a $(BUILD)/libphaseline.so

$(BUILD)/phaseline: $(OBJ)
	$(Q)$(CC) $(ALL_LDFLAGS) $(or $(STATIC),-pie) -Wl,--wrap=dlopen -o $@ $(OBJ) $(LIBS)

$(BUILD)/phaseline-git: $(GIT_OBJ) $(addprefix $(BUILD)/src/,git/wire.o base/buf.o base/digits.o base/arena.o base/pages.o base/memory.o)
	$(Q)$(CC) $(ALL_LDFLAGS) -pie -o $@ $^ -lgit2

# The functions that the public header declares, and nothing else, are visible.
$(BUILD)/exports: include/phaseline.h
	@mkdir -p $(@D)
	@sed -n 's/^[a-z].*[ *]\(phl_[a-z_]*\)(.*/\1/p' $< >$@
$(BUILD)/exports.map: $(BUILD)/exports
	@{ echo '{ global:'; sed 's/$$/;/' $<; echo 'local: *; };'; } >$@
$(BUILD)/libphaseline.a: $(LIBOBJ) $(BUILD)/exports
	$(Q)$(LD) -r -o $(BUILD)/libphaseline.o $(LIBOBJ)
	@objcopy --keep-global-symbols=$(BUILD)/exports $(BUILD)/libphaseline.o
	@rm -f $@
	@$(AR) rcs $@ $(BUILD)/libphaseline.o
$(BUILD)/libphaseline.so: $(LIBOBJ) $(BUILD)/exports.map
	$(Q)$(CC) $(ALL_LDFLAGS) -shared -Wl,-soname,libphaseline.so.0 \
		-Wl,--version-script=$(BUILD)/exports.map -o $@ $(LIBOBJ) -lcmark -lyaml
	@ln -sf libphaseline.so $@.0

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The schema is a file of SQL to read, and a string in the program; without its
# comments, which SQLite would keep and read again each time a store is opened.
$(BUILD)/gen/store/schema.inc: src/store/schema.sql
	@mkdir -p $(@D)
	@sed -e 's/[[:space:]]*--.*//' -e '/^$$/d' -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' $< >$@
$(BUILD)/src/store/upgrade.o: $(BUILD)/gen/store/schema.inc

# The style sheet of reports likewise.
$(BUILD)/gen/render/style.inc: src/render/style.css
	@mkdir -p $(@D)
	@sed -e 's,/[*].*[*]/,,' -e 's/^[[:space:]]*//' -e '/^$$/d' -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' $< >$@
$(BUILD)/src/render/html.o: $(BUILD)/gen/render/style.inc

# ---- tests: see the whole program but its main() ----

# Allocations go through tests/unit/starve.h.
STARVED = $(foreach f,malloc calloc realloc strdup mmap munmap free,-Wl,--wrap=$f)

$(BUILD)/inner.a: $(filter-out %/cli/main.o,$(OBJ))
	@rm -f $@
	@$(AR) rcs $@ $^
$(BUILD)/unit/test_starved: private ALL_LDFLAGS += $(STARVED)
$(BUILD)/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/inner.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lcmocka
$(BUILD)/fuzz/%: $(BUILD)/tests/fuzz/%.o $(LIBOBJ) \
		$(filter $(BUILD)/src/edit/% $(BUILD)/src/tree/% $(BUILD)/src/git/%,$(OBJ))
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $^ -lcmark -lyaml
$(BUILD)/soak/starve: $(BUILD)/tests/soak/starve.o $(OBJ)
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_LDFLAGS) $(STARVED) -Wl,--wrap=sqlite3_config -o $@ $^ $(LIBS)
$(BUILD)/soak/%: $(BUILD)/tests/soak/%.o
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^
$(BUILD)/hostile/%: $(BUILD)/tests/hostile/%.o
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^
$(BUILD)/bench/%: $(BUILD)/tests/bench/%.o
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(call lib,cmark) $(call lib,sqlite3) -lm

deps:
	@tests/deps run test
run:
	@tests/deps run
	@$(MAKE) --no-print-directory all
	$(BUILD)/phaseline sync
	$(BUILD)/phaseline status
	$(BUILD)/phaseline show 01-01
	$(BUILD)/phaseline report -o $(BUILD)/report.md
	@echo "The report is in $(BUILD)/report.md."
test:
	@tests/deps run test
	@$(MAKE) --no-print-directory test-now
test-now: all $(UNIT) $(SOAK) $(BUILD)/hostile/measure
	@BUILD=$(BUILD) CC="$(CC) $(SANITIZE)" tests/run
sanitize:
	@tests/deps run test
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/sanitize CFLAGS='-O1 -g -Wno-format-truncation' FORTIFY= \
		SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=undefined' test-now
analyze:
	@tests/deps run analyze
	@BUILD=$(BUILD)/analyze tests/release/analyze
COVERAGE = BUILD=$(BUILD)/coverage CFLAGS='-O0 -g -Wno-format-truncation' FORTIFY= HARDEN= \
	SANITIZE='--coverage -fprofile-abs-path -fprofile-update=atomic' \
	LDFLAGS='$(abspath $(BUILD))/coverage/flush.o -Wl,--wrap=_exit,--wrap=execve,--wrap=execl'
coverage:
	@tests/deps run test
	@mkdir -p $(BUILD)/coverage
	@$(CC) -g -Wall -fPIC -D_GNU_SOURCE -c -o $(BUILD)/coverage/flush.o tests/release/flush.c
	@$(MAKE) --no-print-directory $(COVERAGE) all
	@BUILD=$(BUILD)/coverage tests/release/coverage --begin
	-@GCOV_ERROR_FILE=$(abspath $(BUILD))/coverage/errors SUITE_SECONDS=1800 \
		$(MAKE) --no-print-directory $(COVERAGE) test-now
	@rm -f null.gcno # of probes that a test has made
	@BUILD=$(BUILD)/coverage tests/release/coverage
fuzz:
	@tests/deps run fuzz
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang CFLAGS='-O1 -g' FORTIFY= \
		SANITIZE='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined' \
		fuzz-now
fuzz-now: $(FUZZ)
	@BUILD=$(BUILD) FUZZ_SECONDS=$(FUZZ_SECONDS) tests/fuzz/run
bench bench-targets:
	@tests/deps run
	@$(MAKE) --no-print-directory $@-now
bench-targets-now: $(BUILD)/phaseline $(BENCH)
	@BUILD=$(BUILD) tests/bench/run
bench-now: $(BUILD)/phaseline $(BENCH)
	@BUILD=$(BUILD) tests/bench/run; ran=$$?; BUILD=$(BUILD) tests/bench/alternatives && exit $$ran
verify:
	@tests/deps run test
	@$(MAKE) --no-print-directory verify-now
verify-now: all $(SOAK)
	@BUILD=$(BUILD) tests/roadmap --all
reproducible:
	@tests/deps run
	@tests/release/reproducible
soak:
	@tests/deps run test
	@$(MAKE) --no-print-directory soak-now
soak-now: $(BUILD)/phaseline $(SOAK)
	@for t in updates roundtrip gsd-tools openspec backlog hostile/reader hostile/bytes; do \
		BUILD=$(BUILD) SOAK_SIZE=full tests/$$t || exit; \
	done

install: all
	install -d $(addprefix $(DESTDIR)$(PREFIX)/,bin include lib/pkgconfig)
	install $(BUILD)/phaseline $(DESTDIR)$(PREFIX)/bin
	$(if $(GIT),install -D -t $(DESTDIR)$(PREFIX)/libexec/phaseline $(GIT))
	install -m 644 include/phaseline.h $(DESTDIR)$(PREFIX)/include
	install -m 644 $(BUILD)/libphaseline.a $(DESTDIR)$(PREFIX)/lib
	install -m 644 $(BUILD)/libphaseline.so $(DESTDIR)$(PREFIX)/lib/libphaseline.so.0
	ln -sf libphaseline.so.0 $(DESTDIR)$(PREFIX)/lib/libphaseline.so
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' phaseline.pc.in \
		>$(DESTDIR)$(PREFIX)/lib/pkgconfig/phaseline.pc
	for m in $(MAN); do install -m 644 -D -t $(DESTDIR)$(PREFIX)/share/man/man$${m##*.} $$m \
		|| exit; done
	install -d $(addprefix $(DESTDIR)$(PREFIX)/share/,bash-completion/completions \
		zsh/site-functions fish/vendor_completions.d)
	cd $(DESTDIR)$(PREFIX)/share && set -e && phaseline=$(abspath $(BUILD))/phaseline && \
	$$phaseline completion bash >bash-completion/completions/phaseline && \
	$$phaseline completion zsh >zsh/site-functions/_phaseline && \
	$$phaseline completion fish >fish/vendor_completions.d/phaseline.fish

format:
	clang-format -i include/*.h src/*/*.[ch] tests/*/*.c
clean:
	rm -rf $(BUILD)

.PHONY: all deps run test test-now sanitize analyze fuzz fuzz-now bench bench-now bench-targets bench-targets-now soak soak-now verify verify-now coverage reproducible install format clean
.SECONDARY:
-include $(OBJ:.o=.d) $(GIT_OBJ:.o=.d) $(wildcard $(BUILD)/tests/*/*.d)
