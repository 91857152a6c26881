"""The one door to what is kept: a unit of work belongs to one firm and cannot leave it."""

from __future__ import annotations

import contextlib
import datetime
import functools
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, Engine, select

from dashboard.config import Settings
from dashboard.data.accounts import filings_of
from dashboard.data.cipher import NumberCipher
from dashboard.data.client_list import ClientList
from dashboard.data.clients import Clients
from dashboard.data.database import open_database, reading, writing
from dashboard.data.exports import Exports
from dashboard.data.files import Contacts, Documents, DocumentStore
from dashboard.data.limits import Limits
from dashboard.data.mandates import Mandates
from dashboard.data.meetings import Meetings
from dashboard.data.pasted_lists import PastedLists
from dashboard.data.personal_tags import PersonalTags
from dashboard.data.portfolio import Portfolio
from dashboard.data.presentations import Presentations
from dashboard.data.register import Register
from dashboard.data.releases.reader import Releases
from dashboard.data.releases.standings import Standings
from dashboard.data.remembered import Remembered
from dashboard.data.requests import Requests
from dashboard.data.saved_filters import SavedFilters
from dashboard.data.schema import firms
from dashboard.data.selections import Selections
from dashboard.data.snapshots import Snapshots
from dashboard.data.team import Accounts, Team
from dashboard.data.trail import Once, Trail
from dashboard.domain.access import Actor
from dashboard.domain.accounts import Filing
from dashboard.domain.clients import Client
from dashboard.domain.disclosure import Rules
from dashboard.domain.identifiers import CompanyNumber


class Firm:
    """One transaction's view of one firm: every repository in it is limited to that firm."""

    def __init__(self, store: Store, connection: Connection, actor: Actor) -> None:
        self.store = store
        self.connection = connection
        self.actor = actor
        self.now = store.clock()
        self._scope = {"firm_id": actor.firm_id, "user_id": actor.user_id}

    @functools.cached_property
    def clients(self) -> Clients:
        return Clients(
            self.connection, **self._scope, now=self.now, register=self.register, mandates=self.mandates
        )

    @functools.cached_property
    def client_list(self) -> ClientList:
        return ClientList(self.connection, **self._scope, now=self.now)

    @functools.cached_property
    def selections(self) -> Selections:
        return Selections(self.connection, firm_id=self.actor.firm_id, now=self.now)

    @functools.cached_property
    def personal_tags(self) -> PersonalTags:
        return PersonalTags(self.connection, **self._scope)

    @functools.cached_property
    def remembered(self) -> Remembered:
        return Remembered(self.connection, user_id=self.actor.user_id)

    @functools.cached_property
    def saved_filters(self) -> SavedFilters:
        return SavedFilters(self.connection, **self._scope, now=self.now)

    @functools.cached_property
    def presentations(self) -> Presentations:
        return Presentations(self.connection, **self._scope, now=self.now)

    @functools.cached_property
    def meetings(self) -> Meetings:
        return Meetings(self.connection, **self._scope, now=self.now)

    @functools.cached_property
    def register(self) -> Register:
        return Register(self.connection, cipher=self.store.cipher, today=self.now.date())

    @functools.cached_property
    def mandates(self) -> Mandates:
        return Mandates(
            self.connection, firm_id=self.actor.firm_id, today=self.now.date(), rules=self.store.rules
        )

    @functools.cached_property
    def documents(self) -> Documents:
        return Documents(self.connection, user_id=self.actor.user_id)

    @functools.cached_property
    def contacts(self) -> Contacts:
        return Contacts(self.connection)

    @functools.cached_property
    def exports(self) -> Exports:
        return Exports(self.connection, **self._scope, now=self.now)

    @functools.cached_property
    def snapshots(self) -> Snapshots:
        return Snapshots(self.connection, **self._scope, now=self.now)

    @functools.cached_property
    def requests(self) -> Requests:
        return Requests(self.connection, **self._scope, now=self.now, cipher=self.store.cipher)

    @functools.cached_property
    def pasted_lists(self) -> PastedLists:
        return PastedLists(
            self.connection, user_id=self.actor.user_id, now=self.now, cipher=self.store.cipher
        )

    @functools.cached_property
    def team(self) -> Team:
        return Team(self.connection, firm_id=self.actor.firm_id, now=self.now)

    @functools.cached_property
    def trail(self) -> Trail:
        return Trail(self.connection, **self._scope, now=self.now)

    @functools.cached_property
    def once(self) -> Once:
        return Once(self.connection, firm_id=self.actor.firm_id, now=self.now)

    @functools.cached_property
    def limits(self) -> Limits:
        return Limits(self.connection, now=self.now)

    @functools.cached_property
    def accounts(self) -> Accounts:
        return Accounts(self.connection, now=self.now)

    @functools.cached_property
    def releases(self) -> Releases:
        return Releases(self.connection)

    @functools.cached_property
    def portfolio(self) -> Portfolio:
        return Portfolio(self.connection, self.store.standings, **self._scope, now=self.now)

    def filings(self, client: Client) -> tuple[Filing, ...]:
        """A client's annual accounts, newest first: public, but shown only where a mandate opens the file."""
        if not client.is_active or client.entry.enterprise_number is None:
            return ()
        return filings_of(self.connection, CompanyNumber(client.entry.enterprise_number))


class Store:
    """Opens units of work on the database and knows where documents lie."""

    def __init__(self, engine: Engine, *, settings: Settings, clock: Callable[[], datetime.datetime]) -> None:
        self.engine = engine
        self.clock = clock
        self.cipher = NumberCipher(settings.numbers_key, settings.index_key)
        self.files = DocumentStore(settings.documents)
        self.standings = Standings()
        self.rules = Rules(key=settings.peers_key.encode(), **settings.thresholds)

    @classmethod
    def open(cls, settings: Settings, *, clock: Callable[[], datetime.datetime] | None = None) -> Store:
        return cls(open_database(settings.database), settings=settings, clock=clock or clock_of(settings))

    @contextlib.contextmanager
    def reading(self, actor: Actor) -> Iterator[Firm]:
        with reading(self.engine) as connection:
            yield Firm(self, connection, actor)

    @contextlib.contextmanager
    def changing(self, actor: Actor) -> Iterator[Firm]:
        """One transaction: it commits when the block ends well, and rolls back otherwise.

        A firm's changes run one after the other, on PostgreSQL too: what was checked stays true.
        """
        with writing(self.engine) as connection:
            own = select(firms.c.id).where(firms.c.id == actor.firm_id)
            connection.execute(own.with_for_update(key_share=True))
            yield Firm(self, connection, actor)


def clock_of(settings: Settings) -> Callable[[], datetime.datetime]:
    """UTC without zone, as the tables keep it; a fixed day where the settings name one."""
    if settings.today:
        day = datetime.date.fromisoformat(settings.today)
        return lambda: datetime.datetime.combine(day, utc_now().time())
    return utc_now


def utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None)  # noqa: TID251 - the one clock
