"""Measure the product as it is served: `make bench`."""

from __future__ import annotations

import contextlib
import math
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright

from bench import chromium, portfolio, replay, serving, slow_clients
from bench.app import BUTTON, TEXT, create_app
from bench.table import Row, missed, show
from dashboard.static_files import sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from bench.portfolio import World

LIST, FIGURES, BESIDE_FIGURES = "/clients", "/clients/{client}/figures", "/clients/{client}/contact"
SEARCH, ROWS = "#client-list-search", "#client-list-rows"
ROW, STRIP = f"{ROWS} tr", ".strip"
PORTFOLIO, PORTFOLIO_ROWS = "/portfolio", "#portfolio-rows"
PORTFOLIO_ROW = f"{PORTFOLIO_ROWS} .client-name"
SIZES = (200, 2_000, 10_000)
VISITED = 2_000
REPEATS = 20
# Each key changes which rows there are.
TYPED = ("b", "o", "Backspace", "Backspace", "g", "a", "Backspace", "Backspace")


def main() -> int:
    small = sources.SMALL_PLOTLY.exists()
    print(f"Charts use the {'small' if small else 'full'} plotly.js.")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        for size in SIZES:
            found = _of_size(browser, Path(folder) / str(size), clients=size)
            show(f"{size:,} clients", found)
            rows += found
        browser.close()
    too_much = missed(rows)
    print(f"\n{len(rows)} measurements, {len(too_much)} not within their budget.")
    for row in too_much:
        print(f"  {row.goal}")
    return 0


def _of_size(browser: Browser, folder: Path, *, clients: int) -> list[Row]:
    print(f"Building a world with {clients:,} clients.", flush=True)
    made = portfolio.build(folder, clients=clients)
    recorder = replay.Recorder()
    with serving.running(made.settings) as (port, process):
        base = f"http://127.0.0.1:{port}"
        rows = _visits(browser, base, made) if clients == VISITED else []
        context = chromium.signed_in(browser, base, email=made.email, password=made.password)
        rows += _actions(context, made, recorder)
        rows.append(Row("memory per worker", serving.memory_per_worker(process), "MiB"))
        context.close()
        if clients == VISITED:
            print(f"\n{slow_clients.SLOW_CLIENTS} slow clients")
            slow_clients.report(port, large_file=_large_file(made), seconds=3)
    return rows + _server_rows(made, recorder)


def _visits(browser: Browser, base: str, made: World) -> list[Row]:
    rows: list[Row] = []
    cold: dict[str, chromium.Visit] = {}
    pages = {"list": (LIST, ROW, 300), "figures": (FIGURES.format(client=made.client), STRIP, 660)}
    for name, (path, usable, budget) in pages.items():
        context = chromium.signed_in(browser, base, email=made.email, password=made.password)
        with _reported(f"{name} page"):
            cold[name] = chromium.visit(context, path, usable=usable)
            later = chromium.visit(context, path, usable=usable)
            rows += _visit_rows(name, cold[name], later, kilobytes=budget)
        context.close()
    if len(cold) == len(pages):
        ratio = cold["figures"].usable / cold["list"].usable
        rows.append(Row("figures page usable, first visit, to the list page's", ratio, "x", 2.5))
    return rows


def _visit_rows(name: str, first: chromium.Visit, later: chromium.Visit, *, kilobytes: float) -> list[Row]:
    requests = 18 if name == "list" else 20
    return [
        Row(f"{name} page, first visit, on the wire", first.kilobytes, "KB", kilobytes),
        Row(f"{name} page, first visit, fetched while idle", first.prefetched, "KB"),
        Row(f"{name} page, first visit, requests", first.requests, "", requests),
        Row(f"{name} page, later visit, on the wire", later.kilobytes, "KB", 12),
        Row(f"{name} page, later visit, requests", later.requests, ""),
        Row(f"{name} page, first contentful paint", first.first_paint, "ms"),
        Row(f"{name} page, largest contentful paint", first.largest_paint, "ms"),
        Row(f"{name} page, usable, first visit", first.usable, "ms"),
        Row(f"{name} page, usable, later visit", later.usable, "ms"),
        Row(f"{name} page, blocked, first visit", first.blocked, "ms", 350),
        Row(f"{name} page, layout shift", first.shifted, "", 0.01),
    ]


