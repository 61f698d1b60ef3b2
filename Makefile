# slipway: build, test, install. `make help` lists the targets.

PREFIX ?= /usr/local
DESTDIR ?=
OUTPUT ?= _output
SHARED ?= ../shared
SWIFT ?= swift

# What was not run, and why: printed at the end of `make test`; .ci/run fails on it.
export NOT_RUN ?= $(CURDIR)/$(OUTPUT)/not-run

# The plugin as it is shipped: Embedded Swift, which SwiftPM's debug build is not.
ifeq ($(shell uname -s),Linux)
SHIPPED_PLUGIN = $(OUTPUT)/bin/slipway-vnet
endif
PLUGIN_ROOMS = Addressing JSONText ProductVersion CNISpec IPAM InstanceMetadata CLinux LinuxSystem Netlink VNetPlugin slipway-vnet

.DEFAULT_GOAL := help
.PHONY: demo test test-nodes test-deploy cast bench-deploy test-network test-containerd test-plugin-faults test-plugin-model fuzz-plugin
.PHONY: dist test-dist fuzz build bench bench-plugin lint versions-check format golden embed schema install uninstall clean help setup
.PHONY: slipway-debug

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing (apt; sudo only if needed).
	@.ci/setup

build: setup $(SHIPPED_PLUGIN) ## Build slipway as it is shipped.
	@Sources/slipway/ship $(OUTPUT)/bin/slipway

$(OUTPUT)/bin/slipway-vnet: $(shell find $(addprefix Sources/,$(PLUGIN_ROOMS)) -type f 2>/dev/null) | setup
	@Sources/slipway-vnet/ship $@

demo: build ## Build, generate examples/quickstart, and say what to do next.
	@$(OUTPUT)/bin/slipway generate examples/quickstart/cluster.json -o $(OUTPUT)/quickstart
	@$(OUTPUT)/bin/slipway plan examples/quickstart/cluster.json
	@echo
	@echo "Written to $(OUTPUT)/quickstart:"
	@cd $(OUTPUT)/quickstart && find . -type f | LC_ALL=C sort | sed 's/^/  /'
	@echo
	@echo "Next: read $(OUTPUT)/quickstart/README.md, change examples/quickstart/cluster.json, and run"
	@echo "  $(OUTPUT)/bin/slipway validate YOUR-MODEL"

slipway-debug: setup
	@$(SWIFT) build --build-tests

test: slipway-debug $(SHIPPED_PLUGIN) ## Run all tests; list at the end what could not be run.
	@mkdir -p $(dir $(NOT_RUN)) && : > $(NOT_RUN)
	@$(SWIFT) test --skip-build
	@Tests/cli/run .build/debug/slipway
	@Tests/plugin/faults/run .build/debug/slipway-vnet
	@Tests/certificates/run .build/debug/slipway
	@Tests/doctor/run .build/debug/slipway
	@Tests/operate/run .build/debug/slipway
	@Tests/versions/check
	@Tests/rules/run .build/debug/slipway
	@Tests/reports/run .build/debug/slipway
	@Tests/language/run .build/debug/slipway $(SHARED)
	@Tests/change/run .build/debug/slipway
	@Tests/packaging/run .build/debug/slipway
	@Tests/examples/golden check .build/debug/slipway
	@Tests/examples/oracles .build/debug/slipway $(SHARED)
	@Tests/plugin/run $(OUTPUT)/bin/slipway-vnet $(SHARED)
	@Tests/plugin/fuzz/run 50000 & plugin=$$!; Tests/fuzz/run 20000; status=$$?; wait $$plugin && exit $$status
	@if [ -s $(NOT_RUN) ]; then echo "Not run:"; sed 's/^/  /' $(NOT_RUN); else echo "Everything was run."; fi

test-deploy: slipway-debug ## Test deploying against a loopback Azure, which Microsoft's own Python SDK is tried on first.
	@SHARED=$(SHARED) Tests/azure/run .build/debug/slipway

cast: slipway-debug ## Write the pipeline's run in docs/deploy.md anew.
	@SHARED=$(SHARED) Tests/azure/cast .build/debug/slipway

