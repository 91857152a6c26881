"""Brings a database to the newest tables, from empty or from any earlier step."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from dashboard.data.database import writing

FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    with writing(engine) as connection:
        command.upgrade(configuration(connection), "head")


def revise(engine: Engine, message: str) -> None:
    """Write a new step from the difference between the tables and the database."""
    with writing(engine) as connection:
        command.revision(configuration(connection), message=message, autogenerate=True)


def configuration(connection: object) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config
