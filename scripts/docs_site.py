"""What MkDocs does not do by itself for the site of docs/: the demo, and links out of the folder.

MkDocs calls these as hooks; mkdocs.yml names the file.
"""

import re
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from statement_map.exporting import FORMATS, read_source

ROOT = Path(__file__).resolve().parent.parent
OUTSIDE = re.compile(r"\[([^\]]+)\]\(((?:\.\./)+)([^)#]+)(?:#[^)]*)?\)")


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Say where a file of the project is that is no part of the site, instead of linking to it."""
    return OUTSIDE.sub(r"\1 (`\3`)", markdown)


def on_post_build(config: MutableMapping[str, Any]) -> None:
    """Put the handout beside the pages: it is the whole map in one file, and runs anywhere."""
    demo = Path(config["site_dir"]) / "demo.html"
    demo.write_bytes(FORMATS["html"].export(read_source(ROOT / "data")))
