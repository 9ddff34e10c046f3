"""Write tiles into one ZIP file, as the base map reads them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path


def as_json(value: object) -> str:
    """Return a value as JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_archive(target: Path, members: Mapping[str, str]) -> None:
    """Write the members by name, the same to the byte each time, and say how large it is."""
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name)  # its time is that of the format's first day
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, members[name], compresslevel=9)
    print(f"{target}: {target.stat().st_size:,} bytes, {len(members)} members")
