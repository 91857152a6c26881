"""The tables of peer releases: released statistics only, never a value, a count or a member of a group."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    UniqueConstraint,
)

from dashboard.data.metadata import metadata
from dashboard.domain.peers import Placement

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
    # When readers first saw it (R5), and the release that it continues (R7).
    Column("published_at", DateTime),
    Column("follows", ForeignKey("releases.id")),
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
    Column("shares", LargeBinary),
    UniqueConstraint("release_id", "group_key"),
)

# Where each employer's own cards look: its places and the headcount that chooses its size class. An employer
# that counts stands for its unit: itself, or the enterprise group whose employers name it.
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
    Column("committee", String(10), nullable=False, server_default=""),
    Column("headcount", Float, nullable=False),
    Column("unit", String(10), nullable=False, server_default=""),
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


def placement_of(row: Row[Any]) -> Placement:
    return Placement(
        nace=row.nace,
        section=row.section,
        arrondissement=row.arrondissement,
        province=row.province,
        region=row.region,
        headcount=row.headcount,
        committee=row.committee,
    )
