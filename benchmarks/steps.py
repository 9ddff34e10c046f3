"""From a key press to the changed map."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Frame, Page, WebSocket

from benchmarks.browser import new_page, open_browser
from benchmarks.inputs import DAYS, ROOT, marked
from benchmarks.npm import fetch_scripts
from benchmarks.server import serve
from benchmarks.tables import high, progress, spread, table

EVENTS = (35, 1_000, 10_000)
STEPS = 20
SECONDS = 20  # for the counted steps of one design; those that take seconds each are fewer
RIVALS = Path(__file__).parent / "rivals"


@dataclass(frozen=True)
class Design:
    """One way to do it, and the selectors that its map and its page match on ``{day}`` alone.

    A map drawn ``on_canvas`` has no marks to select. ``buttons`` in the map, forward and back,
    are pressed where there is no slider in the page. ``settings`` is the folder of its project.
    """

    name: str
    script: Path
    map: str = ""
    page: str = ""
    on_canvas: bool = False
    settings: Path = ROOT
    buttons: tuple[str, str] | None = None

    def probes(self, day: int, events: int) -> dict[str, str | int]:
        """Return what shows that ``day`` has come, as watch.js takes it."""
        selectors = {"map": self.map, "page": self.page}
        probes: dict[str, str | int] = {
            name: selector.replace("{day}", marked(day))
            for name, selector in selectors.items()
            if selector
        }
        return {**probes, "map": events} if self.on_canvas else probes


MAP, CARD = ".place-{day}.is-now", ".card article[data-shown='{day}']"
_MARK = ".mark-{day}.is-now"
APP = Design("this app", ROOT / "server.py", MAP, CARD)
BARE = Design("bare app: a slider and a text", RIVALS / "bare.py", page="[data-shown='{day}']")
REBUILT = Design("`st_folium`, map rebuilt", RIVALS / "rebuilt_map.py", _MARK)
TIME_SLIDER = Design(
    "folium `TimestampedGeoJson`",
    RIVALS / "time_slider.py",
    _MARK,
    buttons=(".timecontrol-forward", ".timecontrol-backward"),
)
DESIGNS = (
    APP,
    BARE,
    REBUILT,
    Design("`st_folium`, `feature_group_to_add`", RIVALS / "feature_group.py", _MARK),
    Design("`st.pydeck_chart`", RIVALS / "pydeck_chart.py", on_canvas=True),
    Design("plotly `scatter_map`", RIVALS / "plotly_map.py", on_canvas=True),
    TIME_SLIDER,
)


@dataclass(frozen=True)
class Steps:
    """What was measured of one design at one size: a figure for each step."""

    design: Design
    events: int
    map_ms: list[float] = field(default_factory=list)
    page_ms: list[float] = field(default_factory=list)
    received: list[int] = field(default_factory=list)
    reloads: int = 0


def tell(measured: list[Steps]) -> str:
    """Return the section about steps."""
    columns = (
        *("design", "events", "map, ms", "p95", "card or text, ms", "p95"),
        *("bytes a step", "frame reloads a step", "steps"),
    )
    rows = (
        (
            *(each.design.name, each.events, spread(each.map_ms, 1), high(each.map_ms, 1)),
            *(spread(each.page_ms, 1), high(each.page_ms, 1), f"{median(each.received):.0f}"),
            *(f"{each.reloads / len(each.received):g}", len(each.received)),
        )
        for each in measured
    )
    left_out = (
        ""
        if any(each.design == TIME_SLIDER for each in measured)
        else f"\n\nNot measured: {TIME_SLIDER.name}, whose scripts npm could not fetch."
    )
    return f"""\
## Steps

From the key press (in `TimestampedGeoJson`, a click on its button) to the change in the page,
noted inside the browser: median (least to most) and 95th percentile. Bytes are the median of what
comes over the websocket. One step warms up; then there are {STEPS}, or as many as fit in
{SECONDS} seconds. There are {len(DAYS)} days for any number of events. The map of a canvas has
changed with the first drawing of all marks after new ones were uploaded. `TimestampedGeoJson`
never asks the server and shows the marks of one day only; the others show all marks in the
colour of their state.

