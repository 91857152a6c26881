"""Where static files come from: Dash's own scripts, the folder of assets and a plotly.js."""

from __future__ import annotations

import dataclasses
import functools
import importlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from dash.fingerprint import check_fingerprint

if TYPE_CHECKING:
    import dash

SUITE = re.compile(r'src="[^"]*/_dash-component-suites/([^/"]+)/([^"?]+)')
# The data table is part of Dash's usual scripts; nothing here draws one.
LEFT_OUT = "dash_table/"
# Formulas are never drawn: their script is as large as all others together.
NO_CHUNKS = ("async-mathjax.js",)
SOURCE_MAP = re.compile(rb"^//# sourceMappingURL=.*$", re.MULTILINE)

REPOSITORY = Path(__file__).parents[2]
SMALL_PLOTLY = REPOSITORY / "node_modules/plotly.js-basic-dist-min/plotly-basic.min.js"


@dataclasses.dataclass(frozen=True)
class Source:
    """A file as it lies on the disk: its name and its content."""

    name: str
    body: bytes

    @classmethod
    def read(cls, path: Path) -> Source:
        return cls(path.name, SOURCE_MAP.sub(b"", path.read_bytes()))


def dash_scripts(app: dash.Dash) -> tuple[Source, ...]:
    """List the scripts that this app's pages need before the first callback, in their order."""
    found = SUITE.findall(app._generate_scripts_html())  # noqa: SLF001 - Dash has no public list of them
    paths = [(package, _without_fingerprint(path)) for package, path in found]
    return tuple(
        Source.read(_package_folder(package) / path)
        for package, path in paths
        if not path.startswith(LEFT_OUT)
    )


@functools.cache
def dash_chunks() -> tuple[Source, ...]:
    """List the scripts that Dash loads by itself when the first component of a kind is drawn."""
    folder = _package_folder("dash.dcc")
    paths = sorted(folder.glob("async-*.js"))
    return tuple(Source.read(path) for path in paths if path.name not in NO_CHUNKS)


def assets(folder: Path, *suffixes: str) -> tuple[Source, ...]:
    """List the folder's files of some kinds, in the order of their names."""
    paths = sorted(path for path in folder.glob("*") if path.suffix in suffixes)
    return tuple(Source.read(path) for path in paths)


@functools.cache
def plotly() -> Source:
    """Read the small plotly.js where npm has fetched it, the Python package's full one otherwise."""
    full = _package_folder("plotly") / "package_data/plotly.min.js"
    return Source.read(SMALL_PLOTLY if SMALL_PLOTLY.exists() else full)


def _without_fingerprint(path: str) -> str:
    return str(check_fingerprint(path)[0])  # type: ignore[no-untyped-call]


def _package_folder(name: str) -> Path:
    return Path(str(importlib.import_module(name).__file__)).parent
