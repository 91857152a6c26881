"""Several clients of a list at once."""

from __future__ import annotations

import dataclasses
import datetime

from dashboard.errors import BadRequest

MOST_CHOSEN = 10_000


@dataclasses.dataclass(frozen=True)
class Chosen:
    """One client of a selection, with no more than acts on many need."""

    id: str
    key: int
    entry_id: int
    name: str
    removed_at: datetime.datetime | None

    @property
    def is_removed(self) -> bool:
        return self.removed_at is not None


def parse_ids(text: object) -> tuple[str, ...]:
    """The ids that a browser sends, between spaces; each once."""
    if not isinstance(text, str):
        raise BadRequest
    found = tuple(dict.fromkeys(text.split()))
    if not found:
        raise BadRequest("Select at least one client.")
    if len(found) > MOST_CHOSEN:
        raise BadRequest("Select {n} clients at most.", n=MOST_CHOSEN)
    return found
