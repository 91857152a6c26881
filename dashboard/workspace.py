"""What one request may reach: the actor, their language, the day, their firm."""

from __future__ import annotations

import dataclasses
import datetime
from contextlib import AbstractContextManager

from dashboard.config import Settings
from dashboard.data.store import Firm, Store
from dashboard.domain.access import Actor, Permission
from dashboard.i18n import Language, language


@dataclasses.dataclass(frozen=True)
class Workspace:
    """One person's reach during one request."""

    actor: Actor
    language: Language
    store: Store
    settings: Settings
    session: str = ""

    @property
    def now(self) -> datetime.datetime:
        return self.store.clock()

    @property
    def today(self) -> datetime.date:
        return self.now.date()

    def may(self, permission: Permission) -> bool:
        return self.actor.may(permission)

    def reading(self) -> AbstractContextManager[Firm]:
        return self.store.reading(self.actor)

    def changing(self) -> AbstractContextManager[Firm]:
        return self.store.changing(self.actor)


def workspace_of(actor: Actor, *, store: Store, settings: Settings, session: str = "") -> Workspace:
    """`session` names the session behind the request, so that a new password can end all the others."""
    return Workspace(
        actor=actor, language=language(actor.language), store=store, settings=settings, session=session
    )
