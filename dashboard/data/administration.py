"""What crosses firms: the operator's side, for the command line, the imports and the demo."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from dashboard.data.cipher import NumberCipher
from dashboard.data.client_list import ClientList, ListLine
from dashboard.data.mandates import Mandates
from dashboard.data.register import Register
from dashboard.data.requests import PLACE as REQUEST_PLACE
from dashboard.data.requests import request_of, step
from dashboard.data.schema import firms, requests, users
from dashboard.data.team import Team
from dashboard.data.trail import Event, Trail
from dashboard.domain.access import Role
from dashboard.domain.clients import Affiliation, Kind, Service
from dashboard.domain.disclosure import Rules
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.domain.invitations import fit_address, fit_name
from dashboard.domain.list_question import ListQuestion
from dashboard.domain.requests import Request, RequestState
from dashboard.errors import Misconfigured, NotFound

NOBODY = 0
EVERYTHING = 20_000


@dataclasses.dataclass(frozen=True)
class Administration:
    """The operator's reach on one connection."""

    connection: Connection
    cipher: NumberCipher
    now: datetime.datetime
    rules: Rules

    def create_firm(self, name: str) -> int:
        name = fit_name(name)
        if self.connection.execute(select(firms.c.id).where(firms.c.name == name)).first():
            raise Misconfigured("There is a firm named {name} already.", name=name)
        added = self.connection.execute(
            insert(firms).values(name=name, created_at=self.now).returning(firms.c.id)
        )
        return int(added.scalar_one())

    def firm_named(self, name: str) -> int:
        found = self.connection.execute(select(firms.c.id).where(firms.c.name == name)).scalar_one_or_none()
        if found is None:
            raise NotFound("There is no firm named {name}.", name=name)
        return int(found)

    def invite(self, firm_id: int, *, name: str, email: str, role: Role, language: str) -> str:
        team = Team(self.connection, firm_id=firm_id, now=self.now)
        return team.invite(name=fit_name(name), email=fit_address(email), role=role, language=language)

    def register(self) -> Register:
        return Register(self.connection, cipher=self.cipher, today=self.now.date())

    def grant(self, firm_id: int, number: CompanyNumber | RegisterNumber, service: Service) -> None:
        entry_id = self._entry_id(number)
        self._mandates(firm_id).grant(entry_id, service, source="record")
        self._trail(firm_id).record(Event.MANDATE_GRANTED, entry_id=entry_id, detail=service)

    def end(self, firm_id: int, number: CompanyNumber | RegisterNumber, service: Service) -> None:
        entry_id = self._entry_id(number)
        self._mandates(firm_id).end(entry_id, service)
        self._trail(firm_id).record(Event.MANDATE_ENDED, entry_id=entry_id, detail=service)

    def clients_of(self, firm_id: int) -> tuple[ListLine, ...]:
        """A firm's whole list, as none of its people in particular."""
        listed = ClientList(self.connection, firm_id=firm_id, user_id=NOBODY, now=self.now)
        return listed.listed(ListQuestion(limit=EVERYTHING)).lines

    def requests(self) -> tuple[tuple[str, Request], ...]:
        """Each with the name of the firm that asks, the newest first."""
        asked = select(requests, firms.c.name.label("firm")).join(firms, firms.c.id == requests.c.firm_id)
        rows = self.connection.execute(asked.order_by(requests.c.id.desc()).limit(1000))
        return tuple((row.firm, request_of(row)) for row in rows)

    def decide(self, reference: str, *, to: RequestState, reason: str = "") -> Request:
        """Move a request on; an accepted one makes the client known and affiliated."""
        row = self._request(reference)
        step(self.connection, request_of(row), to=to, now=self.now, reason=reason)
        if to is RequestState.ACCEPTED:
            self._make_known(row)
        self._trail(row.firm_id).record(Event.REQUEST_DECIDED, detail=f"{reference}: {to}")
        return request_of(self._request(reference))

    def _make_known(self, row: Row[Any]) -> None:
        register, number = self.register(), self._number(row)
        known = register.by_number(number)
        if known is None:
            is_company = isinstance(number, CompanyNumber)
            entry_id = register.add(
                {
                    "kind": Kind.EMPLOYER if is_company else Kind.SELF_EMPLOYED,
                    "enterprise_number": number.digits if is_company else None,
                    "name": row.name,
                },
                register_number=None if isinstance(number, CompanyNumber) else number,
            )
        else:
            entry_id = known.id
        service = Service(row.service)
        if known is None or not known.affiliated_with(service):
            register.affiliate(entry_id, Affiliation(service, since=self.now.date()))

    def _number(self, row: Row[Any]) -> CompanyNumber | RegisterNumber:
        if row.enterprise_number:
            return CompanyNumber(row.enterprise_number)
        digits = self.cipher.decrypt(row.register_cipher, place=REQUEST_PLACE, index=row.register_index)
        return RegisterNumber(digits)

    def _request(self, reference: str) -> Row[Any]:
        row = self.connection.execute(select(requests).where(requests.c.reference == reference)).one_or_none()
        if row is None:
            raise NotFound("There is no request with this reference.")
        return row

    def _entry_id(self, number: CompanyNumber | RegisterNumber) -> int:
        known = self.register().by_number(number)
        if known is None:
            raise NotFound("This number is not known.")
        return known.id

    def _mandates(self, firm_id: int) -> Mandates:
        return Mandates(self.connection, firm_id=firm_id, today=self.now.date(), rules=self.rules)

    def _trail(self, firm_id: int) -> Trail:
        return Trail(self.connection, firm_id=firm_id, user_id=None, now=self.now)


def set_first_password(connection: Connection, *, email: str, password_hash: str) -> None:
    connection.execute(users.update().where(users.c.email == email).values(password_hash=password_hash))
