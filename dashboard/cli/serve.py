"""`portefeuille serve`: the production server."""

from __future__ import annotations

import os

import rich_click as click

from dashboard import server
from dashboard.cli.office import opened
from dashboard.config import Settings, not_read


@click.command()
@click.option("--address", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65_535), default=8050, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes.")
def serve(address: str, port: int, workers: int) -> None:
    """Serve the product, after bringing its database to the newest tables."""
    settings = Settings.read(os.environ)
    server.require_fit(settings, address=address, port=port, workers=workers)
    for name in not_read(os.environ):
        click.echo(f"portefeuille: {name} is no setting and is not read.", err=True)
    with opened(settings):
        click.echo(f"Portefeuille listens on http://{address}:{port}")
    server.serve(settings, address=address, port=port, workers=workers)
