"""Every table of the serving store, gathered for the migrations."""

from dashboard.data import (
    accounts,
    own_measures,
    own_series,
    personal_tags,
    remembered,
    saved_filters,
    schema,
)
from dashboard.data.metadata import metadata
from dashboard.data.releases import tables as releases

__all__ = [
    "accounts",
    "metadata",
    "own_measures",
    "own_series",
    "personal_tags",
    "releases",
    "remembered",
    "saved_filters",
    "schema",
]
