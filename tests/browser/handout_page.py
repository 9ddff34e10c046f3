"""The handout as a test sees it: a file in a browser that is told to be offline."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Locator, Page, expect

from statement_map.exporting import FORMATS, read_source
from statement_map.reading import read_data
from tests.browser.visit import NewPage
from tests.conftest import ROOT

DAYS = [f"2022-01-{day:02}" for day in range(2, 11)]
ATLAS = read_data(ROOT / "data").atlas


@dataclass
class Handout:
    """The handout as a reader sees it, and what it asked for and complained about."""

    page: Page
    url: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, fragment: str = "") -> Handout:
        self.page.goto(self.url + fragment)
        expect(self.page.locator(".is-ready:not(.is-moving)")).to_be_visible()
        return self

    @property
    def card(self) -> Locator:
        return self.page.locator("#card")

    @property
    def slider(self) -> Locator:
        return self.page.locator(".date-slider input")

    def mark(self, place: str) -> Locator:
        return self.page.locator(f".place.place-{place}")

    def expect_event(self, event: str) -> None:
        expect(self.card.locator("article")).to_have_attribute("data-shown", event)

    def expect_day(self, day: str) -> None:
        expect(self.slider).to_have_value(str(DAYS.index(day)))


class OpenHandout(Protocol):
    def __call__(
        self,
        file: Path | None = None,
        *,
        phone: bool = False,
        locale: str = "pl-PL",
        color_scheme: Literal["light", "dark"] = "light",
    ) -> Handout: ...


@pytest.fixture(scope="session")
def handout_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_handout(ROOT / "data", tmp_path_factory.mktemp("handout"))


def write_handout(data: Path, folder: Path) -> Path:
    file = folder / "handout.html"
    file.write_bytes(FORMATS["html"].export(read_source(data)))
    return file


@pytest.fixture
def open_handout(new_page: NewPage, handout_file: Path) -> OpenHandout:
    """Opens the handout from its file, in a browser that is told to be offline."""

    def open_page(
        file: Path | None = None,
        *,
        phone: bool = False,
        locale: str = "pl-PL",
        color_scheme: Literal["light", "dark"] = "light",
    ) -> Handout:
        visit = new_page(phone=phone, locale=locale, color_scheme=color_scheme)
        visit.page.context.set_offline(True)
        url = (file or handout_file).as_uri()
        handout = Handout(visit.page, url, visit.requests, visit.errors)
        visit.page.on("console", lambda said: handout.errors.append(f"{said.type}: {said.text}"))
        return handout

    return open_page
