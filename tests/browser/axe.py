"""What axe-core finds, in the words of a test."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page


def grave_faults(page: Page | Frame, where: str) -> list[str]:
    """The serious and critical violations under the selector `where`, each with its element."""
    assert page.locator(where).count() == 1
    found = Axe().run(page, context=where).response["violations"]
    return [
        f"{violation['id']}: {node['html']}"
        for violation in found
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]
