"""One definition, three readings: a metric's value in Python, as a column and in SQL are the same."""

# ruff: noqa: S608 the questions hold names of the dictionary

import duckdb
import numpy as np
import pandas as pd
import pytest
import sqlalchemy
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.data.facts.columns import column_values, sql_reason, sql_value
from dashboard.domain.metrics import MEASURES, METRICS, value
from dashboard.domain.workforce import Missing
from tests.data.conftest import copied_database

EDGES = (0, 1, 2, 3, 5, 9, 15, 36, 60, 120)
AMOUNT = st.sampled_from(EDGES) | st.integers(0, 10**11)
ALWAYS = {"months": st.sampled_from([0, 1, 3, 12]), "headcount": AMOUNT, "women": AMOUNT}
ROW = st.fixed_dictionaries(dict.fromkeys(MEASURES, st.none() | AMOUNT) | ALWAYS)
COLUMNS = ", ".join(f"{sql_value(one)} AS {one.name}, {sql_reason(one)} AS no_{one.name}" for one in METRICS)
QUESTION = f"SELECT {COLUMNS} FROM measures ORDER BY place"


def told(found):
    return (
        (None, found.reason.value) if isinstance(found, Missing) else (pytest.approx(found, rel=1e-12), None)
    )


def in_python(rows):
    return [{one.name: told(value(one, row)) for one in METRICS} for row in rows]


def in_sql(answers):
    return [{one.name: (answer[one.name], answer[f"no_{one.name}"]) for one in METRICS} for answer in answers]


def on_duckdb(rows):
    with duckdb.connect() as engine:
        fields = ", ".join(f"{name} BIGINT" for name in MEASURES)
        engine.execute(f"CREATE TABLE measures (place BIGINT, {fields})")
        marks = ", ".join("?" * (len(MEASURES) + 1))
        engine.executemany(
            f"INSERT INTO measures VALUES ({marks})",
            [[place, *(row[name] for name in MEASURES)] for place, row in enumerate(rows)],
        )
        found = engine.execute(QUESTION)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@settings(max_examples=40, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=8))
def test_every_value_is_the_same_in_python_as_a_column_and_in_sql(rows):
    plain = in_python(rows)

    assert in_sql(on_duckdb(rows)) == plain
    frame = pd.DataFrame(rows, columns=list(MEASURES)).astype("float64")
    for metric in METRICS:
        column = column_values(metric, frame)
        assert [None if np.isnan(one) else one for one in column] == [row[metric.name][0] for row in plain]


@pytest.mark.postgresql
def test_postgresql_gives_the_same_values(postgres):
    draw = np.random.default_rng(3)
    rows = [
        {name: draw.choice([*EDGES, None, int(draw.integers(10**11))]) for name in MEASURES}
        | {"months": 3, "headcount": int(draw.integers(100)), "women": int(draw.integers(50))}
        for _ in range(60)
    ]
    engine = sqlalchemy.create_engine(copied_database(postgres, "template0"))
    frame = pd.DataFrame(rows, columns=list(MEASURES)).astype("Int64").rename_axis("place")
    frame.to_sql("measures", engine)
    with engine.connect() as connection:
        answers = connection.execute(sqlalchemy.text(QUESTION)).mappings().all()
    engine.dispose()

    assert in_sql(answers) == in_python(rows)
