"""What a person takes out of a client's figures: which file, in which language, with or without the name."""

from __future__ import annotations

import dataclasses
import datetime
import enum

from dashboard.errors import BadRequest


class Format(enum.StrEnum):
    """A file that figures leave in."""

    SLIDES = "pptx"
    PAGES = "pdf"
    SHEETS = "xlsx"
    LINES = "csv"
    INTERNATIONAL_LINES = "csv-international"

    @property
    def ending(self) -> str:
        return self.value.partition("-")[0]


MEDIA_TYPES = {
    Format.SLIDES: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    Format.PAGES: "application/pdf",
    Format.SHEETS: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.LINES: "text/csv",
    Format.INTERNATIONAL_LINES: "text/csv",
}
# A printer starts and stops: nobody waits for it with an open page.
SLOW = frozenset({Format.PAGES})


class Names(enum.StrEnum):
    """Whether the client is named: hidden, it is "The company" wherever it would be."""

    HIDDEN = "hidden"
    SHOWN = "shown"


@dataclasses.dataclass(frozen=True)
class Order:
    """One file of one client; with a snapshot's code, of what was frozen under it."""

    client_id: str
    format: Format
    language: str
    names: Names
    period: str = ""
    comparison: str = ""
    code: str = ""


class ExportState(enum.StrEnum):
    """Where an order stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclasses.dataclass(frozen=True)
class Export:
    """An order that is carried out in the background, and its file once it is there."""

    id: str
    order: Order
    state: ExportState
    percent: int
    asked_at: datetime.datetime
    file_name: str
    storage_key: str
    reason: str

    @property
    def is_open(self) -> bool:
        return self.state in {ExportState.WAITING, ExportState.RUNNING}


def format_of(key: str) -> Format:
    if key not in set(Format):
        raise BadRequest
    return Format(key)


def names_of(key: str) -> Names:
    """Hidden where nothing says otherwise."""
    return Names(key) if key in set(Names) else Names.HIDDEN
