"""What runs at GitHub: safe for forks, pinned, asking for little, and calling commands that exist."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

import run
from macros.__main__ import VERBS
from macros.contribution import CONSENT, QUESTIONS, YES, heading, read_contribution

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent


def jobs(workflow: Path) -> dict[str, Any]:
    return yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]


def test_zizmor_has_nothing_to_say() -> None:
    judged = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-config", "--persona=pedantic", "--format=json", str(GITHUB)], capture_output=True, text=True
    )
    assert judged.returncode == 0, judged.stdout + judged.stderr
    assert json.loads(judged.stdout) == []


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", "workflows/*.yml"),
        ("custom.github-workflows-require-timeout", "workflows/*.yml"),
        ("vendor.dependabot", "dependabot.yml"),
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/[0-9]*.yml"),
        ("vendor.github-issue-config", "ISSUE_TEMPLATE/config.yml"),
    ],
)
def test_the_files_are_what_github_reads(schema: str, files: str) -> None:
    found = sorted(GITHUB.glob(files))
    assert found
    judged = subprocess.run([BIN / "check-jsonschema", "--builtin-schema", schema, *found], capture_output=True, text=True)
    assert judged.returncode == 0, judged.stdout + judged.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_an_action_is_a_commit_of_github_itself_with_its_version_beside_it(workflow: Path) -> None:
    for line in workflow.read_text(encoding="utf-8").splitlines():
        if "uses:" in line:
            assert re.fullmatch(r"\s*(?:- )?uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_a_stranger_gets_no_more_than_reading(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    assert yaml.safe_load(text)["permissions"] == {}
    assert "pull_request_target" not in text and "workflow_run" not in text and "secrets." not in text
    for name, job in jobs(workflow).items():
        writes = {what for what, may in job["permissions"].items() if may == "write"}
        # Only these two write, and neither runs for a proposal: one hangs on a job for pushes only, the other on the clock.
        assert not writes or (workflow.name, name) in {("controle.yml", "publiceer"), ("links.yml", "links")}
    controle = jobs(GITHUB / "workflows/controle.yml")
    assert controle["publiceer"]["needs"] == "bouw" and "github.event_name == 'push'" in controle["bouw"]["if"]
    assert "pull_request" not in (GITHUB / "workflows/links.yml").read_text()


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_every_command_exists(workflow: Path) -> None:
    scripts = [step.get("run", "") for job in jobs(workflow).values() for step in job["steps"]]
    called = re.findall(r"python3 run\.py (\w+)", "\n".join(scripts))
    assert called and set(called) <= set(run.VERBS)
    assert set(re.findall(r"-m macros (\w+)", "\n".join(scripts))) <= set(VERBS)


def test_the_form_at_github_asks_what_the_form_on_the_site_asks() -> None:
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/1-wij-gebruikten-dit.yml").read_text(encoding="utf-8"))
    *asked, agreed = [part for part in form["body"] if part["type"] != "markdown"]
    assert [part["id"] for part in asked] == [one.id for one in QUESTIONS]
    assert [part["attributes"]["label"] for part in asked] == [heading(number) for number in range(1, len(QUESTIONS) + 1)]
    assert [part.get("validations", {}).get("required", False) for part in asked] == [one.always for one in QUESTIONS]
    assert agreed["attributes"]["label"] == CONSENT and agreed["attributes"]["options"] == [{"label": YES, "required": True}]
    # As GitHub writes down what somebody filled in.
    answers = {"over": "methods/dialoogtafel", "advies": "Doe het."}
    body = "".join(f"### {part['attributes']['label']}\n\n{answers.get(part['id'], '_No response_')}\n\n" for part in asked)
    given = read_contribution(f"{body}### {CONSENT}\n\n- [x] {YES}\n".encode(), "issue")
    assert given.key == "methods/dialoogtafel" and not given.is_example


def test_owners_are_comments_until_they_are_named() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line.strip() and not line.startswith("#")]
    assert all(re.fullmatch(r"/\S+( +@[\w-]+(/[\w-]+)?)+", line) and "@OWNER" not in line for line in rules)
