"""A question to the client list that is kept under a name."""

from __future__ import annotations

import dataclasses

from dashboard.domain.access import Actor, Permission
from dashboard.domain.list_question import ListQuestion

LONGEST_NAME = 60
MOST_FILTERS = 30


@dataclasses.dataclass(frozen=True)
class SavedFilter:
    """One person's question under its name, or one that the whole firm sees."""

    id: str
    name: str
    question: ListQuestion
    shared: bool
    owner_id: int

    def may_be_changed_by(self, actor: Actor) -> bool:
        """What the firm shares is the editors' to change, whoever saved it."""
        if self.shared:
            return actor.may(Permission.EDIT_CLIENTS)
        return self.owner_id == actor.user_id
