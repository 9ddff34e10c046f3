"""A statement larger than any real one, to see that the page stays usable."""

import shutil
from pathlib import Path

from tests.conftest import ROOT


def write_large(folder: Path, events: int) -> None:
    """Write a statement with as many paragraphs as `events`, told one each in January 2022."""
    folder.mkdir(exist_ok=True)
    for name in ("boundaries.geojson", "locations.csv"):
        shutil.copy(ROOT / "data" / name, folder)
    head = f"""\
statement:
  title: {{en: A long statement}}
  issuer: {{en: An issuer}}
  publisher: {{en: A publisher}}
  url: https://example.org/statement
  language: en
  published: 2022-02-01
  published_basis: stated
  paragraphs: {events}
  sha256: {"0" * 64}
  topics:
    - {{id: even, title: {{en: Even}}}}
    - {{id: odd, title: {{en: Odd}}}}
events:
"""
    told = [
        f"""\
  - id: event-{n}
    paragraph: {n}
    when: 2022-01-{1 + n % 30:02}
    basis: stated
    when_phrase: on that day
    places: [{{id: almaty, phrase: in Almaty}}]
    kind: claim
    topic: {"odd" if n % 2 else "even"}
    title: {{en: Event number {n}}}
    text: {{en: The issuer states the number {n}.}}
    quote: number {n}
"""
        for n in range(1, events + 1)
    ]
    (folder / "events.yaml").write_text(head + "".join(told), encoding="utf-8")
