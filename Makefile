# `make demo` runs it, `make test` checks it. Both set up what they need; README.md says the rest.
export DEBUG := 1
PORT ?= 8000
PYTHON := .venv/bin/python

.PHONY: demo demo-reset test bench screenshots lock
.DEFAULT_GOAL := demo

demo: .venv/ready
	@exec $(PYTHON) manage.py demo --port $(PORT)

demo-reset: .venv/ready
	@$(PYTHON) manage.py demo_reset

test: .venv/ready
	@sh scripts/install_pango.sh
	@sh scripts/install_chromium.sh
	@sh scripts/install_clamd.sh
	@exec sh scripts/check.sh

bench: .venv/ready
	@exec $(PYTHON) -m bench

screenshots: .venv/ready
	@$(PYTHON) scripts/screenshots.py --port $(PORT)
	@$(PYTHON) scripts/report_pictures.py --port $(PORT)

lock:
	@sh scripts/lock.sh

.venv/ready: requirements.txt requirements-dev.txt scripts/make_environment.sh
	@sh scripts/make_environment.sh
	@touch $@
