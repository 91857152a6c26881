"""A list is checked line by line, kept for its person, completed, and what is ready is added once."""

import concurrent.futures
import datetime

import pytest
from sqlalchemy import select

from dashboard.commands.add_client import add_client
from dashboard.commands.import_clients import (
    add_ready,
    check_list,
    choose_service,
    correct_line,
    discard_list,
    go_on,
    leave_out,
    unfinished_list,
)
from dashboard.data.cipher import NumberCipher
from dashboard.data.database import reading, writing
from dashboard.data.pasted_lists import purge
from dashboard.data.schema import pasted_lists
from dashboard.data.trail import Event
from dashboard.domain.clients import Service
from dashboard.domain.identifiers import RegisterNumber
from dashboard.domain.number_list import GivenLine, Verdict, lines_of_text
from dashboard.errors import BadRequest, Incomplete, NotAllowed, NotFound
from tests.cast import BETA_EDITOR, EDITOR, MANAGER, NOON, READER, a_cast, number_of

KEY = "k" * 24
WRONG = "0123.456.788"
KNOWN, PERSON = number_of("Only Known SRL"), number_of("Simon, Marc")
BOTH = number_of("Boulangerie Noël SRL")


def strangers(count):
    days = (datetime.date(1991, 5, 1) + datetime.timedelta(days=day) for day in range(count))
    return [RegisterNumber.invent(day, 993).printed for day in days]


def check(workspace, *typed):
    return check_list(workspace, lines_of_text("\n".join(typed)))


def verdicts(checked):
    return [line.verdict for line in checked.lines]


def events(workspace, event):
    with workspace.reading() as firm:
        return [record for record in firm.trail.latest() if record.event is event]


def stored(cast):
    with reading(cast.store.engine) as connection:
        return [tuple(row) for row in connection.execute(select(pasted_lists))]


@pytest.fixture
def clock():
    return [NOON]


@pytest.fixture
def editor(tmp_path, clock):
    """An editor whose clock the test turns."""
    return a_cast(tmp_path, clock=lambda: clock[0]).workspace(EDITOR)


def test_each_line_gets_its_verdict(cast):
    typed = [
        f"BE {KNOWN.printed}; ref 4711",
        number_of("Dupuis, Anne").printed,
        strangers(1)[0],
        WRONG,
        KNOWN.digits,
    ]
    checked = check(cast.workspace(EDITOR), *typed)
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


def test_past_the_limit_the_rest_waits_and_goes_on_later(editor, clock):
    checked = check(editor, *[WRONG] * 30, *strangers(21), KNOWN.printed)
    assert len(checked.of(Verdict.UNKNOWN)) == 20
    assert len(checked.of(Verdict.LATER)) == 2
    assert checked.until == NOON + datetime.timedelta(hours=1)
    assert unfinished_list(editor) == checked
    assert go_on(editor, checked.key) == checked
    clock[0] = NOON + datetime.timedelta(hours=1, seconds=1)
    later = go_on(editor, checked.key)
    assert (later.until, verdicts(later)[-2:]) == (None, [Verdict.UNKNOWN, Verdict.READY])


def test_a_corrected_line_past_the_limit_waits_like_the_others(editor):
    checked = check(editor, WRONG, *strangers(20))
    waits = correct_line(editor, checked.key, 1, typed=KNOWN.printed)
    assert waits.lines[0].verdict is Verdict.LATER
    assert waits.until == NOON + datetime.timedelta(hours=1)


def test_the_ready_clients_are_added_once_with_their_reference(cast):
    workspace = cast.workspace(EDITOR)
    key = check(workspace, f"{KNOWN.printed};4711", PERSON.printed, WRONG).key
    with concurrent.futures.ThreadPoolExecutor(4) as clicks:
        results = list(clicks.map(lambda _: add_ready(workspace, key, (), key=KEY), range(4)))
    expected = [Verdict.ADDED, Verdict.ADDED, Verdict.WRONG]
    assert all((result.count, verdicts(result.checked)) == (2, expected) for result in results)
    assert cast.client(EDITOR, "Only Known SRL").reference == "4711"
    assert len(events(workspace, Event.CLIENT_ADDED)) == 2


