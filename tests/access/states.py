"""The states a page can be in, and which looks are taken in each."""

from __future__ import annotations

from access.arranging import (
    anew,
    dialog,
    explained,
    filled,
    finding,
    large_text,
    menu_open,
    on_own_device,
    scanned,
    searching,
    shown_the_way,
    some_missing,
    spaced,
    unfolded,
    with_copies,
    worked_out,
)
from access.sweep import PHONE, WIDE, State

# 400% zoom in a window of 1280 by 1024: a quarter of the pixels, each four times as large.
ZOOMED = (320, 256)
DARK, FORCED, STILL, PAPER = {"color_scheme": "dark"}, {"forced_colors": "active"}, {"reduced_motion": "reduce"}, {"media": "print"}

SEARCH, FINDER, FORM, STORED, TERM, GUIDE, FOLDED, SCAN, SUMS, SEATS = (
    'id="tb-q"',
    'id="tb-find"',
    'class="tb-part"',
    'id="tb-stored"',
    'class="tb-word"',
    'id="wegwijzer"',
    "<details",
    'id="tb-scan"',
    'id="tb-outcome"',
    'class="tb-seats"',
)

PLAIN = State("as it opens", ("axe", "structure", "targets", "fit"))
NARROW = State("320 px", ("fit", "targets"), PHONE)
WALK, WALK_NARROW = (
    State("Tab, 1280 px", ("keyboard",), WIDE, STILL, anew),
    State("Tab, 320 px", ("keyboard",), PHONE, STILL, anew, few=True),
)

STATES = (
    State("400% zoom", ("fit",), ZOOMED),
    State("dark", ("axe colours",), WIDE, DARK),
    State("on paper", ("axe colours",), WIDE, PAPER),
    State("on paper, read in the dark", ("axe colours",), WIDE, PAPER | DARK, few=True),
    State("forced colours", ("forced",), WIDE, FORCED),
    State("reduced motion", ("still",), WIDE, STILL),
    State("320 px, menu open", ("axe", "fit", "targets"), PHONE, {}, menu_open, few=True),
    State("wide spacing", ("fit",), WIDE, {}, spaced, few=True),
    State("wide spacing, 320 px", ("fit",), PHONE, {}, spaced),
    State("large letters", ("fit",), WIDE, {}, large_text),
    State("search with results", ("axe", "targets", "fit"), WIDE, {}, searching("samen"), SEARCH, few=True),
    State("search with results, 320 px", ("axe", "targets", "fit"), PHONE, {}, searching("samen"), SEARCH, few=True),
    State("search without results", ("axe", "fit"), PHONE, {}, searching("qqqxyzzy"), SEARCH, few=True),
    State("search, dark", ("axe colours",), WIDE, DARK, searching("samen"), SEARCH, few=True),
    State("finder with results", ("axe", "structure", "targets", "fit"), PHONE, {}, finding("samen"), FINDER),
    State("finder without results", ("axe", "fit"), WIDE, {}, finding("qqqxyzzy"), FINDER),
    State("finder, dark", ("axe colours",), WIDE, DARK, finding("samen"), FINDER),
    State("a word explained", ("axe", "targets", "fit"), PHONE, {}, explained, TERM, few=True),
    State("a word explained, dark", ("axe colours",), WIDE, DARK, explained, TERM, few=True),
    State("the guide at its end", ("axe", "structure", "targets", "fit"), PHONE, {}, shown_the_way, GUIDE),
    State("unfolded", ("axe", "fit"), PHONE, {}, unfolded, FOLDED),
    State("filled in, with messages", ("axe", "targets", "fit"), PHONE, {}, filled, FORM),
    State("filled in, dark", ("axe colours",), WIDE, DARK, filled, FORM),
    State("with kept sheets", ("axe", "targets", "fit"), PHONE, {}, with_copies, STORED),
    State("dialog", ("axe", "fit"), PHONE, {}, dialog, STORED),
    State("dialog, dark", ("axe colours",), WIDE, DARK, dialog, STORED),
    State("a scan with its outcome", ("axe", "structure", "targets", "fit"), WIDE, {}, scanned, SCAN),
    State("a scan with its outcome, 320 px", ("axe", "targets", "fit"), PHONE, {}, scanned, SCAN),
    State("a scan with its outcome, dark", ("axe colours",), WIDE, DARK, scanned, SCAN),
    State("a scan on an own device", ("axe", "targets", "fit"), PHONE, {}, on_own_device, SCAN),
    State("forced colours, a scan", ("forced",), WIDE, FORCED, scanned, SCAN),
    State("sums worked out", ("axe", "structure", "targets", "fit"), WIDE, {}, worked_out, SUMS),
    State("sums worked out, 320 px", ("axe", "targets", "fit"), PHONE, {}, worked_out, SUMS),
    State("sums worked out, dark", ("axe colours",), WIDE, DARK, worked_out, SUMS),
    State("forced colours, sums", ("forced",), WIDE, FORCED, worked_out, SUMS),
    State("somebody is missing", ("axe", "structure", "targets", "fit"), PHONE, {}, some_missing, SEATS),
    State("somebody is missing, dark", ("axe colours",), WIDE, DARK, some_missing, SEATS),
    State("forced colours, somebody is missing", ("forced",), WIDE, FORCED, some_missing, SEATS),
    State("forced colours, filled in", ("forced",), WIDE, FORCED, filled, FORM),
    State("forced colours, search", ("forced",), WIDE, FORCED, searching("samen"), SEARCH, few=True),
    State("forced colours, finder", ("forced",), WIDE, FORCED, finding("samen"), FINDER),
    State("forced colours, 320 px, menu open", ("forced",), PHONE, FORCED, menu_open, few=True),
    State("without JavaScript", ("no_script", "fit"), few=True, script=False),
    State("without JavaScript, 320 px", ("no_script", "fit"), PHONE, script=False),
    WALK,
    WALK_NARROW,
    State("Tab, 320 px, menu open", ("keyboard",), PHONE, STILL, menu_open, few=True),
)
