"""One browser window, and what it did."""

from dataclasses import dataclass, field
from typing import Literal, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Page


@dataclass(frozen=True)
class Visit:
    """A page with a record of what it complained about and whom it asked."""

    page: Page
    app_url: str
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def requests_elsewhere(self) -> list[str]:
        """Addresses asked for that are not the app's; `data:` and `blob:` ask nobody."""
        asked = [url for url in self.requests if urlsplit(url).netloc]
        return [url for url in asked if urlsplit(url).netloc != urlsplit(self.app_url).netloc]


class NewPage(Protocol):
    """Opens a blank page; the test goes to `app_url` or elsewhere with it."""

    def __call__(
        self,
        *,
        width: int = 1280,
        height: int = 800,
        phone: bool = False,
        locale: str = "pl-PL",
        timezone: str = "Europe/Warsaw",
        color_scheme: Literal["light", "dark"] = "light",
        reduced_motion: Literal["reduce", "no-preference"] = "reduce",
    ) -> Visit: ...
