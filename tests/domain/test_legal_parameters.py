"""Legal parameters have a source and a value on every day, and the file says so or is refused."""

from __future__ import annotations

import datetime

import pytest

from dashboard.domain import legal_parameters
from dashboard.domain.legal_parameters import Legal, all_rows, law_on, parse
from dashboard.errors import Misconfigured

TODAY = datetime.date(2026, 11, 24)
SOURCE = '[source.law]\nfr = "Loi"\nnl = "Wet"\nde = "Gesetz"\nen = "A law"\n'
FIELDS = 'value = 1\nsource = "law"\nread_at = ""\n'


def a_row(name, since, more=""):
    return f'[[row]]\nname = "{name}"\nsince = {since}\n{FIELDS}{more}\n'


def a_file(*rows, without=""):
    """Every parameter from 2020, and the given rows of one of them."""
    return SOURCE + "".join(a_row(name, "2020-01-01") for name in Legal if name != without) + "".join(rows)


def test_every_parameter_holds_today_and_names_its_source():
    law = law_on(TODAY)
    assert {row.name for row in law.rows} == set(Legal)
    assert len(law.rows) == len(Legal)
    assert all(set(row.sources) == {"fr", "nl", "de", "en"} for row in all_rows())


@pytest.mark.parametrize(("day", "share"), [("2025-12-31", 0), ("2026-01-01", 30), ("2026-11-24", 30)])
def test_the_solidarity_contribution_begins_with_2026(day, share):
    rows = [row for row in all_rows() if row.name is Legal.SOLIDARITY_SHARE]
    assert [row.value for row in rows if row.holds(datetime.date.fromisoformat(day))] == [share]


def test_what_is_announced_is_told_and_not_counted_with():
    after = law_on(datetime.date(2027, 6, 1))
    assert after[Legal.SOLIDARITY_LAST_DAY] == 90
    assert not any(row.announced for row in after.rows)
    assert [(row.name, row.value) for row in law_on(TODAY).announced] == [(Legal.SOLIDARITY_LAST_DAY, 150)]


def test_a_day_before_the_first_row_is_refused():
    with pytest.raises(Misconfigured, match="a value on 2001-01-01"):
        law_on(datetime.date(2001, 1, 1))


def test_rows_may_follow_each_other():
    name = Legal.BENEFIT_SHARE
    rows = parse(
        a_file(a_row(name, "2021-01-01"), a_row(name, "2020-01-01", "until = 2020-12-31"), without=name)
    )
    assert [row.holds(datetime.date(2020, 12, 31)) for row in rows if row.name is name] == [False, True]


@pytest.mark.parametrize(
    "rows",
    [
        (("2020-01-01", ""), ("2021-01-01", "")),
        (("2020-01-01", "until = 2021-01-01"), ("2021-01-01", "")),
        (("2020-01-01", "until = 2020-12-30"), ("2021-01-01", "")),
        (("2020-01-01", "until = 2020-12-31"),),
        (("2020-01-01", "until = 2019-12-31"),),
        (("2020-01-01", "announced = true"),),
        (),
    ],
    ids=["open, then another", "overlap", "gap", "closed", "backwards", "announced only", "none"],
)
def test_gaps_overlaps_and_ends_are_refused(rows):
    name = Legal.BENEFIT_SHARE
    given = [a_row(name, since, more) for since, more in rows]
    with pytest.raises(Misconfigured, match=name):
        parse(a_file(*given, without=name))


@pytest.mark.parametrize(
    "text",
    [
        "[[row",
        a_file(a_row("unheard_of", "2020-01-01")),
        a_file().replace('source = "law"', 'source = "rumour"', 1),
        a_file().replace('nl = "Wet"\n', ""),
        a_file().replace('"Gesetz"', '""'),
        a_file().replace("value = 1", 'value = "1"', 1),
        a_file().replace("value = 1", "value = -1", 1),
        a_file().replace("value = 1", "value = true", 1),
        a_file().replace("since = 2020-01-01", 'since = "soon"', 1),
        a_file().replace('read_at = ""', 'written_in = ""', 1),
    ],
)
def test_what_is_not_a_row_is_refused(text):
    with pytest.raises(Misconfigured, match=legal_parameters.FILE):
        parse(text)
