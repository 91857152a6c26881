"""Keeps an employer's own measures, made of the facts, for the pages that show them."""

from __future__ import annotations

import numpy as np
import orjson
import pandas as pd
from sqlalchemy import Connection, delete, insert

from dashboard.data.own_measures import own_measures, renew_edition
from dashboard.domain.metrics import MEASURES
from dashboard.domain.workforce import Quarter

CHUNK = 5000


def store_own(connection: Connection, quarter: Quarter, measures: pd.DataFrame) -> None:
    """Replace the own measures of a quarter; of the given employers only."""
    renew_edition(connection, quarter)
    for start in range(0, len(measures), CHUNK):
        chunk = measures.iloc[start : start + CHUNK]
        values = zip(*(whole(chunk[name]) for name in MEASURES), strict=True)
        rows = [
            {"employer": employer, "quarter": str(quarter), "measures": orjson.dumps(row)}
            for employer, row in zip(chunk.index, values, strict=True)
        ]
        known = own_measures.c.employer.in_(chunk.index.tolist())
        connection.execute(delete(own_measures).where(own_measures.c.quarter == str(quarter), known))
        connection.execute(insert(own_measures), rows)


def whole(column: pd.Series[float]) -> list[int | None]:
    """Integers, with None for a measure that is not there."""
    gone = column.isna()
    if not gone.any():
        return list(map(int, column.to_numpy(np.int64)))
    return [None if missing else int(one) for one, missing in zip(column, gone, strict=True)]
