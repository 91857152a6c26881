"""Alembic's way in: the connection is handed over by `dashboard.data.migrate`."""

from alembic import context

from dashboard.data import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
