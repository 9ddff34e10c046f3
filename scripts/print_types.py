"""Print the types of what Python sends to the browser: `python -m scripts.print_types`."""

from pathlib import Path

from statement_map import browser
from statement_map.browser.printing import print_types
from statement_map.card_view.content import CardContent
from statement_map.map_view.content import MapContent

PRINTED = Path(browser.__file__).with_name("program") / "content.d.ts"
ROOTS = (CardContent, MapContent)

if __name__ == "__main__":
    PRINTED.write_text(print_types(ROOTS), encoding="utf-8")
