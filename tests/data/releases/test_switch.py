"""While a release takes another's place again and again, readers see one or the other, whole, and no lock."""

from __future__ import annotations

import contextlib
import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from dashboard.data.database import open_database, reading, writing
from dashboard.data.metadata import metadata
from dashboard.data.releases.build import drafted
from dashboard.data.releases.history import activate, write
from dashboard.data.releases.reader import Releases
from dashboard.data.releases.tables import releases
from dashboard.data.schema import firms
from tests.data.releases.reads_figures import page
from tests.peer_world import NOW, QUARTER, RULES, Crowd, a_source, an_employer

READERS, SWITCHES = 4, 60
ROOT = Path(__file__).parents[3]
READER = Path(__file__).with_name("reads_figures.py")


@pytest.fixture
def engine(empty_database):
    opened = open_database(empty_database)
    metadata.create_all(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def drafts(engine):
    """Two releases of a quarter of which neither group nor date nor figure is the same."""
    with writing(engine) as connection:
        connection.execute(insert(firms).values(name="Alpha", created_at=NOW))
        return [
            write(connection, drafted(a_source(Crowd(count), seed=count), QUARTER, rules=RULES), now=now)
            for count, now in ((20, NOW), (50, NOW + datetime.timedelta(days=1)))
        ]


def switch(engine, release):
    with writing(engine) as connection:
        activate(connection, release)


def whole_pages(engine, drafts):
    """What a reader may see: each release by itself."""
    found = set()
    for release in drafts:
        switch(engine, release)
        with reading(engine) as connection:
            found.add(page(Releases(connection), an_employer(0)))
    return found


@contextlib.contextmanager
def reading_processes(address):
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, READER, address, an_employer(0)]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with contextlib.ExitStack() as stack:
        yield [
            stack.enter_context(subprocess.Popen(command, env=environment, text=True, **pipes))  # noqa: S603 - our own file
            for _ in range(READERS)
        ]


def seen_while(address, change):
    """What four processes saw while something changed, with what they complained of."""
    with reading_processes(address) as processes:
        assert [process.stdout.readline() for process in processes] == ["reading\n"] * READERS
        for _ in range(SWITCHES):
            change()
        said = [process.communicate("") for process in processes]
    lines = [line for out, _errors in said for line in out.splitlines()]
    return {line.partition(" ")[2] for line in lines}, [errors for _out, errors in said if errors]


def test_readers_see_whole_releases_and_no_lock(engine, empty_database, drafts):
    whole = whole_pages(engine, drafts)
    assert len(whole) == 2
    turns = iter(drafts * SWITCHES)

    seen, errors = seen_while(empty_database, lambda: switch(engine, next(turns)))

    assert errors == []
    assert seen == whole


def test_a_switch_in_two_steps_would_be_seen(engine, empty_database, drafts):
    whole = whole_pages(engine, drafts)
    turns = iter(drafts * SWITCHES)

    def halved():
        with writing(engine) as connection:
            connection.execute(update(releases).values(active=False))
        switch(engine, next(turns))

    seen, errors = seen_while(empty_database, halved)

    assert errors or seen != whole
