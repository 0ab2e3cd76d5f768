"""GitHub as far as the editing place speaks to it: a stand-in on real git repositories, for GitHub itself can't be had in a test.

Content, branches and commits are git's own; only proposals (pull requests) and labels are kept here.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from bare_repositories import BareRepositories
from playwright.sync_api import Route

API = "https://api.github.com"
REPOSITORY = "wijk/toolbox"
NOW = "2026-01-20T12:00:00Z"


@dataclass
class Proposal:
    """A pull request."""

    number: int
    title: str
    owner: str
    branch: str
    draft: bool
    state: str = "OPEN"
    labels: list[str] = field(default_factory=list)


class GitHub(BareRepositories):
    """A repository with a branch `main`, and a fork for everybody who may not write there. Whoever signs in is called like their token."""

    def __init__(self, folder: Path, project: Path, writers: tuple[str, ...]) -> None:
        super().__init__(folder)
        self._writers = writers
        self.proposals: list[Proposal] = []
        self.copy(project, REPOSITORY)

    def answer(self, route: Route) -> None:
        """Answer a request of the browser."""
        request = route.request
        if request.method == "OPTIONS":
            return route.fulfill(status=204, headers=CORS)
        me = (request.headers.get("authorization") or "").partition(" ")[2]
        body = json.loads(request.post_data or "{}")
        address = urlsplit(request.url)
        if address.path == "/graphql":
            found: Any = {"data": self._query(body["query"], body.get("variables", {}), me)}
        else:
            found = self._rest(request.method, unquote(address.path), body | dict(parse_qsl(address.query)), me)
        if isinstance(found, bytes):
            return route.fulfill(body=found, headers=CORS | {"content-type": "application/octet-stream"})
        return route.fulfill(status=404 if found is None else 200, json=found or {}, headers=CORS)

    def _rest(self, method: str, path: str, body: dict[str, Any], me: str) -> Any:
        if path == "/user":
            return {"id": 1, "name": me.title(), "login": me, "email": "", "avatar_url": "", "html_url": f"https://github.com/{me}"}
        if not (parts := re.match(r"/repos/([^/]+/[^/]+)(/.*)?$", path)):
            return []
        repository, rest = parts[1], parts[2] or ""
        if not self.at(repository).is_dir():
            return None
        doors: list[tuple[str, str, Callable[[re.Match[str]], Any]]] = [
            ("GET", r"", lambda _: self._about(repository, me)),
            ("POST", r"/forks", lambda _: self._forked(me)),
            ("POST", r"/merge-upstream", lambda _: {}),
            ("GET", r"/git/trees/(\w+)", lambda found: {"tree": self.tree(repository, found[1])}),
            ("GET", r"/git/blobs/(\w+)", lambda found: self.blob(repository, found[1])),
            ("GET", r"/contents/(.+)", lambda found: self.blob(repository, body["ref"], found[1])),
            ("GET", r"/compare/main\.\.\.[^:]+:(.+)", lambda found: {"files": self._files(f"{me}/toolbox", found[1])}),
            ("POST", r"/pulls", lambda _: self._proposed(body)),
            ("POST", r"/issues/(\d+)/labels", lambda found: self._labelled(int(found[1]), body)),
        ]
        for of, pattern, open_ in doors:
            if of == method and (found := re.fullmatch(pattern, rest)):
                return open_(found)
        raise NotImplementedError(f"{method} {path}")

    def _about(self, repository: str, me: str) -> dict[str, Any]:
        owner = repository.partition("/")[0]
        about = {"full_name": repository, "private": False, "owner": {"type": "User"}, "allow_forking": True}
        own = me == owner or (repository == REPOSITORY and me in self._writers)
        return about | {"permissions": {"push": own}, "fork": repository != REPOSITORY, "parent": {"full_name": REPOSITORY}}

    def _forked(self, me: str) -> dict[str, str]:
        fork = f"{me}/{REPOSITORY.partition('/')[2]}"
        self.copy(self.at(REPOSITORY), fork)
        return {"full_name": fork}

    def _files(self, repository: str, branch: str) -> list[dict[str, str]]:
        words = {"A": "added", "M": "modified", "D": "removed"}
        return [{"filename": path, "status": words[sort]} for path, sort in self.changed(repository, branch).items()]

    def _proposed(self, body: dict[str, Any]) -> dict[str, Any]:
        owner, _, branch = body["head"].rpartition(":")
        made = Proposal(len(self.proposals) + 1, body["title"], owner or REPOSITORY.partition("/")[0], branch, body["draft"])
        self.proposals.append(made)
        sha = self.git(f"{made.owner}/toolbox", "rev-parse", branch)
        times = {"created_at": NOW, "updated_at": NOW}
        address = f"https://github.com/{REPOSITORY}/pull/{made.number}"
        return times | {"number": made.number, "node_id": str(made.number), "title": made.title, "html_url": address, "head": {"sha": sha}}

    def _labelled(self, number: int, body: dict[str, Any]) -> list[str]:
        self.proposals[number - 1].labels = body["labels"]
        return body["labels"]

    def _query(self, query: str, given: dict[str, Any], me: str) -> dict[str, Any]:
        """The parts of GraphQL that the editing place asks for, known by their words."""
        repository = f"{given.get('owner')}/{given.get('repo')}"
        if "createRef(" in query:
            return self._branched(given["input"], me)
        if "createCommitOnBranch(" in query:
            return self._committed(given["input"])
        if "fork: repository" in query:
            head = self.git(repository, "rev-parse", given["branch"])
            return {"fork": {"id": f"{given['forkOwner']}/{given['forkRepo']}"}, "base": {"ref": {"target": {"oid": head}}}}
        if "node(id:" in query:
            one = self.proposals[int(given["id"]) - 1]
            return {"node": {"state": one.state, "isDraft": one.draft}}
        if "markPullRequestReadyForReview" in query:
            self.proposals[int(given["input"]["pullRequestId"]) - 1].draft = False
            return {}
        return {"repository": self._of_repository(repository, query, given)}

    def _of_repository(self, repository: str, query: str, given: dict[str, Any]) -> dict[str, Any]:
        if "defaultBranchRef" in query:
            return {"defaultBranchRef": {"name": "main"}}
        if "forks(" in query:
            return {"forks": {"nodes": []}}
        if "refs(refPrefix:" in query:
            return {"refs": {"nodes": self._branches(repository, given["prefix"])}}
        if "totalCount" in query:
            return {"pullRequests": {"totalCount": sum(one.branch == given["branch"] for one in self.proposals)}}
        if "labels: [" in query:
            own = REPOSITORY.partition("/")[0]
            return {"pullRequests": {"nodes": [self._as_node(one) for one in self.proposals if one.owner == own and one.state == "OPEN"]}}
        many = {name: self._one_of_many(repository, name, asked, given) for name, asked in re.findall(r"(\w+_\d+): +(\w+\([^)]*\))", query)}
        return many or {
            "ref": {"target": {"oid": self._head(repository, given)} | self._history(repository, self._head(repository, given))}
        }

    def _head(self, repository: str, given: dict[str, Any]) -> str:
        return self.git(repository, "rev-parse", given["branch"])

    def _one_of_many(self, repository: str, name: str, asked: str, given: dict[str, Any]) -> Any:
        """One of the questions that are asked together: `content_12: object(oid: "…")`."""
        value = asked.partition('"')[2].partition('"')[0]
        if name.startswith("pr_"):
            return {"nodes": [self._as_node(one) for one in self.proposals if one.branch == value]}
        if asked.startswith("ref("):
            return {"target": self._history(repository, self._head(repository, given))}
        if name.startswith("commit_"):
            return {}
        if name.startswith("file_"):
            value = self.git(repository, "rev-parse", value)
        text = (self.blob(repository, value) or b"").decode()
        return {"oid": value, "byteSize": len(text), "isBinary": False, "isTruncated": False, "text": text}

    def _history(self, repository: str, commit: str) -> dict[str, Any]:
        person = {"name": "Redactie", "email": "redactie@example.org", "user": {"id": 1, "login": "redactie"}}
        node = {"oid": commit, "message": "Een wijziging", "author": person, "committedDate": NOW}
        return {"history": {"nodes": [node]}}

    def _branches(self, repository: str, prefix: str) -> list[dict[str, Any]]:
        names = self.git(repository, "for-each-ref", "--format=%(refname)", prefix.rstrip("/") + "/").splitlines()
        return [
            {"name": name.removeprefix(prefix), "target": self._history(repository, sha)["history"]["nodes"][0]}
            for name in names
            if (sha := self.git(repository, "rev-parse", name))
        ]

    def _as_node(self, one: Proposal) -> dict[str, Any]:
        of = f"{one.owner}/toolbox"
        kinds = {"A": "ADDED", "M": "MODIFIED", "D": "DELETED"}
        files = [{"path": path, "changeType": kinds[sort]} for path, sort in self.changed(of, one.branch).items()]
        about = {"id": str(one.number), "number": one.number, "title": one.title, "url": "", "state": one.state, "isDraft": one.draft}
        times = {"createdAt": NOW, "updatedAt": NOW}
        head = {"headRefName": one.branch, "headRefOid": self.git(of, "rev-parse", one.branch), "headRepositoryOwner": {"login": one.owner}}
        labels = {"nodes": [{"name": name} for name in one.labels]}
        return (
            about
            | times
            | head
            | {"isCrossRepository": of != REPOSITORY, "author": {"login": one.owner}, "labels": labels, "files": {"nodes": files}}
        )

    def _branched(self, asked: dict[str, str], me: str) -> dict[str, Any]:
        self.git(asked["repositoryId"], "fetch", "-q", str(self.at(REPOSITORY)), "main")
        self.git(asked["repositoryId"], "update-ref", asked["name"], asked["oid"], "0" * 40)
        return {"createRef": {"ref": {"name": asked["name"]}}}

    def _committed(self, asked: dict[str, Any]) -> dict[str, Any]:
        repository, branch = asked["branch"]["repositoryNameWithOwner"], asked["branch"]["branchName"]
        assert asked["expectedHeadOid"] == self.git(repository, "rev-parse", branch)
        files: dict[str, bytes | None] = {one["path"]: base64.b64decode(one["contents"]) for one in asked["fileChanges"]["additions"]}
        files |= {one["path"]: None for one in asked["fileChanges"]["deletions"]}
        made = self.commit(repository, branch, files, asked["message"]["headline"])
        blobs = {
            f"file_{number}": {"oid": self.git(repository, "rev-parse", f"{made}:{path}")}
            for number, path in enumerate(files)
            if files[path] is not None
        }
        return {"createCommitOnBranch": {"commit": {"oid": made, "committedDate": NOW} | blobs}}


CORS = {"access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*"}
