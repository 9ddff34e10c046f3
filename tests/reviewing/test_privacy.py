"""Nothing of what somebody works at is written to a disk or into a log."""

import subprocess
import sys

from tests.conftest import ROOT

SESSION = """
import os
import sys

written = []


def hear(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            written.append((path, mode))


sys.addaudithook(hear)
from statement_map.drafting.proposing import Details
from statement_map.prose.text import build_source
from statement_map.errors import DataErrors
from statement_map.reviewing import History, editing
from statement_map.reviewing.looking_up import draft_text, find_candidates
from statement_map.reviewing.opening import open_draft, open_files, open_kept, open_text
from statement_map.reviewing.packing import build_zip

text = open_text("t.txt", b"On 5 January 2022 it rained in Warsaw.")
draft = draft_text(build_source("t.txt", text, "en"), Details(), lambda *_: None)
history = History(open_draft(draft))
work, place = editing.add_place(history.present, "Secret Harbour")
find_candidates("Secret Harbour")
history = history.add(editing.set_point(work, place, 50, 20))
try:
    editing.change_event(history.present, "p1-1", {"title": {"en": "\\0"}})
except DataErrors:
    pass
work = open_files({"a.zip": build_zip(history.present)})
assert open_kept({"events.yaml": work.events_yaml, "locations.csv": work.locations_csv,
                  "text.txt": text}) == work == history.present
assert written == [], written
open("/dev/null", "w").close()
assert len(written) == 1, "the hook hears what is written"
"""


def test_a_session_writes_and_logs_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-B", "-c", SESSION], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
