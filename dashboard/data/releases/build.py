"""Builds a release in memory: every group that may be shown, suppressed before anything is written."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import orjson

from dashboard.data.facts.engine import EMBEDDED, Engine, Members
from dashboard.data.releases.batches import METRICS, Basis, kernel
from dashboard.data.releases.between import told_together
from dashboard.data.releases.choice import Question, shown
from dashboard.data.releases.frozen import History, frozen_values, grown
from dashboard.data.releases.groups import Groups
from dashboard.data.releases.kernel import Table
from dashboard.data.releases.knowledge import Flags, Knowledge
from dashboard.data.releases.panel import PLACES, Floats, Panel, Source, firms_of, panel_of
from dashboard.data.releases.values import value_matrix
from dashboard.data.releases.verdicts import Verdicts, verdicts_on
from dashboard.data.releases.weighted import Shares, Weighing
from dashboard.domain.disclosure import Rules
from dashboard.domain.peers import band
from dashboard.domain.workforce import Quarter


@dataclasses.dataclass(frozen=True)
class Draft:
    """A release that is not written yet: the released groups, and where each employer's cards look.

    The rest stays on the side that builds: what the rules said, and what the next release must know.
    """

    quarter: Quarter
    groups: tuple[tuple[str, str, bytes], ...]  # key, band and figures
    shares: Mapping[str, bytes]  # by key, where there are any
    question: Question
    verdicts: Verdicts
    history: History

    @property
    def panel(self) -> Panel:
        return self.history.panel

    @functools.cached_property
    def digest(self) -> str:
        return digest_of(self.groups, self.shares, self.placement_rows)

    @property
    def group_rows(self) -> Iterator[dict[str, object]]:
        for key, size, figures in self.groups:
            yield {"group_key": key, "band": size, "figures": figures, "shares": self.shares.get(key)}

    @property
    def placement_rows(self) -> Iterator[dict[str, object]]:
        """Only what a ladder needs: the class's own bound would do, but classes differ by level."""
        columns = self.panel.employers[[*PLACES, "people", "counts"]].assign(unit=self.panel.stands_for)
        for employer, *places, people, counts, unit in columns.itertuples():
            named = dict(zip(PLACES, places, strict=True))
            size = {"headcount": float(people), "counts": bool(counts), "unit": unit}
            yield {"employer": employer, **named, **size}


def digest_of(
    groups: Iterable[tuple[str, str, bytes]],
    shares: Mapping[str, bytes],
    placements: Iterable[Mapping[str, object]],
) -> str:
    """One word for all that a release says, in the order of keys and numbers."""
    found = hashlib.sha256()
    for key, size, figures in groups:
        found.update(f"{key}\n{size}\n".encode() + figures + b"\n" + shares.get(key, b"") + b"\n")
    for row in placements:
        found.update(orjson.dumps(row, option=orjson.OPT_SORT_KEYS) + b"\n")
    return found.hexdigest()


def drafted(
    source: Source,
    quarter: Quarter,
    *,
    rules: Rules,
    history: History | None = None,
    engine: Engine = EMBEDDED,
) -> Draft:
    """Everything that a release of the quarter says; needs no database and no clock.

    `history` is what the release before left; without it everything begins anew.
    """
    panel, values = panel_and_values(source, quarter, rules, history)
    question = question_of(panel, source, rules)
    verdicts = verdicts_on(question, panel.units, history, year=quarter.year)
    basis = basis_of(question, panel, values, verdicts, quarter)
    found = sorted(figures_of(question, panel, basis, verdicts, engine))
    left = history_after(question, panel, values, verdicts, history)
    groups = tuple((key, size, figures) for key, size, figures, _shares in found)
    shares = {key: one for key, _size, _figures, one in found if one}
    return Draft(quarter, groups, shares, question, verdicts, left)


def panel_and_values(
    source: Source, quarter: Quarter, rules: Rules, history: History | None
) -> tuple[Panel, Floats]:
    """R7: the panel of the year and its values, begun anew in the first quarter that is built of a year."""
    fresh = panel_of(quarter, source)
    if history is None or history.panel.year != quarter.year:
        return fresh, value_matrix(fresh, quarter, source.measures)
    panel = grown(history, fresh, source.known_by, rules=rules)
    return panel, frozen_values(history, panel, value_matrix(panel, quarter, source.measures))


def question_of(panel: Panel, source: Source, rules: Rules) -> Question:
    units = panel.units
    knowledge = Knowledge.of(units["unit"], firms_of(panel, source.known_by))
    return Question(Groups.among(units), units["people"].to_numpy(), knowledge, rules)


def figures_of(
    question: Question, panel: Panel, basis: Basis, verdicts: Verdicts, engine: Engine
) -> Iterator[tuple[str, str, bytes, bytes]]:
    """Each released group's key, band, figures and shares."""
    groups, units, chosen = question.groups, panel.units, verdicts.chosen
    alive = groups.only(chosen)
    batches = (Members(*alive.members(*levels)) for levels in alive.parts)
    found = list(engine.each(functools.partial(kernel, basis), batches))
    told: dict[int, Shares] = {one.group: orjson.loads(one.shares) for one in found}
    told = told_together(question, basis.weighing, told, verdicts.rank)
    for one, key in zip(found, groups.keys(units, told), strict=True):
        size = band(groups.sizes[one.group].item()).value
        yield key, size, one.figures, orjson.dumps(told[one.group]) if told[one.group] else b""


def basis_of(question: Question, panel: Panel, values: Floats, verdicts: Verdicts, quarter: Quarter) -> Basis:
    return Basis(
        Table.of(values[:, :METRICS]),
        Weighing(question.rules, question.knowledge, values[:, METRICS:]),
        panel.units["unit"].to_numpy(),
        shown(question, verdicts.chosen, verdicts.rank, values),
        str(quarter),
    )


def history_after(
    question: Question, panel: Panel, values: Floats, verdicts: Verdicts, before: History | None
) -> History:
    def named(flags: Flags) -> frozenset[str]:
        return frozenset(question.groups.keys(panel.units, np.flatnonzero(flags)))

    same_year = before is not None and before.panel.year == panel.year
    earlier = (before.released, before.moved) if before and same_year else (frozenset(), frozenset())
    released, moved = earlier
    return History(
        panel,
        values,
        released=released | named(verdicts.chosen),
        moved=moved | named(~verdicts.unmoved),
        low=named(~verdicts.settled),
    )
