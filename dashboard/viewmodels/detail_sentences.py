"""What the two charts of a metric say, in sentences, from the same numbers as the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.i18n import N_, Language

if TYPE_CHECKING:
    from dashboard.viewmodels.metric_detail import GroupRow, TrendPoint


def groups_described(rows: Sequence[GroupRow], language: Language) -> tuple[str, ...]:
    return tuple(group_sentence(row, language) for row in rows)


def group_sentence(row: GroupRow, language: Language) -> str:
    words = {name: shown for name, _number, shown in row.quantiles}
    if not words:
        return language.text("{group}: {reason}.", group=row.name, reason=row.note)
    if "P25" not in words:
        return language.text(
            "{group}, {band}: median {median}.", group=row.name, band=row.band, median=words["P50"]
        )
    return language.text(
        "{group}, {band}: median {median}, middle half from {low} to {high}.",
        group=row.name,
        band=row.band,
        median=words["P50"],
        low=words["P25"],
        high=words["P75"],
    )


def trend_described(trend: Sequence[TrendPoint], language: Language) -> tuple[str, ...]:
    own = [(point.label, point.client_words) for point in trend if point.client is not None]
    peers = [(point.label, point.median_words) for point in trend if point.median is not None]
    told = (
        (N_("This company: {start} in {first}, {end} in {last}."), own),
        (N_("Median of the peers: {start} in {first}, {end} in {last}."), peers),
    )
    return tuple(from_to(sentence, known, language) for sentence, known in told if known)


def from_to(sentence: str, known: Sequence[tuple[str, str]], language: Language) -> str:
    (first, start), (last, end) = known[0], known[-1]
    return language.text(sentence, start=start, first=first, end=end, last=last)
