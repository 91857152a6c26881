"""The migrations make the tables that the code reads."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from dashboard.data.database import open_database, reading
from dashboard.data.migrate import migrate
from dashboard.data.tables import metadata


def test_an_upgrade_from_empty_equals_the_tables_of_the_code(empty_database):
    engine = open_database(empty_database)
    migrate(engine)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_second_upgrade_changes_nothing(empty_database):
    engine = open_database(empty_database)
    migrate(engine)
    migrate(engine)
    with reading(engine) as connection:
        assert len(MigrationContext.configure(connection).get_current_heads()) == 1
    engine.dispose()
