"""What a hand-written page in docs/ may call: `{{ cards("tips", phase="verkennen") }}`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from macros import contribution
from macros.accessibility.evidence import evidence
from macros.accessibility.statement import PARTS, check_rows, criterion_rows
from macros.downloads import ZIP, downloads, moved
from macros.model import MODEL_OF
from macros.problems import did_you_mean
from macros.render import Renderer
from macros.search.finder import MINUTES, choices, rows
from macros.site.offline_edition import OFFLINE_ZIP
from macros.toolbox import Toolbox
from macros.wegwijzer import Wegwijzer


class PageMacros:
    """Each public method is a macro; it gives the Markdown of a template in templates/parts/.

    `page` tells the path of the page that is being made; `sizes` how many bytes each download has, once they are made.
    A wrong argument raises ValueError, in Dutch.
    """

    def __init__(self, toolbox: Toolbox, page: Callable[[], str], sizes: Mapping[str, int]) -> None:
        self._toolbox, self._page, self._sizes = toolbox, page, sizes
        self._renderer = Renderer(toolbox)

    def functions(self) -> dict[str, Callable[..., Any]]:
        """The macros by name."""
        return {name: getattr(self, name) for name in vars(type(self)) if not name.startswith("_") and name != "functions"}

    def cards(self, kind: str, phase: str = "", condition: str = "") -> str:
        """Cards of all items of a kind, or of those of one phase or condition."""
        _known(kind, MODEL_OF)
        _known(phase, ["", *self._toolbox.kinds["phases"]])
        _known(condition, ["", *self._toolbox.kinds["conditions"]])
        return self._part("cards", items=self._toolbox.placed(kind, phase, condition))

    def cards_by_phase(self, kind: str) -> str:
        """The same cards under a heading for each phase; an item stands under its first one."""
        _known(kind, MODEL_OF)
        return self._part("cards_by_phase", items=self._toolbox.placed(kind))

    def phase_path(self) -> str:
        """The phases as a path that you may enter anywhere."""
        return self._part("phase_path")

    def route_list(self) -> str:
        """The routes, one for each role, as cards."""
        return self._part("route_list")

    def phase_condition_map(self) -> str:
        """What works on which condition in which phase."""
        return self._part("phase_condition_map")

    def condition_list(self) -> str:
        """The conditions, each in a sentence or two."""
        return self._part("condition_list")

    def signal_list(self) -> str:
        """All that people notice when it gets stuck, with where to look and what helps."""
        return self._part("signal_list")

    def signal_links(self) -> str:
        """The signals as a short list of links."""
        return self._part("signal_links")

    def glossary_list(self) -> str:
        """All terms with their explanation."""
        return self._part("glossary_list")

    def source_list(self) -> str:
        """All sources, each with everything that leans on it."""
        return self._part("source_list")

    def wegwijzer(self) -> str:
        """The questions that lead to a phase, a condition and three next steps."""
        return self._part("wegwijzer", wegwijzer=Wegwijzer.of(self._toolbox))

    def download_list(self) -> str:
        """Every file to take along, with its form, size and version."""
        return self._part("download_list", downloads=list(downloads(self._toolbox)), moved=list(moved(self._toolbox)), sizes=self._sizes)

    def download_zip(self) -> str:
        """A link to the one archive with every file."""
        return self._part("download_zip", path=ZIP, sizes=self._sizes)

    def download_offline(self) -> str:
        """A link to the whole site for on a USB stick."""
        return self._part("download_offline", path=OFFLINE_ZIP)

    def contribution_form(self) -> str:
        """'Wij gebruikten dit': five questions whose answers become a text to send (worked by the browser)."""
        words = {"title": contribution.TITLE, "consent": contribution.CONSENT, "yes": contribution.YES}
        return self._part("contribution_form", questions=contribution.QUESTIONS, folders=contribution.FOLDERS, **words)

    def contribution_questions(self) -> str:
        """The same questions, to copy."""
        return self._part("contribution_questions", questions=contribution.QUESTIONS)

    def stored_sheets(self) -> str:
        """What is kept on this device, over all worksheets (filled in by the browser)."""
        return self._part("form_stored")

    def finder(self) -> str:
        """Search and choose: every item as a row (the filters are worked by the browser)."""
        return self._part("finder", kinds=rows(self._toolbox), choices=choices(self._toolbox), minutes=MINUTES)

    def accessibility_statement(self, part: str) -> str:
        """The facts of the accessibility statement: "date", "status", "checks", "tools" or "criteria"."""
        _known(part, PARTS)
        audit = evidence()
        states = len({state for one in audit.checks.values() for state in one.states}) if audit else 0
        text = self._part(
            "accessibility_statement",
            part=part,
            audit=audit,
            states=states,
            checks=list(check_rows(audit)),
            criteria=list(criterion_rows(audit)),
        )
        return text.strip() if part == "date" else text

    def total(self, kind: str) -> int:
        """How many items of a kind there are."""
        _known(kind, MODEL_OF)
        return len(self._toolbox[kind])

    def _part(self, name: str, **values: Any) -> str:
        return self._renderer.render(f"parts/{name}.md.jinja", self._page(), **values)


def _known(word: str, options: Collection[str]) -> None:
    if word not in options:
        raise ValueError(f"'{word}' bestaat niet. {did_you_mean(word, options, 'Kies uit: ' + ', '.join(filter(None, options)) + '.')}")