{table(columns, rows)}{left_out}"""


def measure(data: Mapping[int, Path]) -> Iterator[Steps]:
    """Measure every design on every data directory; ``data`` has them by number of events."""
    designs = DESIGNS if fetch_scripts() else [each for each in DESIGNS if each != TIME_SLIDER]
    with open_browser() as browser:
        for events, directory in data.items():
            for design in designs:
                progress(f"steps, {events} events: {design.name}")
                yield measure_design(browser, design, events, directory)


def measure_design(browser: Browser, design: Design, events: int, data: Path) -> Steps:
    """Step through the days and back until there are enough steps or time is up."""
    steps = Steps(design, events)
    with serve(design.script, data, settings=design.settings) as server, new_page(browser) as page:
        traffic = _Traffic(page)
        open_first_day(page, server.url, design)
        for number, seen in enumerate(step_through(page, design, events, SECONDS)):
            if number > 0:  # the first one warms up
                steps.map_ms.extend([seen["map"]] if "map" in seen else [])
                steps.page_ms.extend([seen["page"]] if "page" in seen else [])
                steps.received.append(traffic.received)
            else:
                traffic.reloads = 0
            traffic.received = 0
            if len(steps.received) == STEPS:
                break
        return replace(steps, reloads=traffic.reloads)


def open_first_day(page: Page, url: str, design: Design) -> None:
    """Open the app on the first day, and wait until all is drawn."""
    # Without a day in the address the app shows its cover first.
    page.goto(f"{url}?date={DAYS[0]}")
    for probe in design.probes(0, 0).values():
        page.wait_for_function("selector => benchmark.shows(selector)", arg=probe or "canvas")
    _rest(page, design)
    if not design.buttons:
        page.locator("input[type=range]").focus()


def step_through(
    page: Page, design: Design, events: int, seconds: float
) -> Iterator[dict[str, float]]:
    """Step from the first day to the last, back and on; yield the milliseconds of each step.

    They are those from the key press until ``map`` and ``page`` showed the day. The time starts
    with the second step.
    """
    until = None
    for day, forward in _walk():
        yield _step(page, design, events, day, forward)
        until = until or time.monotonic() + seconds
        if time.monotonic() > until:
            return


def _walk() -> Iterator[tuple[int, bool]]:
    """Yield the day of each step, and whether it is a step forward: to the end, back, and on."""
    while True:
        yield from ((day, True) for day in range(1, len(DAYS)))
        yield from ((day, False) for day in range(len(DAYS) - 2, -1, -1))


def _step(page: Page, design: Design, events: int, day: int, forward: bool) -> dict[str, float]:
    """Go one day on or back; return the milliseconds until map and page showed it."""
    page.evaluate("probes => benchmark.await(probes)", design.probes(day, events))
    if design.buttons:
        button = design.buttons[0 if forward else 1]
        page.frame_locator("iframe").locator(button).click()
    else:
        page.keyboard.press("ArrowRight" if forward else "ArrowLeft")
    page.wait_for_function("!Object.keys(benchmark.awaited).length")
    seen: dict[str, float] = page.evaluate("benchmark.seen")
    _rest(page, design)
    return seen


def _rest(page: Page, design: Design) -> None:
    # A worker may prepare a canvas for a while before it is drawn.
    quiet_ms = 1_000 if design.on_canvas else 250
    page.wait_for_function("ms => benchmark.rests(ms)", arg=quiet_ms, polling=50)


class _Traffic:
    """What a page receives over its websocket, and how often one of its frames is loaded."""

    def __init__(self, page: Page) -> None:
        self.received = self.reloads = 0
        page.on("websocket", self._listen)
        page.on("framenavigated", self._count)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._add)

    def _add(self, payload: str | bytes) -> None:
        self.received += len(payload)

    def _count(self, frame: Frame) -> None:
        self.reloads += frame.parent_frame is not None
