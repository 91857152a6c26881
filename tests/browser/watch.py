"""Watches a browser for what no screen may cause: errors, blocked scripts, requests to strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

OWN_SCHEMES = ("data", "blob", "about")
SERVER_ERROR = 500
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`blocked by the content security policy: ${event.effectiveDirective} ${event.blockedURI}`);
});
"""


class Watch:
    """Collects the faults of every page of one browser context."""

    def __init__(self, context: BrowserContext, *, origin: str) -> None:
        self.faults: list[str] = []
        self._host = urlsplit(origin).netloc
        self._tolerated: list[str] = []
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._hear)
        context.on("weberror", self._fail)
        context.on("request", self._leave)
        context.on("response", self._answer)

    def tolerate(self, part: str) -> None:
        """Accept faults with this text: a test that asks for a missing page expects a 404."""
        self._tolerated.append(part)

    @property
    def intolerable(self) -> list[str]:
        return [fault for fault in self.faults if not any(part in fault for part in self._tolerated)]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def _fail(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _leave(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in OWN_SCHEMES and address.netloc != self._host:
            self.faults.append(f"request to another origin: {request.url}")

    def _answer(self, response: Response) -> None:
        if response.status >= SERVER_ERROR:
            self.faults.append(f"answer {response.status}: {response.url}")
