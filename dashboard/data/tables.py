"""Every table of the serving store, gathered for the migrations."""

from dashboard.data import schema
from dashboard.data.metadata import metadata

__all__ = ["metadata", "schema"]
