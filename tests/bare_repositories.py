"""Git repositories without a working folder, as a host of them has: read and written by git itself."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any


class BareRepositories:
    """Repositories called `owner/name`, in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def at(self, repository: str) -> Path:
        """Where a repository stands."""
        return self._folder / f"{repository.replace('/', '-')}.git"

    def copy(self, origin: Path, repository: str) -> None:
        """Make a repository of another one on disk."""
        subprocess.run(["git", "clone", "-q", "--bare", origin, self.at(repository)], check=True)

    def git(self, repository: str, *arguments: str, stdin: bytes = b"", **environment: str) -> str:
        """What git says in a repository."""
        who = ["-c", "user.name=Redactie", "-c", "user.email=redactie@example.org"]
        where = {"cwd": self.at(repository), "env": environment or None}
        run = subprocess.run(["git", *who, *arguments], input=stdin, capture_output=True, check=True, **where)  # type: ignore[call-overload]
        return run.stdout.decode().strip()

    def commit(self, repository: str, branch: str, files: dict[str, bytes | None], message: str) -> str:
        """Put a commit on a branch: new contents by path, None for a file that goes. Gives its id."""
        index = {"GIT_INDEX_FILE": str(self.at(repository) / "index-for-a-commit")}
        self.git(repository, "read-tree", branch, **index)
        for path, content in files.items():
            blob = "0" * 40 if content is None else self.git(repository, "hash-object", "-w", "--stdin", stdin=content)
            row = f"{'0' if content is None else '100644'} {blob}\t{path}\n"
            self.git(repository, "update-index", "--index-info", stdin=row.encode(), **index)
        tree = self.git(repository, "write-tree", **index)
        made = self.git(repository, "commit-tree", tree, "-p", branch, "-m", message)
        self.git(repository, "update-ref", f"refs/heads/{branch}", made)
        return made

    def tree(self, repository: str, commit: str) -> list[dict[str, Any]]:
        """All files of a commit: path, type, sha, size in bytes."""
        rows = self.git(repository, "ls-tree", "-rlz", commit).split("\0")
        split = [re.match(r"\d+ (\w+) (\w+) +(\d+)\t(.+)", row) for row in rows if row]
        return [{"type": one[1], "sha": one[2], "size": int(one[3]), "path": one[4]} for one in split if one]

    def blob(self, repository: str, *place: str) -> bytes | None:
        """A file by its id, or by branch and path; None when it is not there."""
        run = subprocess.run(["git", "cat-file", "blob", ":".join(place)], cwd=self.at(repository), capture_output=True)
        return run.stdout if run.returncode == 0 else None

    def changed(self, repository: str, branch: str) -> dict[str, str]:
        """What a branch changes on `main`: A, M or D by path."""
        rows = self.git(repository, "diff", "--name-status", "--no-renames", f"main...{branch}").splitlines()
        return {path: sort for sort, path in (row.split("\t") for row in rows)}
