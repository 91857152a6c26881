"""What is kept of a release is the same, byte by byte, on SQLite and on PostgreSQL."""

import datetime

import pytest

from dashboard.data.database import open_database, reading, writing
from dashboard.data.migrate import migrate
from dashboard.data.releases.build import drafted
from dashboard.data.releases.checks import faults
from dashboard.data.releases.history import all_releases, write
from dashboard.data.releases.publish import continued, publish
from dashboard.domain.workforce import Quarter
from tests.peer_world import NOW, RULES, a_mixed_source


@pytest.fixture
def engine(empty_database):
    engine = open_database(empty_database)
    migrate(engine)
    yield engine
    engine.dispose()


def test_a_release_is_written_published_and_found_whole(engine):
    source = a_mixed_source()
    for quarter in (Quarter(2025, 4), Quarter(2026, 1)):
        draft = drafted(source, quarter, rules=RULES)
        with writing(engine) as connection:
            base = continued(connection, quarter)
            release = write(connection, draft, now=NOW, follows=base.id if base else None)
        with writing(engine) as connection:
            publish(connection, release, rules=RULES, now=NOW + datetime.timedelta(hours=1))

    with reading(engine) as connection:
        kept = all_releases(connection)
        assert [(one.name, one.active, one.follows) for one in kept] == [
            ("2026Q1-1", True, kept[1].id),
            ("2025Q4-1", True, None),
        ]
        assert [list(faults(connection, one)) for one in kept] == [[], []]
        assert kept[0].digest == draft.digest
