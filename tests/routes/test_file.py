"""What leaves a client's file is saved under a safe name, and applications open on this client alone."""

import io
import zipfile

from dashboard.domain.clients import Service
from tests.cast import BETA_EDITOR, EDITOR, PENDING, READER, number_of
from tests.papers import BAKERY, GARAGE, PERSON, file_paper, know_person, paper_ids, person_id


def address(cast, rest, email=EDITOR, owner=BAKERY):
    return f"/clients/{cast.client(email, owner).id}/{rest}"


def test_a_document_is_saved_with_its_type_and_never_shown(cast, browser):
    file_paper(cast, file_name="../évil\r\n.pdf")
    answer = browser(READER).get(address(cast, f"documents/{paper_ids(cast, EDITOR)[0]}"))
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert ".." not in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_page_among_the_documents_is_only_bytes(cast, browser):
    file_paper(cast, media_type="text/html", content=b"<script>alert(1)</script>")
    answer = browser(EDITOR).get(address(cast, f"documents/{paper_ids(cast, EDITOR)[0]}"))
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_several_documents_come_as_one_zip_with_distinct_names(cast, browser):
    file_paper(cast, title="One", file_name="same.pdf")
    file_paper(cast, title="Two", file_name="same.pdf", service=Service.FUND)
    answer = browser(EDITOR).post(
        address(cast, "documents.zip"), data={"documents": list(paper_ids(cast, EDITOR))}
    )
    assert "Boulangerie" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.namelist() == ["same.pdf", "same (2).pdf"]
        assert archive.testzip() is None


def test_an_empty_selection_is_refused_with_a_sentence(cast, browser):
    answer = browser(EDITOR).post(address(cast, "documents.zip"))
    assert answer.status_code == 400
    assert b"Select at least one document." in answer.data


def test_a_contact_is_saved_as_a_vcard(cast, browser):
    know_person(cast)
    answer = browser(EDITOR).get(address(cast, f"contacts/{person_id(cast, EDITOR)}.vcf"))
    assert answer.headers["Content-Type"] == "text/vcard; charset=utf-8"
    assert answer.data.startswith(b"BEGIN:VCARD\r\nVERSION:4.0\r\n")


def test_a_contact_that_is_not_there_is_refused(cast, browser):
    person = browser(EDITOR)
    for contact, status in (("0", 404), ("x", 400), ("1e9", 400), ("9" * 30, 404)):
        assert person.get(address(cast, f"contacts/{contact}.vcf")).status_code == status


def ways_out(cast):
    file_paper(cast)
    know_person(cast)
    return (
        address(cast, "applications/payroll/open"),
        address(cast, f"documents/{paper_ids(cast, EDITOR)[0]}"),
        address(cast, f"contacts/{person_id(cast, EDITOR)}.vcf"),
    )


def test_another_firm_gets_nothing(cast, browser):
    stranger = browser(BETA_EDITOR)
    assert [stranger.get(way).status_code for way in ways_out(cast)] == [404, 404, 404]


def test_another_sites_link_is_not_followed(cast, browser):
    person = browser(EDITOR)
    for way in ways_out(cast):
        assert person.get(way, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_a_pending_client_opens_nothing(cast, browser):
    answer = browser(PENDING).get(address(cast, "applications/invoices/open", PENDING, GARAGE))
    assert answer.status_code == 403


def test_an_application_opens_on_this_clients_file(cast, browser):
    answer = browser(EDITOR).get(address(cast, "applications/payroll/open"), follow_redirects=True)
    assert answer.status_code == 200
    assert "Boulangerie Noël SRL" in answer.text
    assert str(number_of(BAKERY)) in answer.text


def test_an_application_opens_on_a_person_without_their_number(cast, browser):
    person = browser(EDITOR)
    redirect = person.get(address(cast, "applications/contributions/open", owner=PERSON))
    assert number_of(PERSON).digits not in redirect.headers["Location"]
    assert "Dupuis, Anne" in person.get(redirect.headers["Location"]).text


def test_an_application_opens_by_enterprise_number(cast, browser):
    answer = browser(EDITOR).get(address(cast, "applications/business_counter/open"), follow_redirects=True)
    assert str(number_of(BAKERY)) in answer.text


def test_an_application_refuses_what_we_did_not_sign(browser):
    nobody = browser(None)
    for path, status in (
        ("payroll", 403),
        ("payroll?token=a.b.c", 403),
        ("business_counter?number=0403019262", 403),
        ("nothing", 404),
    ):
        assert nobody.get(f"/stand-in/{path}").status_code == status


def test_the_key_set_is_public(browser):
    answer = browser(None).get("/.well-known/jwks.json")
    assert answer.status_code == 200
    assert [key["alg"] for key in answer.json["keys"]] == ["EdDSA"]
