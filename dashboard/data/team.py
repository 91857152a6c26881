"""The people of a firm: accounts, invitations and sessions."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import secrets
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import Connection, Row, bindparam, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from dashboard.data.schema import firms, invitations, sessions, users
from dashboard.domain.access import Actor, Role
from dashboard.errors import NotFound, SignedOut, UnfitAddress, UnfitPassword

HASHER = PasswordHasher()
# Checked when the name is unknown, so that a wrong name takes as long as a wrong password.
NOBODY = HASHER.hash(secrets.token_hex(16))
IDLE = datetime.timedelta(minutes=30)
LONGEST = datetime.timedelta(hours=12)
INVITED_FOR = datetime.timedelta(days=7)
SHORTEST_PASSWORD = 12
LONGEST_ADDRESS = 320
LARGEST_ID = 2**31 - 1
LONGEST_PASSWORD = 256

PEOPLE = select(users, firms.c.name.label("firm_name")).join(firms).where(users.c.disabled_at.is_(None))
# Asked before every request: written once, bound each time.
BEHIND = (
    PEOPLE.add_columns(sessions.c.seen_at, sessions.c.created_at.label("started_at"))
    .join(sessions, sessions.c.user_id == users.c.id)
    .where(sessions.c.token_hash == bindparam("token_hash"))
)


@dataclasses.dataclass(frozen=True)
class Colleague:
    """One person of the firm, as its manager sees them."""

    id: int
    name: str
    email: str
    role: Role
    language: str
    disabled: bool
    invited: bool


def cut(password: str) -> bytes:
    """One sign more than any password has is enough to be wrong; whatever is typed can be hashed."""
    return password[: LONGEST_PASSWORD + 1].encode(errors="surrogatepass")


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


class Accounts:
    """Who signs in: before it is known which firm they belong to."""

    def __init__(self, connection: Connection, *, now: datetime.datetime) -> None:
        self._connection = connection
        self._now = now

    def check(self, email: str, password: str) -> Actor | None:
        """The person behind a name and a password, or None; as slow for an unknown name."""
        row = self._known(email.strip().lower())
        row = row if row is not None and row.password_hash and row.disabled_at is None else None
        try:
            HASHER.verify(row.password_hash if row else NOBODY, cut(password))
        except VerificationError:
            return None
        return self.person(row.id) if row else None

    def _known(self, address: str) -> Row[Any] | None:
        # PostgreSQL takes no NUL, and neither database a lone surrogate.
        if len(address) > LONGEST_ADDRESS or not address.isprintable():
            return None
        return self._connection.execute(select(users).where(users.c.email == address)).one_or_none()

    def start(self, actor: Actor) -> str:
        token = secrets.token_urlsafe(32)
        values = {"token_hash": token_hash(token), "user_id": actor.user_id}
        self._connection.execute(insert(sessions).values(**values, created_at=self._now, seen_at=self._now))
        return token

    def purge(self) -> None:
        """Forget the sessions that have ended by themselves."""
        ended = or_(sessions.c.seen_at < self._now - IDLE, sessions.c.created_at < self._now - LONGEST)
        self._connection.execute(delete(sessions).where(ended))

    def end(self, token: str) -> None:
        self._connection.execute(delete(sessions).where(sessions.c.token_hash == token_hash(token)))

    def runs(self, token: str) -> bool:
        question = select(sessions.c.user_id).where(sessions.c.token_hash == token_hash(token))
        return self._connection.execute(question).first() is not None

    def behind(self, token: str) -> tuple[Actor, datetime.datetime]:
        """The person of a running session and when it was last seen; raises SignedOut otherwise."""
        row = self._connection.execute(BEHIND, {"token_hash": token_hash(token)}).one_or_none()
        if row is None or self._now - row.seen_at > IDLE or self._now - row.started_at > LONGEST:
            raise SignedOut
        return actor_of(row), row.seen_at

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
        actor = self.person(row.user_id) if row else None
        if actor is None:
            raise NotFound
        return actor

    def accept(self, token: str, password: str) -> Actor:
        actor = self.invited(token)
        self.set_password(actor.user_id, password)
        used = update(invitations).where(
            invitations.c.token_hash == token_hash(token), invitations.c.used_at.is_(None)
        )
        if not self._connection.execute(used.values(used_at=self._now)).rowcount:
            raise NotFound  # used by somebody else between the question and now
        return actor

    def set_password(self, user_id: int, password: str, *, keep: str = "") -> None:
        """Keep a new password and end every session of the person but the kept one."""
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise UnfitPassword
        self._connection.execute(
            update(users).where(users.c.id == user_id).values(password_hash=HASHER.hash(cut(password)))
        )
        others = (sessions.c.user_id == user_id, sessions.c.token_hash != keep)
        self._connection.execute(delete(sessions).where(*others))

    def speak(self, user_id: int, language: str) -> None:
        self._connection.execute(update(users).where(users.c.id == user_id).values(language=language))

    def person(self, user_id: int) -> Actor | None:
        row = self._connection.execute(PEOPLE.where(users.c.id == user_id)).one_or_none()
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


def colleague_of(row: Row[Any]) -> Colleague:
    return Colleague(
        id=row.id,
        name=row.name,
        email=row.email,
        role=Role(row.role),
        language=row.language,
        disabled=row.disabled_at is not None,
        invited=not row.password_hash,
    )


class Team:
    """The colleagues of one firm."""

    def __init__(self, connection: Connection, *, firm_id: int, now: datetime.datetime) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._now = now

    def all(self) -> tuple[Colleague, ...]:
        question = select(users).where(users.c.firm_id == self._firm_id).order_by(users.c.name, users.c.id)
        return tuple(colleague_of(row) for row in self._connection.execute(question))

    def one(self, user_id: int) -> Colleague:
        question = select(users).where(users.c.id == self._own(user_id))
        return colleague_of(self._connection.execute(question).one())

    def invite(self, *, name: str, email: str, role: Role, language: str) -> str:
        """Make an account without a password and return the token of its one-time link."""
        address = email.strip().lower()
        added = insert(users).values(
            firm_id=self._firm_id,
            email=address,
            name=name,
            role=role,
            language=language,
            created_at=self._now,
        )
        try:
            # An address is unique across firms: two managers may invite it at the same time.
            with self._connection.begin_nested():
                user_id = self._connection.execute(added.returning(users.c.id)).scalar_one()
        except IntegrityError:
            raise UnfitAddress("This e-mail address cannot be invited.") from None
        return self.link(int(user_id))

    def link(self, user_id: int) -> str:
        """The token of a new one-time link; earlier ones of the same person stop working."""
        token = secrets.token_urlsafe(32)
        self._close(user_id)
        self._connection.execute(
            insert(invitations).values(
                user_id=self._own(user_id), token_hash=token_hash(token), expires_at=self._now + INVITED_FOR
            )
        )
        return token

    def disable(self, user_id: int) -> None:
        self._set(user_id, disabled_at=self._now)
        self._connection.execute(delete(sessions).where(sessions.c.user_id == user_id))
        self._close(user_id)

    def _close(self, user_id: int) -> None:
        unused = (invitations.c.user_id == self._own(user_id), invitations.c.used_at.is_(None))
        self._connection.execute(delete(invitations).where(*unused))

    def give_role(self, user_id: int, role: Role) -> None:
        self._set(user_id, role=role)

    def has_manager(self) -> bool:
        """Whether somebody who can sign in still manages the firm."""
        able = (users.c.disabled_at.is_(None), users.c.password_hash.is_not(None))
        question = select(users.c.id).where(
            users.c.firm_id == self._firm_id, users.c.role == Role.MANAGER, *able
        )
        return self._connection.execute(question).first() is not None

    def enable(self, user_id: int) -> None:
        self._set(user_id, disabled_at=None)

    def _set(self, user_id: int, **values: object) -> None:
        self._connection.execute(update(users).where(users.c.id == self._own(user_id)).values(**values))

    def _own(self, user_id: int) -> int:
        question = select(users.c.id).where(users.c.id == user_id, users.c.firm_id == self._firm_id)
        known = 0 < user_id <= LARGEST_ID
        found = self._connection.execute(question).scalar_one_or_none() if known else None
        if found is None:
            raise NotFound
        return int(found)
