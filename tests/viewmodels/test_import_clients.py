"""What the import screen shows, and what its download holds."""

import dataclasses
import datetime

from dashboard.domain.clients import Service
from dashboard.domain.number_list import CheckedLine, CheckedList, Verdict
from dashboard.i18n import language
from dashboard.viewmodels.import_clients import import_result, rest_as_csv
from tests.cast import EDITOR, NOON

ENGLISH = language("en")
READY = CheckedLine(1, "0403019261", "", Verdict.READY, shown="0403.019.261", name="Noël SRL")
CHOOSE = CheckedLine(
    3,
    "0403019261",
    "",
    Verdict.TO_CHOOSE,
    name="Both SRL",
    services=(Service.SECRETARIAT, Service.FUND),
)
WRONG = CheckedLine(
    2, "=HYPERLINK(1)", "+32", Verdict.WRONG, shown="=HYPERLINK(1)", reason="The check digits do not match."
)


def test_lines_are_counted_and_said_in_words(cast):
    view = import_result(cast.workspace(EDITOR), CheckedList((READY, WRONG, CHOOSE)))
    assert view.summary == "1 ready, 0 already in the list, 1 to complete, 1 to correct"
    assert [line.result for line in view.lines] == [
        "Noël SRL: ready",
        "The check digits do not match.",
        "Both SRL: how is this client affiliated?",
    ]
    assert [line.group for line in view.lines] == ["ready", "correct", "complete"]
    assert (view.ready, view.rest, view.waiting, view.left_out) == (1, 2, "", ())


def test_a_line_left_out_is_not_counted_for_adding(cast):
    left = dataclasses.replace(READY, left_out=True)
    view = import_result(cast.workspace(EDITOR), CheckedList((left,)))
    assert (view.ready, view.left_out, view.lines[0].ticked) == (0, (1,), False)


def test_an_affiliation_that_does_not_hold_is_said(cast):
    chosen = dataclasses.replace(
        READY, services=(Service.SECRETARIAT,), choice=Service.FUND, verdict=Verdict.READY
    )
    (line,) = import_result(cast.workspace(EDITOR), CheckedList((chosen,))).lines
    assert line.not_held == "This client is not affiliated with the social insurance fund as a company."
    assert [service for service, _label in line.choices] == [Service.SECRETARIAT, Service.FUND]


def test_lines_that_wait_say_until_when(cast):
    until = NOON + datetime.timedelta(hours=1)
    later = dataclasses.replace(READY, verdict=Verdict.LATER)
    view = import_result(cast.workspace(EDITOR), CheckedList((later,), until))
    assert view.waiting.endswith("can go on at 24 November 2026, 14:00.")


def test_the_download_holds_the_rest_and_no_formula():
    rest = rest_as_csv(ENGLISH, (READY, WRONG))
    assert "0403019261" not in rest
    assert "'=HYPERLINK(1);'+32;The check digits do not match." in rest
