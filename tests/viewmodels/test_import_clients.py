"""What the import screen shows, and what its download holds."""

import pytest

from dashboard.domain.number_list import CheckedLine, CheckedList, Verdict
from dashboard.i18n import language
from dashboard.viewmodels.import_clients import as_text, import_result, rest_as_csv
from tests.cast import EDITOR

ENGLISH = language("en")
READY = CheckedLine(1, "0403019261", "", Verdict.READY, shown="0403.019.261", name="Noël SRL")
WRONG = CheckedLine(
    2, "=HYPERLINK(1)", "+32", Verdict.WRONG, shown="=HYPERLINK(1)", reason="The check digits do not match."
)


def test_lines_are_counted_and_said_in_words(cast):
    view = import_result(cast.workspace(EDITOR), CheckedList((READY, WRONG)))
    assert view.summary == "1 ready, 0 already in the list, 0 to complete, 1 to correct"
    assert [line.result for line in view.lines] == ["Noël SRL: ready", "The check digits do not match."]
    assert (view.ready, view.rest, view.wait_ms, view.waiting) == (1, 1, 0, "")


def test_the_download_holds_the_rest_and_no_formula():
    rest = rest_as_csv(ENGLISH, (READY, WRONG))
    assert "0403019261" not in rest
    assert "'=HYPERLINK(1);'+32;The check digits do not match." in rest


@pytest.mark.parametrize("start", list("=+-@\t\r"))
def test_no_cell_starts_like_a_formula(start):
    assert as_text(f"{start}1") == f"'{start}1"
