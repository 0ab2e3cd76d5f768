"""The door for MkDocs: it reads the project once per build and adds the generated pages."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent))  # so that `macros` is found wherever mkdocs was started

from macros.downloads import ZIP, downloads, in_one_zip
from macros.problems import ContentError
from macros.project import read_project
from macros.toolbox import Toolbox


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
    # MkDocs dates the sitemap with the clock. The last review is as true, and the same in every build.
    os.environ["SOURCE_DATE_EPOCH"] = str(last_review(project.toolbox))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, each with its content file as the file to edit, and the files to take along."""
    for made in config.extra["generated_files"]:
        file = File.generated(config, made.path, content=made.text)
        file.edit_uri = f"../{made.made_from}" if made.made_from else None
        files.append(file)
    made_files = {download.path: download.make() for download in downloads(config.extra["toolbox"], config.site_url or "")}
    made_files[ZIP] = in_one_zip(made_files)
    for path, content in made_files.items():
        files.append(File.generated(config, path, content=content))
        config.extra["download_sizes"][path] = len(content)
    return files


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Lead the edit link straight to the content file, without `docs/../` in it."""
    if page.edit_url and config.edit_uri and page.file.edit_uri:
        page.edit_url = urljoin(config.edit_uri, page.file.edit_uri)
    return page


def last_review(toolbox: Toolbox) -> int:
    """The newest review date in the content, in seconds since 1970 (UTC)."""
    newest = max(item.reviewed for kind in ("phases", "tips", "methods", "worksheets", "examples") for item in toolbox[kind])
    return int(dt.datetime(newest.year, newest.month, newest.day, tzinfo=dt.UTC).timestamp())
