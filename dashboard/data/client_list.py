"""The question that the client list asks, and its answer: a hundred lines at a time."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, or_, select

from dashboard.data.mandates import active_mandate
from dashboard.data.register import affiliated
from dashboard.data.schema import clients, entries, favourites, recents, tags
from dashboard.domain.clients import Kind, Service
from dashboard.domain.search import words

SORTS = ("name", "number", "reference", "municipality", "affiliations", "fte", "favourite")
RECENT = 6


@dataclasses.dataclass(frozen=True)
class ListQuestion:
    """What the list is asked: typed words, filters, order and the slice to show."""

    query: str = ""
    register_index: str = ""
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
    is_employer: bool
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
        active = active_mandate(clients.c.firm_id, clients.c.entry_id, self._now.date())
        total = self._connection.execute(select(func.count()).where(self._listed())).scalar_one()
        found = self._connection.execute(self._found(question, active, total=total)).all()
        return ListAnswer(
            lines=self._lines([row.id for row in found], active),
            matching=found[0].matching if found else 0,
            total=total,
        )

    def _listed(self) -> ColumnElement[bool]:
        return and_(clients.c.firm_id == self._firm_id, clients.c.removed_at.is_(None))

    def _found(self, question: ListQuestion, active: ColumnElement[bool], *, total: int) -> Select[Any]:
        """The keys of one slice, in order: what else a line shows is read for these alone."""
        conditions = self._conditions(question, active)
        # Counting walks the whole list: nothing is counted where everything matches.
        counted = func.count().over() if conditions else literal(total)
        order = self._order(question, self._columns(active))
        directed = order.desc().nulls_last() if question.descending else order.asc().nulls_last()
        rank = [self._starts(question.query, active)] if question.query and question.sort == "name" else []
        return (
            select(clients.c.id, counted.label("matching"))
            .select_from(clients.join(entries))
            .where(self._listed(), *conditions)
            .order_by(*rank, directed, clients.c.sort_name, clients.c.id)
            .offset(question.offset)
            .limit(question.limit)
        )

    def _lines(self, keys: list[int], active: ColumnElement[bool]) -> tuple[ListLine, ...]:
        chosen = select(*self._columns(active).values()).select_from(clients.join(entries))
        rows = self._connection.execute(chosen.where(self._listed(), clients.c.id.in_(keys))).all()
        return self._with_tags(sorted(rows, key=lambda row: keys.index(row.id)))

    def recent(self) -> tuple[ListLine, ...]:
        """The clients that this person opened last, newest first."""
        question = (
            select(clients.c.id)
            .join(recents, and_(recents.c.client_id == clients.c.id, recents.c.user_id == self._user_id))
            .where(self._listed())
            .order_by(recents.c.opened_at.desc())
            .limit(RECENT)
        )
        keys = list(self._connection.execute(question).scalars())
        return self._lines(keys, active_mandate(clients.c.firm_id, clients.c.entry_id, self._now.date()))

    def _columns(self, active: ColumnElement[bool]) -> dict[str, ColumnElement[Any]]:
        today = self._now.date()
        has_figures = active_mandate(clients.c.firm_id, clients.c.entry_id, today, Service.SECRETARIAT)
        columns: dict[str, ColumnElement[Any]] = {
            "id": clients.c.id,
            "public_id": clients.c.public_id,
            "name": entries.c.name,
            "trade_name": entries.c.trade_name,
            "kind": entries.c.kind,
            "reference": clients.c.reference,
            "number": case((active, func.coalesce(entries.c.enterprise_number, "")), else_=""),
            "municipality": case((active, entries.c.municipality_name), else_=""),
            "active": active,
            "favourite": self._starred(),
            "secretariat": and_(active, affiliated(Service.SECRETARIAT, today)),
            "fund": and_(active, affiliated(Service.FUND, today)),
            "fte": case((has_figures, entries.c.fte)),
        }
        return {name: column.label(name) for name, column in columns.items()}

    def _starred(self) -> ColumnElement[bool]:
        mine = and_(favourites.c.client_id == clients.c.id, favourites.c.user_id == self._user_id)
        return select(favourites.c.client_id).where(mine).exists()

    def _order(self, question: ListQuestion, columns: dict[str, ColumnElement[Any]]) -> ColumnElement[Any]:
        """An empty value comes last in both directions."""
        if question.sort == "affiliations":
            return case((columns["secretariat"], 1), else_=0) * 2 + case((columns["fund"], 1), else_=0)
        if question.sort == "favourite":
            return case((columns["favourite"], 0), else_=1)
        if question.sort in {"number", "reference", "municipality"}:
            return func.nullif(columns[question.sort], "")
        return columns["fte"] if question.sort == "fte" else clients.c.sort_name

    def _conditions(self, question: ListQuestion, active: ColumnElement[bool]) -> list[ColumnElement[bool]]:
        found = [self._contains(word, active) for word in words(question.query)]
        if question.register_index:
            found.append(and_(active, entries.c.register_index == question.register_index))
        if question.kind:
            found.append(and_(active, entries.c.kind == question.kind))
        if question.service:
            found.append(and_(active, affiliated(question.service, self._now.date())))
        if question.pending is not None:
            found.append(~active if question.pending else active)
        return found + self._own_marks(question)

    def _own_marks(self, question: ListQuestion) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if question.tag:
            tagged = select(tags.c.id).where(tags.c.client_id == clients.c.id, tags.c.tag == question.tag)
            found.append(tagged.exists())
        if question.favourites:
            found.append(self._starred())
        return found

    def _contains(self, word: str, active: ColumnElement[bool]) -> ColumnElement[bool]:
        return or_(
            clients.c.search_pending.contains(word, autoescape=True),
            and_(clients.c.search_active.contains(word, autoescape=True), active),
        )

    def _starts(self, query: str, active: ColumnElement[bool]) -> ColumnElement[int]:
        """Words that begin a word come first; their place tells no more of a pending client than hits do."""
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
        enterprise_number=row.number,
        is_person=bool(row.active) and row.kind == Kind.SELF_EMPLOYED,
        is_employer=bool(row.active) and row.kind == Kind.EMPLOYER,
        municipality=row.municipality,
        reference=row.reference,
        tags=tag_names,
        favourite=bool(row.favourite),
        active=bool(row.active),
        secretariat=bool(row.secretariat),
        fund=bool(row.fund),
        fte=row.fte,
    )
