"""Compress the static files once, at set-up: `python -m dashboard.static_files`."""

import sys

import dash

from dashboard.static_files import collection, sources
from dashboard.static_files.install import CACHE


def main() -> None:
    app = dash.Dash("dashboard", assets_folder=str(sources.REPOSITORY / "assets"))
    found = collection.collect(app, cache=CACHE)
    small = "small" if sources.SMALL_PLOTLY.exists() else "full"
    sys.stdout.write(f"{len(found.files)} static files are compressed; charts use the {small} plotly.js.\n")


if __name__ == "__main__":
    main()
