"""What each question of the chart catalogue answers with: one object for chart, words, table and slide."""

from __future__ import annotations

import dataclasses
import enum

from dashboard.domain.metrics import MetricName


class Question(enum.StrEnum):
    """What an accountant asks of a client's figures; the names are those of addresses and exports."""

    STANDING = "standing"
    GROUPS = "groups"
    GROWTH = "growth"
    UNUSUAL = "unusual"
    PAY_MIX = "pay-mix"
    ABSENCE_LENGTHS = "absence-lengths"
    SHIFT = "shift"
    SEASON = "season"
    TURNOVER = "turnover"
    STAFF = "staff"
    BENEFITS = "benefits"
    CONVERSATION = "conversation"
    TO_THE_MEDIAN = "to-the-median"
    OVERTIME = "overtime"
    PROVINCES = "provinces"


@dataclasses.dataclass(frozen=True)
class Cell:
    """One cell of a table: what is read, and the number that a sheet and a chart take from it."""

    words: str
    number: float | None = None


@dataclasses.dataclass(frozen=True)
class Table:
    """The figures of an answer; the first column names the row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclasses.dataclass(frozen=True)
class Strip:
    """A row of position strips: the client's value on the released quantiles, by their probability."""

    label: str
    client: Cell
    quantiles: tuple[tuple[float, Cell], ...]
    position: str
    note: str = ""


@dataclasses.dataclass(frozen=True)
class Strips:
    """Strips one below the other; on one scale only where all rows have the same unit."""

    rows: tuple[Strip, ...]
    shared_scale: bool


@dataclasses.dataclass(frozen=True)
class Lines:
    """The client's line, its agreed target, and the peers' median and middle half, point by point."""

    labels: tuple[str, ...]
    client: tuple[float | None, ...]
    median: tuple[float | None, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    provisional: tuple[bool, ...]
    target: Cell | None = None


@dataclasses.dataclass(frozen=True)
class Control:
    """A control chart: values with the mean and natural limits of their level, and the places of signals."""

    labels: tuple[str, ...]
    values: tuple[float, ...]
    mean: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    signals: tuple[int, ...]


@dataclasses.dataclass(frozen=True)
class MonthLines:
    """Twelve months of several years, the newest year last."""

    months: tuple[str, ...]
    years: tuple[tuple[str, tuple[float | None, ...]], ...]


@dataclasses.dataclass(frozen=True)
class Dots:
    """Signed distances from a zero line, in the order in which they are read."""

    rows: tuple[tuple[str, Cell], ...]
    zero: str


@dataclasses.dataclass(frozen=True)
class Bars:
    """The client's bars with a tick for the peers."""

    rows: tuple[tuple[str, Cell, Cell], ...]


@dataclasses.dataclass(frozen=True)
class TenDots:
    """For each row how many peers in ten, and whether the client does."""

    rows: tuple[tuple[str, int, bool | None], ...]


@dataclasses.dataclass(frozen=True)
class InAndOut:
    """Who joined and who left, period by period, with the strip of the turnover that follows from it."""

    labels: tuple[str, ...]
    joined: tuple[float | None, ...]
    left: tuple[float | None, ...]
    strip: Strip | None = None


@dataclasses.dataclass(frozen=True)
class BeforeAndAfter:
    """Two amounts from zero and what lies between them; `ends` are the low and high of each, if known so."""

    before: tuple[str, Cell]
    after: tuple[str, Cell]
    difference: Cell
    ends: tuple[tuple[float, float], ...] = ()


@dataclasses.dataclass(frozen=True)
class Columns:
    """The client's columns by period, the peers' median as a step; another figure may lie below."""

    labels: tuple[str, ...]
    client: tuple[float | None, ...]
    median: tuple[float | None, ...]
    label: str = ""
    below: Columns | None = None


@dataclasses.dataclass(frozen=True)
class Area:
    """One province, or Brussels: its code, its sign on the map, and the peers' median there."""

    code: str
    sign: str
    label: str
    value: Cell
    is_own: bool


@dataclasses.dataclass(frozen=True)
class Areas:
    """Belgium by province; the words of an area without a number say why."""

    rows: tuple[Area, ...]


Chart = (
    Strips
    | Lines
    | Control
    | MonthLines
    | Dots
    | Bars
    | TenDots
    | InAndOut
    | BeforeAndAfter
    | Columns
    | Areas
)


@dataclasses.dataclass(frozen=True)
class Answer:
    """One question answered for one client; without a chart, `notice` says why there is none."""

    question: Question
    metric: MetricName | None
    title: str
    subtitle: str
    name: str
    description: tuple[str, ...]
    table: Table
    chart: Chart | None
    unit: str
    digits: int
    source: str
    notice: str = ""
