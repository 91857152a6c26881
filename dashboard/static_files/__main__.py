"""Compress the static files once, at set-up: `python -m dashboard.static_files`."""

import sys
from pathlib import Path

import dash

from dashboard.static_files import collection, sources

REPOSITORY = Path(__file__).parents[2]


def main() -> None:
    app = dash.Dash("dashboard", assets_folder=str(REPOSITORY / "assets"))
    found = collection.collect(app, cache=REPOSITORY / "var" / "static")
    small = "small" if sources.SMALL_PLOTLY.exists() else "full"
    sys.stdout.write(f"{len(found.files)} static files are compressed; charts use the {small} plotly.js.\n")


if __name__ == "__main__":
    main()
