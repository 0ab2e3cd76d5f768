"""Build the editing place: `python -m macros.editing`, or `--local` for a folder on this computer, which is then shown as well.

`--packages` only fetches what it is made of, for tests.
"""

from __future__ import annotations

import functools
import http.server
import sys
from pathlib import Path

import yaml

from macros.editing.config import repository_of
from macros.editing.place import BuildError, build, installed
from macros.load import load_library
from macros.problems import ContentError

ROOT = Path(__file__).parent.parent.parent
TARGET = ROOT / "redactie-site"
PORT = 8123
_OFF = """\
De redactie staat nog uit: er is geen plek genoemd waar de teksten op internet staan.
Zet in mkdocs.yml onder extra: het adres van de repository, zoals
  repository: https://github.com/NAAM/TOOLBOX
Wil je nu al werken, in de map op je eigen computer? Dat kan zonder: python run.py redactie --local
"""
_LOCAL = """\
De redactie staat op http://localhost:{port}/ (stoppen: Ctrl+C). Open dat in Chrome of Edge.
Kies 'Werken met een lokale repository' en wijs deze map aan: {root}
Wat je bewaart, staat meteen in die map. Kijk daarna of het klopt: python run.py check
"""
_ONLINE = """\
De redactie voor {repository} staat in {target}.
Zet die map op een eigen adres, nooit op dat van de site of van een proefversie. HOSTING.md zegt waarom en hoe.
"""


def main(arguments: list[str]) -> int:
    """Build, and with --local show it; the exit status."""
    local = "--local" in arguments
    extra = _settings(ROOT / "mkdocs.yml")
    repository = "" if local else repository_of(extra.get("repository") or "")
    if not local and not repository and "--packages" not in arguments:
        print(_OFF)
        return 1
    try:
        if "--packages" in arguments:
            installed()
            return 0
        build(load_library(ROOT / "toolbox_data"), ROOT, TARGET, repository, extra.get("editing_sign_in") or "")
    except (ContentError, BuildError) as error:
        print(error)
        return 1
    if local:
        return _show()
    print(_ONLINE.format(repository=repository, target=TARGET))
    return 0


def _settings(file: Path) -> dict[str, str]:
    """What stands under `extra` in mkdocs.yml; tags of MkDocs are passed over."""

    class Loader(yaml.SafeLoader):
        """Reads what it knows."""

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    return dict(yaml.load(file.read_text("utf-8"), Loader).get("extra") or {})


def _show() -> int:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(TARGET))
    with http.server.ThreadingHTTPServer(("127.0.0.1", PORT), handler) as server:
        print(_LOCAL.format(port=PORT, root=ROOT), flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("Gestopt.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
