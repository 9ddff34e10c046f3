"""Python's garbage collection does not stop everybody to look through what stays for good."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

MOST = 0.2
"""Of all objects, so many may be gone through: a visitor's page, not the modules."""

PROGRAM = """
import gc
from streamlit.testing.v1 import AppTest

for query in ({}, {"view": "review"}):
    visitor = AppTest.from_file("app.py", default_timeout=60)
    visitor.query_params.update(query)
    for _ in range(2):
        visitor.run()
    assert not visitor.exception
looked_at = len(gc.get_objects())
gc.unfreeze()
print(looked_at / len(gc.get_objects()))
"""


def test_what_was_imported_is_not_looked_through() -> None:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert float(told.stdout) < MOST
