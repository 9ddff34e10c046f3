"""The offline handout: one HTML file that needs no network and no server.

``assets/handout.html`` is the page; map, card and accounts are drawn by the modules that the app
uses too, from JSON and with textContent alone. Cover, buttons and axis are the app's templates,
written once for each language; the browser shows those of the language that is chosen.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from statement_map.balance import STYLE as BALANCE_STYLE
from statement_map.balance import kinds_in, write_balance
from statement_map.browser.bundling import bundle
from statement_map.card_view import STYLE as CARD_STYLE
from statement_map.exporting.data_files import tell_files
from statement_map.exporting.handout.content import build_content
from statement_map.exporting.source import ExportSource, write_json
from statement_map.language import Language, languages
from statement_map.language.templates import Templates
from statement_map.map_view import LEAFLET, MEASURES_STYLE, TOPICS_STYLE
from statement_map.map_view import STYLE as MAP_STYLE
from statement_map.model import Event
from statement_map.page_view import AXIS_STYLE, COVER_STYLE, STEPS_STYLE, write
from statement_map.page_view import STYLE as PAGE_STYLE
from statement_map.page_view.axis import SLIDER, write_axis, write_topics_style
from statement_map.timeline import Interval

_ROOM = Path(str(files(__name__)))
_ASSETS = _ROOM / "assets"
_STYLES = (
    LEAFLET / "leaflet.css",
    MEASURES_STYLE,
    TOPICS_STYLE,
    MAP_STYLE,
    PAGE_STYLE,
    CARD_STYLE,
    STEPS_STYLE,
    AXIS_STYLE,
    COVER_STYLE,
    BALANCE_STYLE,
    _ASSETS / "handout.css",
)
_TEMPLATES = Templates(_ASSETS)
COLUMNS_MOST = 12
"""More days than this are no columns to write in."""

PANELS = ("events", "balance", "worksheet", "about")
"""What stands below map and axis, by the name that the address has for it."""

PLAIN_MOST = 500
"""So many events are told where no script runs; the rest are counted."""

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_CSS_URL = re.compile(r"url\([^)]*\)")
_CSS_FOREIGN = re.compile(r"^\s*(behavior|mix-blend-mode):[^;]*;\n", re.MULTILINE)
"""What Leaflet writes for an old browser and for tiles, and validators do not know."""


@dataclass(frozen=True)
class Linked:
    """What the page of a site tells those that link to it, and which files lie beside it.

    ``address`` is where the page will be, None where that is not known yet; ``picture`` is what is
    shown beside a link to it, and how many px that has.
    """

    address: str | None
    picture: str
    width_px: int
    height_px: int
    files: tuple[str, ...]


@cache
def handout_script() -> str:
    """Return the script of the page, with the map's own; it needs Leaflet."""
    return bundle(_ROOM / "handout.js").as_script()


def export(source: ExportSource, linked: Linked | None = None) -> bytes:
    """Return the page. Nothing in it asks for anything, and its own policy forbids it to."""
    scripts = [_SOURCE_MAP.sub("", _read(LEAFLET / "leaflet.js")), handout_script()]
    statement = source.atlas.statement
    styles = [_CSS_URL.sub("none", _CSS_FOREIGN.sub("", _read(path))) for path in _STYLES]
    styles.append(write_topics_style(statement))
    known = languages()
    language = known.get(statement.language) or next(iter(known.values()))
    page = _TEMPLATES.write(
        "handout.html",
        language,
        policy=_policy(scripts, styles),
        scripts=map(Markup, scripts),
        styles=map(Markup, styles),
        content=Markup(write_json(build_content(source))),
        data_files=Markup(write_json(tell_files(source))),
        slider=Markup(SLIDER),
        filled={code: _fill(source, each) for code, each in known.items()},
        events=len(source.atlas.events),
        told=source.atlas.events,
        plain_most=PLAIN_MOST,
        timeline=source.timeline,
        statement=statement,
        published=Interval(statement.published.start, statement.published.end),
        languages=known,
        axis=_axis(source.timeline.steps),
        kinds=kinds_in(source.atlas),
        balances={
            code: Markup(write_balance(source.timeline, each, _link))
            for code, each in known.items()
        },
        linked=linked,
    )
    return page.encode()


def _fill(source: ExportSource, language: Language) -> dict[str, Markup]:
    """Return what the app shows too, by the slot of the page that it fills.

    The policy forbids styles in attributes: the browser's script sets them from ``data-style``.
    """
    axis = write_axis(source.atlas, source.timeline, language, _link)
    bar = write("navigation.html", language, at="#", panels=PANELS, offers_review=False)
    return {
        "bar": Markup(bar),
        "cover": Markup(write("cover.html", language, timeline=source.timeline)),
        "walk": Markup(write("walk.html", language, presents=False)),
        "axis": Markup(axis.replace(' style="', ' data-style="')),
    }


def _link(event: Event) -> str:
    return f"#event={event.id}"


def _axis(steps: Sequence[date]) -> Sequence[date]:
    """Return days to stand over the columns of an axis on paper; of many the first and the last."""
    return steps if len(steps) <= COLUMNS_MOST else (steps[0], steps[-1])


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return the Content-Security-Policy: these scripts and styles, and images from the page."""
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: Iterable[str]) -> str:
    digests = (sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)
