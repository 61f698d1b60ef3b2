# slipway: build, test, install. `make help` lists the targets.

PREFIX ?= /usr/local
DESTDIR ?=
OUTPUT ?= _output
SHARED ?= ../shared
SWIFT ?= swift
BUILD_FLAGS ?= -c release --static-swift-stdlib

# What was not run, and why: printed at the end of `make test`; .ci/run fails on it.
export NOT_RUN ?= $(CURDIR)/$(OUTPUT)/not-run

.DEFAULT_GOAL := help
.PHONY: demo test test-nodes test-deploy test-network test-containerd test-plugin-faults test-plugin-model fuzz-plugin
.PHONY: build bench bench-plugin lint versions-check format golden embed install uninstall clean help setup slipway-debug

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing (apt; sudo only if needed).
	@.ci/setup

build: setup ## Build slipway as it is shipped.
	@$(SWIFT) build $(BUILD_FLAGS) --product slipway
	@$(SWIFT) build $(BUILD_FLAGS) --product slipway-vnet
	@mkdir -p $(OUTPUT)/bin
	@for program in slipway slipway-vnet; do \
		cp -f .build/release/$$program $(OUTPUT)/bin/$$program.new && \
		strip $(OUTPUT)/bin/$$program.new && \
		mv $(OUTPUT)/bin/$$program.new $(OUTPUT)/bin/$$program || exit 1; \
	done

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

test: slipway-debug ## Run all tests; list at the end what could not be run.
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
	@Tests/examples/golden check .build/debug/slipway
	@Tests/examples/oracles .build/debug/slipway $(SHARED)
	@Tests/plugin/run .build/debug/slipway-vnet $(SHARED)
	@Tests/plugin/fuzz/run 50000
	@if [ -s $(NOT_RUN) ]; then echo "Not run:"; sed 's/^/  /' $(NOT_RUN); else echo "Everything was run."; fi

test-deploy: slipway-debug ## Test deploying against a loopback Azure, which Microsoft's own Python SDK is tried on first.
	@SHARED=$(SHARED) Tests/azure/run .build/debug/slipway

test-network: slipway-debug ## Try every pair of ends of the network examples by packets, in namespaces.
	@Tests/network/run .build/debug/slipway

test-plugin-model: setup ## Walk a million random steps through the plugin's address table.
	@STEPS=1000000 $(SWIFT) test -c release -Xswiftc -enable-testing --filter AddressTableModel

fuzz-plugin: setup ## Fuzz what the plugin reads of others, a million times.
	@Tests/plugin/fuzz/run 1000000

bench-plugin: build ## Time the plugin beside a C program that does the kernel's work alone.
	@Tests/bench/plugin $(OUTPUT)/bin/slipway-vnet $(SHARED)

test-containerd: slipway-debug ## Run the plugin below Debian's containerd.
	@Tests/plugin/containerd/run .build/debug/slipway .build/debug/slipway-vnet

test-plugin-faults: build ## Harm the plugin at every place; takes long.
	@Tests/plugin/faults/run $(OUTPUT)/bin/slipway-vnet --full

test-nodes: slipway-debug ## Boot machines in rooms of namespaces with real parts (root).
	@Tests/nodes/run .build/debug/slipway

lint: setup ## Check the form of Swift, shell and YAML.
	@$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	@Tests/nodes/lint

format: ## Put Swift into its form.
	@$(SWIFT) format --in-place --recursive Sources Tests Package.swift

golden: slipway-debug ## Accept what the examples give now; fails once where something changed, so that the diff is read.
	@Tests/examples/golden record .build/debug/slipway

embed: ## Write docs/rules/ and docs/model-keys.md anew, and put the files of the program into it.
	@Sources/RuleManual/generate
	@Tests/rules/model_keys.py
	@Sources/Failures/generate
	@Sources/CEmbeddedFiles/generate

versions-check: ## Compare the tables of versions with themselves and with what releases need.
	@Tests/versions/check

bench: build ## Measure, as ratios to a C program of the same run.
	@Tests/bench/bench $(OUTPUT)/bin/slipway
	@Tests/bench/bring-up $(OUTPUT)/bin/slipway

install: build ## Install below PREFIX (/usr/local).
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 0755 $(OUTPUT)/bin/slipway $(DESTDIR)$(PREFIX)/bin/slipway
	@if [ -f $(OUTPUT)/bin/slipway-vnet ]; then \
		install -d $(DESTDIR)$(PREFIX)/libexec/slipway; \
		install -m 0755 $(OUTPUT)/bin/slipway-vnet $(DESTDIR)$(PREFIX)/libexec/slipway/slipway-vnet; \
	fi

uninstall: ## Remove what install put there.
	rm -f $(DESTDIR)$(PREFIX)/bin/slipway
	rm -rf $(DESTDIR)$(PREFIX)/libexec/slipway

clean: ## Remove what was built.
	rm -rf .build $(OUTPUT)
