"""What the README says holds."""

import re

import pytest

from statement_map.__main__ import main
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_direct_requirement_is_explained() -> None:
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    required = {line.split("==")[0] for line in lines if "==" in line}
    table = README.split("## What it is made of")[1].split("## Licences")[0]
    assert set(re.findall(r"^\| ([\w-]+) \|", table, re.MULTILINE)) - {"package"} == required


def test_links_within_the_repository_lead_somewhere() -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_check_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "data")]) == 0
    shown = capsys.readouterr().out.strip()
    assert f"-m statement_map check\n{shown}\n" in README
