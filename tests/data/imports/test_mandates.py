"""Mandates come in as a list, and each line opens or closes one client for one firm."""

from dashboard.data.database import writing
from dashboard.data.imports.mandates import import_mandates
from dashboard.data.trail import Event
from dashboard.domain.clients import Service
from tests.cast import PENDING, number_of
from tests.papers import GARAGE

HEADER = "firm,number,service,since,until"
GOOD = f"Gamma,{number_of(GARAGE)},secretariat,2026-01-01,"


def load(cast, tmp_path, *lines):
    path = tmp_path / "mandates.csv"
    path.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    with writing(cast.store.engine) as connection:
        return import_mandates(path, administration=cast.administration(connection))


def latest(cast):
    with cast.store.reading(cast.actor(PENDING)) as firm:
        return firm.trail.latest()[0].event


def test_a_mandate_opens_the_client_for_its_service(cast, tmp_path):
    assert load(cast, tmp_path, GOOD).added == 1
    assert cast.client(PENDING, GARAGE).mandates == {Service.SECRETARIAT}
    assert latest(cast) is Event.MANDATE_GRANTED


def test_the_same_line_again_changes_nothing(cast, tmp_path):
    load(cast, tmp_path, GOOD)
    assert load(cast, tmp_path, GOOD).known == 1


def test_a_line_with_an_end_closes_the_mandate(cast, tmp_path):
    load(cast, tmp_path, GOOD)
    load(cast, tmp_path, GOOD + "2026-11-23")
    assert not cast.client(PENDING, GARAGE).is_active
    assert latest(cast) is Event.MANDATE_ENDED


BAD = (
    ("Gamma", "Nobody"),
    (str(number_of(GARAGE)), "12"),
    ("secretariat", "all"),
    ("2026-01-01", "January"),
    ("2026-01-01,", "2026-01-01,2025-01-01"),
)


def test_bad_lines_are_listed_and_the_good_one_kept(cast, tmp_path):
    report = load(cast, tmp_path, *(GOOD.replace(good, bad) for good, bad in BAD), GOOD)
    assert [refused.line for refused in report.refused] == [2, 3, 4, 5, 6]
    assert report.added == 1
