"""Every table of the serving store, gathered for the migrations."""

from dashboard.data import (
    accounts,
    exports,
    meetings,
    own_measures,
    own_series,
    personal_tags,
    presentations,
    remembered,
    saved_filters,
    schema,
    snapshots,
)
from dashboard.data.metadata import metadata
from dashboard.data.releases import tables as releases

__all__ = [
    "accounts",
    "exports",
    "meetings",
    "metadata",
    "own_measures",
    "own_series",
    "personal_tags",
    "presentations",
    "releases",
    "remembered",
    "saved_filters",
    "schema",
    "snapshots",
]
