"""All static files of an app, by address, and the addresses that its pages name."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.static_files import files, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    import dash

    from dashboard.static_files.files import StaticFile
    from dashboard.static_files.sources import Source

PICTURES = (".svg", ".png", ".ico", ".webp", ".woff2")
LINK = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
# Dash names its own plotly.js when it starts; ours stays, and it carries its fingerprint.
OWN_PLOTLY = "Object.defineProperty(window,'_dashPlotlyJSURL',{get:()=>%s,set:()=>{}});\n"


@dataclasses.dataclass(frozen=True)
class Collection:
    """Every static file by its address, and the addresses by plain names such as `app.css`."""

    files: Mapping[str, StaticFile]
    names: Mapping[str, str]

    def address(self, name: str) -> str:
        return self.names[name]


def collect(app: dash.Dash, *, cache: Path) -> Collection:
    folder = Path(app.config.assets_folder)
    pictures = {each.name: (files.address_of(each.name, each.body), each.body) for each in _pictures(folder)}
    plotly = sources.plotly()
    plotly_address = files.address_of(plotly.name, plotly.body)
    style = _style(folder, {name: address for name, (address, _) in pictures.items()})
    script = _script(folder, plotly_address)
    named = {
        **pictures,
        "plotly.js": (plotly_address, plotly.body),
        "app.css": (files.address_of("app.css", style), style),
        "app.js": (files.address_of("app.js", script), script),
        **_presentation(folder),
        **_dash_files(app),
    }
    return Collection(
        {
            address: files.static_file(address=address, body=body, cache=cache)
            for address, body in named.values()
        },
        {name: address for name, (address, _) in named.items()},
    )


def _presentation(folder: Path) -> dict[str, tuple[str, bytes]]:
    """What a presentation loads: it is a page of its own, without Dash and without the app's scripts."""
    own = folder / "presentation"
    tokens = tuple(each for each in sources.assets(folder, ".css") if each.name == "tokens.css")
    bodies = {
        "presentation.css": b"\n".join(each.body for each in (*tokens, *sources.assets(own, ".css"))),
        "presentation.js": _joined(sources.assets(own, ".js")),
    }
    return {name: (files.address_of(name, body), body) for name, body in bodies.items()}


def _dash_files(app: dash.Dash) -> dict[str, tuple[str, bytes]]:
    # Dash looks for its later scripts beside the first one: one folder, named by the content of them all.
    bundle, chunks = _joined(sources.dash_scripts(app)), sources.dash_chunks()
    folder = f"{files.PREFIX}{files.digest_of(bundle, *(chunk.body for chunk in chunks))}/"
    first = {"dash-renderer.js": (f"{folder}dash-renderer.js", bundle)}
    return first | {chunk.name: (f"{folder}{chunk.name}", chunk.body) for chunk in chunks}


def _style(folder: Path, pictures: Mapping[str, str]) -> bytes:
    text = b"\n".join(each.body for each in sources.assets(folder, ".css")).decode()
    return LINK.sub(lambda link: f'url("{pictures.get(link[1], link[1])}")', text).encode()


def _script(folder: Path, plotly_address: str) -> bytes:
    return (OWN_PLOTLY % json.dumps(plotly_address)).encode() + _joined(sources.assets(folder, ".js"))


def _joined(scripts: tuple[Source, ...]) -> bytes:
    return b"\n;\n".join(script.body for script in scripts)


def _pictures(folder: Path) -> tuple[Source, ...]:
    return tuple(
        sources.Source(path.name, path.read_bytes())
        for path in sorted(folder.glob("*"))
        if path.suffix in PICTURES
    )
