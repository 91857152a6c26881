import csv
import datetime as dt
import os
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from dashboard.domain.accounts import (
    FORMULAS,
    IDENTITIES,
    FigureName,
    Filing,
    Identity,
    Lack,
    Missing,
    Note,
    Year,
    check,
    figure,
    figures,
    notes,
)
from dashboard.domain.identifiers import CompanyNumber

ROOT = Path(__file__).resolve().parents[2]
REAL = Path(os.environ.get("REAL_DATA", ROOT.parent / "shared" / "data")) / "nbb"
RATIOS = (FigureName.HOURS_PER_FTE, FigureName.COST_PER_FTE, FigureName.COST_PER_HOUR, FigureName.WOMEN)
TABLE = {
    "0402754886": ("420.7", "608654", "27968242", "1447", "66480", "45.95", "25"),
    "0408364753": ("1440.5", "2039750", "84847142", "1416", "58901", "41.60", "51"),
    "0443246943": ("1", "1764", "71982", "1764", "71982", "40.81", "100"),
    "0454352156": ("57.8", "87978", "2944690", "1522", "50946", "33.47", "31"),
    "0865751823": ("4.8", "8084", "820490", "1684", "170935", "101.50", "20"),
}


def a_filing(*, previous=MappingProxyType({}), **values):
    return Filing(
        reference="2025-00900009",
        company=CompanyNumber.from_stem(1000209),
        name="Voorbeeldbedrijf",
        starts=dt.date(2024, 1, 1),
        ends=dt.date(2024, 12, 31),
        model="m01-f",
        language="nl",
        values={code.removeprefix("c"): Decimal(value) for code, value in values.items()},
        previous_values=previous,
    )


def test_ratios_divide_whole_codes():
    filing = a_filing(c1003="40", c1013="56000", c1023="2400000", c1203="30", c1213="10")

    hourly = Decimal(2400000) / 56000
    assert [figure(filing, name) for name in RATIOS] == [1400, 60000, hourly, Decimal("0.25")]


def test_entries_and_exits_are_people_and_fte():
    filing = a_filing(c2051="6", c2052="2", c2053="7.4", c3051="5", c3053="5")

    assert figure(filing, FigureName.ENTRIES) == 8
    assert figure(filing, FigureName.ENTRIES_FTE) == Decimal("7.4")
    assert figure(filing, FigureName.EXITS) == 5
    assert figure(filing, FigureName.EXITS_FTE) == 5


def test_what_was_not_filed_is_missing_and_not_zero():
    assert {one.value for one in figures(a_filing())} == {Missing(Lack.NOT_FILED)}
    assert figure(a_filing(c1003="4"), FigureName.COST_PER_FTE) == Missing(Lack.NOT_FILED)
    assert figure(a_filing(c1023="4"), FigureName.COST_PER_FTE) == Missing(Lack.NOT_FILED)


def test_no_staff_gives_no_ratio():
    filing = a_filing(c1003="0", c1023="1200")

    assert figure(filing, FigureName.COST_PER_FTE) == Missing(Lack.NO_STAFF)


@pytest.mark.parametrize(("values", "share"), [({"c1213": "1"}, 1), ({"c1203": "3"}, 0)])
def test_a_sex_that_was_left_out_counts_for_nobody(values, share):
    assert figure(a_filing(**values), FigureName.WOMEN) == share


def test_the_year_before_has_its_own_figures():
    filing = a_filing(c1003="4", c1023="8", previous={"1003": Decimal(5), "1023": Decimal(20)})

    assert figure(filing, FigureName.COST_PER_FTE, year=Year.PREVIOUS) == 4
    assert figure(filing, FigureName.HOURS, year=Year.PREVIOUS) == Missing(Lack.NOT_FILED)


@pytest.mark.parametrize(
    ("fte", "said"), [("1", (Note.SMALL_STAFF,)), ("9.9", (Note.SMALL_STAFF,)), ("10", ()), ("420.7", ())]
)
def test_small_staff_is_noted(fte, said):
    assert notes(a_filing(c1003=fte)) == said


def test_a_filing_without_average_staff_has_no_note():
    assert notes(a_filing()) == ()


def test_reserves_are_no_staff():
    used = {code for one in FORMULAS for code in (*one.parts, *one.divided_by)}
    used |= {code for _, total, parts in IDENTITIES for code in (total, *parts)}

    assert used.isdisjoint({"1311", "1312", "1313", "1319", "1100", "1109", "1119"})
    assert {one.value for one in figures(a_filing(c1319="18921"))} == {Missing(Lack.NOT_FILED)}


@pytest.mark.parametrize(("identity", "code", "parts"), IDENTITIES)
def test_a_sum_that_does_not_hold_is_named(identity, code, parts):
    right = {f"c{part}": "2" for part in parts}
    total = 2 * len(parts)

    assert check(a_filing(**right, **{f"c{code}": str(total)})) == ()
    (finding,) = check(a_filing(**right, **{f"c{code}": str(total + 1)}))
    assert (finding.identity, finding.code, finding.parts) == (identity, code, parts)
    assert (finding.stated, finding.added) == (total + 1, total)


def test_a_total_without_parts_is_no_finding():
    assert check(a_filing(c1013="1700", c3053="3")) == ()


def test_every_identity_is_checked():
    assert {identity for identity, _, _ in IDENTITIES} == set(Identity)


def printed(value, step):
    return str(value.quantize(Decimal(step), ROUND_HALF_UP))


def table_row(values):
    filing = a_filing(**{f"c{code}": value for code, value in values.items()})
    hours_per_fte, cost_per_fte, cost_per_hour, women = (figure(filing, name) for name in RATIOS)
    return (
        values["1003"],
        values["1013"],
        printed(figure(filing, FigureName.COST), "1"),
        printed(hours_per_fte, "1"),
        printed(cost_per_fte, "1"),
        printed(cost_per_hour, "0.01"),
        printed(women * 100, "1"),
    )


@pytest.mark.real
@pytest.mark.skipif(not REAL.exists(), reason="the real filings are not on this machine")
def test_the_published_table_is_reproduced_to_the_digit():
    found = {}
    for path in REAL.glob("*.csv"):
        rows = csv.reader(path.read_text(encoding="utf-8").splitlines()[19:])
        found[path.name[:10]] = table_row(dict(rows))

    assert found == TABLE
