"""name a person in charge."""

import sqlalchemy as sa
from alembic import op

revision = "8e3b5f6d1c90"
down_revision = "5c1d0a7be2f4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "in_charge",
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_in_charge_client_id_clients")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_in_charge_user_id_users")),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_in_charge")),
    )
