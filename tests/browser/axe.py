"""axe-core on the page as it stands: what breaks WCAG 2.2 A or AA."""

from __future__ import annotations

import functools
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@functools.cache
def script() -> str:
    path = Path(os.environ.get("AXE_SCRIPT") or SCRIPT)
    if not path.exists():
        pytest.fail(f"axe-core is missing at {path}: run `npm ci`.", pytrace=False)
    return path.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """One line a broken rule: the rule, the sentence, the first elements."""
    options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    session = page.context.new_cdp_session(page)
    # The protocol's own evaluation is not subject to the page's content security policy.
    run = {
        "expression": f"{script()};axe.run(document, {options})",
        "awaitPromise": True,
        "returnByValue": True,
    }
    answer = session.send("Runtime.evaluate", run)
    session.detach()
    if "exceptionDetails" in answer:
        pytest.fail(f"axe-core stopped: {answer['exceptionDetails']}", pytrace=False)
    return [_line(broken) for broken in answer["result"]["value"]["violations"]]


def _line(broken: dict[str, Any]) -> str:
    places = ", ".join(" ".join(map(str, node["target"])) for node in broken["nodes"][:5])
    return f"{broken['id']}: {broken['help']} ({len(broken['nodes'])}: {places})"
