"""The macro layer. This module is the door for mkdocs-macros; `mkdocs_hooks.py` is the door for MkDocs itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.load import load as load_toolbox  # `macros.load` stays the module
from macros.page_macros import PageMacros


def define_env(env: Any) -> None:
    """Register the macros. Called by mkdocs-macros at each build, with its plugin as `env`."""
    # The hook has loaded the toolbox for this build; an engine without hooks has not.
    toolbox = env.conf["extra"].get("toolbox") or load_toolbox(Path(env.project_dir) / "toolbox_data")
    sizes = env.conf["extra"].get("download_sizes", {})  # filled in by the hook once the files are made
    site_url = env.conf["site_url"] or ""
    for name, function in PageMacros(toolbox, lambda: env.page.file.src_uri, sizes, site_url).functions().items():
        env.macro(function, name)
