"""The question that the client list asks, and its answer: a hundred lines at a time."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
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
LISTED = and_(clients.c.firm_id == FIRM, clients.c.removed_at.is_(None))
ACTIVE = active_mandate(clients.c.firm_id, clients.c.entry_id, TODAY)
HAS_FIGURES = active_mandate(clients.c.firm_id, clients.c.entry_id, TODAY, Service.SECRETARIAT)
STARRED = (
    select(favourites.c.client_id)
    .where(favourites.c.client_id == clients.c.id, favourites.c.user_id == USER)
    .exists()
)
COLUMNS: dict[str, ColumnElement[Any]] = {
    "id": clients.c.id,
    "public_id": clients.c.public_id,
    "name": entries.c.name,
    "trade_name": entries.c.trade_name,
    "kind": entries.c.kind,
    "reference": clients.c.reference,
    "number": case((ACTIVE, func.coalesce(entries.c.enterprise_number, "")), else_=""),
    "municipality": case((ACTIVE, entries.c.municipality_name), else_=""),
    "active": ACTIVE,
    "favourite": STARRED,
    "secretariat": and_(ACTIVE, affiliated(Service.SECRETARIAT, TODAY)),
    "fund": and_(ACTIVE, affiliated(Service.FUND, TODAY)),
    "fte": case((HAS_FIGURES, entries.c.fte)),
}
LINES = (
    select(*(column.label(name) for name, column in COLUMNS.items()))
    .select_from(clients.join(entries))
    .where(LISTED, clients.c.id.in_(bindparam("keys", expanding=True)))
)
COUNT = select(func.count()).where(LISTED)
OWN_TAGGED = select(personal_tags.c.client_id).where(personal_tags.c.user_id == USER)
OPENED = (
    select(clients.c.id)
    .join(recents, and_(recents.c.client_id == clients.c.id, recents.c.user_id == USER))
    .where(LISTED)
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
        found = self._connection.execute(self._found(question, total=total), self._asking).all()
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

    def _found(self, question: ListQuestion, *, total: int) -> Select[Any]:
        """The keys of one slice, in order: what else a line shows is read for these alone."""
        conditions = self._conditions(question)
        rank = [self._starts(question.query)] if question.query and question.sort == "name" else []
        marks = (*(one.label("rank") for one in rank), self._order(question).label("place"))
        # A list of its own, since sorting and counting would otherwise carry the searched texts along.
        hits = (
            select(clients.c.id, clients.c.sort_name, *marks)
            .select_from(clients.join(entries))
            .where(LISTED, *conditions)
            .cte("hits")
        )
        # Counting walks the whole list: nothing is counted where everything matches.
        counted = select(func.count()).select_from(hits).scalar_subquery() if conditions else literal(total)
        place = hits.c.place.desc() if question.descending else hits.c.place.asc()
        ranked = [hits.c.rank] if rank else []
        return (
            select(hits.c.id, counted.label("matching"))
            .order_by(*ranked, place.nulls_last(), hits.c.sort_name, hits.c.id)
            .offset(question.offset)
            .limit(question.limit)
        )

    def _lines(self, keys: list[int]) -> tuple[ListLine, ...]:
        rows = self._connection.execute(LINES, {**self._asking, "keys": keys}).all()
        found = {row.id: row for row in rows}
        firms, own = self._tags(TAGS, keys), self._tags(OWN_TAGS, keys)
        return tuple(
            line_of(found[key], firms.get(key, ()), own.get(key, ())) for key in keys if key in found
        )

    def _tags(self, question: Select[Any], keys: list[int]) -> dict[int, tuple[str, ...]]:
        by_client: dict[int, tuple[str, ...]] = {}
        for key, tag in self._connection.execute(question, {**self._asking, "keys": keys}):
            by_client[key] = (*by_client.get(key, ()), tag)
        return by_client

    def _order(self, question: ListQuestion) -> ColumnElement[Any]:
        """An empty value comes last in both directions."""
        if question.sort == "affiliations":
            return case((COLUMNS["secretariat"], 1), else_=0) * 2 + case((COLUMNS["fund"], 1), else_=0)
        if question.sort == "favourite":
            return case((COLUMNS["favourite"], 0), else_=1)
        if question.sort in {"number", "reference", "municipality"}:
            return func.nullif(COLUMNS[question.sort], "")
        return COLUMNS["fte"] if question.sort == "fte" else clients.c.sort_name

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


def line_of(row: Any, firms: tuple[str, ...], own: tuple[str, ...]) -> ListLine:  # noqa: ANN401 - a row of a query
    return ListLine(
        id=row.public_id,
        name=row.name,
        trade_name=row.trade_name if row.active else "",
        enterprise_number=row.number,
        is_person=bool(row.active) and row.kind == Kind.SELF_EMPLOYED,
        is_employer=bool(row.active) and row.kind == Kind.EMPLOYER,
        municipality=row.municipality,
        reference=row.reference,
        tags=firms,
        own_tags=own,
        favourite=bool(row.favourite),
        active=bool(row.active),
        secretariat=bool(row.secretariat),
        fund=bool(row.fund),
        fte=row.fte,
    )