test-network: slipway-debug ## Try every pair of ends of the network examples by packets, in namespaces.
	@Tests/network/run .build/debug/slipway .build/debug/slipway-vnet

test-plugin-model: setup ## Walk a million random steps through the plugin's address table.
	@STEPS=1000000 $(SWIFT) test -c release -Xswiftc -enable-testing --filter AddressTableModel

fuzz: setup ## Fuzz everything that reads models, flags and project files, a million times each.
	@Tests/fuzz/run 1000000 1 0

fuzz-plugin: setup ## Fuzz what the plugin reads of others, a million times.
	@Tests/plugin/fuzz/run 1000000

bench-plugin: $(SHIPPED_PLUGIN) ## Time the plugin beside a C program that does the kernel's work alone.
	@Tests/bench/plugin $(OUTPUT)/bin/slipway-vnet $(SHARED)

test-containerd: slipway-debug ## Run the plugin below Debian's containerd.
	@Tests/plugin/containerd/run .build/debug/slipway .build/debug/slipway-vnet

test-plugin-faults: $(SHIPPED_PLUGIN) ## Harm the plugin at every place; takes long.
	@Tests/plugin/faults/run $(OUTPUT)/bin/slipway-vnet --full

test-nodes: slipway-debug ## Boot machines in rooms of namespaces with real parts (root).
	@Tests/nodes/run .build/debug/slipway

lint: setup ## Check the form of Swift, shell and YAML.
	@$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	@Tests/nodes/lint

format: ## Put Swift into its form.
	@$(SWIFT) format --in-place --recursive Sources Tests Package.swift

golden: slipway-debug ## Accept what examples and reports give now; fails once where something changed, so that the diff is read.
	@Tests/reports/run record .build/debug/slipway; reports=$$?; \
		Tests/examples/golden record .build/debug/slipway && exit $$reports

embed: ## Write docs/rules/ and docs/model-keys.md anew, and put the files of the program into it.
	@Sources/RuleManual/generate
	@Sources/Authoring/generate
	@Tests/rules/model_keys.py
	@Sources/Failures/generate
	@Tests/azure/errors_page.py
	@Sources/CEmbeddedFiles/generate

schema: embed slipway-debug ## Store the schema of models after a change of keys, and what is written from it.
	@.build/debug/slipway schema --out apimodels/schema.json
	@Tests/rules/model_keys.py

versions-check: ## Compare the tables of versions with themselves and with what releases need.
	@Tests/versions/check

bench: build ## Measure, as ratios to a C program of the same run.
	@Tests/bench/bench $(OUTPUT)/bin/slipway
	@Tests/bench/bring-up $(OUTPUT)/bin/slipway

bench-deploy: build ## Measure deploying against a loopback Azure: own processor time, memory, requests.
	@SHARED=$(SHARED) Tests/bench/deploy $(OUTPUT)/bin/slipway

dist: build ## Make a tarball, a Debian package, a bill of materials and their sums in _output/dist.
	@.ci/packaging/dist $(OUTPUT)/bin/slipway $(OUTPUT)/bin/slipway-vnet $(OUTPUT)/dist
	@cat $(OUTPUT)/dist/SHA256SUMS

test-dist: dist ## Check what dist made, and install it where there is no Swift (root).
	@Tests/packaging/run dist $(OUTPUT)

install: build ## Install programs, manual pages and completions below PREFIX (/usr/local).
	@.ci/packaging/stage $(OUTPUT)/bin/slipway "$$(ls $(OUTPUT)/bin/slipway-vnet 2>/dev/null)" "$(DESTDIR)" $(PREFIX)

uninstall: ## Remove what install put there.
	rm -f $(DESTDIR)$(PREFIX)/bin/slipway
	rm -rf $(DESTDIR)$(PREFIX)/libexec/slipway $(DESTDIR)$(PREFIX)/share/doc/slipway
	rm -f $(DESTDIR)$(PREFIX)/share/man/man1/slipway.1 $(DESTDIR)$(PREFIX)/share/man/man1/slipway-*.1
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/slipway
	rm -f $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_slipway
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/slipway.fish

clean: ## Remove what was built.
	rm -rf .build $(OUTPUT)
