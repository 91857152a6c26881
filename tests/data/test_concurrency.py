"""Two at once: one client, no error but the one that says so."""

from concurrent.futures import ThreadPoolExecutor

from dashboard.errors import AlreadyClient
from tests.cast import EDITOR, READER

NAMES = ("Only Known SRL", "Simon, Marc", "Garage Peeters BV")
THREADS, ROUNDS = 8, 4


def add_once(world, actor, entry_id):
    try:
        with world.store.changing(actor) as firm:
            firm.clients.add(entry_id)
    except AlreadyClient:
        return "already"
    return "added"


def test_a_client_that_many_add_at_once_is_added_once(world):
    actors = (world.actor(EDITOR), world.actor(READER))
    with ThreadPoolExecutor(THREADS) as pool:
        for name in NAMES:
            tries = [pool.submit(add_once, world, actors[n % 2], world.entries[name]) for n in range(THREADS)]
            assert sorted(one.result() for one in tries) == ["added"] + ["already"] * (THREADS - 1)


def toggle(world, actor, entry_id):
    with world.store.changing(actor) as firm:
        client = firm.clients.of_entry(entry_id)
        _ = firm.selections.remove([client.id]) if client else firm.clients.add(entry_id)
        firm.clients.opened(firm.clients.add(entry_id).id if client else firm.clients.of_entry(entry_id).id)
        firm.clients.star(firm.clients.of_entry(entry_id).id, on=True)


def test_adding_removing_and_starring_at_once_loses_nothing_and_locks_nobody_out(world):
    actor, entry_id = world.actor(EDITOR), world.entries[NAMES[0]]
    with ThreadPoolExecutor(THREADS) as pool:
        tries = [pool.submit(toggle, world, actor, entry_id) for _ in range(THREADS * ROUNDS)]
        assert [one.result() for one in tries] == [None] * len(tries)
    client = world.client(EDITOR, NAMES[0])
    assert client.favourite
    assert client.removed_at is None


def keep_once(world, actor, key):
    with world.store.changing(actor) as firm:
        if firm.once.result(key) is None:
            firm.once.keep(key, "done")
            return 1
    return 0


def test_a_key_counts_once_however_often_it_comes(world):
    actor = world.actor(EDITOR)
    with ThreadPoolExecutor(THREADS) as pool:
        tries = [pool.submit(keep_once, world, actor, "key") for _ in range(THREADS)]
        assert sum(one.result() for one in tries) == 1
