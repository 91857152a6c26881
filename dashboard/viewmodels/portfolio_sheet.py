"""The portfolio as a spreadsheet: every figure of every client that was found, beside its peers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.data.portfolio import Line
from dashboard.domain.metrics import Metric
from dashboard.domain.peers import Quantiles
from dashboard.domain.standing import SHOWN, Standing
from dashboard.domain.workforce import Missing
from dashboard.i18n import Language, rounded
from dashboard.viewmodels.figure_words import band_words, group_words
from dashboard.viewmodels.portfolio_cells import state_of, tinted
from dashboard.viewmodels.spreadsheets import Cell, Sheet


def portfolio_sheet(reader: Language, lines: Iterable[Line]) -> Sheet:
    text = reader.text
    lead = (text("Client"), text("Employees"), text("Compared with"), text("Peers"), text("Remark"))
    figures = [heading for metric in SHOWN.values() for heading in headings(metric, reader)]
    return Sheet(
        title=text("Portfolio"),
        headings=(*lead, *figures),
        rows=tuple(row_of(line, reader) for line in lines),
    )


def headings(metric: Metric, reader: Language) -> tuple[str, ...]:
    label = reader.text(metric.label)
    return (
        label,
        reader.text("{metric}: median of the peers", metric=label),
        reader.text("{metric}: position", metric=label),
        reader.text("{metric}: change in a year", metric=label),
    )


def row_of(line: Line, reader: Language) -> tuple[Cell, ...]:
    placed = line.placed
    if placed is None:
        return (line.name, None, "", "", reader.text(state_of(line)), *[None] * (4 * len(SHOWN)))
    return (
        line.name,
        written(placed.headcount, 1),
        group_words(placed.group, reader) if placed.group else "",
        band_words(placed.band, reader) if placed.band else "",
        reader.text("Provisional") if placed.is_provisional else "",
        *(one for name, metric in SHOWN.items() for one in cells_of(metric, placed.standings[name], reader)),
    )


def cells_of(metric: Metric, standing: Standing, reader: Language) -> Iterator[Cell]:
    """Numbers rounded as on the screen; why one is not there stands in place of the position."""
    shown, digits = tinted(metric, standing, reader), 0 if metric.step >= 1 else 1
    is_missing = isinstance(standing.value, Missing)
    yield None if isinstance(standing.value, Missing) else written(standing.value, digits)
    yield standing.peers.median if isinstance(standing.peers, Quantiles) else None
    yield shown.value if is_missing else shown.position
    yield written(standing.change, digits)


def written(value: float | None, digits: int) -> float | None:
    return None if value is None else float(rounded(value, digits))
