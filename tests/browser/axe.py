"""What axe-core finds, in the words of a test."""

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

# What it found in order is not told node by node: that takes most of its time.
OPTIONS = {"resultTypes": ["violations"]}


@dataclass(frozen=True)
class Fault:
    """A violation of any impact: the rule, and the element that breaks it as HTML."""

    rule: str
    selector: str
    html: str


def find_faults(page: Page | Frame) -> list[Fault]:
    """What axe-core finds on a whole page, or inside a frame; a page is without its frames."""
    return [
        Fault(violation["id"], node["target"][0], node["html"])
        for violation in Axe().run(page, options=OPTIONS).response["violations"]
        for node in violation["nodes"]
    ]
