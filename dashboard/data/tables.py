"""Every table of the serving store, gathered for the migrations."""

from dashboard.data import accounts, schema
from dashboard.data.metadata import metadata

__all__ = ["accounts", "metadata", "schema"]
