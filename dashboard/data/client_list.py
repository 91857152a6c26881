"""The question that the client list asks, and its answer: a hundred lines at a time."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from dashboard.data.mandates import active_mandate
from dashboard.data.register import affiliated
from dashboard.data.schema import clients, entries, favourites, tags
from dashboard.domain.clients import Kind, Service
from dashboard.domain.search import words


@dataclasses.dataclass(frozen=True)
class ListQuestion:
    """What the list is asked: typed words, filters, order and the slice to show."""

    query: str = ""
    kind: Kind | None = None
    service: Service | None = None
    tag: str = ""
    pending: bool | None = None
    favourites: bool = False
    sort: str = "name"
    descending: bool = False
    offset: int = 0
    limit: int = 100


@dataclasses.dataclass(frozen=True)
class ListLine:
    """One row of the list, with no more of a pending client than its name."""

    id: str
    name: str
    trade_name: str
    enterprise_number: str
    is_person: bool
    municipality: str
    reference: str
    tags: tuple[str, ...]
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
        self._firm_id = firm_id
        self._user_id = user_id
        self._now = now

    def listed(self, question: ListQuestion) -> ListAnswer:
        mine = and_(clients.c.firm_id == self._firm_id, clients.c.removed_at.is_(None))
        active = active_mandate(clients.c.firm_id, clients.c.entry_id, self._now.date())
        matching = and_(mine, *self._conditions(question, active))
        total = self._connection.execute(select(func.count()).where(mine)).scalar_one()
        count = select(func.count()).select_from(clients.join(entries)).where(matching)
        rows = self._connection.execute(self._lines(question, active).where(matching)).all()
        return ListAnswer(
            lines=self._with_tags(rows),
            matching=self._connection.execute(count).scalar_one(),
            total=total,
        )

    def _lines(self, question: ListQuestion, active: ColumnElement[bool]) -> Select[Any]:
        today = self._now.date()
        starred = (
            select(favourites.c.client_id)
            .where(favourites.c.client_id == clients.c.id, favourites.c.user_id == self._user_id)
            .exists()
        )
        columns = {
            "number": case((active, func.coalesce(entries.c.enterprise_number, "")), else_=""),
            "municipality": case((active, entries.c.municipality_name), else_=""),
            "secretariat": and_(active, affiliated(Service.SECRETARIAT, today)),
            "fund": and_(active, affiliated(Service.FUND, today)),
            "fte": case(
                (
                    active_mandate(clients.c.firm_id, clients.c.entry_id, today, Service.SECRETARIAT),
                    entries.c.fte,
                )
            ),
        }
        chosen = select(
            clients.c.id,
            clients.c.public_id,
            entries.c.name,
            entries.c.trade_name,
            entries.c.kind,
            entries.c.enterprise_number,
            clients.c.reference,
            active.label("active"),
            starred.label("favourite"),
            *(column.label(name) for name, column in columns.items() if name != "number"),
        ).select_from(clients.join(entries))
        order = columns.get(question.sort, clients.c.sort_name)
        if question.sort == "affiliations":
            order = case((columns["secretariat"], 1), else_=0) * 2 + case((columns["fund"], 1), else_=0)
        directed = order.desc().nulls_last() if question.descending else order.asc().nulls_last()
        rank = [self._starts(question.query, active)] if question.query and question.sort == "name" else []
        return (
            chosen.order_by(*rank, directed, clients.c.sort_name, clients.c.id)
            .offset(question.offset)
            .limit(question.limit)
        )

    def _conditions(self, question: ListQuestion, active: ColumnElement[bool]) -> list[ColumnElement[bool]]:
        today = self._now.date()
        found = [self._contains(word, active) for word in words(question.query)]
        if question.kind:
            found.append(and_(active, entries.c.kind == question.kind))
        if question.service:
            found.append(and_(active, affiliated(question.service, today)))
        if question.tag:
            tagged = select(tags.c.id).where(tags.c.client_id == clients.c.id, tags.c.tag == question.tag)
            found.append(tagged.exists())
        if question.pending is not None:
            found.append(~active if question.pending else active)
        if question.favourites:
            mine = select(favourites.c.client_id).where(favourites.c.user_id == self._user_id)
            found.append(clients.c.id.in_(mine))
        return found

    def _contains(self, word: str, active: ColumnElement[bool]) -> ColumnElement[bool]:
        return or_(
            clients.c.search_pending.contains(word, autoescape=True),
            and_(clients.c.search_active.contains(word, autoescape=True), active),
        )

    def _starts(self, query: str, active: ColumnElement[bool]) -> ColumnElement[int]:
        """Words that begin a word come first; the order tells no more of a pending client than hits."""
        starts = [self._contains(" " + word, active) for word in words(query)]
        return case((and_(True, *starts), 0), else_=1)  # noqa: FBT003 - SQLAlchemy's own empty "and"

    def _with_tags(self, rows: Any) -> tuple[ListLine, ...]:  # noqa: ANN401 - rows of a query
        keys = [row.id for row in rows]
        by_client: dict[int, list[str]] = {}
        for key, tag in self._connection.execute(
            select(tags.c.client_id, tags.c.tag).where(tags.c.client_id.in_(keys)).order_by(tags.c.tag)
        ):
            by_client.setdefault(key, []).append(tag)
        return tuple(line_of(row, tuple(by_client.get(row.id, ()))) for row in rows)


def line_of(row: Any, tag_names: tuple[str, ...]) -> ListLine:  # noqa: ANN401 - a row of a query
    return ListLine(
        id=row.public_id,
        name=row.name,
        trade_name=row.trade_name if row.active else "",
        enterprise_number=(row.enterprise_number or "") if row.active else "",
        is_person=bool(row.active) and row.kind == Kind.SELF_EMPLOYED,
        municipality=row.municipality,
        reference=row.reference,
        tags=tag_names,
        favourite=bool(row.favourite),
        active=bool(row.active),
        secretariat=bool(row.secretariat),
        fund=bool(row.fund),
        fte=row.fte,
    )
