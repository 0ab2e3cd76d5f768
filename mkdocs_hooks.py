"""The door for MkDocs: it reads the project once per build and adds the generated pages."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

sys.path.insert(0, str(Path(__file__).parent))  # so that `macros` is found wherever mkdocs was started

from macros.downloads import ZIP, Download, downloads, in_one_zip
from macros.english_marks import EnglishMarks
from macros.one_sheet import closeness
from macros.print_foot import print_foot
from macros.problems import ContentError
from macros.project import read_project
from macros.scan import FOLDER as SCAN_SOURCES
from macros.sharing.head import Sharing
from macros.sharing.page_facts import Site
from macros.site import browser_files
from macros.site.security_policy import with_policy
from macros.site.stylesheet import one_stylesheet, used_rules, words
from macros.site.theme_files import OWN_STYLES, SITE_STYLE, is_of_theme, theme_stylesheet
from macros.site.web_fonts import web_fonts
from macros.site.whole_site import made_of_the_whole
from macros.term_marks import GLOSSARY, LISTS, SCRIPT, TermMarks
from macros.toolbox import Toolbox
from macros.wording import dutch_date

T = TypeVar("T")
XHTML_END = re.compile(r"<((?:img|br|hr)\b[^>]*?)\s*/>")
live = False  # whether this is `mkdocs serve`
kept: dict[str, bytes] = {}  # what a live site made before, by path


def on_startup(command: str, dirty: bool) -> None:
    """Remember which command this is."""
    global live
    live = command == "serve"


@event_priority(100)  # before the macros plugin, which needs the toolbox
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the project; stop with all its problems before anything of the old site is touched."""
    try:
        project = read_project(Path(config.config_file_path).parent)
    except ContentError as error:
        raise PluginError(f"De inhoud klopt nog niet.\n\n{error}") from None
    config.extra["toolbox"] = project.toolbox
    config.extra["generated_files"] = project.files
    config.extra["download_sizes"] = {}
    config.extra["english_marks"] = EnglishMarks(project.toolbox)
    config.extra["term_marks"] = TermMarks(project.toolbox)
    # A live site is shown to nobody else: it does without an address, and without a card for each page.
    site = Site(config.site_name, config.site_description or "", "" if live else config.site_url or "")
    config.extra["sharing"] = Sharing(Path(config.docs_dir), project.toolbox, site)
    config.extra["sharing_files"] = stop_plainly(lambda: dict(config.extra["sharing"].files()))
    config.extra["font_files"] = stop_plainly(web_fonts)
    made = {SITE_STYLE, *config.extra["sharing_files"], *(file.path for file in project.files)}
    root = Path(config.config_file_path).parent
    wrong = list(browser_files.problems(Path(config.docs_dir), [root / "macros" / "theme", root / "macros" / "templates"], made))
    if wrong:
        raise PluginError(str(ContentError(wrong)))
    written = {file.path: file.text.encode() for file in project.files}
    styles = {path: written.get(path) or (Path(config.docs_dir) / path).read_bytes() for path in config.extra_css}
    config.extra["own_style"] = stop_plainly(lambda: one_stylesheet(styles))
    # MkDocs dates the sitemap with the clock. The last review is as true, and the same in every build.
    os.environ["SOURCE_DATE_EPOCH"] = str(last_review(project.toolbox))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, each with its content file as the file to edit, and the files to take along."""
    for made in config.extra["generated_files"]:
        text = made.text
        if made.path.endswith(".html"):  # an old address, with a page of its own that sends on
            text = under_policy(made.text, made.path)
        file = File.generated(config, made.path, content=text)
        file.edit_uri = f"../{made.made_from}" if made.made_from else None
        files.append(file)
    made_files = {download.path: made_or_kept(download) for download in downloads(config.extra["toolbox"], config.site_url or "")}
    made_files[ZIP] = in_one_zip(made_files)
    for path, content in made_files.items():
        files.append(File.generated(config, path, content=content))
        config.extra["download_sizes"][path] = len(content)
    for path, content in (config.extra["font_files"] | config.extra["sharing_files"]).items():
        files.append(File.generated(config, path, content=content))
    # Our stylesheets became one, the scripts of the scan too, and of the theme's scripts and styles nothing goes along as it is.
    for file in list(files):
        is_source = file.src_uri.startswith(f"{SCAN_SOURCES}/") and file.src_uri.endswith(".js")
        if is_source or file.src_uri in config.extra_css or file.src_uri.startswith(OWN_STYLES) or is_of_theme(file.src_uri):
            files.remove(file)
    return files


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Lead the edit link straight to the content file, without `docs/../` in it."""
    if page.edit_url and config.edit_uri and page.file.edit_uri:
        page.edit_url = urljoin(config.edit_uri, page.file.edit_uri)
    page.update_date = config.extra["sharing"].changed(page.file.src_uri)  # for the sitemap
    return page


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Write empty elements as HTML does, for Markdown writes them as XHTML; explain the first use of a term of the glossary."""
    html = XHTML_END.sub(r"<\1>", html)
    glossary, script = files.get_file_from_path(GLOSSARY), files.get_file_from_path(SCRIPT)
    if page.file.src_uri in LISTS or not glossary or not script:
        return html
    return config.extra["term_marks"].in_page(html, glossary.url_relative_to(page.file), script.url_relative_to(page.file))


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give a page what macros/theme/partials/sharing.html and print_foot.html print."""
    context["shared"] = config.extra["sharing"].of_page(page.file.src_uri, page.title or "", page.meta.get("description", ""))
    context["closeness"] = closeness(page.file.src_uri, config.extra["toolbox"])
    context["print_foot"] = print_foot("" if live else page.canonical_url)
    return context


