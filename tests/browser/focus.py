"""What a screen reader would say about the focused element, asked from Chromium itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession


@dataclass(frozen=True)
class Focus:
    """The focused element: its role, its accessible name, and which element of the page it is."""

    role: str
    name: str
    element: int


def focus_of(session: CDPSession) -> Focus:
    """The root counts as focus on nothing."""
    found = session.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
    if "objectId" not in found:
        return Focus("none", "", 0)
    answer = session.send(
        "Accessibility.getPartialAXTree", {"objectId": found["objectId"], "fetchRelatives": False}
    )
    node = answer["nodes"][0]
    name = " ".join(str(node.get("name", {}).get("value", "")).split())
    return Focus(node.get("role", {}).get("value", "none"), name, node.get("backendDOMNodeId", 0))
