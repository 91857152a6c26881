"""Keeps an employer's own measures, made of the facts, for the pages that show them."""

from __future__ import annotations

import orjson
import pandas as pd
from sqlalchemy import Connection, delete, insert

from dashboard.data.own_measures import own_measures
from dashboard.domain.workforce import Quarter

CHUNK = 5000


def store_own(connection: Connection, quarter: Quarter, measures: pd.DataFrame) -> None:
    """Replace the own measures of a quarter; of the given employers only."""
    rows = [
        {"employer": employer, "quarter": str(quarter), "measures": orjson.dumps(values)}
        for employer, values in zip(measures.index, measures.to_numpy().tolist(), strict=True)
    ]
    for start in range(0, len(rows), CHUNK):
        chunk = rows[start : start + CHUNK]
        known = own_measures.c.employer.in_([row["employer"] for row in chunk])
        connection.execute(delete(own_measures).where(own_measures.c.quarter == str(quarter), known))
        connection.execute(insert(own_measures), chunk)
