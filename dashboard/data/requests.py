"""Requests of one firm, and the institution's answers."""

from __future__ import annotations

import datetime
import secrets
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from dashboard.data.cipher import NumberCipher
from dashboard.data.register import sealed
from dashboard.data.schema import requests
from dashboard.domain.clients import Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.domain.requests import STEPS, Request, RequestAction, RequestState
from dashboard.errors import BadRequest, NotFound

PLACE = "requests.register_cipher"
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Requests:
    """What one firm asked of the institution."""

    def __init__(
        self,
        connection: Connection,
        *,
        firm_id: int,
        user_id: int,
        now: datetime.datetime,
        cipher: NumberCipher,
    ) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._user_id = user_id
        self._now = now
        self._cipher = cipher

    def send(self, number: CompanyNumber | RegisterNumber, **values: object) -> Request:
        reference = f"{self._now:%y%m%d}-" + "".join(secrets.choice(LETTERS) for _ in range(6))
        if isinstance(number, CompanyNumber):
            identified: dict[str, object] = {"enterprise_number": number.digits}
        else:
            identified = sealed(self._cipher, number, place=PLACE)
        self._connection.execute(
            insert(requests).values(
                reference=reference,
                firm_id=self._firm_id,
                user_id=self._user_id,
                state=RequestState.SUBMITTED,
                created_at=self._now,
                **identified,
                **values,
            )
        )
        return self.one(reference)

    def one(self, reference: str) -> Request:
        question = select(requests).where(
            requests.c.firm_id == self._firm_id, requests.c.reference == reference
        )
        row = self._connection.execute(question).one_or_none()
        if row is None:
            raise NotFound
        return request_of(row)

    def all(self) -> tuple[Request, ...]:
        question = (
            select(requests)
            .where(requests.c.firm_id == self._firm_id)
            .order_by(requests.c.id.desc())
            .limit(500)
        )
        return tuple(request_of(row) for row in self._connection.execute(question))

    def withdraw(self, reference: str) -> Request:
        step(self._connection, self.one(reference), to=RequestState.WITHDRAWN, now=self._now)
        return self.one(reference)


def step(
    connection: Connection, request: Request, *, to: RequestState, now: datetime.datetime, reason: str = ""
) -> None:
    if to not in STEPS[request.state]:
        raise BadRequest("This request was decided already.")
    decided = None if to is RequestState.IN_TREATMENT else now
    # The state may have changed since it was read: of two deciders one is told so.
    unchanged = (requests.c.reference == request.reference, requests.c.state == request.state)
    moved = connection.execute(
        update(requests).where(*unchanged).values(state=to, reason=reason, decided_at=decided)
    )
    if not moved.rowcount:
        raise BadRequest("This request was decided already.")


def request_of(row: Row[Any]) -> Request:
    number = CompanyNumber(row.enterprise_number).printed if row.enterprise_number else row.register_masked
    return Request(
        reference=row.reference,
        action=RequestAction(row.action),
        service=Service(row.service),
        name=row.name,
        number=number,
        effective=row.effective,
        contact=row.contact,
        state=RequestState(row.state),
        reason=row.reason,
        created_at=row.created_at,
        decided_at=row.decided_at,
    )
