"""count editions of own measures."""

import sqlalchemy as sa
from alembic import op

revision = "5c1d0a7be2f4"
down_revision = "b22d87582d85"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_editions",
        sa.Column("quarter", sa.String(length=6), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("quarter", name=op.f("pk_own_editions")),
    )
