import dataclasses
import datetime as dt
import os
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select

from dashboard.data import accounts
from dashboard.data.accounts import Outcome, filing_values, filings, filings_of, save
from dashboard.data.imports.accounts import read
from dashboard.domain.identifiers import CompanyNumber

ROOT = Path(__file__).resolve().parents[2]
FULL = read(ROOT / "tests" / "samples" / "filing_full_model.csv")
SMALL = read(ROOT / "tests" / "samples" / "filing_small_staff.csv")
REAL = Path(os.environ.get("REAL_DATA", ROOT.parent / "shared" / "data")) / "nbb"
TABLES = [filings, filing_values]


@pytest.fixture
def connection():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        accounts.metadata.create_all(connection, tables=TABLES)
        yield connection
    engine.dispose()


def counts(connection):
    return tuple(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in TABLES)


def test_a_filing_comes_back_as_it_was(connection):
    assert save(connection, FULL) is Outcome.ADDED
    assert filings_of(connection, FULL.company) == (FULL,)


def test_the_same_filing_twice_changes_nothing(connection):
    save(connection, FULL)
    before = counts(connection)

    assert save(connection, FULL) is Outcome.UNCHANGED
    assert counts(connection) == before


def test_a_reference_with_other_values_replaces_them(connection):
    save(connection, FULL)
    other = dataclasses.replace(FULL, values={"1003": Decimal("12.5")})

    assert save(connection, other) is Outcome.REPLACED
    assert filings_of(connection, FULL.company) == (other,)


def test_a_filing_without_values_is_kept(connection):
    empty = dataclasses.replace(FULL, values={}, previous_values={})

    save(connection, empty)

    assert filings_of(connection, FULL.company) == (empty,)


def test_companies_do_not_mix(connection):
    save(connection, FULL)
    save(connection, SMALL)

    assert filings_of(connection, SMALL.company) == (SMALL,)
    assert filings_of(connection, CompanyNumber.from_stem(1000299)) == ()


def test_the_newest_filing_comes_first(connection):
    older = dataclasses.replace(
        FULL, reference="2024-00900001", starts=dt.date(2023, 1, 1), ends=dt.date(2023, 12, 31)
    )
    corrected = dataclasses.replace(FULL, reference="2025-00900007")
    for filing in (older, corrected, FULL):
        save(connection, filing)

    assert filings_of(connection, FULL.company) == (corrected, FULL, older)


@pytest.mark.real
@pytest.mark.skipif(not REAL.exists(), reason="the real filings are not on this machine")
def test_the_real_filings_load_twice_and_change_nothing(connection):
    real = [read(path) for path in sorted(REAL.glob("*.csv"))]

    assert [save(connection, filing) for filing in real] == [Outcome.ADDED] * 5
    before = counts(connection)
    assert [save(connection, filing) for filing in real] == [Outcome.UNCHANGED] * 5
    assert counts(connection) == before
