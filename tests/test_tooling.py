"""The files that tools and Streamlit Cloud read."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"([a-z0-9-]+)==[0-9][0-9a-z.]*( ; [a-z_]+ (==|!=|>=) '[A-Za-z0-9.]+')?")


def lines_of(name: str) -> list[str]:
    """The lines of a requirements file that are not comments."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.lstrip().startswith("#")]


def names_in(name: str) -> set[str]:
    return {line.split("==")[0] for line in lines_of(name)}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_and_name_no_host(name: str) -> None:
    assert [line for line in lines_of(name) if not PIN.fullmatch(line)] == []
    assert "//" not in (ROOT / name).read_text(encoding="utf-8")
    assert len(names_in(name)) == len(lines_of(name))


def test_requirements_hold_what_was_asked_for() -> None:
    asked = {line.split("#")[0].strip().lower() for line in lines_of("requirements.in")}
    assert asked <= set(lines_of("requirements.txt"))


def test_tests_run_on_the_versions_that_the_app_runs_on() -> None:
    assert set(lines_of("requirements.txt")) <= set(lines_of("requirements-dev.txt"))


@pytest.mark.parametrize("name", ["uv.lock", "Pipfile", "environment.yml"])
def test_streamlit_cloud_finds_no_other_list(name: str) -> None:
    assert not (ROOT / name).exists()


def test_server_settings() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["runner"]["postScriptGC"] is False
    assert config["browser"]["gatherUsageStats"] is False
    assert config["browser"]["serverAddress"] == "localhost"


DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", "")


def test_the_container_holds_what_the_app_needs_and_nothing_secret() -> None:
    copied = re.findall(r"^COPY (\S+) (\S+)$", DOCKERFILE, re.MULTILINE)
    let_in = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {f"!{source}" for source, _ in copied} == {
        line for line in let_in if line.startswith("!")
    }
    assert "*" in let_in
    needed = {"requirements.txt", ".streamlit/config.toml", "app.py", "server.py"}
    needed |= {"data", "statement_map"}
    assert {source for source, _ in copied} == needed
    assert [source for source, _ in copied if not (ROOT / source).exists()] == []
    assert "-r requirements.txt" in DOCKERFILE


def test_the_container_has_no_rights_and_says_how_it_is() -> None:
    instructions = [line.split()[0] for line in DOCKERFILE.splitlines() if line[:1].isupper()]
    assert instructions.index("USER") > max(
        n for n, name in enumerate(instructions) if name in {"RUN", "COPY"}
    )
    (port,) = re.findall(r"^EXPOSE (\d+)$", DOCKERFILE, re.MULTILINE)
    assert f"--server.port={port}" in DOCKERFILE
    assert f"http://127.0.0.1:{port}/_stcore/health" in DOCKERFILE
    assert instructions.count("HEALTHCHECK") == 1


def test_the_head_for_a_space_fits_the_container() -> None:
    docs = (ROOT / "docs" / "exporting.md").read_text(encoding="utf-8")
    (head,) = re.findall(r"^```yaml\n---\n(.*?)^---\n```", docs, re.MULTILINE | re.DOTALL)
    (port,) = re.findall(r"^EXPOSE (\d+)$", DOCKERFILE, re.MULTILINE)
    assert yaml.safe_load(head) == {
        "title": "Statement Map",
        "sdk": "docker",
        "app_port": int(port),
        "license": "mit",
    }
