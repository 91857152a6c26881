"""The queue of exports: one hand at a time, taken up again when a process stopped, given up in the end."""

import datetime

import pytest

from dashboard.data.database import writing
from dashboard.data.exports import HELD_FOR, KEPT_FOR, MOST_TRIES, Queue
from dashboard.domain.exports import ExportState, Format, Names, Order
from dashboard.errors import NotFound, SnapshotDamaged
from tests.cast import EDITOR, NOON, READER
from tests.papers import BAKERY

MOMENT = datetime.timedelta(seconds=1)


@pytest.fixture
def export(cast):
    order = Order(cast.client(EDITOR, BAKERY).id, Format.SHEETS, "en", Names.HIDDEN)
    with cast.workspace(EDITOR).changing() as firm:
        return firm.exports.ask(order)


def taken(cast, now):
    with writing(cast.store.engine) as connection:
        return Queue(connection, now=now).take()


def state(cast, export):
    with cast.workspace(EDITOR).reading() as firm:
        return firm.exports.one(export.id).state


def test_an_order_is_in_one_hand_at_a_time(cast, export):
    assert taken(cast, NOON).order == export.order
    assert taken(cast, NOON + HELD_FOR) is None


def test_what_a_stopped_process_left_is_taken_up_again(cast, export):
    taken(cast, NOON)
    assert taken(cast, NOON + HELD_FOR + MOMENT).order == export.order


def test_who_says_how_far_it_is_keeps_it(cast, export):
    held = taken(cast, NOON)
    with writing(cast.store.engine) as connection:
        Queue(connection, now=NOON + HELD_FOR).advance(held.key, percent=40)
    assert taken(cast, NOON + HELD_FOR + MOMENT) is None
    assert state(cast, export) is ExportState.RUNNING


def test_an_order_that_never_ends_is_given_up(cast, export):
    step = HELD_FOR + MOMENT
    assert all(taken(cast, NOON + turn * step) for turn in range(MOST_TRIES))
    assert taken(cast, NOON + MOST_TRIES * step) is None
    assert state(cast, export) is ExportState.FAILED


def test_what_is_old_is_forgotten_with_its_file(cast, export):
    held = taken(cast, NOON)
    with writing(cast.store.engine) as connection:
        Queue(connection, now=NOON).finish(held.key, file_name="a.xlsx", storage_key="b" * 32)
    with writing(cast.store.engine) as connection:
        assert Queue(connection, now=NOON + KEPT_FOR - MOMENT).drop_old() == ()
        assert Queue(connection, now=NOON + KEPT_FOR).drop_old() == ("b" * 32,)
    with cast.workspace(EDITOR).reading() as firm, pytest.raises(NotFound):
        firm.exports.one(export.id)


def test_a_colleague_does_not_see_what_i_export(cast, export):
    with cast.workspace(READER).reading() as firm:
        assert firm.exports.mine() == ()
        with pytest.raises(NotFound):
            firm.exports.one(export.id)


def test_a_snapshot_is_the_firms_alone_and_refused_when_it_was_altered(cast):
    client = cast.client(EDITOR, BAKERY).id
    with cast.workspace(EDITOR).changing() as firm:
        code = firm.snapshots.keep(client, b"as it was")
    with cast.workspace(READER).reading() as firm:
        assert firm.snapshots.one(code).content == b"as it was"
    with cast.workspace("editor@beta.example").reading() as firm, pytest.raises(NotFound):
        firm.snapshots.one(code)
    with writing(cast.store.engine) as connection:
        connection.exec_driver_sql("UPDATE snapshots SET digest = 'another'")
    with cast.workspace(EDITOR).reading() as firm, pytest.raises(SnapshotDamaged):
        firm.snapshots.one(code)
