# A door in front of Meson: `make help` lists what there is.
#
# build/release  the program and the library, as installed
# build/check    the same with the tests; warnings are errors
# build/sanitize the tests once more, by clang with the address and undefined-behaviour sanitizers
# build/bench, build/fuzz  when asked for

PREFIX ?= /usr/local
DESTDIR ?=
SECONDS ?= 60
MESON ?= meson
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
PAGES ?= examples/pages

.DEFAULT_GOAL := build
.PHONY: build demo check docs bench fuzz train manual deb wheels install format clean help
.SILENT:

build: ## the program, build/release/cutline, and the library
	tools/install build
	tools/configure release -Dtests=false
	$(MESON) compile -C build/release -j $(JOBS)

demo: ## build, then run the main job on the sample pages (PAGES=DIR for yours)
	tools/install build
	[ -x build/release/cutline ] || echo "Building; the first time takes about half a minute."
	tools/quietly $(MAKE) --no-print-directory build
	examples/demo build/release/cutline $(PAGES)

check: ## build with gcc, and with clang and sanitizers, and run all tests
	tools/install build check
	tools/check $(JOBS)

docs: ## the documentation as a site, build/docs/html/index.html, to be read offline
	tools/install build docs
	tools/quietly $(MAKE) --no-print-directory build
	docs/site/build build/release/cutline

bench: ## measure speed and memory, against other parsers
	tools/install build bench
	bench/run

fuzz: ## fuzz every stage (SECONDS=60 each)
	tools/install build fuzz
	fuzz/run $(SECONDS)

install: ## install the program, the library and the header (PREFIX=/usr/local, DESTDIR=)
	tools/install build
	tools/configure release -Dtests=false -Dprefix=$(abspath $(PREFIX))
	$(MESON) compile -C build/release -j $(JOBS)
	DESTDIR=$(DESTDIR) $(MESON) install -C build/release --no-rebuild --quiet
	echo "installed in $(DESTDIR)$(abspath $(PREFIX))"

deb: ## Debian packages of the last commit, in build/deb, looked at by lintian
	tools/install build deb
	tools/deb

wheels: ## Python wheels for manylinux and musllinux, x86-64 and arm64, in build/wheels
	tools/install wheels
	tools/wheels

train: ## fit the network that labels blocks on ../shared/data, and write its tables
	tools/install build
	train/run

manual: ## write anew what is made of cli/manual/*.txt: help texts, manual pages, completions
	python3 cli/manual/make.py

format: ## lay out the C code as .clang-format says
	tools/install format
	git ls-files '*.c' '*.h' | xargs clang-format -i

clean: ## remove everything that was built
	rm -rf build

help: ## this list
	sed -n 's/^\([a-z]*\): ## \(.*\)/  make \1	\2/p' Makefile | expand -t 17