def test_another_key_adds_nothing_twice(cast):
    workspace = cast.workspace(EDITOR)
    key = check(workspace, KNOWN.printed, WRONG).key
    assert [add_ready(workspace, key, (), key=sign * 24).count for sign in "kl"] == [1, 0]


def test_a_client_that_a_colleague_added_meanwhile_is_not_counted(cast):
    workspace = cast.workspace(EDITOR)
    key = check(workspace, KNOWN.printed).key
    add_client(cast.workspace(MANAGER), KNOWN, key="m" * 24)
    assert add_ready(workspace, key, (), key=KEY).count == 0
    assert len(events(workspace, Event.CLIENT_ADDED)) == 1


def test_a_finished_list_is_deleted(cast):
    workspace = cast.workspace(EDITOR)
    key = check(workspace, KNOWN.printed).key
    assert add_ready(workspace, key, (), key=KEY).count == 1
    assert stored(cast) == []
    assert add_ready(workspace, key, (), key=KEY).count == 1
    assert check(workspace, KNOWN.printed).of(Verdict.LISTED)
    assert stored(cast) == []


def test_a_list_is_deleted_after_a_day(editor, clock):
    check(editor, WRONG)
    clock[0] = NOON + datetime.timedelta(days=1)
    assert unfinished_list(editor) is None
    with writing(editor.store.engine) as connection:
        purge(connection, now=clock[0] - datetime.timedelta(seconds=1))
        assert len(connection.execute(select(pasted_lists)).all()) == 1
        purge(connection, now=clock[0])
        assert connection.execute(select(pasted_lists)).all() == []


def test_a_list_under_a_key_that_was_replaced_is_no_longer_there(cast):
    workspace = cast.workspace(EDITOR)
    key = check(workspace, WRONG).key
    cast.store.cipher = NumberCipher(
        "another key of at least 32 characters", "an index key of 32 characters, too"
    )
    assert unfinished_list(workspace) is None
    with pytest.raises(NotFound):
        go_on(workspace, key)
    assert check(workspace, WRONG).of(Verdict.WRONG)


def test_no_register_number_is_kept_in_clear(cast):
    check(cast.workspace(EDITOR), PERSON.printed, "85.07.30-994.00")
    kept = str(stored(cast))
    for number in (PERSON.digits, PERSON.printed, "85.07.30-994.00", "Simon"):
        assert number not in kept


def test_everybody_has_a_list_of_their_own(cast):
    lists = {email: check(cast.workspace(email), WRONG).key for email in (EDITOR, MANAGER, BETA_EDITOR)}
    assert {email: unfinished_list(cast.workspace(email)).key for email in lists} == lists


@pytest.mark.parametrize(("typed", "shown"), [("85.07.30-994.00", False), (WRONG, True)])
def test_a_wrong_number_as_long_as_a_register_number_is_masked(cast, typed, shown):
    (line,) = check(cast.workspace(EDITOR), typed).lines
    assert line.verdict is Verdict.WRONG
    assert (typed in line.shown) is shown
    assert ("850730" in "".join(filter(str.isdecimal, line.shown))) is False


def test_a_list_belongs_to_its_person(cast):
    key = check(cast.workspace(EDITOR), KNOWN.printed, WRONG).key
    for email in (MANAGER, BETA_EDITOR):
        other = cast.workspace(email)
        assert unfinished_list(other) is None
        for command in (
            lambda: go_on(other, key),  # noqa: B023 - called at once
            lambda: add_ready(other, key, (), key=KEY),  # noqa: B023
            lambda: correct_line(other, key, 2, typed=KNOWN.printed),  # noqa: B023
            lambda: discard_list(other, key),  # noqa: B023
        ):
            with pytest.raises(NotFound):
                command()
    assert unfinished_list(cast.workspace(EDITOR)).key == key


