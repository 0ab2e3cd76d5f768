"""The configuration of the editing place: every kind of content as a collection with its form, for Sveltia CMS and for Decap CMS."""

from __future__ import annotations

from macros.editing.collection import Config, collections
from macros.editing.forms import every_field
from macros.library import Library

_COMMITS = {
    "create": "Nieuw in {{collection}}: {{slug}}",
    "update": "{{collection}}: {{slug}} verbeterd",
    "delete": "Weg uit {{collection}}: {{slug}}",
    "uploadMedia": "Bestand erbij: {{path}}",
    "deleteMedia": "Bestand weg: {{path}}",
    "openAuthoring": "{{message}}",
}


def sveltia(library: Library, repository: str, sign_in: str = "") -> Config:
    """The configuration for Sveltia CMS.

    `repository` is `owner/name` on GitHub; empty is for a folder on this computer only. `sign_in` is the address of a helper that
    signs people in; without it they paste a token of their own.
    """
    backend: Config = {"name": "github", "repo": repository or "eigen-computer/toolbox", "branch": "main", "commit_messages": _COMMITS}
    if repository:
        backend |= {"open_authoring": True, "auth_scope": "public_repo", "squash_merges": True}
    backend["auth_methods"] = ["oauth", "token"] if repository and sign_in else ["token"]
    if repository and sign_in:
        backend["base_url"] = sign_in
    own = {"app_title": "Redactie van de toolbox", "output": {"omit_empty_optional_fields": True}, "logo": {"src": "/icon.svg"}}
    media = {"media_libraries": {"default": {"config": {"max_file_size": 1}}}}
    config = {"load_config_file": False, "backend": backend, **_shared(library), **own, **media}
    for collection in config["collections"]:
        for _, field in every_field(collection.get("fields") or collection["files"][0]["fields"]):
            if field["widget"] == "list" and field.get("field", {}).get("widget") == "string" and "pattern" in field["field"]:
                # Sveltia shows a box for each text; Decap would show one line with commas.
                del field["field"], field["collapsed"]
        if "folder" in collection:
            # The name of a file is the address of its page: only `python -m macros rename` may change it.
            collection["slug"] = {"template": collection["slug"], "editable": ["create"]}
    return config


def decap(library: Library, backend: Config) -> Config:
    """The configuration for Decap CMS, the reserve: the same collections, with its own word for the language."""
    return {"backend": backend, "locale": "nl", **_shared(library)}


def _shared(library: Library) -> Config:
    return {
        "publish_mode": "editorial_workflow",
        "media_folder": "docs/assets/bijdragen",
        "public_folder": "/assets/bijdragen",
        "show_preview_links": True,
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": collections(library),
    }


def repository_of(address: str) -> str:
    """`owner/name` from the address of a repository on GitHub, or from that short name itself; empty when it is neither."""
    short = address.strip().removeprefix("https://github.com/").removesuffix("/").removesuffix(".git")
    parts = short.split("/")
    return short if len(parts) == 2 and all(parts) and ":" not in short else ""
