"""What axe-core finds, in the words of a test."""

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

# What it found in order is not told node by node, frames are looked into by a call of their own,
# and no style sheet is fetched again: these take most of its time.
OPTIONS = {"resultTypes": ["violations"], "iframes": False, "preload": False}
OF_COLOURS = ["color-contrast", "link-in-text-block"]


@dataclass(frozen=True)
class Fault:
    """A violation of any impact: the rule, and the element that breaks it as HTML."""

    rule: str
    selector: str
    html: str


def find_faults(page: Page | Frame, *, of_colours: bool = False) -> list[Fault]:
    """What axe-core finds on a whole page, or inside a frame; a page is without its frames.

    Only ``of_colours`` is asked of the dark theme where the light one was asked for everything: the
    elements are the same.
    """
    options = OPTIONS | ({"runOnly": OF_COLOURS} if of_colours else {})
    return [
        Fault(violation["id"], node["target"][0], node["html"])
        for violation in Axe().run(page, options=options).response["violations"]
        for node in violation["nodes"]
    ]
