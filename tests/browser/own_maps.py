"""Small maps of one's own: forty towns of Poland, both sides of 180°, a building alone."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from playwright.sync_api import Frame, Page

from tests.conftest import ROOT

SIZES = {"desktop": (1280, 800), "phone": (390, 844), "small phone": (320, 640)}


@dataclass(frozen=True)
class Spot:
    """A place with a point, WGS 84 degrees."""

    id: str
    name: str
    lat: float
    lon: float
    kind: str = "city"


def _town(name: str, lat: float, lon: float) -> Spot:
    plain = name.lower().translate(str.maketrans("ąćęłńóśźż ", "acelnoszz-"))
    return Spot(plain, name, lat, lon)


TOWNS = (
    _town("Warszawa", 52.2298, 21.0118),
    _town("Pruszków", 52.1709, 20.8120),
    _town("Piaseczno", 52.0814, 21.0240),
    _town("Otwock", 52.1053, 21.2613),
    _town("Legionowo", 52.4015, 20.9262),
    _town("Łódź", 51.7706, 19.4739),
    _town("Pabianice", 51.6644, 19.3547),
    _town("Zgierz", 51.8551, 19.4064),
    _town("Kraków", 50.0614, 19.9366),
    _town("Wieliczka", 49.9871, 20.0644),
    _town("Skawina", 49.9755, 19.8282),
    _town("Katowice", 50.2584, 19.0275),
    _town("Chorzów", 50.3058, 18.9742),
    _town("Bytom", 50.3480, 18.9328),
    _town("Zabrze", 50.3249, 18.7857),
    _town("Gliwice", 50.2976, 18.6766),
    _town("Sosnowiec", 50.2863, 19.1041),
    _town("Tychy", 50.1372, 18.9666),
    _town("Wrocław", 51.1000, 17.0333),
    _town("Oleśnica", 51.2099, 17.3893),
    _town("Nysa", 50.4747, 17.3328),
    _town("Kłodzko", 50.4346, 16.6615),
    _town("Lądek-Zdrój", 50.3432, 16.8797),
    _town("Opole", 50.6721, 17.9253),
    _town("Poznań", 52.4069, 16.9299),
    _town("Luboń", 52.3478, 16.8782),
    _town("Swarzędz", 52.4084, 17.0799),
    _town("Gdańsk", 54.3521, 18.6464),
    _town("Sopot", 54.4418, 18.5601),
    _town("Gdynia", 54.5189, 18.5319),
    _town("Hel", 54.6081, 18.8013),
    _town("Szczecin", 53.4289, 14.5530),
    _town("Police", 53.5521, 14.5718),
    _town("Lublin", 51.2500, 22.5667),
    _town("Świdnik", 51.2193, 22.6969),
    _town("Białystok", 53.1333, 23.1643),
    _town("Rzeszów", 50.0413, 21.9990),
    _town("Kielce", 50.8703, 20.6275),
    _town("Toruń", 53.0137, 18.5981),
    _town("Bydgoszcz", 53.1235, 18.0076),
)
"""Forty towns; those of Upper Silesia lie within 15 km of one another."""

LANDINGS = (
    Spot("rabi", "Landing place of Rabi", -16.500, 179.990, "site"),
    Spot("anadyr", "Landing place of Anadyr", -16.500, -179.915, "site"),
)
"""On both sides of 180°, 0.095° of longitude apart: 0.095 · 111.3 km · cos 16.5° = 10.1 km."""

HALL = Spot("town-hall", "Town hall", 52.2440, 20.9980, "site")


MAPS = {"towns": TOWNS, "landings": LANDINGS, "hall": (HALL,)}


class OpenOwn(Protocol):
    """Opens the handout of one of `MAPS`, or of the statement itself, in English."""

    def __call__(
        self,
        name: str,
        fragment: str = "",
        size: str = "desktop",
        *,
        color_scheme: Literal["light", "dark"] = "light",
    ) -> Page: ...


TWO_FRAMES = "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))"


def rest(window: Page | Frame) -> None:
    """Wait until the view rests and the names have found their places.

    What follows a change of the window's size has come two frames later (ResizeObserver).
    """
    window.locator(".is-ready").wait_for()
    window.evaluate(TWO_FRAMES)
    window.locator(".is-ready:not(.is-moving, .is-naming)").wait_for()


def write_map(folder: Path, spots: Sequence[Spot]) -> Path:
    """Write a statement that names all `spots` in its first event, and one each in the next."""
    folder.mkdir(exist_ok=True)
    shutil.copy(ROOT / "data" / "boundaries.geojson", folder)
    rows = ["id,name_pl,name_en,name_kk,name_ru,kind,part_of,lat,lon,radius_km,boundary,members,"]
    rows[0] += "method,query,source,source_id,retrieved,confidence,reviewed,note"
    for spot in spots:
        place = f"{spot.id},{spot.name},{spot.name},,,{spot.kind},,{spot.lat},{spot.lon},0.2,,"
        rows.append(f"{place},manual,,an atlas,,2022-01-01,high,yes,")
    (folder / "locations.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    head = f"""\
statement:
  title: {{en: A statement of our own}}
  issuer: {{en: An issuer}}
  publisher: {{en: A publisher}}
  url: https://example.org/statement
  language: en
  published: 2022-02-01
  published_basis: stated
  paragraphs: {len(spots) + 1}
  sha256: {"0" * 64}
  topics:
    - {{id: towns, title: {{en: Towns}}}}
events:
"""
    everywhere = ", ".join(f"{{id: {spot.id}, phrase: in {spot.name}}}" for spot in spots)
    told = [_event("everywhere", 1, f"[{everywhere}]", "In all of them")]
    for n, spot in enumerate(spots, start=2):
        place = f"[{{id: {spot.id}, phrase: in {spot.name}}}]"
        told.append(_event(f"in-{spot.id}", n, place, f"In {spot.name}"))
    (folder / "events.yaml").write_text(head + "".join(told), encoding="utf-8")
    return folder


def _event(id_: str, paragraph: int, places: str, title: str) -> str:
    return f"""\
  - id: {id_}
    paragraph: {paragraph}
    when: 2022-01-{paragraph % 5 + 1:02}
    basis: stated
    when_phrase: on that day
    places: {places}
    kind: claim
    topic: towns
    title: {{en: {title}}}
    text: {{en: The issuer states it.}}
    quote: number {paragraph}
"""
