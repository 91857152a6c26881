"""For each line it reads, a process that adds and removes clients and says each once it is kept."""

import itertools
import os
import sys
from pathlib import Path

from dashboard.config import Settings
from dashboard.data.database import reading
from dashboard.data.store import Store
from dashboard.data.team import Accounts
from dashboard.data.trail import Event
from dashboard.domain.access import Actor

ENTRIES = range(1, 7)


def main(folder: str, user_id: str) -> None:
    """Forks, so that the modules are read once and not for every life."""
    for life in sys.stdin:
        writer = os.fork()
        if not writer:
            live(Path(folder), int(user_id), life.strip())
        say(f"process {writer}")
        os.waitpid(writer, 0)
        say("over")


def live(folder: Path, user_id: int, life: str) -> None:
    store = Store.open(Settings.demo(folder))
    with reading(store.engine) as connection:
        actor = Accounts(connection, now=store.clock()).person(user_id)
    assert actor is not None
    for number in itertools.count():
        say(change(store, actor, entry_id=ENTRIES[number % len(ENTRIES)], mark=f"{life}.{number}"))


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())  # one write, so that lines of two processes never mix


def change(store: Store, actor: Actor, *, entry_id: int, mark: str) -> str:
    """One transaction: the list and the trail tell the same, or nothing."""
    with store.changing(actor) as firm:
        client = firm.clients.of_entry(entry_id)
        if client:
            firm.selections.remove([client.id])
        else:
            firm.clients.add(entry_id)
        firm.trail.record(
            Event.CLIENT_REMOVED if client else Event.CLIENT_ADDED, entry_id=entry_id, detail=mark
        )
    return f"{mark} {entry_id} {'removed' if client else 'added'}"


if __name__ == "__main__":
    main(*sys.argv[1:])
