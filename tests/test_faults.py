"""Every fault ends in its message, whole, on the command line; tests/README.md lists them."""

import re
from pathlib import Path

import pytest

from statement_map.__main__ import main
from statement_map.reading import read_atlas
from tests.conftest import ROOT
from tests.faults import FAULTS, Fault, table
from tests.reading.samples import write_data

README = (ROOT / "tests" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_a_fault(fault: Fault, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoilt = write_data(tmp_path) / fault.file
    content = fault.spoil()
    if content is None:
        spoilt.unlink()
    else:
        spoilt.write_bytes(content)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    assert main(["check", str(tmp_path)]) == (1 if fault.is_error else 0)

    out, err = capsys.readouterr()
    assert err == "".join(f"{tmp_path}/{line}\n" for line in fault.told)
    assert bool(out) is not fault.is_error
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    if not fault.is_error:
        assert repr(fault.kept)[1:-1] in repr(read_atlas(tmp_path))


def test_the_table_lists_every_fault_with_its_test_and_message() -> None:
    listed = [line for line in README.splitlines() if "`test_a_fault[" in line]
    assert listed == list(table())[2:], "copy what `python -m tests.faults` prints"


def test_no_two_faults_share_a_test() -> None:
    assert len({fault.id for fault in FAULTS}) == len(FAULTS)


def test_every_message_says_where_what_was_found_and_what_to_write() -> None:
    parts = re.compile(r"[a-z]+\.(yaml|csv|geojson)(:\d+)?: .+; found .+; .+", re.DOTALL)
    for fault in FAULTS:
        for line in fault.told:
            assert parts.fullmatch(line), line
