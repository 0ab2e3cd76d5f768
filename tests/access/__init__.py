"""Is the site accessible? What a machine can find out, over every page and in every state, in a real Chromium.

A look (`look_*.js`, `keyboard.py`) tells what is wrong on one page in one state. `states.py` brings a page into a state, `sweep.py` takes
looks over many pages in two browsers at once, and the tests say which looks go over which pages. `make test` takes every page as it opens
and every kind of page in every state; `make audit` takes all pages in all states and writes macros/accessibility/evidence.json.
"""
