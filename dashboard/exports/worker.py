"""Carries out the exports that wait: one at a time, and those that a stopped process left behind."""

from __future__ import annotations

import concurrent.futures
import logging
import threading
import time

from dashboard.config import Settings
from dashboard.data.database import reading, writing
from dashboard.data.exports import Held, Queue
from dashboard.data.store import Store
from dashboard.data.team import Accounts
from dashboard.errors import DashboardError, NotAllowed
from dashboard.exports.files import WRITTEN, file_name
from dashboard.exports.orders import take_report
from dashboard.workspace import Workspace, workspace_of

LOG = logging.getLogger(__name__)
LOOKS_EVERY_SECONDS = 1.0
SAID, WRITTEN_OUT = 40, 90


def start(store: Store, settings: Settings) -> None:
    """In the background of this process, for as long as it lives."""
    threading.Thread(target=work, args=(store, settings), name="exports", daemon=True).start()


def work(store: Store, settings: Settings) -> None:
    """What breaks is logged with its trace, and the next order is taken all the same."""
    while True:
        with concurrent.futures.ThreadPoolExecutor(1) as hand:
            did = hand.submit(carry_out_next, store, settings)
        if problem := did.exception():
            LOG.error("an export broke", exc_info=problem)
        if problem or not did.result():
            time.sleep(LOOKS_EVERY_SECONDS)


def carry_out_next(store: Store, settings: Settings) -> bool:
    """Take the oldest order that nobody holds; False where there is none."""
    with writing(store.engine) as connection:
        queue = Queue(connection, now=store.clock())
        held, old = queue.take(), queue.drop_old()
    for key in old:
        store.files.drop(key)
    if held is None:
        return False
    try:
        carry_out(store, settings, held)
    except DashboardError as refused:
        with writing(store.engine) as connection:
            Queue(connection, now=store.clock()).fail(held.key, reason=refused.sentence)
    return True


def carry_out(store: Store, settings: Settings, held: Held) -> None:
    """As the person who ordered it, with what that person may see now."""
    report = take_report(workspace_for(store, settings, held), held.order)
    advance(store, held, percent=SAID)
    content = WRITTEN[held.order.format](report)
    advance(store, held, percent=WRITTEN_OUT)
    key = store.files.put(content)
    with writing(store.engine) as connection:
        name = file_name(report, held.order.format)
        Queue(connection, now=store.clock()).finish(held.key, file_name=name, storage_key=key)


def workspace_for(store: Store, settings: Settings, held: Held) -> Workspace:
    with reading(store.engine) as connection:
        actor = Accounts(connection, now=store.clock()).person(held.user_id)
    if actor is None:
        raise NotAllowed
    return workspace_of(actor, store=store, settings=settings)


def advance(store: Store, held: Held, *, percent: int) -> None:
    with writing(store.engine) as connection:
        Queue(connection, now=store.clock()).advance(held.key, percent=percent)
