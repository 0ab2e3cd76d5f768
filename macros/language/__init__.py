"""Plain Dutch: how hard a text reads, and what in it a reader would stumble over.

Needs the packages for checking (`requirements-test.txt`); building the site does not need this.
"""
