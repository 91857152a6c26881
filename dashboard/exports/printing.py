"""Chromium as a printer: a page in, a tagged PDF out."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from dashboard.errors import NotPrinted
from dashboard.static_files.sources import plotly

PROGRAMS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
SECONDS = 50
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
LOG = logging.getLogger(__name__)


def printed(page: str) -> bytes:
    """The page as PDF; a sentence says what is missing where it cannot be printed."""
    program = printer()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "page.html").write_text(page, encoding="utf-8")
        (folder / "plotly.js").write_bytes(plotly().body)
        run(program, folder)
        made = folder / "page.pdf"
        if not made.exists():
            raise NotPrinted
        return made.read_bytes()


def printer() -> str:
    for name in PROGRAMS:
        if found := shutil.which(name):
            return found
    raise NotPrinted("PDF needs Chromium, which is not installed here. Choose another format.")


def run(program: str, folder: Path) -> None:
    """A profile of its own, thrown away; Chromium refuses to lock itself in for root."""
    unlocked = ("--no-sandbox",) if os.geteuid() == 0 else ()
    own = (f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'page.pdf'}")
    order = [program, *OPTIONS, *unlocked, *own, (folder / "page.html").as_uri()]
    try:
        subprocess.run(order, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603 - our own words
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        LOG.warning("Chromium did not print: %s", problem)
        raise NotPrinted from None
