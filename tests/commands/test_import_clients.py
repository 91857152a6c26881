"""A list is checked line by line, and what is ready is added once."""

import concurrent.futures
import datetime

import pytest

from dashboard.commands.import_clients import add_ready, check_list, go_on, sealed, unsealed
from dashboard.domain.identifiers import RegisterNumber
from dashboard.domain.number_list import GivenLine, Verdict, lines_of_text
from dashboard.errors import BadRequest, Incomplete, NotAllowed
from tests.cast import BETA_EDITOR, EDITOR, MANAGER, NOON, READER, a_cast, number_of

KEY = "k" * 24
KNOWN, PERSON = number_of("Only Known SRL"), number_of("Simon, Marc")


def strangers(count):
    days = (datetime.date(1991, 5, 1) + datetime.timedelta(days=day) for day in range(count))
    return [RegisterNumber.invent(day, 993).printed for day in days]


def verdicts(checked):
    return [line.verdict for line in checked.lines]


def test_each_line_gets_its_verdict(cast):
    typed = [
        f"BE {KNOWN.printed}; ref 4711",
        number_of("Dupuis, Anne").printed,
        strangers(1)[0],
        "0123.456.788",
        KNOWN.digits,
    ]
    checked = check_list(cast.workspace(EDITOR), lines_of_text("\n".join(typed)))
    assert verdicts(checked) == [
        Verdict.READY,
        Verdict.LISTED,
        Verdict.UNKNOWN,
        Verdict.WRONG,
        Verdict.TWICE,
    ]
    assert (checked.lines[0].name, checked.lines[0].reference) == ("Only Known SRL", "ref 4711")
    assert checked.lines[1].shown == number_of("Dupuis, Anne").masked
    assert checked.lines[4].twin == 1


def test_past_the_limit_the_rest_waits_and_goes_on_later(tmp_path):
    clock = [NOON]
    workspace = a_cast(tmp_path, clock=lambda: clock[0]).workspace(EDITOR)
    typed = ["0123.456.788"] * 30 + [*strangers(21), KNOWN.printed]
    checked = check_list(workspace, lines_of_text("\n".join(typed)))
    assert len(checked.of(Verdict.UNKNOWN)) == 20
    assert len(checked.of(Verdict.LATER)) == 2
    assert checked.until == NOON + datetime.timedelta(hours=1)
    assert add_ready(workspace, checked.lines, key=KEY).until == checked.until
    clock[0] = NOON + datetime.timedelta(hours=1, seconds=1)
    later = go_on(workspace, checked.lines)
    assert (later.until, verdicts(later)[-2:]) == (None, [Verdict.UNKNOWN, Verdict.READY])


def test_the_ready_clients_are_added_once_with_their_reference(cast):
    workspace = cast.workspace(EDITOR)
    lines = check_list(workspace, lines_of_text(f"{KNOWN.printed};4711\n{PERSON.printed}")).lines
    with concurrent.futures.ThreadPoolExecutor(4) as clicks:
        results = list(clicks.map(lambda _: add_ready(workspace, lines, key=KEY), range(4)))
    assert all(verdicts(result) == [Verdict.ADDED, Verdict.ADDED] for result in results)
    assert cast.client(EDITOR, "Only Known SRL").reference == "4711"
    with workspace.reading() as firm:
        assert [record.event.value for record in firm.trail.latest()].count("client added") == 2


def test_lines_are_read_back_by_the_same_person_only(cast):
    workspace = cast.workspace(EDITOR)
    lines = check_list(workspace, lines_of_text(PERSON.printed)).lines
    token = sealed(workspace, lines)
    assert PERSON.digits not in token
    assert unsealed(workspace, token) == lines
    for forged, person in ((token, MANAGER), (token, BETA_EDITOR), (token[:-8] + "AAAAAAA=", EDITOR)):
        with pytest.raises(BadRequest):
            unsealed(cast.workspace(person), forged)


@pytest.mark.parametrize("token", [None, "", "x", "é.é", 7])
def test_a_forged_token_is_refused(cast, token):
    with pytest.raises(BadRequest):
        unsealed(cast.workspace(EDITOR), token)


def test_an_empty_or_endless_list_is_refused_and_a_reader_checks_nothing(cast):
    workspace = cast.workspace(EDITOR)
    with pytest.raises(Incomplete):
        check_list(workspace, ())
    with pytest.raises(Incomplete):
        check_list(workspace, (GivenLine(1, "0123.456.788"),) * 2001)
    with pytest.raises(NotAllowed):
        check_list(cast.workspace(READER), lines_of_text(KNOWN.printed))
