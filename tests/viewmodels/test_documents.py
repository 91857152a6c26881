"""The tab shows the documents that mandates open, newest first, and says why there are none."""

import datetime

import pytest

from dashboard.domain.clients import Service
from dashboard.errors import NotFound
from dashboard.viewmodels.documents import documents_tab
from tests.cast import BETA_EDITOR, EDITOR, PENDING, READER
from tests.papers import BAKERY, COMPANY, GARAGE, file_paper


def tab(cast, email, owner):
    return documents_tab(cast.workspace(email), cast.client(email, owner).id)


def test_documents_stand_in_their_group_newest_first(cast):
    file_paper(cast, title="Older", date=datetime.date(2025, 12, 31))
    file_paper(cast, title="Newer")
    file_paper(cast, title="Certificate", service=Service.FUND, type="Certificate")
    view = tab(cast, EDITOR, BAKERY)
    assert [[row.title for row in group.rows] for group in view.groups] == [
        ["Certificate"],
        ["Newer", "Older"],
    ]
    assert view.years == ("2026", "2025")
    assert view.types == ("Certificate", "Payslip")


def test_a_row_says_what_the_document_is(cast):
    file_paper(cast, title="Décompte d’été")
    (row,) = documents_tab(cast.workspace(READER), cast.client(EDITOR, BAKERY).id).rows
    assert (row.date, row.size, row.unread) == ("31 March 2026", "PDF, 36\xa0B", True)
    assert "decompte d’ete" in row.searched


def test_no_document_says_why(cast):
    assert [group.reason for group in tab(cast, EDITOR, COMPANY).groups] == [
        "No documents yet. New ones appear here by themselves.",
        "This client is not affiliated with the social secretariat.",
    ]


def test_documents_of_a_service_without_a_mandate_stay_closed(cast):
    file_paper(cast, GARAGE, title="Open")
    file_paper(cast, GARAGE, title="Closed", service=Service.FUND)
    assert [row.title for row in tab(cast, BETA_EDITOR, GARAGE).rows] == ["Open"]


def test_a_pending_client_shows_no_document(cast):
    file_paper(cast, GARAGE)
    assert tab(cast, PENDING, GARAGE).groups == ()


def test_another_firms_client_is_not_there(cast):
    with pytest.raises(NotFound):
        documents_tab(cast.workspace(BETA_EDITOR), cast.client(EDITOR, BAKERY).id)
