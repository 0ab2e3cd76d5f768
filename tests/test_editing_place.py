"""The editing place as an editor uses it: Sveltia CMS in a real Chromium, on a repository that git then judges.

Headless Chromium can't show the window in which somebody points out a folder. So the browser's own private file system stands in for
the folder: the same interface, filled with the content before and read back after.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, make_project, mkdocs
from playwright.sync_api import Browser, Locator, Page
from serving import served

from macros.editing.place import build
from macros.load import load_library
from macros.problems import ContentError
from macros.project import read_project

FILL = """async (files) => {
    const root = await navigator.storage.getDirectory();
    for (const [path, text] of Object.entries(files)) {
        let folder = root;
        for (const part of path.split("/").slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
        const file = await (await folder.getFileHandle(path.split("/").at(-1), { create: true })).createWritable();
        await file.write(text);
        await file.close();
    }
}"""
READ = """async () => {
    const found = {};
    const walk = async (folder, before) => {
        for await (const [name, one] of folder.entries()) {
            if (one.kind === "directory") await walk(one, `${before}${name}/`);
            else found[before + name] = await (await one.getFile()).text();
        }
    };
    await walk(await navigator.storage.getDirectory(), "");
    return found;
}"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the editing place for the sample content, for a folder on this computer."""
    folder = tmp_path_factory.mktemp("editing") / "place"
    build(load_library(ROOT / "tests" / "sample" / "toolbox_data"), ROOT, folder, "")
    with served(folder, "localhost") as root:
        yield root


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project with the sample content, under git."""
    folder = make_project(tmp_path / "project")
    git(folder, "init", "-q")
    git(folder, "add", "toolbox_data")
    git(folder, "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "before")
    return folder


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


class Editor:
    """Somebody who works in the place, by what is on the screen."""

    def __init__(self, page: Page, place: str, repository: Path) -> None:
        self.page, self.place, self.repository = page, place, repository
        content = repository / "toolbox_data"
        files = {f"toolbox_data/{file.relative_to(content)}": file.read_text("utf-8") for file in content.rglob("*") if file.is_file()}
        page.goto(f"{place}robots.txt")
        page.evaluate(FILL, {".git/HEAD": "ref: refs/heads/main\n"} | files)
        page.goto(place)
        page.get_by_role("button", name="Werken met een lokale repository").click()
        page.get_by_role("option", name="Werkvormen").or_(page.get_by_text("Werkvormen")).first.wait_for()

    def open(self, address: str) -> None:
        """Go to a form: `tips/new`, `methods/entries/kaart`."""
        self.page.goto(f"{self.place}#/collections/{address.partition('/')[0]}")
        self.field("title").wait_for(state="detached")
        self.page.goto(f"{self.place}#/collections/{address}")
        self.field("title").locator("input").wait_for()

    def field(self, key: str) -> Locator:
        """A field of the form, such as `steps.0.minutes`."""
        return self.page.locator(f'[data-key-path="{key}"]')

    def see(self, key: str) -> Locator:
        """A field on the screen: what is far below is not drawn yet."""
        self.field(key).evaluate("field => field.scrollIntoView({ block: 'center' })")
        return self.field(key)

    def fill(self, key: str, text: str) -> None:
        self.see(key).locator("input, textarea").first.fill(text)

    def add_to(self, key: str, text: str) -> None:
        """Type at the end of a text with a row of buttons for bold, italic and links."""
        self.see(key).locator("[contenteditable=true]").click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def add(self, what: str) -> None:
        """Press the button below a list; the CMS puts signs that can't be seen around the name of what it adds."""
        self.page.get_by_role("button", name=re.compile(f"{what}.* toevoegen")).first.click()

    def save(self) -> None:
        """Save. The CMS then goes back to its list by itself: who opens the next form before that loses it."""
        self.page.get_by_role("button", name="Opslaan").click()
        self.page.wait_for_url(re.compile(r"#/collections/[a-z-]+$"))
        self.field("title").wait_for(state="detached")

    def to_disk(self) -> None:
        """What the browser holds goes to the repository."""
        found = self.page.evaluate(READ)
        shutil.rmtree(self.repository / "toolbox_data")
        for path, text in found.items():
            if path.startswith("toolbox_data/"):
                (self.repository / path).parent.mkdir(parents=True, exist_ok=True)
                (self.repository / path).write_text(text, "utf-8")

    def changes(self) -> dict[str, tuple[int, int]]:
        """The lines that came and went in each file, by git."""
        git(self.repository, "add", "-A", "toolbox_data")
        rows = [line.split("\t") for line in git(self.repository, "diff", "--cached", "--numstat", "--no-renames").splitlines()]
        return {name.removeprefix("toolbox_data/"): (int(new), int(old)) for new, old, name in rows}


@pytest.fixture
def editor(browser: Browser, place: str, repository: Path) -> Iterator[Editor]:
    context = browser.new_context(viewport={"width": 1280, "height": 7000})  # all of a form is drawn: what is off the screen is not
    context.set_default_timeout(60_000)  # a form of this CMS takes seconds to draw on a busy machine
    page = context.new_page()
    page.add_init_script("window.showDirectoryPicker = () => navigator.storage.getDirectory();")
    elsewhere: list[str] = []
    page.on(
        "requestfinished", lambda request: elsewhere.append(request.url) if not request.url.startswith((place, "blob:", "data:")) else None
    )
    yield Editor(page, place, repository)
    assert elsewhere == []  # nothing came from another host
    context.close()


def test_an_editor_adds_changes_refers_and_deletes(editor: Editor) -> None:
    editor.open("tips/new")
    editor.fill("title", "Café aan de stoep: één keer 🙂")
    editor.fill("summary", "Zet een stoel\u00ad buiten\u00a0en kijk wie er komt.")  # pasted from Word
    editor.field("phases").get_by_role("checkbox").first.click()
    editor.add_to("why", "Wie buiten zit, praat met buren.")
    editor.fill("how", "Pak een stoel.\n\n1. Ga zitten.\n2. Zeg hoi.\n")
    editor.field("origin").get_by_role("radio", name="Ons eigen voorstel").click()
    editor.fill("reviewed", "2026-01-20")
    editor.add("Onderdeel")
    editor.field("related.0.id").get_by_role("combobox").click()
    editor.page.get_by_role("option", name="Werkvorm: De kaart").click()
    editor.field("related.0.how").get_by_role("radio", name="past hierbij").click()
    editor.save()

    editor.open("methods/entries/kaart")
    editor.add_to("goal", " En een plan.")
    editor.add("Stap")
    editor.fill("steps.1.title", "Praten")
    editor.fill("steps.1.minutes", "10")
    editor.add_to("steps.1.text", "Vertel wat je ziet.")
    editor.see("steps").get_by_role("button", name="Uitvouwen", exact=True).first.click()
    editor.fill("steps.0.minutes", "50")
    editor.save()

    editor.open("phases/entries/begin")
    editor.see("guiding_questions").get_by_role("button", name="Uitvouwen", exact=True).first.click()
    editor.see("guiding_questions.0.tips").get_by_role("checkbox", name="Café aan de stoep").click()
    editor.save()
    editor.to_disk()

    changed = editor.changes()
    assert changed == {"tips/cafe-aan-de-stoep-een-keer.md": (17, 0), "methods/kaart.yml": (5, 2), "phases/begin.md": (1, 0)}
    tip = read_project(editor.repository).toolbox.get("tips/cafe-aan-de-stoep-een-keer")
    assert tip.summary == "Zet een stoel buiten en kijk wie er komt."
    built = mkdocs(editor.repository, "build", "--strict")
    assert built.returncode == 0, built.stdout + built.stderr
    assert (editor.repository / "site/tips/cafe-aan-de-stoep-een-keer/index.html").is_file()

    editor.open("tips/entries/schrijf-op")
    editor.page.get_by_role("button", name="Editoropties tonen").click()
    lines = len((editor.repository / "toolbox_data/tips/schrijf-op.md").read_text("utf-8").splitlines())
    editor.page.get_by_role("menuitem", name="Verwijderen").click()
    editor.page.get_by_role("alertdialog").get_by_role("button", name="Verwijderen").click()
    editor.page.get_by_role("alertdialog").wait_for(state="detached")
    editor.page.get_by_text("verwijderd").first.wait_for()
    editor.to_disk()
    # The CMS takes the pickers' references along; what is left is said by the check, with its line.
    assert editor.changes() == changed | {"tips/schrijf-op.md": (0, lines), "phases/vervolg.md": (0, 2)}
    with pytest.raises(ContentError) as error:
        read_project(editor.repository)
    assert {problem.path for problem in error.value.problems} == {
        "toolbox_data/tips/drink-koffie.md",
        "toolbox_data/wegwijzer.yml",
        "toolbox_data/aan-tafel.yml",
    }
    assert all("schrijf-op" in problem.what for problem in error.value.problems)


def test_the_form_says_what_can_not_be_and_saves_nothing(editor: Editor) -> None:
    editor.open("methods/entries/kaart")
    editor.fill("summary", "Teken samen. <script>alert(1)</script> En praat daarna.")
    pitfalls = editor.see("pitfalls")
    pitfalls.get_by_role("button", name="Verwijderen").first.click()  # the only one
    editor.fill("title", "🙂")
    editor.page.get_by_role("button", name="Opslaan").click()
    editor.page.get_by_text("velden bevatten fouten").wait_for()
    assert "HTML" in editor.field("summary").get_by_text("kan hier niet").inner_text()
    pitfalls.get_by_text("verplicht").or_(pitfalls.get_by_text("minstens")).or_(pitfalls.get_by_text("ten minste")).first.wait_for()
    editor.to_disk()
    assert editor.changes() == {}
