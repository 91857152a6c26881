"""The firm's requests and removed clients, in words."""

from dashboard.commands.remove_client import remove_clients
from dashboard.commands.send_request import send_request
from dashboard.viewmodels.removed_clients import removed_clients
from dashboard.viewmodels.requests import request_list
from tests.cast import BETA_EDITOR, EDITOR, READER
from tests.commands.test_send_request import COMPANY, KEY, PERSON


def test_requests_are_followed_by_the_whole_firm_and_nobody_else(cast):
    assert request_list(cast.workspace(EDITOR)).lines == ()
    send_request(cast.workspace(EDITOR), PERSON, key=KEY)
    send_request(cast.workspace(EDITOR), COMPANY, key=KEY[1:])
    newest, oldest = request_list(cast.workspace(EDITOR)).lines
    assert (newest.state, newest.asked, newest.number) == (
        "submitted",
        "Affiliate with the social secretariat",
        COMPANY.number.printed,
    )
    assert oldest.number == PERSON.number.masked
    assert newest.may_withdraw
    assert not any(line.may_withdraw for line in request_list(cast.workspace(READER)).lines)
    assert request_list(cast.workspace(BETA_EDITOR)).lines == ()


def test_removed_clients_say_until_when_they_can_come_back(cast):
    assert removed_clients(cast.workspace(EDITOR)).lines == ()
    remove_clients(cast.workspace(EDITOR), [cast.client(EDITOR, "Dupuis, Anne").id])
    view = removed_clients(cast.workspace(EDITOR))
    assert [(line.name, line.until) for line in view.lines] == [("Dupuis, Anne", "24 December 2026")]
    assert view.may_restore
    assert not removed_clients(cast.workspace(READER)).may_restore
    assert removed_clients(cast.workspace(BETA_EDITOR)).lines == ()
