"""The people of a firm: accounts, invitations and sessions."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import secrets
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import Connection, Row, delete, insert, select, update

from dashboard.data.schema import firms, invitations, sessions, users
from dashboard.domain.access import Actor, Role
from dashboard.errors import BadRequest, NotFound, SignedOut

HASHER = PasswordHasher()
# Checked when the name is unknown, so that a wrong name takes as long as a wrong password.
NOBODY = HASHER.hash(secrets.token_hex(16))
IDLE = datetime.timedelta(minutes=30)
LONGEST = datetime.timedelta(hours=12)
INVITED_FOR = datetime.timedelta(days=7)
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 256


@dataclasses.dataclass(frozen=True)
class Colleague:
    """One person of the firm, as its manager sees them."""

    id: int
    name: str
    email: str
    role: Role
    disabled: bool
    invited: bool


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class Accounts:
    """Who signs in: before it is known which firm they belong to."""

    def __init__(self, connection: Connection, *, now: datetime.datetime) -> None:
        self._connection = connection
        self._now = now

    def check(self, email: str, password: str) -> Actor | None:
        """The person behind a name and a password, or None; as slow for an unknown name."""
        row = self._connection.execute(
            select(users).where(users.c.email == email.strip().lower())
        ).one_or_none()
        row = row if row is not None and row.password_hash and row.disabled_at is None else None
        try:
            HASHER.verify(row.password_hash if row else NOBODY, password[:LONGEST_PASSWORD])
        except VerificationError:
            return None
        return self._actor(row.id) if row else None

    def start(self, actor: Actor) -> str:
        token = secrets.token_urlsafe(32)
        values = {"token_hash": token_hash(token), "user_id": actor.user_id}
        self._connection.execute(insert(sessions).values(**values, created_at=self._now, seen_at=self._now))
        return token

    def end(self, token: str) -> None:
        self._connection.execute(delete(sessions).where(sessions.c.token_hash == token_hash(token)))

    def behind(self, token: str) -> tuple[Actor, datetime.datetime]:
        """The person of a running session and when it was last seen; raises SignedOut otherwise."""
        row = self._connection.execute(
            select(sessions).where(sessions.c.token_hash == token_hash(token))
        ).one_or_none()
        if row is None or self._now - row.seen_at > IDLE or self._now - row.created_at > LONGEST:
            raise SignedOut
        actor = self._actor(row.user_id)
        if actor is None:
            raise SignedOut
        return actor, row.seen_at

    def seen(self, token: str) -> None:
        self._connection.execute(
            update(sessions).where(sessions.c.token_hash == token_hash(token)).values(seen_at=self._now)
        )

    def invited(self, token: str) -> Actor:
        row = self._connection.execute(
            select(invitations.c.user_id).where(
                invitations.c.token_hash == token_hash(token),
                invitations.c.used_at.is_(None),
                invitations.c.expires_at > self._now,
            )
        ).one_or_none()
        actor = self._actor(row.user_id) if row else None
        if actor is None:
            raise NotFound
        return actor

    def accept(self, token: str, password: str) -> Actor:
        actor = self.invited(token)
        self.set_password(actor.user_id, password)
        self._connection.execute(
            update(invitations).where(invitations.c.token_hash == token_hash(token)).values(used_at=self._now)
        )
        return actor

    def set_password(self, user_id: int, password: str) -> None:
        """Keep a new password and end every session of the person."""
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise BadRequest("Choose a password of 12 to 256 characters.")
        self._connection.execute(
            update(users).where(users.c.id == user_id).values(password_hash=HASHER.hash(password))
        )
        self._connection.execute(delete(sessions).where(sessions.c.user_id == user_id))

    def speak(self, user_id: int, language: str) -> None:
        self._connection.execute(update(users).where(users.c.id == user_id).values(language=language))

    def _actor(self, user_id: int) -> Actor | None:
        question = (
            select(users, firms.c.name.label("firm_name"))
            .join(firms)
            .where(users.c.id == user_id, users.c.disabled_at.is_(None))
        )
        row = self._connection.execute(question).one_or_none()
        return actor_of(row) if row else None


def actor_of(row: Row[Any]) -> Actor:
    return Actor(
        user_id=row.id,
        firm_id=row.firm_id,
        role=Role(row.role),
        name=row.name,
        email=row.email,
        firm_name=row.firm_name,
        language=row.language,
    )


class Team:
    """The colleagues of one firm."""

    def __init__(self, connection: Connection, *, firm_id: int, now: datetime.datetime) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._now = now

    def all(self) -> tuple[Colleague, ...]:
        question = select(users).where(users.c.firm_id == self._firm_id).order_by(users.c.name)
        return tuple(
            Colleague(
                row.id,
                row.name,
                row.email,
                Role(row.role),
                row.disabled_at is not None,
                not row.password_hash,
            )
            for row in self._connection.execute(question)
        )

    def invite(self, *, name: str, email: str, role: Role, language: str) -> str:
        """Make an account without a password and return the token of its one-time link."""
        address = email.strip().lower()
        if self._connection.execute(select(users.c.id).where(users.c.email == address)).first():
            raise BadRequest("This e-mail address cannot be invited.")
        added = self._connection.execute(
            insert(users)
            .values(
                firm_id=self._firm_id,
                email=address,
                name=name,
                role=role,
                language=language,
                created_at=self._now,
            )
            .returning(users.c.id)
        )
        return self.link(int(added.scalar_one()))

    def link(self, user_id: int) -> str:
        token = secrets.token_urlsafe(32)
        self._connection.execute(
            insert(invitations).values(
                user_id=self._own(user_id), token_hash=token_hash(token), expires_at=self._now + INVITED_FOR
            )
        )
        return token

    def disable(self, user_id: int) -> None:
        self._set(user_id, disabled_at=self._now)
        self._connection.execute(delete(sessions).where(sessions.c.user_id == user_id))

    def enable(self, user_id: int) -> None:
        self._set(user_id, disabled_at=None)

    def _set(self, user_id: int, **values: object) -> None:
        self._connection.execute(update(users).where(users.c.id == self._own(user_id)).values(**values))

    def _own(self, user_id: int) -> int:
        question = select(users.c.id).where(users.c.id == user_id, users.c.firm_id == self._firm_id)
        found = self._connection.execute(question).scalar_one_or_none()
        if found is None:
            raise NotFound
        return int(found)