@event_priority(-100)  # last: what others add to a page must be under the policy too
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mark the English words of a page, and put the policy into it."""
    return under_policy(config.extra["english_marks"].in_page(output), page.file.src_uri)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put the policy into a page that is not made of Markdown: 404.html."""
    return under_policy(output_content, template_name) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write the one stylesheet: our own, and of the theme's what the pages use."""
    site, own = Path(config.site_dir), config.extra["own_style"]
    used = set[str]().union(*(words(file.read_text(encoding="utf-8")) for file in site.rglob("*") if file.suffix in (".html", ".js")))
    theme = stop_plainly(lambda: theme_stylesheet([Path(folder) for folder in config.theme.dirs]))
    (site / SITE_STYLE).write_text(used_rules(theme, used, also=own) + own, encoding="utf-8")
    if not live:  # a live site changes too often for what is made of all of it
        files = {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}
        date = dutch_date(config.extra["toolbox"].newest_review)
        for path, content in stop_plainly(lambda: made_of_the_whole(files, date)).items():
            (site / path).write_bytes(content)


def made_or_kept(download: Download) -> bytes:
    """A file to take along. A live site makes the book and the cards once: an editor should not wait for those at each change."""
    of_many = bool(download.title)
    if not (live and of_many and download.path in kept):
        kept[download.path] = download.make()
    return kept[download.path]


def under_policy(html: str, where: str) -> str:
    """A page with its security policy. A live page gets none, for the script with which MkDocs reloads it, but is checked alike."""
    protected = stop_plainly(lambda: with_policy(html, where))
    return html if live else protected


def stop_plainly(make: Callable[[], T]) -> T:
    """What `make` gives; a problem that it finds stops the build with its Dutch text and no traceback."""
    try:
        return make()
    except ContentError as error:
        raise PluginError(str(error)) from None


def last_review(toolbox: Toolbox) -> int:
    """The newest review date in the content, in seconds since 1970 (UTC)."""
    newest = toolbox.newest_review
    return int(dt.datetime(newest.year, newest.month, newest.day, tzinfo=dt.UTC).timestamp())
