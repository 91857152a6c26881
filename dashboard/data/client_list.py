"""The question that the client list asks, and its answer: a hundred lines at a time."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Integer,
    RowMapping,
    Select,
    and_,
    bindparam,
    case,
    false,
    func,
    or_,
    select,
    true,
)

from dashboard.data.mandates import active_mandate
from dashboard.data.personal_tags import personal_tags
from dashboard.data.register import affiliated
from dashboard.data.schema import clients, entries, favourites, recents, tags
from dashboard.domain.clients import Kind, Service
from dashboard.domain.list_question import ListQuestion
from dashboard.domain.search import words

RECENT = 6

# Expressions that every question repeats, written once: who asks, and on which day, is bound each time.
FIRM, USER = bindparam("firm_id", type_=Integer), bindparam("user_id", type_=Integer)
TODAY = bindparam("today", type_=Date)
TOTAL, OFFSET, LIMIT = (bindparam(name, type_=Integer) for name in ("total", "offset", "limit"))
LISTED = and_(clients.c.firm_id == FIRM, clients.c.removed_at.is_(None))
# For lines that are found by key: left to choose, SQLite would walk the firm's whole list for them.
LISTED_TOO = case((LISTED, true()), else_=false())
ACTIVE = active_mandate(clients.c.firm_id, clients.c.entry_id, TODAY)
HAS_FIGURES = active_mandate(clients.c.firm_id, clients.c.entry_id, TODAY, Service.SECRETARIAT)
STARRED = (
    select(favourites.c.client_id)
    .where(favourites.c.client_id == clients.c.id, favourites.c.user_id == USER)
    .exists()
)
IN_SECRETARIAT, IN_FUND = affiliated(Service.SECRETARIAT, TODAY), affiliated(Service.FUND, TODAY)
# What each column is sorted by; of a pending client it tells no more than the line does.
ORDERS: dict[str, ColumnElement[Any]] = {
    "name": clients.c.sort_name,
    "number": case((ACTIVE, entries.c.enterprise_number)),
    "reference": func.nullif(clients.c.reference, ""),
    "municipality": case((ACTIVE, func.nullif(entries.c.municipality_name, ""))),
    "affiliations": case((and_(ACTIVE, IN_SECRETARIAT), 2), else_=0)
    + case((and_(ACTIVE, IN_FUND), 1), else_=0),
    "fte": case((HAS_FIGURES, entries.c.fte)),
    "favourite": case((STARRED, 0), else_=1),
}
# Each question of a mandate is asked once a line: `line_of` keeps back what it does not open.
LINES = (
    select(
        clients.c.id,
        clients.c.public_id,
        clients.c.reference,
        entries.c.name,
        entries.c.trade_name,
        entries.c.kind,
        entries.c.enterprise_number,
        entries.c.municipality_name,
        entries.c.fte,
        ACTIVE.label("active"),
        HAS_FIGURES.label("has_figures"),
        IN_SECRETARIAT.label("secretariat"),
        IN_FUND.label("fund"),
        STARRED.label("favourite"),
    )
    .select_from(clients.join(entries))
    .where(clients.c.id.in_(bindparam("keys", expanding=True)), LISTED_TOO)
)
COUNT = select(func.count()).where(LISTED)
OWN_TAGGED = select(personal_tags.c.client_id).where(personal_tags.c.user_id == USER)
OPENED = (
    select(clients.c.id)
    .join(recents, and_(recents.c.client_id == clients.c.id, recents.c.user_id == USER))
    .where(LISTED_TOO)
    .order_by(recents.c.opened_at.desc())
    .limit(RECENT)
)
TAGS = (
    select(tags.c.client_id, tags.c.tag)
    .where(tags.c.client_id.in_(bindparam("keys", expanding=True)))
    .order_by(tags.c.tag)
)
OWN_TAGS = (
    select(personal_tags.c.client_id, personal_tags.c.tag)
    .where(personal_tags.c.client_id.in_(bindparam("keys", expanding=True)), personal_tags.c.user_id == USER)
    .order_by(personal_tags.c.tag)
)


@dataclasses.dataclass(frozen=True)
class ListLine:
    """One row of the list, with no more of a pending client than its name."""

    id: str
    name: str
    trade_name: str
    enterprise_number: str
    is_person: bool
    is_employer: bool
    municipality: str
    reference: str
    tags: tuple[str, ...]
    own_tags: tuple[str, ...]
    favourite: bool
    active: bool
    secretariat: bool
    fund: bool
    fte: float | None


@dataclasses.dataclass(frozen=True)
class ListAnswer:
    """One slice of the list, how many match and how many there are."""

    lines: tuple[ListLine, ...]
    matching: int
    total: int


class ClientList:
    """The list of one firm as one of its people asks it."""

    def __init__(self, connection: Connection, *, firm_id: int, user_id: int, now: datetime.datetime) -> None:
        self._connection = connection
        self._asking = {"firm_id": firm_id, "user_id": user_id, "today": now.date()}

    def listed(self, question: ListQuestion) -> ListAnswer:
        total = self._connection.execute(COUNT, self._asking).scalar_one()
        asking = self._asking | {"total": total, "offset": question.offset, "limit": question.limit}
        found = self._connection.execute(self._found(question), asking).all()
        return ListAnswer(
            lines=self._lines([row.id for row in found]),
            matching=found[0].matching if found else 0,
            total=total,
        )

    def ids(self, question: ListQuestion) -> tuple[str, ...]:
        """Every client that the question finds, in no order."""
        listed = select(clients.c.public_id).select_from(clients.join(entries))
        found = listed.where(LISTED, *self._conditions(question))
        return tuple(self._connection.execute(found, self._asking).scalars())

    def of(self, keys: Sequence[int]) -> tuple[ListLine, ...]:
        """The lines of these clients, in this order."""
        return self._lines(list(keys))

    def recent(self) -> tuple[ListLine, ...]:
        """The clients that this person opened last, newest first."""
        return self._lines(list(self._connection.execute(OPENED, self._asking).scalars()))

    def _found(self, question: ListQuestion) -> Select[Any]:
        """The keys of one slice, in order: what else a line shows is read for these alone."""
        conditions = self._conditions(question)
        if not conditions:
            return everything(question.sort, descending=question.descending)
        rank = [self._starts(question.query)] if question.query and question.sort == "name" else []
        marks = (*(one.label("rank") for one in rank), order(question.sort).label("place"))
        # A list of its own, since sorting and counting would otherwise carry the searched texts along.
        hits = (
            select(clients.c.id, clients.c.sort_name, *marks)
            .select_from(clients.join(entries))
            .where(LISTED, *conditions)
            .cte("hits")
        )
        counted = select(func.count()).select_from(hits).scalar_subquery()
        place = turned(hits.c.place, descending=question.descending)
        ranked = [hits.c.rank] if rank else []
        return (
            select(hits.c.id, counted.label("matching"))
            .order_by(*ranked, place, hits.c.sort_name, hits.c.id)
            .offset(OFFSET)
            .limit(LIMIT)
        )

    def _lines(self, keys: list[int]) -> tuple[ListLine, ...]:
        # Rows as mappings: a column of a row costs three times as much by attribute.
        rows = self._connection.execute(LINES, {**self._asking, "keys": keys}).mappings().all()
        found = {row["id"]: row for row in rows}
        firms, own = self._tags(TAGS, keys), self._tags(OWN_TAGS, keys)
        return tuple(
            line_of(found[key], firms.get(key, ()), own.get(key, ())) for key in keys if key in found
        )

    def _tags(self, question: Select[Any], keys: list[int]) -> dict[int, tuple[str, ...]]:
        by_client: dict[int, tuple[str, ...]] = {}
        for key, tag in self._connection.execute(question, {**self._asking, "keys": keys}):
            by_client[key] = (*by_client.get(key, ()), tag)
        return by_client

    def _conditions(self, question: ListQuestion) -> list[ColumnElement[bool]]:
        found = [self._contains(word) for word in words(question.query)]
        if question.register_index:
            found.append(and_(ACTIVE, entries.c.register_index == question.register_index))
        if question.kind:
            found.append(and_(ACTIVE, entries.c.kind == question.kind))
        if question.service:
            found.append(and_(ACTIVE, affiliated(question.service, TODAY)))
        if question.pending is not None:
            found.append(~ACTIVE if question.pending else ACTIVE)
        return found + self._own_marks(question)

    def _own_marks(self, question: ListQuestion) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if question.tag:
            tagged = select(tags.c.id).where(tags.c.client_id == clients.c.id, tags.c.tag == question.tag)
            found.append(tagged.exists())
        if question.own_tag:
            found.append(clients.c.id.in_(OWN_TAGGED.where(personal_tags.c.tag == question.own_tag)))
        if question.favourites:
            found.append(STARRED)
        return found

    def _contains(self, word: str) -> ColumnElement[bool]:
        # An active client's text holds what a pending one's does: most lines are out at the first look.
        known = and_(
            clients.c.search_active.contains(word, autoescape=True),
            or_(clients.c.search_pending.contains(word, autoescape=True), ACTIVE),
        )
        own = OWN_TAGGED.where(personal_tags.c.searched.contains(word, autoescape=True))
        return or_(known, clients.c.id.in_(own))

    def _starts(self, query: str) -> ColumnElement[int]:
        """Words that begin a word come first; their place tells no more of a pending client than hits do."""
        starts = [self._contains(" " + word) for word in words(query)]
        return case((and_(True, *starts), 0), else_=1)  # noqa: FBT003 - SQLAlchemy's own empty "and"


@functools.cache  # asked most, and in a dozen ways only
def everything(sort: str, *, descending: bool) -> Select[Any]:
    """The keys of one slice of the whole list; as many match as there are."""
    return (
        select(clients.c.id, TOTAL.label("matching"))
        .select_from(clients.join(entries))
        .where(LISTED)
        .order_by(turned(order(sort), descending=descending), clients.c.sort_name, clients.c.id)
        .offset(OFFSET)
        .limit(LIMIT)
    )


def order(sort: str) -> ColumnElement[Any]:
    return ORDERS.get(sort, clients.c.sort_name)


def turned(place: ColumnElement[Any], *, descending: bool) -> ColumnElement[Any]:
    """An empty value comes last in both directions."""
    return (place.desc() if descending else place.asc()).nulls_last()


def line_of(row: RowMapping, firms: tuple[str, ...], own: tuple[str, ...]) -> ListLine:
    active = bool(row["active"])
    return ListLine(
        id=row["public_id"],
        name=row["name"],
        trade_name=row["trade_name"] if active else "",
        enterprise_number=(row["enterprise_number"] or "") if active else "",
        is_person=active and row["kind"] == Kind.SELF_EMPLOYED,
        is_employer=active and row["kind"] == Kind.EMPLOYER,
        municipality=row["municipality_name"] if active else "",
        reference=row["reference"],
        tags=firms,
        own_tags=own,
        favourite=bool(row["favourite"]),
        active=active,
        secretariat=active and bool(row["secretariat"]),
        fund=active and bool(row["fund"]),
        fte=row["fte"] if row["has_figures"] else None,
    )
