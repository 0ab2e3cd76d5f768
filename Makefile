# Each verb is a function in run.py, which also works without make: python3 run.py VERB
PYTHON ?= python3

.PHONY: help site offline serve check test audit redactie benchmark lock clean
help:
	@$(PYTHON) run.py || true
site offline serve check test audit redactie benchmark lock clean:
	@$(PYTHON) run.py $@
