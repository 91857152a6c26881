"""An employer's own measures in the serving store: they follow the facts, the releases do not."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

import orjson
from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    String,
    Table,
    bindparam,
    insert,
    select,
    update,
)

from dashboard.data.metadata import metadata
from dashboard.domain.metrics import LATEST, MEASURES
from dashboard.domain.own_series import added
from dashboard.domain.workforce import MONTHS, Period, Quarter

Measures = dict[str, int | None]

own_measures = Table(
    "own_measures",
    metadata,
    Column("employer", String(10), primary_key=True),
    Column("quarter", String(6), primary_key=True),
    Column("measures", LargeBinary, nullable=False),
)
OF_EMPLOYER = select(own_measures.c.quarter, own_measures.c.measures).where(
    own_measures.c.employer == bindparam("employer"),
    own_measures.c.quarter.in_(bindparam("quarters", expanding=True)),
)
OF_EMPLOYERS = select(own_measures).where(
    own_measures.c.employer.in_(bindparam("employers", expanding=True)),
    own_measures.c.quarter.in_(bindparam("quarters", expanding=True)),
)
# How often the own measures of a quarter were replaced: what is made of them is kept until then.
own_editions = Table(
    "own_editions",
    metadata,
    Column("quarter", String(6), primary_key=True),
    Column("edition", Integer, nullable=False),
)


def own_quarters(
    connection: Connection, employer: str, quarters: Iterable[Quarter]
) -> dict[Quarter, Measures]:
    asking = {"employer": employer, "quarters": [str(quarter) for quarter in quarters]}
    return {
        Quarter.parse(quarter): named(orjson.loads(measures))
        for quarter, measures in connection.execute(OF_EMPLOYER, asking)
    }


def quarters_of_many(
    connection: Connection, employers: Sequence[str], quarters: Iterable[Quarter]
) -> dict[str, dict[Quarter, Measures]]:
    """The same for many employers at once, by employer."""
    named_so = {str(quarter): quarter for quarter in quarters}
    asking = {"employers": employers, "quarters": list(named_so)}
    found: dict[str, dict[Quarter, Measures]] = {}
    for employer, quarter, measures in connection.execute(OF_EMPLOYERS, asking):
        found.setdefault(employer, {})[named_so[quarter]] = named(orjson.loads(measures))
    return found


def edition_of(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Changes whenever somebody's own measures do."""
    asked = select(own_editions).order_by(own_editions.c.quarter)
    return tuple((row.quarter, row.edition) for row in connection.execute(asked))


def renew_edition(connection: Connection, quarter: Quarter) -> None:
    same = own_editions.c.quarter == str(quarter)
    next_one = update(own_editions).where(same).values(edition=own_editions.c.edition + 1)
    if not connection.execute(next_one).rowcount:
        connection.execute(insert(own_editions).values(quarter=str(quarter), edition=1))


def stored_quarters(connection: Connection) -> frozenset[Quarter]:
    found = connection.execute(select(own_measures.c.quarter).distinct()).scalars()
    return frozenset(map(Quarter.parse, found))


def named(stored: list[int | None]) -> Measures:
    """A row that was stored before a measure existed does not know it."""
    return dict(itertools.zip_longest(MEASURES, stored))


def summed(by_quarter: Mapping[Quarter, Measures], period: Period) -> Measures | None:
    """The measures of a period, None unless each of its quarters was delivered; the last may be in part."""
    parts = [by_quarter.get(quarter) for quarter in period.quarters]
    given = [part for part in parts if part is not None]
    if len(given) < len(parts) or any((part["months"] or 0) < MONTHS for part in given[:-1]):
        return None
    last = given[-1]
    return {name: last[name] if name in LATEST else added(part[name] for part in given) for name in MEASURES}


def is_provisional(by_quarter: Mapping[Quarter, Measures], period: Period) -> bool:
    """True when the period's last quarter was delivered in part."""
    last = by_quarter.get(period.quarter)
    return last is not None and (last["months"] or 0) < MONTHS
