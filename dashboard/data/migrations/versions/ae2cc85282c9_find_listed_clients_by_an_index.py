"""find listed clients by an index."""

from alembic import op

revision = "ae2cc85282c9"
down_revision = "060fe1a4ea0d"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_clients_listed", "clients", ["firm_id", "removed_at"])
