"""Loads mandates from a CSV: which firm may open which client for which service, from when until when."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from dashboard.data.administration import Administration
from dashboard.data.imports.lines import (
    Line,
    Outcome,
    Report,
    day_of,
    entry_id_of,
    import_lines,
    service_of,
)
from dashboard.data.releases.mandates import withhold
from dashboard.data.schema import mandates
from dashboard.data.trail import Event, Trail
from dashboard.domain.clients import Service
from dashboard.errors import ImportProblem

COLUMNS = ("firm", "number", "service", "since", "until")


@dataclasses.dataclass(frozen=True)
class Period:
    """One mandate as a line gives it; without an end it runs on."""

    firm_id: int
    entry_id: int
    service: Service
    since: datetime.date
    until: datetime.date | None


def import_mandates(path: Path, *, administration: Administration) -> Report:
    """Put mandates on record; a line seen before changes nothing, or only the end of its mandate."""

    def take(line: Line) -> Outcome:
        return put(administration.connection, period_of(line, administration), now=administration.now)

    report = import_lines(path, COLUMNS, take)
    if report.added:
        withhold(administration.connection, rules=administration.rules, today=administration.now.date())
    return report


def period_of(line: Line, administration: Administration) -> Period:
    since = day_of(line["since"])
    until = day_of(line["until"]) if line["until"] else None
    if until is not None and until < since:
        raise ImportProblem("A mandate ends after it starts.")
    return Period(
        firm_id=administration.firm_named(line["firm"]),
        entry_id=entry_id_of(line["number"], administration),
        service=service_of(line["service"]),
        since=since,
        until=until,
    )


def put(connection: Connection, period: Period, *, now: datetime.datetime) -> Outcome:
    same = (
        mandates.c.firm_id == period.firm_id,
        mandates.c.entry_id == period.entry_id,
        mandates.c.service == period.service,
        mandates.c.since == period.since,
    )
    known = connection.execute(select(mandates.c.id, mandates.c.until).where(*same)).first()
    if known is not None and known.until == period.until:
        return Outcome.KNOWN
    if known is None:
        connection.execute(insert(mandates).values(**dataclasses.asdict(period), source="import"))
    else:
        connection.execute(update(mandates).where(mandates.c.id == known.id).values(until=period.until))
    record(connection, period, now=now)
    return Outcome.ADDED


def record(connection: Connection, period: Period, *, now: datetime.datetime) -> None:
    ended = period.until is not None and period.until < now.date()
    event = Event.MANDATE_ENDED if ended else Event.MANDATE_GRANTED
    detail = f"{period.service} {period.since}/{period.until or '..'}"
    trail = Trail(connection, firm_id=period.firm_id, user_id=None, now=now)
    trail.record(event, entry_id=period.entry_id, detail=detail)