def _actions(context: BrowserContext, made: World, recorder: replay.Recorder) -> list[Row]:
    page = context.new_page()
    recorder.listen(page)
    page.goto(LIST)
    # A click before the page is wired changes nothing, and every ratio would be lost with it.
    with _reported("list"):
        page.wait_for_selector(ROW)
        page.wait_for_load_state("networkidle")
    no_op = _times(page, lambda _: page.click(f"#{BUTTON}"), within=f"#{TEXT}")
    unit = chromium.median(no_op) if no_op else math.nan
    rows = [Row("no-op callback, in the browser", unit, "ms")]
    rows += _search_rows(page, unit)
    rows += _figures_rows(page, made, unit)
    rows += _portfolio_rows(page, unit)
    page.close()
    return rows


def _search_rows(page: Page, unit: float) -> list[Row]:
    with _reported("search"):
        page.wait_for_selector(f"{ROWS} a", timeout=5_000)
        page.focus(SEARCH)
    keys = _times(page, lambda index: page.keyboard.press(TYPED[index % len(TYPED)]), within=ROWS)
    middle, high = (chromium.median(keys), chromium.high(keys)) if keys else (math.nan, math.nan)
    return [
        Row("key to filtered list, median", middle / unit, "x no-op", 2),
        Row("key to filtered list, 95 of 100", high / unit, "x no-op", 4),
    ]


def _figures_rows(page: Page, made: World, unit: float) -> list[Row]:
    figures, beside = FIGURES.format(client=made.client), BESIDE_FIGURES.format(client=made.client)

    def open_figures(_index: int) -> None:
        page.goto(beside)
        page.click(f'a[href="{figures}"]')
        page.wait_for_selector(STRIP)

    drawn = _times(page, open_figures, within="body", repeats=5)
    middle = chromium.median(drawn) if drawn else math.nan
    return [Row("click to figures drawn", middle / unit, "x no-op", 11)]


def _portfolio_rows(page: Page, unit: float) -> list[Row]:
    """The first answer of a process reads everybody; the following ones only sort and draw."""
    started = time.perf_counter()
    page.goto(PORTFOLIO)
    with _reported("portfolio"):
        page.wait_for_selector(PORTFOLIO_ROW)
    first = time.perf_counter() - started
    sorts = _times(page, lambda _: page.click("th .list-sort >> nth=1"), within=PORTFOLIO_ROWS)
    middle, high = (chromium.median(sorts), chromium.high(sorts)) if sorts else (math.nan, math.nan)
    return [
        Row("portfolio, first answer of a process, drawn", 1000 * first, "ms"),
        Row("click to sorted portfolio, median", middle / unit, "x no-op", 2),
        Row("click to sorted portfolio, 95 of 100", high / unit, "x no-op", 4),
    ]


def _times(page: Page, act: Callable[[int], None], *, within: str, repeats: int = REPEATS) -> list[float]:
    with _reported(within):
        return chromium.action_times(page, act, within=within, repeats=repeats)
    return []


def _server_rows(made: World, recorder: replay.Recorder) -> list[Row]:
    server = create_app(made.settings).server
    times = replay.server_times(server, made, list(recorder.questions.values()))
    unit = times.get(replay.NO_OP, math.nan)
    others = [(name, value) for name, value in times.items() if name != replay.NO_OP]
    rows = [Row("no-op callback, in the server", unit, "ms")]
    return rows + [Row(f"server: {name[:48]}", value / unit, "x no-op", 5) for name, value in others]


def _large_file(made: World) -> str:
    return str(create_app(made.settings).server.jinja_env.globals["static_address"]("plotly.js"))  # type: ignore[operator]


@contextlib.contextmanager
def _reported(what: str) -> Iterator[None]:
    """Let a screen that is not there, or too slow, cost its rows and not the table."""
    try:
        yield
    except Error as error:
        print(f"{what}: {str(error).splitlines()[0]}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
