"""What a person's browser sees: bytes, requests, paints, and the time from an action to the changed page."""

from __future__ import annotations

import dataclasses
import shutil
import statistics
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, BrowserContext, Page, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
QUIET_MS = 250
PATIENCE_MS = 15_000
POLL_MS = 25
WHILE_IDLE = "VeryLow"

# The time of the last action, of the last change after it inside an element, and the largest paint.
WATCH = """
window.bench = {acted: 0, changed: 0, largest: 0, blocked: 0, shifted: 0};
const act = () => { bench.acted = performance.now(); bench.changed = 0; };
for (const kind of ['keydown', 'click']) addEventListener(kind, act, true);
new MutationObserver(found => {
  const inside = one => !bench.within || one.target.parentElement?.closest(bench.within)
    || one.target.matches?.(bench.within);
  if (bench.acted && found.some(inside)) bench.changed = performance.now();
}).observe(document, {childList: true, subtree: true, characterData: true, attributes: true});
const observe = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take))
  .observe({type, buffered: true});
observe('largest-contentful-paint', entry => { bench.largest = entry.startTime; });
observe('longtask', entry => { bench.blocked += Math.max(0, entry.duration - 50); });
observe('layout-shift', entry => { if (!entry.hadRecentInput) bench.shifted += entry.value; });
"""
SETTLED = f"bench.changed > bench.acted && performance.now() - bench.changed > {QUIET_MS}"


@dataclasses.dataclass(frozen=True)
class Visit:
    """One visit of a page: kilobytes on the wire, requests, and milliseconds since it was asked for."""

    kilobytes: float
    prefetched: float
    requests: int
    first_paint: float
    largest_paint: float
    usable: float
    blocked: float
    shifted: float


class Traffic:
    """Counts what crosses the wire for one page, the prefetched apart."""

    def __init__(self, page: Page) -> None:
        self.idle: dict[str, bool] = {}
        self.bytes: dict[str, float] = {}
        self.cached: set[str] = set()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.requestServedFromCache", lambda event: self.cached.add(event["requestId"]))
        session.on("Network.responseReceived", self._received)
        session.on("Network.loadingFinished", self._finished)

    def _sent(self, event: dict[str, Any]) -> None:
        request = event["request"]
        if request["url"].startswith("http"):
            self.idle[event["requestId"]] = request["initialPriority"] == WHILE_IDLE

    def _received(self, event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache") or event["response"].get("fromPrefetchCache"):
            self.cached.add(event["requestId"])

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes[event["requestId"]] = event["encodedDataLength"]

    def kilobytes(self, *, prefetched: bool) -> float:
        wanted = [size for request, size in self.bytes.items() if self.idle.get(request) is prefetched]
        return sum(wanted) / 1000

    @property
    def requests(self) -> int:
        return len([one for one, idle in self.idle.items() if one not in self.cached and not idle])


def launch(playwright: Playwright) -> Browser:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise SystemExit("Chromium is missing: install the system's package `chromium`.")
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


def signed_in(browser: Browser, base: str, *, email: str, password: str) -> BrowserContext:
    """Open a fresh profile that has a session and has loaded nothing yet."""
    context = browser.new_context(base_url=base, viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(WATCH)
    form: dict[str, str | float | bool] = {"email": email, "password": password}
    context.request.post("/sign-in", form=form, headers={"Origin": base, "Sec-Fetch-Site": "same-origin"})
    return context


def visit(context: BrowserContext, path: str, *, usable: str) -> Visit:
    page = context.new_page()
    traffic = Traffic(page)
    page.goto(path)
    page.wait_for_selector(usable)
    usable_at = page.evaluate("performance.now()")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    seen = page.evaluate("bench")
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    found = Visit(
        traffic.kilobytes(prefetched=False),
        traffic.kilobytes(prefetched=True),
        traffic.requests,
        first,
        seen["largest"],
        usable_at,
        seen["blocked"],
        seen["shifted"],
    )
    page.close()
    return found


def action_times(page: Page, act: Callable[[int], None], *, within: str, repeats: int) -> list[float]:
    """Repeat an action: milliseconds from the event to the last change inside an element."""
    taken = []
    page.evaluate("within => { bench.within = within; }", within)
    for index in range(repeats):
        page.evaluate("bench.acted = 0, bench.changed = 0")
        act(index)
        _wait_until_settled(page)
        taken.append(page.evaluate("bench.changed - bench.acted"))
    return taken


def _wait_until_settled(page: Page) -> None:
    # The page's policy forbids eval, and so Playwright's own waiting for an expression.
    for _ in range(PATIENCE_MS // POLL_MS):
        if page.evaluate(SETTLED):
            return
        page.wait_for_timeout(POLL_MS)
    raise Error("Nothing changed after the action.")


def median(values: list[float]) -> float:
    return statistics.median(values)


def high(values: list[float]) -> float:
    """Take the value that one in twenty exceeds."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]