def test_a_wrong_line_is_checked_again_alone(cast):
    workspace = cast.workspace(EDITOR)
    key = check(workspace, f"{WRONG};4711", KNOWN.printed, strangers(1)[0]).key
    looked_up = len(events(workspace, Event.LOOKED_UP))
    assert correct_line(workspace, key, 1, typed="0123").lines[0].verdict is Verdict.WRONG
    twin = correct_line(workspace, key, 1, typed=KNOWN.digits).lines[0]
    assert (twin.verdict, twin.twin) == (Verdict.TWICE, 2)
    assert len(events(workspace, Event.LOOKED_UP)) == looked_up
    right = correct_line(workspace, key, 1, typed=PERSON.printed)
    assert (right.lines[0].verdict, right.lines[0].reference) == (Verdict.READY, "4711")
    assert len(events(workspace, Event.LOOKED_UP)) == looked_up + 1
    assert unfinished_list(workspace) == right


def test_only_a_wrong_line_is_corrected(cast):
    workspace = cast.workspace(EDITOR)
    checked = check(workspace, KNOWN.printed)
    assert correct_line(workspace, checked.key, 1, typed=PERSON.printed) == checked
    with pytest.raises(NotFound):
        correct_line(workspace, checked.key, 2, typed=PERSON.printed)


def test_an_enterprise_with_both_affiliations_waits_for_a_choice(cast):
    workspace = cast.workspace(BETA_EDITOR)
    checked = check(workspace, BOTH.printed)
    assert (checked.lines[0].verdict, checked.lines[0].choice) == (Verdict.TO_CHOOSE, None)
    assert add_ready(workspace, checked.key, (), key=KEY).count == 0
    chosen = choose_service(workspace, checked.key, 1, Service.FUND)
    assert (chosen.lines[0].verdict, chosen.lines[0].choice) == (Verdict.READY, Service.FUND)
    assert add_ready(workspace, checked.key, (), key="l" * 24).count == 1


def test_with_one_affiliation_the_choice_is_made_and_may_change(cast):
    workspace = cast.workspace(EDITOR)
    checked = check(workspace, KNOWN.printed, PERSON.printed)
    assert [line.choice for line in checked.lines] == [Service.SECRETARIAT, None]
    changed = choose_service(workspace, checked.key, 1, Service.FUND)
    assert (changed.lines[0].verdict, changed.lines[0].choice) == (Verdict.READY, Service.FUND)
    with pytest.raises(BadRequest):
        choose_service(workspace, checked.key, 2, Service.FUND)


def test_lines_left_out_are_remembered_and_not_added(cast):
    workspace = cast.workspace(EDITOR)
    checked = check(workspace, KNOWN.printed, PERSON.printed)
    leave_out(workspace, checked.key, {2})
    assert [line.left_out for line in unfinished_list(workspace).lines] == [False, True]
    assert verdicts(add_ready(workspace, checked.key, {2}, key=KEY).checked) == [
        Verdict.ADDED,
        Verdict.READY,
    ]


def test_an_empty_or_endless_list_is_refused_and_a_reader_checks_nothing(cast):
    workspace = cast.workspace(EDITOR)
    with pytest.raises(Incomplete):
        check_list(workspace, ())
    with pytest.raises(Incomplete):
        check_list(workspace, (GivenLine(1, WRONG),) * 2001)
    with pytest.raises(NotAllowed):
        check(cast.workspace(READER), KNOWN.printed)
    with pytest.raises(NotAllowed):
        unfinished_list(cast.workspace(READER))


def test_a_list_longer_than_one_turn_is_looked_up_to_its_end(cast, monkeypatch):
    monkeypatch.setattr("dashboard.commands.import_clients.LINES_PER_TURN", 2)
    checked = check(cast.workspace(EDITOR), *strangers(5), KNOWN.printed)
    assert verdicts(checked) == [*[Verdict.UNKNOWN] * 5, Verdict.READY]
