"""One client of the portfolio in the reader's words: each figure, and why there is none."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from dashboard.data.portfolio import Line
from dashboard.domain.clients import Kind
from dashboard.domain.metrics import Metric, MetricName, Unit
from dashboard.domain.peers import Quantiles, position
from dashboard.domain.standing import SHOWN, Placed, Standing
from dashboard.domain.workforce import Missing
from dashboard.i18n import N_, Language
from dashboard.viewmodels.figure_words import (
    amount,
    group_words,
    missing_words,
    position_words,
    without_peers,
)
from dashboard.viewmodels.strip_places import Places, places

WAITING = N_("Waiting for a mandate")
NOT_OPEN = N_("No mandate for the social secretariat")
NO_STAFF = N_("No staff")
NO_PEERS_YET = N_("No peer figures yet")


@dataclasses.dataclass(frozen=True)
class Cell:
    """One figure of one client; `tint` says how far outside the middle half, below it if negative."""

    value: str
    position: str = ""
    tint: int = 0
    change: str = ""
    places: Places | None = None


Draw = Callable[[Metric, Standing, Language], Cell]


@dataclasses.dataclass(frozen=True)
class Row:
    """One client: its figures, or the words that say why it has none."""

    id: str
    name: str
    href: str
    size: str
    state: str
    peers: str
    cells: tuple[Cell, ...]


def row_of(line: Line, draw: Draw, names: tuple[MetricName, ...], reader: Language, *, query: str) -> Row:
    placed = line.placed
    return Row(
        id=line.id,
        name=line.name,
        href=tab_of(line, query),
        size=size_words(placed, reader),
        state="" if placed else reader.text(state_of(line)),
        peers=group_words(placed.group, reader) if placed and placed.group else "",
        cells=tuple(draw(SHOWN[name], placed.standings[name], reader) for name in names) if placed else (),
    )


def tab_of(line: Line, query: str) -> str:
    """The tab that a click on the name opens: figures, where there are some."""
    return f"/clients/{line.id}/" + (f"figures?{query}" if line.placed else "applications")


def state_of(line: Line) -> str:
    if line.kind is None:
        return WAITING
    if line.kind is not Kind.EMPLOYER:
        return NO_STAFF
    return NO_PEERS_YET if line.opens_figures else NOT_OPEN


def size_words(placed: Placed | None, reader: Language) -> str:
    return "" if placed is None or placed.headcount is None else reader.integer(placed.headcount)


def tinted(metric: Metric, standing: Standing, reader: Language) -> Cell:
    """What a cell of the map holds."""
    value, peers = standing.value, standing.peers
    if isinstance(value, Missing):
        return Cell(missing_words(value, reader))
    if not isinstance(peers, Quantiles):
        return Cell(amount(value, metric, reader), without_peers(peers, reader))
    where = position_words(position(value, peers, step=metric.step, chance=standing.chance), reader)
    return Cell(amount(value, metric, reader), where, standing.outside)


def on_a_strip(metric: Metric, standing: Standing, reader: Language) -> Cell:
    """The same with its place on the strip and its change in a year."""
    return dataclasses.replace(
        tinted(metric, standing, reader),
        change=change_words(metric, standing, reader),
        places=place_of(metric, standing),
    )


def place_of(metric: Metric, standing: Standing) -> Places | None:
    value, peers = standing.value, standing.peers
    if isinstance(value, Missing) or not isinstance(peers, Quantiles):
        return None
    return places(value, peers, step=metric.step)


def change_words(metric: Metric, standing: Standing, reader: Language) -> str:
    """Rates move by percentage points, never by per cent of per cent."""
    change = standing.change
    if change is None:
        return ""
    if not change:
        return reader.text("no clear change")
    if metric.unit is Unit.PERCENT:
        return reader.points(change)
    size = amount(abs(change), metric, reader)
    return (
        reader.text("up {amount}", amount=size) if change > 0 else reader.text("down {amount}", amount=size)
    )
