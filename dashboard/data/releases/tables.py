"""The tables of peer releases: released statistics only, never a value, a count or a member of a group."""

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from dashboard.data.metadata import metadata

# What a group holds in place of quantiles that would tell nothing.
NO_SPREAD = "no_spread"

releases = Table(
    "releases",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("quarter", String(6), nullable=False),
    Column("version", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("built_at", DateTime, nullable=False),
    Column("active", Boolean, nullable=False),
    UniqueConstraint("quarter", "version"),
)

released_groups = Table(
    "released_groups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("release_id", ForeignKey("releases.id"), nullable=False),
    Column("group_key", String(60), nullable=False),
    Column("band", String(8), nullable=False),
    Column("figures", LargeBinary, nullable=False),
    UniqueConstraint("release_id", "group_key"),
)

# Where each employer's own cards look: its places and the headcount that chooses its size class.
placements = Table(
    "placements",
    metadata,
    Column("release_id", ForeignKey("releases.id"), primary_key=True),
    Column("employer", String(10), primary_key=True),
    Column("nace", String(5), nullable=False),
    Column("section", String(1), nullable=False),
    Column("arrondissement", String(5), nullable=False),
    Column("province", String(5), nullable=False),
    Column("region", String(5), nullable=False),
    Column("headcount", Float, nullable=False),
    Column("counts", Boolean, nullable=False),
)

# R3, reserve: groups that a firm may not see since mandates came after the build.
withheld = Table(
    "withheld",
    metadata,
    Column("release_id", ForeignKey("releases.id"), primary_key=True),
    Column("group_key", String(60), primary_key=True),
    Column("firm_id", ForeignKey("firms.id"), primary_key=True),
)
